package org.quietbell.source;

import java.time.Duration;
import java.time.Instant;

/// Which claimed dates are believed.
final class Dates {
    /// Before there were feeds, a date is a mistake.
    private static final Instant EARLIEST = Instant.parse("1995-01-01T00:00:00Z");

    /// Clocks and zones may be off by this much.
    private static final Duration AHEAD = Duration.ofDays(2);

    private Dates() {}

    static boolean isPlausible(Instant claim, Instant fetchedAt) {
        return !claim.isBefore(EARLIEST) && !claim.isAfter(fetchedAt.plus(AHEAD));
    }
}
