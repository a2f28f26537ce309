package org.quietbell.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.action.ReportEvent.Prepared;
import org.quietbell.action.ReportEvent.Sent;
import org.quietbell.action.ReportId;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.Kind;
import org.quietbell.hit.HitId;

/// A record with an entry of each kind, and a request whose time is running.
record RecordScene(Entry found, Entry logged, ReportId report) {
    private static final Set<String> PICTURED =
            Set.of(
                    "/record",
                    "/record/one",
                    "/record/one/words",
                    "/record/out",
                    "/asked",
                    "/asked/one",
                    "/asked/one/text");

    static RecordScene in(FakeInside inside, FakeDesk desk, HitId item, String words) {
        inside.changes.record(item);
        FakeRecord record = inside.record;
        Entry found = record.log.entryOf(item).orElseThrow();
        record.note(
                FakeInside.CASE,
                Optional.of(found.id()),
                Map.of("text", words, "account", words, "suspected", words));
        record.later(found, Kind.UNLISTED);
        record.later(found, Kind.BACK);
        Entry logged = record.byHand(FakeInside.CASE, Map.of("way", words, "text", words));
        ReportId report = record.freshReport();
        record.reports.append(
                FakeInside.CASE,
                new Prepared(report, desk.clock.instant(), "us-request", List.of(item), false));
        record.reports.append(
                FakeInside.CASE,
                new Sent(
                        report,
                        desk.clock.instant(),
                        desk.clock.instant(),
                        Optional.of(desk.clock.instant()),
                        words,
                        words));
        return new RecordScene(found, logged, report);
    }

    /// Every page of it.
    ///
    /// @param other an item that is not in the record
    List<String> paths(HitId item, HitId other) {
        String entry = "/record/" + found.id();
        String asked = "/asked/" + report;
        return List.of(
                "/record",
                entry,
                entry + "/words",
                entry + "/note",
                "/record/" + logged.id() + "/words",
                "/record/new",
                "/record/note",
                "/record/out",
                "/n/" + other + "/record",
                "/turn?of=" + item,
                "/asked",
                asked,
                asked + "/text",
                asked + "/sent",
                asked + "/answered",
                asked + "/ended");
    }

    /// What the picture of one of them is called; empty: none is taken.
    Optional<String> picture(String path) {
        return Optional.of(path.replace("" + found.id(), "one").replace("" + report, "one"))
                .filter(PICTURED::contains)
                .map(name -> name.substring(1).replace('/', '-'));
    }
}
