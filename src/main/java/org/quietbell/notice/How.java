package org.quietbell.notice;

import java.util.Locale;
import java.util.Optional;

/// Her answer to "How would you like to hear?" (R1.1).
public enum How {
    /// Nothing is sent; she looks when she likes. The answer highlighted at first.
    ONLY_WHEN_OPENED,
    /// At one to three times a day that she sets.
    FIXED_TIMES,
    /// Somebody she names hears first.
    HELPER_FIRST,
    /// Nothing for now.
    NOT_NOW,
    /// After each round that leaves something owed.
    AS_IT_HAPPENS;

    /// The name in settings, e.g. `fixed-times`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The answer of that name.
    public static Optional<How> of(String word) {
        for (How how : values()) {
            if (how.word().equals(word)) {
                return Optional.of(how);
            }
        }
        return Optional.empty();
    }
}
