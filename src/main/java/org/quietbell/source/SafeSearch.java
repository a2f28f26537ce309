package org.quietbell.source;

import java.util.Locale;

/// How much a search may hide (R6.8): off shows harsher snippets; on misses pages, and a page it
/// hides looks like one that is not there.
enum SafeSearch {
    OFF,
    MODERATE,
    STRICT;

    /// @throws IllegalArgumentException if it is no such word
    static SafeSearch of(String word) {
        return switch (word) {
            case "off", "false" -> OFF; // YAML 1.1 habits write off as a truth
            case "moderate" -> MODERATE;
            case "strict" -> STRICT;
            default -> throw new IllegalArgumentException("must be off, moderate or strict");
        };
    }

    /// The word that it is set by, which many services share.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// `0`, `1` or `2`, as many services write it.
    String digit() {
        return switch (this) {
            case OFF -> "0";
            case MODERATE -> "1";
            case STRICT -> "2";
        };
    }

    /// Whether anything is hidden, for searches that know no degrees.
    boolean isOn() {
        return this != OFF;
    }
}
