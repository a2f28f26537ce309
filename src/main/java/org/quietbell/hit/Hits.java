package org.quietbell.hit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.quietbell.match.Band;
import org.quietbell.match.Judge;
import org.quietbell.match.Labelled;
import org.quietbell.source.SourceId;
import org.quietbell.watch.Query;
import org.quietbell.watch.WatchId;

/// The hits that are kept. Safe for many threads.
public interface Hits {
    /// From now on candidates come by these rules. What was kept under other rules is found again
    /// by those: a change of rules alone makes nothing new.
    ///
    /// @param rules of the candidates' canonical addresses
    void use(AddressRules rules);

    /// Keeps one answer in one transaction: each candidate once by case and fingerprint (a second
    /// sighting moves [Hit#lastSeen], counts, and may change its [Hit#listing]), the pairs it
    /// closes, its validators. When this returns, all of it is on the disk, through a sync.
    ///
    /// A candidate with the same text as a hit of the same watch that was first seen in the 14 days
    /// before joins its [Hit#group].
    ///
    /// A candidate whose fingerprint was labelled "not me" stays away (R6.5).
    Kept keep(Collected answer);

    /// Which pairs of those watches have a baseline at that source.
    ///
    /// @param asked what is about to be asked: it is whole if all that a complete answer would look
    ///   through has a baseline already
    Settled settled(SourceId source, Query asked, Audience audience);

    /// Hands each hit that fits to the consumer, newest first, one at a time: it streams.
    void each(HitFilter filter, Consumer<Hit> consumer);

    /// At most so many hits that fit, newest first. It costs by what it gives, whatever is kept,
    /// unless a filter lets few through.
    ///
    /// @param after only what comes after that hit in the order; empty: from the newest on
    List<Hit> page(HitFilter filter, Optional<HitId> after, int most);

    /// Whether anything was found in that time that had not stood there before.
    ///
    /// @param to not in it any more
    /// @param band at least as likely as that
    boolean anyFresh(Instant from, Instant to, Band band);

    /// How many hits have the same text as that one, itself included; 0 if there is no such hit.
    int groupSize(HitId group);

    /// That hit, if it is kept.
    Optional<Hit> find(HitId id);

    /// Labels a hit. "Not me" erases title, snippet, address and provenance in the same
    /// transaction.
    ///
    /// @return false if there is no such hit
    boolean label(HitId id, Label label, Instant at);

    /// How often she said of what was found whom it is about, by watch; those of which she said
    /// nothing are missing.
    Map<WatchId, Labelled> labelled();

    /// What judging all that is kept of a watch anew would change. Changes nothing.
    Rejudged preview(WatchId watch, Judge judge);

    /// Judges all that is kept of a watch anew: band, score and reasons become what the judge says
    /// now. What she labelled stays as she said, what was erased stays as it is.
    ///
    /// @param tell whether what becomes likely by this may be told like something new; else it is
    ///   kept as if it had stood there from the start
    Rejudged rejudge(WatchId watch, Judge judge, boolean tell);
}
