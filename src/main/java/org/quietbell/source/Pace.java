package org.quietbell.source;

import java.time.Duration;

/// How often a source may be asked at most, by its own terms.
///
/// @param requests how many, 1 or more
/// @param per in what time; zero: no limit of its own
public record Pace(int requests, Duration per) {
    /// No limit of its own.
    public static final Pace FREE = new Pace(1, Duration.ZERO);
}
