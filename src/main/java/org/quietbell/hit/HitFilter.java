package org.quietbell.hit;

import java.time.Instant;
import java.util.Optional;
import org.quietbell.match.Band;
import org.quietbell.watch.WatchId;

/// Which hits to list. Empty means any.
///
/// @param band at least as likely as this
/// @param state a name as [Hit#state] gives
public record HitFilter(
        Optional<WatchId> watch,
        Optional<Instant> since,
        Optional<Band> band,
        Optional<String> state) {
    /// All hits.
    public static final HitFilter ALL =
            new HitFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
