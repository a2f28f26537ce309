package org.quietbell.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a source's rounds are.
///
/// @param every from round to round, positive
/// @param next the moment of its next round, where that does not follow from the interval: when the
///   source wants to be asked again, when a failing one is tried again, when its budget lets it go
///   on
public record Turn(Duration every, Optional<Instant> next) {
    /// @throws IllegalArgumentException if the interval is not positive
    public Turn {
        if (!every.isPositive()) {
            throw new IllegalArgumentException("every: must be positive");
        }
    }

    /// Rounds at an interval and nothing more.
    public static Turn every(Duration interval) {
        return new Turn(interval, Optional.empty());
    }
}
