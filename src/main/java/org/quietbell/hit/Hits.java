package org.quietbell.hit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.quietbell.source.SourceId;

/// The hits that are kept. Safe for many threads.
public interface Hits {
    /// Keeps one answer in one transaction: each candidate once by case and fingerprint (a second
    /// sighting only moves [Hit#lastSeen] and counts), the pairs it closes, its validators. When
    /// this returns, all of it is on the disk, through a sync.
    ///
    /// A candidate whose fingerprint was labelled "not me" stays away (R6.5).
    Kept keep(Collected answer);

    /// Of these pairs, those that have a baseline already.
    Set<Pair> withBaseline(SourceId source, Set<Pair> pairs);

    /// Hands each hit that fits to the consumer, newest first, one at a time: it streams.
    void each(HitFilter filter, Consumer<Hit> consumer);

    /// That hit, if it is kept.
    Optional<Hit> find(HitId id);

    /// Labels a hit. "Not me" erases title, snippet, address and provenance in the same
    /// transaction.
    ///
    /// @return false if there is no such hit
    boolean label(HitId id, Label label, Instant at);
}
