package org.quietbell.notice;

import java.time.Instant;
import java.util.Optional;
import org.quietbell.watch.WatchId;

/// "Stop telling me", or "stop looking".
///
/// @param watch which; empty: everything
/// @param since when she said so
/// @param until when it ends by itself; empty: when she says
/// @param stopsLooking whether queries stop too
public record Pause(
        Optional<WatchId> watch, Instant since, Optional<Instant> until, boolean stopsLooking) {
    /// Whether it holds at that moment.
    public boolean holdsAt(Instant now) {
        return until.isEmpty() || now.isBefore(until.get());
    }

    /// Whether it is about that watch.
    public boolean covers(WatchId other) {
        return watch.isEmpty() || watch.get().equals(other);
    }
}
