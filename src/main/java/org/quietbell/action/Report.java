package org.quietbell.action;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.action.ReportEvent.Answered;
import org.quietbell.action.ReportEvent.Back;
import org.quietbell.action.ReportEvent.Ended;
import org.quietbell.action.ReportEvent.Prepared;
import org.quietbell.action.ReportEvent.Sent;
import org.quietbell.action.ReportEvent.Unlisted;
import org.quietbell.hit.HitId;
import org.quietbell.watch.CaseId;

/// One request made of somebody by a route, with all that became of it. Immutable.
///
/// @param caseId whose it is
/// @param prepared how it began
/// @param since what happened after, in the order in which it was noted
public record Report(CaseId caseId, Prepared prepared, List<ReportEvent> since) {
    public Report {
        since = List.copyOf(since);
    }

    /// One that nothing happened to yet.
    public static Report of(CaseId caseId, Prepared prepared) {
        return new Report(caseId, prepared, List.of());
    }

    /// Its name.
    public ReportId id() {
        return prepared.report();
    }

    /// Whose addresses it asks about.
    public List<HitId> hits() {
        return prepared.hits();
    }

    /// All that happened, from the beginning.
    public List<ReportEvent> events() {
        List<ReportEvent> events = new ArrayList<>(List.of(prepared));
        events.addAll(since);
        return List.copyOf(events);
    }

    /// The same after one more event; empty if the event says what is known already, or is not
    /// about this report. So whoever looks on may hand the same in twice.
    public Optional<Report> with(ReportEvent event) {
        if (!event.report().equals(id()) || since.contains(event) || !follows(event)) {
            return Optional.empty();
        }
        List<ReportEvent> events = new ArrayList<>(since);
        events.add(event);
        return Optional.of(new Report(caseId, prepared, events));
    }

    private boolean follows(ReportEvent event) {
        return switch (event) {
            case Prepared _ -> false;
            case Sent _, Answered _, Ended _ -> true;
            case Unlisted unlisted ->
                    hits().contains(unlisted.hit()) && !unlisted().contains(unlisted.hit());
            case Back back -> hits().contains(back.hit()) && isNews(back);
        };
    }

    private boolean isNews(Back back) {
        Instant known = backSince().getOrDefault(back.hit(), Instant.MIN);
        return back.since().isAfter(known);
    }

    /// Which of its pages are no longer listed where they were found, as far as was seen.
    public Set<HitId> unlisted() {
        Set<HitId> unlisted = new HashSet<>();
        for (ReportEvent event : since) {
            switch (event) {
                case Unlisted(_, _, HitId hit, _) -> unlisted.add(hit);
                case Back(_, _, HitId hit, _) -> unlisted.remove(hit);
                case Prepared _, Sent _, Answered _, Ended _ -> {}
            }
        }
        return Set.copyOf(unlisted);
    }

    /// Since when pages that were away are listed again, the last time for each.
    public Map<HitId, Instant> backSince() {
        Map<HitId, Instant> back = new HashMap<>();
        for (ReportEvent event : since) {
            if (event instanceof Back(_, _, HitId hit, Instant again)) {
                back.put(hit, again);
            }
        }
        return Map.copyOf(back);
    }
}
