package org.quietbell.hit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.source.SourceId;
import org.quietbell.source.Validators;
import org.quietbell.watch.Query;
import org.quietbell.watch.WatchId;

/// One answer, judged: all of it is kept in one transaction or none.
///
/// @param source who answered
/// @param watch whose query it was; empty for [Query.Everything]
/// @param query what was asked
/// @param validators to be sent back next time
/// @param candidates what is about somebody, in the order of the answer
/// @param closes the pairs whose baseline this answer completes
/// @param heard all whom a feed served, if this answer completes the baseline of every term of
///   theirs
/// @param complete whether all that was asked was looked through: then what is not in the answer is
///   not listed there any more
public record Collected(
        SourceId source,
        Optional<WatchId> watch,
        Query query,
        Validators validators,
        List<Candidate> candidates,
        Set<Pair> closes,
        Optional<Audience> heard,
        boolean complete) {
    public Collected {
        candidates = List.copyOf(candidates);
        closes = Set.copyOf(closes);
    }

    /// A complete answer.
    public Collected(
            SourceId source,
            Optional<WatchId> watch,
            Query query,
            Validators validators,
            List<Candidate> candidates,
            Set<Pair> closes) {
        this(source, watch, query, validators, candidates, closes, Optional.empty(), true);
    }

    /// Whether leaving the answers to this question says something: a feed lists only what is
    /// newest.
    public boolean isLasting() {
        return !(query instanceof Query.Everything);
    }
}
