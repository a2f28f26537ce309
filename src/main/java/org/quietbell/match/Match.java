package org.quietbell.match;

import java.util.List;
import java.util.Set;
import org.quietbell.watch.Query;
import org.quietbell.watch.WatchId;

/// A finding judged for one watch.
///
/// @param watch for whom
/// @param score 0 to 100
/// @param reasons strongest first; never empty
/// @param terms which of the watch's queries it was recognised by; empty if by a form of the name
///   that is no query of its own
/// @param matters what the finding says beyond her name
public record Match(
        WatchId watch, int score, List<Reason> reasons, Set<Query> terms, Set<Matter> matters) {
    /// @throws IllegalArgumentException if the score is out of range or no reason is given
    public Match {
        if (score < 0 || score > 100 || reasons.isEmpty()) {
            throw new IllegalArgumentException("match: needs a score of 0 to 100 and a reason");
        }
        reasons = List.copyOf(reasons);
        terms = Set.copyOf(terms);
        matters = Set.copyOf(matters);
    }

    /// A match that says nothing beyond a name.
    public Match(WatchId watch, int score, List<Reason> reasons, Set<Query> terms) {
        this(watch, score, reasons, terms, Set.of());
    }

    /// The score's band.
    public Band band() {
        return Band.of(score);
    }
}
