package org.quietbell.hit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quietbell.match.Band;
import org.quietbell.match.Reason;
import org.quietbell.source.Finding;
import org.quietbell.source.SourceId;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchId;

/// A match seen first, kept once.
///
/// @param id opaque
/// @param caseId whose it is
/// @param watch which of her watches
/// @param source who showed it first
/// @param firstSeen when
/// @param lastSeen when it was last in an answer
/// @param sightings in how many answers it was, 1 or more
/// @param band as judged when it was first seen
/// @param score as judged when it was first seen, 0 to 100
/// @param reasons as judged when it was first seen
/// @param baseline whether it stood there from the start
/// @param label what she said of it
/// @param finding what was found; empty once erased
/// @param provenance how it was come by; empty once erased
/// @param group the first hit that has the same text (R6.9); itself if it is the first, or alone
/// @param listing what has become of it where it was found
public record Hit(
        HitId id,
        CaseId caseId,
        WatchId watch,
        SourceId source,
        Instant firstSeen,
        Instant lastSeen,
        int sightings,
        Band band,
        int score,
        List<Reason> reasons,
        boolean baseline,
        Label label,
        Optional<Finding> finding,
        Optional<Provenance> provenance,
        HitId group,
        Listing listing) {
    public Hit {
        reasons = List.copyOf(reasons);
    }

    /// A hit alone, listed as it was found.
    public Hit(
            HitId id,
            CaseId caseId,
            WatchId watch,
            SourceId source,
            Instant firstSeen,
            Instant lastSeen,
            int sightings,
            Band band,
            int score,
            List<Reason> reasons,
            boolean baseline,
            Label label,
            Optional<Finding> finding,
            Optional<Provenance> provenance) {
        this(
                id,
                caseId,
                watch,
                source,
                firstSeen,
                lastSeen,
                sightings,
                band,
                score,
                reasons,
                baseline,
                label,
                finding,
                provenance,
                id,
                Listing.AS_FOUND);
    }

    /// The name of its state in `hits`: what she labelled it; else `unlisted`, `changed` or `back`,
    /// see [Listing]; else `baseline` or `new`.
    public String state() {
        if (label != Label.NOT_SURE) {
            return label.word();
        }
        if (!listing.isListed()) {
            return "unlisted";
        }
        if (listing.changed().isPresent()) {
            return "changed";
        }
        if (listing.back().isPresent()) {
            return "back";
        }
        return baseline ? "baseline" : "new";
    }
}
