package org.quietbell.hit;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.quietbell.match.Match;
import org.quietbell.source.Page;
import org.quietbell.source.SourceId;
import org.quietbell.watch.Query;
import org.quietbell.watch.Watch;

/// What stood there when looking began: kept and marked, and never told.
///
/// A baseline belongs to one query of a watch at one source, and is the first complete answer
/// judged for that [Pair]. A changed name or handle makes a new pair, and a failed or partly blind
/// answer leaves it open. Pure.
public final class Baseline {
    private Baseline() {}

    /// The pairs that decide whether a match is baseline: those of the terms it was recognised by,
    /// or, if by none, the pair of what was asked.
    public static Set<Pair> pairs(SourceId source, Match match, Query asked) {
        Set<Pair> pairs = new HashSet<>();
        match.terms().forEach(term -> pairs.add(new Pair(match.watch(), term, source)));
        if (pairs.isEmpty()) {
            pairs.add(new Pair(match.watch(), asked, source));
        }
        return pairs;
    }

    /// Whether a match is baseline: none of its pairs has a baseline yet.
    ///
    /// @param withBaseline of the pairs that decide, those that have one, see [Hits#withBaseline]
    public static boolean judge(SourceId source, Match match, Query asked, Set<Pair> withBaseline) {
        return pairs(source, match, asked).stream().noneMatch(withBaseline::contains);
    }

    /// The pairs whose baseline a page completes; none if part of it could not be looked through.
    ///
    /// A search closes the pair of the query that was put, for the watches that put it. A feed
    /// holds all there is, so it closes every query of every watch that uses it, and
    /// [Query.Everything] for what is recognised by a form that is no query.
    ///
    /// @param watches who put the query, or whom the feed serves
    public static Set<Pair> closes(
            SourceId source, Query asked, Collection<Watch> watches, Page page) {
        Set<Pair> pairs = new HashSet<>();
        if (!page.isComplete()) {
            return pairs;
        }
        for (Watch watch : watches) {
            pairs.add(new Pair(watch.id(), asked, source));
            if (asked instanceof Query.Everything) {
                watch.queries().forEach(query -> pairs.add(new Pair(watch.id(), query, source)));
            }
        }
        return pairs;
    }
}
