package org.quietbell.notice;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/// A window of wall-clock time in which nothing is told. It may reach over midnight.
///
/// @param from first quiet minute
/// @param to first minute that is not quiet; equal to `from` means until then on the next day
/// @param days the days on which it begins; never empty
public record QuietHours(LocalTime from, LocalTime to, Set<DayOfWeek> days) {
    /// @throws IllegalArgumentException if it begins on no day
    public QuietHours {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("quiet: must begin on some day");
        }
    }

    /// A window of every day.
    public QuietHours(LocalTime from, LocalTime to) {
        this(from, to, EnumSet.allOf(DayOfWeek.class));
    }

    /// Whether that moment of the wall clock lies in the window.
    public boolean contains(LocalDateTime moment) {
        LocalTime time = moment.toLocalTime();
        DayOfWeek today = moment.getDayOfWeek();
        if (from.isBefore(to)) {
            return days.contains(today) && !time.isBefore(from) && time.isBefore(to);
        }
        return (time.isBefore(to) && days.contains(today.minus(1)))
                || (!time.isBefore(from) && days.contains(today));
    }
}
