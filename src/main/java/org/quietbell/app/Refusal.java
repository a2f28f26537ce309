package org.quietbell.app;

/// A command cannot do what was asked: ends it with one line on standard error and an exit code.
///
/// The line is `WHAT: WHY: WHAT TO DO`, without a secret, a name or a found text.
final class Refusal extends RuntimeException {
    private final int exit;

    /// @param exit see [Exit]
    Refusal(int exit, String what, String why, String toDo) {
        this(exit, what + ": " + why + ": " + toDo);
    }

    /// @param line the whole line
    Refusal(int exit, String line) {
        super(line);
        this.exit = exit;
    }

    Refusal(int exit, String line, Throwable cause) {
        super(line, cause);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
