package org.quietbell.match;

import java.util.Locale;

/// How likely it is that a finding is about the subject.
public enum Band {
    /// 75 and above.
    CERTAIN,
    /// 50 to 74.
    LIKELY,
    /// 20 to 49: kept in a side list, never counted towards a notice (R6.1).
    POSSIBLE,
    /// Below 20: not kept.
    UNLIKELY;

    /// The band of a score from 0 to 100.
    public static Band of(int score) {
        if (score >= 75) {
            return CERTAIN;
        }
        if (score >= 50) {
            return LIKELY;
        }
        return score >= 20 ? POSSIBLE : UNLIKELY;
    }

    /// Whether it is at least as likely as that.
    public boolean isAtLeast(Band other) {
        return compareTo(other) <= 0;
    }

    /// The name in line formats, e.g. `likely`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
