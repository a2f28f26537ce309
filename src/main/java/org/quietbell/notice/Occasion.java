package org.quietbell.notice;

import java.time.Instant;
import java.util.Optional;

/// Something besides a hit that she is to hear of once, in the words of every Discreet notice: a
/// source that has not answered for two days, or that looking goes on (R1.25).
///
/// @param key what it is, the same each time it is asked for, e.g. `source:news:1803042000`; 1 to
///   128 characters
/// @param since when it became one
/// @param line what it says from [Level#OUTLINE] on; empty: it says the least at every level
public record Occasion(String key, Instant since, Optional<String> line) {
    /// @throws IllegalArgumentException if the key is empty or too long
    public Occasion {
        if (key.isEmpty() || key.length() > 128) {
            throw new IllegalArgumentException("occasion: its key must be 1 to 128 characters");
        }
    }

    /// One that says the least at every level.
    public Occasion(String key, Instant since) {
        this(key, since, Optional.empty());
    }
}
