package org.quietbell.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.quietbell.action.AskedPage;
import org.quietbell.action.Report;
import org.quietbell.action.ReportId;
import org.quietbell.action.Reports;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.source.Finding;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchedCase;

/// What the commands about reports work on.
///
/// @param reports what is kept of them
/// @param kept what was found, and whose
record ReportDesk(Reports reports, Kept kept) {
    /// What was found, and whose.
    interface Kept {
        /// That hit, if it is kept.
        Optional<Hit> find(HitId id);

        /// All of the same text as that one, itself included (R6.9).
        List<Hit> sameText(Hit hit);

        /// Whose data is here.
        Collection<CaseId> cases();

        /// Whose watch that is.
        ///
        /// @throws Refusal if there is no such watch
        CaseId caseOf(String watch);

        /// The zone of that case's person.
        ZoneId zone(CaseId caseId);
    }

    /// That of an open store.
    static ReportDesk of(Installation installation) {
        return of(installation, installation.store().reports());
    }

    static ReportDesk of(Installation installation, Reports reports) {
        return new ReportDesk(reports, new Stored(installation));
    }

    /// The report of that id.
    ///
    /// @throws Refusal if there is none
    Report report(String id) {
        return reports.find(new ReportId(id))
                .orElseThrow(() ->
                        new Refusal(
                                Exit.FAILED,
                                "report",
                                "there is none with this id",
                                "see `quietbell report list`"));
    }

    /// The pages that a report asks about; of one that is kept no more, nothing but its id.
    List<AskedPage> pages(Report report) {
        return report.hits().stream()
                .map(id ->
                        kept.find(id)
                                .map(ReportDesk::page)
                                .orElseGet(() ->
                                        new AskedPage(
                                                id, Optional.empty(), report.prepared().at())))
                .toList();
    }

    static AskedPage page(Hit hit) {
        return new AskedPage(
                hit.id(),
                hit.finding().map(Finding::address).filter(address -> !address.isBlank()),
                hit.firstSeen());
    }

    /// A moment that was typed, or now for an empty line.
    ///
    /// @throws IllegalArgumentException if it cannot be read or is to come
    static Instant moment(String typed, Instant now, ZoneId zone) {
        if (typed.isEmpty()) {
            return now;
        }
        Instant moment;
        try {
            moment = Moments.past(typed, now, zone);
        } catch (Refusal e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        if (moment.isAfter(now)) {
            throw new IllegalArgumentException("time: that is still to come: give one that is not");
        }
        return moment;
    }

    /// The store's.
    private record Stored(Installation installation) implements ReportDesk.Kept {
        @Override
        public Optional<Hit> find(HitId id) {
            return installation.store().hits().find(id);
        }

        @Override
        public List<Hit> sameText(Hit hit) {
            return installation.store().savedPages().withTheTextOf(hit.group());
        }

        @Override
        public Collection<CaseId> cases() {
            return installation.store().cases().all().stream().map(WatchedCase::id).toList();
        }

        @Override
        public CaseId caseOf(String watch) {
            Register register = installation.register();
            return register.watch(register.watchId(watch)).caseId();
        }

        @Override
        public ZoneId zone(CaseId caseId) {
            return installation.pacing().zone(caseId);
        }
    }
}
