package org.quietbell.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A channel at the level she chose for it.
///
/// @param confirmEvery after how long without her saying that it is still right for her its level
///   drops to Discreet (R1.7), a day or more
public record Tuned(ChannelId channel, Level level, Duration confirmEvery) {
    /// Unless she sets another.
    public static final Duration CONFIRMED_FOR = Duration.ofDays(30);

    /// @throws IllegalArgumentException if it would be asked more than daily
    public Tuned {
        if (confirmEvery.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("confirm-every: must be a day or more");
        }
    }

    /// A channel that is asked about every 30 days.
    public Tuned(ChannelId channel, Level level) {
        this(channel, level, CONFIRMED_FOR);
    }

    /// The level that holds at a moment: none while it was never confirmed, Discreet at most once
    /// that is too long ago.
    ///
    /// @param confirmed when it was last confirmed
    public Level levelAt(Optional<Instant> confirmed, Instant now) {
        return confirmed
                .map(at -> isStale(at, now) ? Reach.lesser(level, Level.DISCREET) : level)
                .orElse(Level.SILENT);
    }

    /// Whether she is to be asked if it is still right for her.
    public boolean isStale(Instant confirmed, Instant now) {
        return !now.isBefore(confirmed.plus(confirmEvery));
    }
}
