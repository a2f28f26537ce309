package org.quietbell.action;

import org.quietbell.hit.Ids;

/// Opaque name of a report: the same in lists, on pages and in the log.
///
/// @param value 16 characters from `a-z 2-7`, random: it tells nothing
public record ReportId(String value) {
    private static final int LENGTH = 16;

    /// A new one.
    public static ReportId next(Ids ids) {
        return new ReportId(ids.text(LENGTH));
    }

    @Override
    public String toString() {
        return value;
    }
}
