package org.quietbell.notice;

import java.util.Locale;
import java.util.Optional;

/// How much a notice says (R1.15). Each says more than the one before.
public enum Level {
    /// Nothing is sent.
    SILENT,
    /// A cover sentence, the same for one item and for ten thousand (R1.12, R1.14).
    DISCREET,
    /// That something is new, and "one", "a few" or "many".
    OUTLINE,
    /// The kinds of place, and how likely it is her.
    SUMMARY,
    /// Titles and defanged addresses.
    DETAIL;

    /// The name in settings and line formats, e.g. `discreet`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The level of that name.
    public static Optional<Level> of(String word) {
        for (Level level : values()) {
            if (level.word().equals(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
