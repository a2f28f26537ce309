package org.quietbell.app;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.quietbell.config.Units;

/// Moments as they are written on a command line.
final class Moments {
    private static final Duration FURTHEST = Duration.ofDays(36_525);

    private Moments() {}

    /// Reads `2026-05-03` (that day's beginning), `2026-05-03T18:00` (both in the zone),
    /// `2026-05-03T18:00:00Z`, or a length of time such as `3d` before now.
    ///
    /// @throws Refusal if it is none of these
    static Instant past(String text, Instant now, ZoneId zone) {
        try {
            return now.minus(Units.duration(text));
        } catch (IllegalArgumentException _) {
            return moment(text, zone); // no length of time, so a moment
        }
    }

    /// Reads a moment to come, in the same shapes but the last.
    ///
    /// @throws Refusal if it is none of these, or not to come
    static Instant future(String text, Instant now, ZoneId zone) {
        Instant moment = moment(text, zone);
        if (moment.isAfter(now.plus(FURTHEST))) {
            throw new Refusal(
                    Exit.USAGE,
                    "--until",
                    "that is more than a hundred years ahead",
                    "leave it out for a pause that lasts until `resume`");
        }
        if (!moment.isAfter(now)) {
            throw new Refusal(
                    Exit.USAGE, "--until", "that moment has passed", "give one that is to come");
        }
        return moment;
    }

    private static Instant moment(String text, ZoneId zone) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            if (text.endsWith("Z") || text.matches(".*T.*[+-][0-9]{2}:?[0-9]{2}")) {
                return OffsetDateTime.parse(text).toInstant();
            }
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new Refusal(
                    Exit.USAGE,
                    "time: it cannot be read: write 2026-05-03, 2026-05-03T18:00 or 3d",
                    e);
        }
    }
}
