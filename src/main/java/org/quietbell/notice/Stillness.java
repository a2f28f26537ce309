package org.quietbell.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/// When nothing is told: quiet hours and days of no contact, by the wall clock of her zone.
final class Stillness {
    private Stillness() {}

    /// Whether it is within quiet hours.
    static boolean isQuiet(Hearing hearing, Instant moment) {
        LocalDateTime time = moment.atZone(hearing.zone()).toLocalDateTime();
        return hearing.quiet().stream().anyMatch(window -> window.contains(time));
    }

    /// Whether it is on a day of no contact.
    static boolean isKeptFree(Hearing hearing, Instant moment) {
        return kept(hearing, moment.atZone(hearing.zone()).toLocalDate()).isPresent();
    }

    /// Why that day is kept free, if it is.
    static Optional<KeptDays> kept(Hearing hearing, LocalDate day) {
        return hearing.noContact().stream().filter(days -> days.contains(day)).findFirst();
    }

    /// Whether something may be told at that moment.
    static boolean isOpen(Hearing hearing, Instant moment) {
        return !isQuiet(hearing, moment) && !isKeptFree(hearing, moment);
    }

    /// The first moment from that one on at which something may be told; empty: there is none as
    /// far as [#horizon] sees.
    static Optional<Instant> firstOpen(Hearing hearing, Instant from) {
        ZoneId zone = hearing.zone();
        LocalDate furthest = horizon(hearing, from.atZone(zone).toLocalDate());
        Instant moment = from;
        while (!moment.atZone(zone).toLocalDate().isAfter(furthest)) {
            LocalDateTime wall = moment.atZone(zone).toLocalDateTime();
            Optional<KeptDays> kept = kept(hearing, wall.toLocalDate());
            if (kept.isPresent()) {
                moment = kept.get().after(wall.toLocalDate()).atStartOfDay(zone).toInstant();
                continue;
            }
            Optional<QuietHours> window =
                    hearing.quiet().stream().filter(w -> w.contains(wall)).findFirst();
            if (window.isEmpty()) {
                return Optional.of(moment);
            }
            moment = WallClock.next(window.get().to(), moment, zone);
        }
        return Optional.empty();
    }

    /// How far a search for a free day goes.
    ///
    /// Once the last date is past, a week is like the next but for changes of the clock, which come
    /// again within the year. Days kept each year move through the week: any but the 29th of
    /// February has fallen on each weekday after twelve years.
    static LocalDate horizon(Hearing hearing, LocalDate from) {
        return horizon(hearing, from, true);
    }

    /// @param everOpen whether an ordinary week has a right time at all; if it has none, only a
    ///   change of the clock could make one, and the other years need no look
    static LocalDate horizon(Hearing hearing, LocalDate from, boolean everOpen) {
        LocalDate last = from;
        boolean yearly = false;
        for (KeptDays days : hearing.noContact()) {
            switch (days) {
                case KeptDays.Span(_, LocalDate end) -> last = end.isAfter(last) ? end : last;
                case KeptDays.Yearly _ -> yearly = true;
            }
        }
        return last.plusYears(yearly && everOpen ? 13 : 0).plusDays(400);
    }
}
