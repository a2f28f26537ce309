package org.quietbell.app;

import java.util.concurrent.Callable;
import org.quietbell.store.StoreException;
import org.quietbell.vault.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The daemon.
@Command(
        name = "run",
        description =
                "Look and tell until it is ended. --demo shows it all offline, about an invented"
                        + " person, and leaves nothing behind.")
final class RunCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--demo", description = "Offline, about an invented person.")
    boolean demo;

    RunCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (demo) {
            return new Demo(context).run();
        }
        Opening opening = Main.opening(context.options(), System.getenv());
        var path = Main.folder(context.options(), opening, System.getenv());
        boolean isFirst = !opening.hasFile() && !Vault.exists(path);
        if (isFirst && !context.terminal().isPerson()) {
            throw Opening.nothingSetUp(); // nobody would see the address that lets one set up
        }
        try {
            Daemon daemon = new Daemon(Claiming.claim(path), opening, System.getenv());
            Runtime.getRuntime().addShutdownHook(new Thread(daemon::close, "ending"));
            String address = "http://" + Pages.printed(daemon.address());
            if (isFirst) {
                context.terminal().say(context.words().say("setup.device"));
                context.terminal()
                        .say(
                                context.words()
                                        .say(
                                                "line.first-visit",
                                                address + daemon.first().path(),
                                                FirstKey.GOOD_FOR.toMinutes()));
            } else {
                context.terminal()
                        .say(
                                context.words()
                                        .say(
                                                daemon.isOpen() ? "line.running" : "line.waiting",
                                                address));
            }
            daemon.await();
            return Exit.DONE;
        } catch (StoreException e) {
            throw Refusals.of(e);
        }
    }
}
