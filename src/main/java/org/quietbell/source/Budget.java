package org.quietbell.source;

import java.time.Duration;

/// How many requests may be spent on one source in a window of time.
///
/// @param requests 1 or more
/// @param window a minute, an hour, a day or thirty days
public record Budget(int requests, Duration window) {
    /// @throws IllegalArgumentException if either is not positive
    public Budget {
        if (requests < 1 || !window.isPositive()) {
            throw new IllegalArgumentException("budget: must be positive");
        }
    }
}
