package org.quietbell.hit;

import java.util.Locale;

/// What the person said of a hit (R6.4). All are reversible, but what "not me" erased stays erased.
public enum Label {
    /// It is about her.
    ME,
    /// It is about somebody else: title, snippet and address are erased, the fingerprint stays.
    NOT_ME,
    /// She did not say, or is not sure.
    NOT_SURE;

    /// The name in commands and line formats, e.g. `not-me`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
