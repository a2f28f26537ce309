package org.quietbell.notice;

import java.time.Instant;
import java.util.Optional;
import org.quietbell.watch.WatchId;

/// "Stop telling me", or "stop looking".
///
/// @param scope what it is about
/// @param since when she said so
/// @param until when it ends by itself; empty: when she says
/// @param stopsLooking whether queries stop too; never for a channel, which asks nothing
public record Pause(
        PauseScope scope, Instant since, Optional<Instant> until, boolean stopsLooking) {
    /// @throws IllegalArgumentException if a channel is to stop looking
    public Pause {
        if (stopsLooking && scope instanceof PauseScope.OneChannel) {
            throw new IllegalArgumentException("pause: a channel does not look for anything");
        }
    }

    /// A pause of one watch, or of everything.
    public Pause(
            Optional<WatchId> watch, Instant since, Optional<Instant> until, boolean stopsLooking) {
        this(PauseScope.of(watch), since, until, stopsLooking);
    }

    /// The watch it is about, if it is about one.
    public Optional<WatchId> watch() {
        return scope instanceof PauseScope.OneWatch(WatchId watch)
                ? Optional.of(watch)
                : Optional.empty();
    }

    /// Whether it is about everything.
    public boolean isOfEverything() {
        return scope instanceof PauseScope.Everything;
    }

    /// Whether it holds at that moment.
    public boolean holdsAt(Instant now) {
        return until.isEmpty() || now.isBefore(until.get());
    }

    /// Whether it is about all of that watch.
    public boolean covers(WatchId watch) {
        return switch (scope) {
            case PauseScope.Everything _ -> true;
            case PauseScope.OneWatch(WatchId one) -> one.equals(watch);
            case PauseScope.OneChannel _, PauseScope.OneSource _ -> false;
        };
    }

    /// Whether it is about what that source found for that watch.
    public boolean covers(WatchId watch, String source) {
        return covers(watch)
                || (scope instanceof PauseScope.OneSource(String one) && one.equals(source));
    }

    /// Whether nothing goes out by that channel while it holds.
    public boolean silences(ChannelId channel) {
        return scope instanceof PauseScope.OneChannel(ChannelId one) && one.equals(channel);
    }
}
