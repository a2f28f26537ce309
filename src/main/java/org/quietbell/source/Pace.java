package org.quietbell.source;

import java.time.Duration;

/// How often a source may be asked at most, by its own terms.
///
/// @param requests how many, 1 or more
/// @param per in what time; zero: no limit of its own
public record Pace(int requests, Duration per) {
    /// No limit of its own.
    public static final Pace FREE = new Pace(1, Duration.ZERO);

    /// The longest distance between two requests that is waited out; what is slower comes in rounds
    /// of its own.
    private static final Duration LONGEST_APART = Duration.ofSeconds(10);

    /// Whether two requests of one round may follow each other, see [#apart].
    public boolean isWaitedOut() {
        return per.dividedBy(requests).compareTo(LONGEST_APART) <= 0;
    }

    /// The distance from request to request; zero if there is none, or if it is too long to be
    /// waited out.
    public Duration apart() {
        return isWaitedOut() ? per.dividedBy(requests) : Duration.ZERO;
    }
}
