package org.quietbell.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `unlock` and `lock`: about the daemon, not the store.
final class DaemonCommands {
    private DaemonCommands() {}

    /// Hands the daemon the passphrase.
    @Command(
            name = "unlock",
            description = "Open the store of a waiting daemon: type the passphrase, or pipe it in.")
    static final class Unlock implements Callable<Integer> {
        private final Context context;

        Unlock(Context context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            return context.access()
                    .withDaemon(
                            daemon -> {
                                if (daemon.isOpen()) {
                                    say("line.already-open");
                                    return Exit.DONE;
                                }
                                Prompts prompts = new Prompts(context.terminal(), context.words());
                                daemon.unlock(prompts.passphrase("ask.passphrase"));
                                say("line.unlocked");
                                return Exit.DONE;
                            },
                            context.options());
        }

        private void say(String key) {
            context.terminal().answers().println(context.words().say(key));
        }
    }

    /// Has the daemon close the store and wait.
    @Command(
            name = "lock",
            description = "Close the store; nothing is looked for or told until `unlock`.")
    static final class Lock implements Callable<Integer> {
        private final Context context;

        Lock(Context context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            return context.access()
                    .withDaemon(
                            daemon -> {
                                daemon.lock();
                                context.terminal()
                                        .answers()
                                        .println(context.words().say("line.locked"));
                                return Exit.DONE;
                            },
                            context.options());
        }
    }
}
