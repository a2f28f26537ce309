package org.quietbell.source;

/// Whether a search that knows "or" is asked for several terms of one watch in one question.
///
/// It saves requests, and costs depth: the terms share the places of one answer. It also says
/// outright that they belong together, which else a service could only conclude.
public enum Joining {
    /// Each term is asked for by itself.
    NEVER,
    /// As many are put together as it takes to make a budget last at the interval that was set, and
    /// no more; while it lasts, each is asked for by itself.
    WHEN_NEEDED,
    /// As many as go into one question.
    ALWAYS;

    /// Reads the word that it is set by.
    ///
    /// @throws IllegalArgumentException if it is no such word
    static Joining of(String word) {
        return switch (word) {
            case "never" -> NEVER;
            case "when-needed" -> WHEN_NEEDED;
            case "always" -> ALWAYS;
            default -> throw new IllegalArgumentException("must be never, when-needed or always");
        };
    }
}
