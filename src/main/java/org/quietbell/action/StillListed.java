package org.quietbell.action;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quietbell.action.ReportEvent.Back;
import org.quietbell.action.ReportEvent.Unlisted;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;

/// "Is it still listed?", answered from what rounds saw and from nothing else: the place itself is
/// never asked (R2.12). Pure.
///
/// That a page is no longer listed does not say that it is gone (R6.11), so no report ends by this:
/// its person says when it has.
public final class StillListed {
    private StillListed() {}

    /// Which events follow from what is known of the pages now. A page that is kept no more, or of
    /// which nothing new is known, gives none.
    ///
    /// @param hits what is kept, by id
    public static List<ReportEvent> events(
            Report report, Function<HitId, Optional<Hit>> hits, Instant now) {
        List<ReportEvent> events = new ArrayList<>();
        for (HitId id : report.hits()) {
            hits.apply(id).flatMap(hit -> event(report, hit, now)).ifPresent(events::add);
        }
        return List.copyOf(events);
    }

    private static Optional<ReportEvent> event(Report report, Hit hit, Instant now) {
        boolean isAway = report.unlisted().contains(hit.id());
        if (!hit.listing().isListed()) {
            return isAway
                    ? Optional.empty()
                    : Optional.of(new Unlisted(report.id(), now, hit.id(), hit.lastSeen()));
        }
        // also when it went and came back between two looks
        Instant known = report.backSince().getOrDefault(hit.id(), report.prepared().at());
        Optional<Instant> again = hit.listing().back().filter(known::isBefore);
        return again.or(() -> isAway ? Optional.of(hit.lastSeen()) : Optional.empty())
                .map(since -> new Back(report.id(), now, hit.id(), since));
    }
}
