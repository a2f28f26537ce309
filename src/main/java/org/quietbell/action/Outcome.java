package org.quietbell.action;

import java.util.Locale;
import java.util.Optional;

/// How a report ended, as the person says it. None says that something is gone: nobody here knows
/// that (R6.11).
public enum Outcome {
    /// No longer listed there.
    UNLISTED,
    /// They said no.
    REFUSED,
    /// They never answered.
    NO_ANSWER,
    /// Some of it was done.
    PARTLY,
    /// Anything else.
    OTHER;

    /// Its word in commands and in the log, e.g. `no-answer`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The outcome of that word, if there is one.
    public static Optional<Outcome> of(String word) {
        for (Outcome outcome : values()) {
            if (outcome.word().equals(word)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }
}
