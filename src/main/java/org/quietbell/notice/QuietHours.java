package org.quietbell.notice;

import java.time.LocalTime;

/// A window of wall-clock time in which nothing is told. It may reach over midnight.
///
/// @param from first quiet minute
/// @param to first minute that is not quiet; equal to `from` means the whole day
public record QuietHours(LocalTime from, LocalTime to) {
    /// Whether that wall-clock time lies in the window.
    public boolean contains(LocalTime time) {
        if (from.isBefore(to)) {
            return !time.isBefore(from) && time.isBefore(to);
        }
        return !time.isBefore(from) || time.isBefore(to);
    }
}
