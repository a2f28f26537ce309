package org.quietbell.notice;

import java.time.Duration;
import java.time.Instant;

/// A time in which nothing ran: the machine was off or asleep, or the store was locked.
///
/// @param from when it was last seen to run
/// @param to when it ran again, not before `from`
public record Outage(Instant from, Instant to) {
    private static final Duration LONG = Duration.ofDays(1);

    /// @throws IllegalArgumentException if it ends before it begins
    public Outage {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("outage: ends before it begins");
        }
    }

    /// Whether it lasted a day or more: then the first notice after it says the least.
    public boolean isLong() {
        return Duration.between(from, to).compareTo(LONG) >= 0;
    }
}
