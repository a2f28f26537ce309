package org.quietbell.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/// When nothing is told: quiet hours and days of no contact, by the wall clock of her zone.
final class Stillness {
    private Stillness() {}

    /// Whether it is within quiet hours.
    static boolean isQuiet(Hearing hearing, Instant moment) {
        LocalTime time = moment.atZone(hearing.zone()).toLocalTime();
        return hearing.quiet().stream().anyMatch(window -> window.contains(time));
    }

    /// Whether it is on a day of no contact.
    static boolean isKeptFree(Hearing hearing, Instant moment) {
        return hearing.noContact().contains(moment.atZone(hearing.zone()).toLocalDate());
    }

    /// Whether something may be told at that moment.
    static boolean isOpen(Hearing hearing, Instant moment) {
        return !isQuiet(hearing, moment) && !isKeptFree(hearing, moment);
    }

    /// The first moment from that one on at which something may be told; empty: quiet hours cover
    /// the whole day.
    static Optional<Instant> firstOpen(Hearing hearing, Instant from) {
        ZoneId zone = hearing.zone();
        Instant moment = from;
        // Each free day ends in one step. Between two of them, each window ends at most twice (an
        // hour that is repeated) before the clock has gone round.
        int steps = (hearing.noContact().size() + 2) * (2 * hearing.quiet().size() + 2);
        for (int step = 0; step < steps; step++) {
            if (isKeptFree(hearing, moment)) {
                moment = WallClock.nextDay(moment, zone);
                continue;
            }
            LocalTime time = moment.atZone(zone).toLocalTime();
            Optional<QuietHours> window =
                    hearing.quiet().stream().filter(w -> w.contains(time)).findFirst();
            if (window.isEmpty()) {
                return Optional.of(moment);
            }
            moment = WallClock.next(window.get().to(), moment, zone);
        }
        return Optional.empty();
    }
}
