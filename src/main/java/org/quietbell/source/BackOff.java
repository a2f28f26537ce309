package org.quietbell.source;

import java.time.Duration;
import java.time.Instant;
import org.quietbell.http.Fault;

/// When a failing source is asked again. Never "never": what failed may come back, and a source
/// that is not asked looks like one that finds nothing.
public final class BackOff {
    /// The first wait, unless the source's own interval is shorter.
    static final Duration FIRST = Duration.ofMinutes(5);

    /// The longest wait after a fault that may pass by itself.
    static final Duration CEILING = Duration.ofHours(6);

    /// The wait once a fault has shown that somebody must do something.
    static final Duration DAILY = Duration.ofHours(24);

    private BackOff() {}

    /// The moment before which the source is left alone.
    ///
    /// A passing fault ([Fault.Kind#isPassing]) doubles the wait each time, up to 6 h. Of the
    /// others (blocked, gone, misconfigured …) the first in a row is treated so too, since many a
    /// refusal is a slip of the server's; from the second on it is tried daily. Jitter only
    /// shortens, to half at most (a daily try: to five sixths), so the limits hold.
    ///
    /// @param before how it was doing until now; its [Standing#faults] count the earlier ones
    /// @param fault what came now
    /// @param randomness 0 (inclusive) to 1 (exclusive)
    /// @param interval how often it is asked when all is well
    public static Instant next(
            Standing before, Fault fault, Instant now, double randomness, Duration interval) {
        boolean daily = !fault.kind().isPassing() && before.faults() > 0;
        Duration longest = daily ? DAILY : wait(before.faults(), interval);
        double share = daily ? 1 - randomness / 6 : 1 - randomness / 2;
        return now.plusMillis(Math.max(1, Math.round(longest.toMillis() * share)));
    }

    private static Duration wait(int earlier, Duration interval) {
        Duration first = interval.compareTo(FIRST) < 0 ? interval : FIRST;
        Duration wait = first.multipliedBy(1L << Math.min(Math.max(earlier, 0), 20));
        return wait.compareTo(CEILING) > 0 ? CEILING : wait;
    }
}
