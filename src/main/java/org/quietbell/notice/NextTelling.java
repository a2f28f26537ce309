package org.quietbell.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// The fixed times of a [Hearing] as moments.
///
/// A time that the clock jumps over in spring counts at the first moment after the jump; one that
/// it shows twice in autumn counts once, at the earlier. When she moves to another zone, her times
/// are meant there from then on.
public final class NextTelling {
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

    private NextTelling() {}

    /// The next fixed time at which something may be told: one outside quiet hours and days of no
    /// contact.
    ///
    /// @param after the moment it must lie after
    /// @return empty if she set no times, or none that is ever free of quiet hours
    public static Optional<Instant> after(Hearing hearing, Instant after) {
        if (!hasTimes(hearing)) {
            return Optional.empty();
        }
        LocalDate day = after.atZone(hearing.zone()).toLocalDate();
        LocalDate furthest = Stillness.horizon(hearing, day, isEverOpen(hearing));
        while (!day.isAfter(furthest)) {
            Optional<KeptDays> kept = Stillness.kept(hearing, day);
            if (kept.isPresent()) {
                day = kept.get().after(day);
                continue;
            }
            Optional<Instant> first =
                    isHers(hearing, day) ? first(hearing, day, after) : Optional.empty();
            if (first.isPresent()) {
                return first;
            }
            day = day.plusDays(1);
        }
        return Optional.empty();
    }

    private static boolean isEverOpen(Hearing hearing) {
        return hearing.days().stream()
                .map(day -> MONDAY.with(TemporalAdjusters.nextOrSame(day)))
                .anyMatch(day ->
                        hearing.times().stream()
                                .map(day::atTime)
                                .anyMatch(time ->
                                        hearing.quiet().stream()
                                                .noneMatch(window -> window.contains(time))));
    }

    private static Optional<Instant> first(Hearing hearing, LocalDate day, Instant after) {
        for (LocalTime time : hearing.times()) {
            Instant moment = WallClock.at(day, time, hearing.zone());
            if (moment.isAfter(after) && Stillness.isOpen(hearing, moment)) {
                return Optional.of(moment);
            }
        }
        return Optional.empty();
    }

    /// Whether she hears at fixed times: she chose so, or set times for what her helper leaves.
    static boolean hasTimes(Hearing hearing) {
        return switch (hearing.how()) {
            case FIXED_TIMES -> true;
            case HELPER_FIRST -> !hearing.times().isEmpty() && !hearing.days().isEmpty();
            case ONLY_WHEN_OPENED, NOT_NOW, AS_IT_HAPPENS -> false;
        };
    }

    /// Whether the zone of that choice means something: it has times, quiet hours or kept days.
    public static boolean isByTheClock(Hearing hearing) {
        return !hearing.times().isEmpty()
                || !hearing.quiet().isEmpty()
                || !hearing.noContact().isEmpty();
    }

    /// The latest fixed time up to that moment, in quiet hours or not; empty if none was in the
    /// last week.
    static Optional<Instant> latest(Hearing hearing, Instant upTo) {
        ZoneId zone = hearing.zone();
        LocalDate today = upTo.atZone(zone).toLocalDate();
        for (int i = 0; i <= 7; i++) {
            Optional<Instant> moment = latestOn(hearing, today.minusDays(i), upTo);
            if (moment.isPresent()) {
                return moment;
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> latestOn(Hearing hearing, LocalDate day, Instant upTo) {
        return !isHers(hearing, day)
                ? Optional.empty()
                : hearing.times().reversed().stream()
                        .map(time -> WallClock.at(day, time, hearing.zone()))
                        .filter(moment -> !moment.isAfter(upTo))
                        .findFirst();
    }

    /// The latest fixed time of the same day up to that moment at which something might be told.
    static Optional<Instant> latestOpenToday(Hearing hearing, Instant upTo) {
        LocalDate today = upTo.atZone(hearing.zone()).toLocalDate();
        if (!isHers(hearing, today)) {
            return Optional.empty();
        }
        return hearing.times().reversed().stream()
                .map(time -> WallClock.at(today, time, hearing.zone()))
                .filter(moment -> !moment.isAfter(upTo) && Stillness.isOpen(hearing, moment))
                .findFirst();
    }

    private static boolean isHers(Hearing hearing, LocalDate day) {
        return hearing.days().contains(day.getDayOfWeek());
    }
}
