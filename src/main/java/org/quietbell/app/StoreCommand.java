package org.quietbell.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.quietbell.json.Json;

/// A command that works on the open store, here or in the daemon.
abstract class StoreCommand implements Callable<Integer> {
    private final Context context;

    StoreCommand(Context context) {
        this.context = context;
    }

    final Context context() {
        return context;
    }

    @Override
    public final Integer call() {
        return context.access().with(this::on, context.options());
    }

    /// @return the exit code
    abstract int on(Installation installation);

    /// Prints one line of the answer.
    final void answer(String line) {
        context.terminal().answers().println(line);
    }

    /// Prints one line of the answer.
    final void answer(Json json) {
        json.writeTo(context.terminal().answers());
        context.terminal().answers().println();
    }

    /// Writes a file that its owner alone may read, where the command was given.
    ///
    /// @param what the command, for the refusal
    /// @throws Refusal if it cannot be written
    final void write(String what, String file, byte[] bytes) {
        try {
            context.terminal().write(file, bytes);
        } catch (IOException e) {
            throw new Refusal(Exit.FAILED, what + ": the file cannot be written: try another", e);
        }
    }

    /// A sentence of the bundles.
    final String say(String key, Object... details) {
        return context.words().say(key, details);
    }
}
