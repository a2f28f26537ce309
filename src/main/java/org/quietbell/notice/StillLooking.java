package org.quietbell.notice;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// How often she wants a line that looking goes on, and where it was answered (R1.25): in the first
/// note of a week or a month, or at the first of her times in it. In order, each says more.
public enum StillLooking {
    /// Never, as at first.
    OFF,
    /// Once a month, in her zone.
    MONTHLY,
    /// Once a week, which begins on Monday.
    WEEKLY;

    /// What she is to hear of in that week or month, once. Only at times that she set.
    ///
    /// @param line what it says from [Level#OUTLINE] on; never that all is well
    public Optional<Occasion> occasion(Hearing hearing, Instant now, String line) {
        if (this == OFF || !NextTelling.hasTimes(hearing)) {
            return Optional.empty();
        }
        LocalDate today = now.atZone(hearing.zone()).toLocalDate();
        LocalDate first =
                this == WEEKLY
                        ? today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        : today.withDayOfMonth(1);
        Instant since = first.atStartOfDay(hearing.zone()).toInstant();
        return Optional.of(new Occasion("looking:" + first, since, Optional.of(line)));
    }
}
