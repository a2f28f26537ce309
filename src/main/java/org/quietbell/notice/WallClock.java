package org.quietbell.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/// Moments of a wall clock in a zone. A time that a clock jumps over is the first moment after the
/// jump; a time that it shows twice is the earlier one only.
///
/// @see java.time.zone.ZoneRules
final class WallClock {
    private WallClock() {}

    /// When a clock in that zone shows that time on that day.
    static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        LocalDateTime shown = day.atTime(time);
        ZoneOffsetTransition jump = zone.getRules().getTransition(shown);
        if (jump != null && jump.isGap()) {
            return jump.getInstant();
        }
        return shown.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /// The first moment after that one at which a clock shows that time or jumps over it, the
    /// second showing of an hour that is repeated included.
    static Instant next(LocalTime time, Instant after, ZoneId zone) {
        LocalDate day = after.atZone(zone).toLocalDate();
        while (true) {
            Instant first = at(day, time, zone);
            if (first.isAfter(after)) {
                return first;
            }
            Instant second = secondAt(day, time, zone);
            if (second.isAfter(after)) {
                return second;
            }
            day = day.plusDays(1);
        }
    }

    private static Instant secondAt(LocalDate day, LocalTime time, ZoneId zone) {
        LocalDateTime shown = day.atTime(time);
        ZoneOffsetTransition jump = zone.getRules().getTransition(shown);
        return jump != null && jump.isOverlap()
                ? shown.toInstant(jump.getOffsetAfter())
                : at(day, time, zone);
    }

    /// The first moment of the day after that moment's.
    static Instant nextDay(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }
}
