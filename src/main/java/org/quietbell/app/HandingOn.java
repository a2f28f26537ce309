package org.quietbell.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quietbell.evidence.Cover;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.Export;
import org.quietbell.evidence.Health;
import org.quietbell.evidence.LeftOut;
import org.quietbell.store.Journal;
import org.quietbell.watch.CaseId;
import org.quietbell.web.OwnRecord.Handing;

/// A record that is handed on, by command or by page: the line in it that says so, and all up to
/// that line (R3.7, R3.9).
///
/// @param noted the line
/// @param export what a pack is written from
record HandingOn(Entry noted, Export export) {
    /// Writes the line.
    ///
    /// @param stampedBy which time-stamp authority is asked about its end, if any
    static HandingOn begin(
            Installation installation,
            CaseId caseId,
            Handing handing,
            Optional<String> stampedBy,
            Instant now) {
        Map<String, String> custody = new TreeMap<>();
        custody.put("by", handing.by());
        custody.put("recipient", handing.recipient());
        custody.put("purpose", handing.purpose());
        custody.put(
                "left-out",
                handing.leftOut().stream()
                        .map(LeftOut::word)
                        .sorted()
                        .collect(Collectors.joining(" ")));
        stampedBy.ifPresent(host -> custody.put("time-stamp", host));
        Entry noted = installation.saving().custody(caseId, "export", custody, now);
        Cover cover =
                new Cover(
                        handing.whose(),
                        handing.by(),
                        handing.recipient(),
                        handing.purpose(),
                        now,
                        installation.pacing().zone(caseId),
                        "quietbell " + Build.version());
        return new HandingOn(
                noted,
                new Export(
                        cover,
                        each -> installation.store().evidence().each(caseId, each),
                        noted.head(),
                        health(installation),
                        handing.leftOut()));
    }

    /// The journal of the program.
    static Health health(Installation installation) {
        List<Health.Line> lines = new ArrayList<>();
        installation.store().journal().each(Instant.EPOCH, entry -> lines.add(line(entry)));
        return new Health(lines);
    }

    private static Health.Line line(Journal.Entry entry) {
        Map<String, String> details = new TreeMap<>();
        entry.details()
                .members()
                .forEach((name, value) -> details.put(name, value.text().orElseGet(value::line)));
        return new Health.Line(entry.at(), entry.kind().name().toLowerCase(Locale.ROOT), details);
    }
}
