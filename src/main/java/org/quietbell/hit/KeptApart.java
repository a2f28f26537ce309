package org.quietbell.hit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.quietbell.match.FormerNames;
import org.quietbell.match.Reason;
import org.quietbell.source.Finding;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Cases;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;

/// Hits as they are shown: names that a person keeps apart do not stand in them (R6.7). What is
/// stored stays as it was found. For one thread.
public final class KeptApart {
    private final Function<CaseId, Optional<WatchedCase>> cases;
    private final Map<WatchId, Optional<FormerNames>> names = new HashMap<>();

    /// @param cases whose names they are
    public KeptApart(Cases cases) {
        this.cases = cases::find;
    }

    /// For the hits of one case.
    public KeptApart(WatchedCase watchedCase) {
        this.cases = id -> Optional.of(watchedCase).filter(one -> one.id().equals(id));
    }

    /// The hit with a mark in the place of each such name in its title, its snippet, its later
    /// words, its reasons, its address and its source's id.
    public Hit shown(Hit hit) {
        return names.computeIfAbsent(hit.watch(), _ -> names(hit))
                .map(former -> shown(hit, former))
                .orElse(hit);
    }

    private Optional<FormerNames> names(Hit hit) {
        return cases.apply(hit.caseId()).map(WatchedCase::watches).orElse(List.of()).stream()
                .filter(watch -> watch.id().equals(hit.watch()))
                .filter(watch -> !watch.former().isEmpty())
                .findFirst()
                .map(FormerNames::of);
    }

    private static Hit shown(Hit hit, FormerNames former) {
        Listing listing = hit.listing();
        return new Hit(
                hit.id(),
                hit.caseId(),
                hit.watch(),
                hit.source(),
                hit.firstSeen(),
                hit.lastSeen(),
                hit.sightings(),
                hit.band(),
                hit.score(),
                hit.reasons().stream().map(reason -> shown(reason, former)).toList(),
                hit.baseline(),
                hit.label(),
                hit.finding().map(finding -> shown(finding, former)),
                hit.provenance(),
                hit.group(),
                new Listing(
                        listing.isListed(),
                        listing.back(),
                        listing.changed(),
                        listing.latest()
                                .map(words ->
                                        new Listing.Wording(
                                                former.masked(words.title()),
                                                former.masked(words.snippet())))));
    }

    private static Reason shown(Reason reason, FormerNames former) {
        return new Reason(
                reason.key(),
                reason.details().stream().map(former::masked).toList(),
                reason.points());
    }

    private static Finding shown(Finding finding, FormerNames former) {
        return new Finding(
                former.maskedAddress(finding.item()),
                former.masked(finding.title()),
                former.masked(finding.snippet()),
                former.maskedAddress(finding.address()),
                finding.rank(),
                finding.language(),
                finding.published(),
                finding.claimed());
    }
}
