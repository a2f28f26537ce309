package org.quietbell.http;

import java.time.Duration;

/// When a call must have ended, by the machine's monotonic clock, so that a jump of the wall clock
/// neither cuts nor stretches it.
///
/// @param end in the nanoseconds of [System#nanoTime]
/// @param whole how long it was at the start
record Deadline(long end, Duration whole) {
    static Deadline in(Duration whole) {
        return new Deadline(System.nanoTime() + whole.toNanos(), whole);
    }

    /// What is left; never negative.
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    boolean hasPassed() {
        return end - System.nanoTime() <= 0;
    }
}
