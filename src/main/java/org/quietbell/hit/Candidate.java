package org.quietbell.hit;

import org.quietbell.match.Match;
import org.quietbell.source.Finding;
import org.quietbell.watch.CaseId;

/// A finding that is about somebody, before it is known whether it was seen before.
///
/// @param caseId whose it is
/// @param finding what was found
/// @param match why it is about her
/// @param address what decides whether it is the same page
/// @param provenance how it was come by
/// @param baseline whether it stood there when the pair was first asked: kept, never told
public record Candidate(
        CaseId caseId,
        Finding finding,
        Match match,
        CanonicalAddress address,
        Provenance provenance,
        boolean baseline) {}
