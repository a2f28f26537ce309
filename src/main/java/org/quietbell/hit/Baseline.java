package org.quietbell.hit;

import java.util.HashSet;
import java.util.Set;
import org.quietbell.match.Match;
import org.quietbell.source.SourceId;
import org.quietbell.watch.Query;

/// What stood there when looking began: kept and marked, and never told.
///
/// A baseline belongs to one query of a watch at one source, and is the first complete answer
/// judged for that [Pair]. A changed name or handle makes a new pair, and a failed or partly blind
/// answer leaves it open. A search closes the pair of the query that was put; a feed holds all
/// there is, so it closes every [Audience.Term] of all whom it serves. Pure.
public final class Baseline {
    private Baseline() {}

    /// The pairs that decide whether a match is baseline: those of the terms it was recognised by,
    /// or, if by none, the pairs of what was asked.
    public static Set<Pair> pairs(SourceId source, Match match, Query asked) {
        Set<Pair> pairs = new HashSet<>();
        match.terms().forEach(term -> pairs.add(new Pair(match.watch(), term, source)));
        if (pairs.isEmpty()) {
            asked.parts().forEach(part -> pairs.add(new Pair(match.watch(), part, source)));
        }
        return pairs;
    }

    /// Whether a match is baseline: none of its pairs has a baseline yet.
    ///
    /// @param settled says which have one, see [Hits#settled]
    public static boolean judge(SourceId source, Match match, Query asked, Settled settled) {
        return pairs(source, match, asked).stream().noneMatch(settled::has);
    }
}
