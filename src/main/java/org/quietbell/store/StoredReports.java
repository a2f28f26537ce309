package org.quietbell.store;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quietbell.action.Report;
import org.quietbell.action.ReportEvent;
import org.quietbell.action.ReportFields;
import org.quietbell.action.ReportId;
import org.quietbell.action.Reports;
import org.quietbell.evidence.Draft;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.EntryId;
import org.quietbell.evidence.Kind;
import org.quietbell.hit.HitId;
import org.quietbell.watch.CaseId;

/// The reports: each event is an entry of its case's evidence log (R3.3), so that what was asked of
/// whom stands in the same chain as what was found.
final class StoredReports implements Reports {
    private final Database database;
    private final StoredEvidence evidence;

    StoredReports(Database database, StoredEvidence evidence) {
        this.database = database;
        this.evidence = evidence;
    }

    @Override
    public Optional<Report> append(CaseId caseId, ReportEvent event) {
        return evidence.beside(
                caseId, () -> database.writeSynced(session -> append(session, caseId, event)));
    }

    private Optional<Report> append(Session session, CaseId caseId, ReportEvent event)
            throws SQLException {
        List<Entry> entries = evidence.ofReport(session, event.report());
        boolean isHers = owner(session, event.report()).filter(caseId::equals).isPresent();
        Optional<Report> before = isHers ? report(caseId, entries) : Optional.empty();
        Optional<Report> after =
                event instanceof ReportEvent.Prepared prepared && entries.isEmpty()
                        ? Optional.of(Report.of(caseId, prepared))
                        : before.flatMap(report -> report.with(event));
        if (after.isPresent()) {
            Optional<EntryId> about = entries.stream().findFirst().map(Entry::id);
            Draft draft = new Draft(Kind.ACTION, about, fields(session, event));
            evidence.add(session, caseId, draft, event.report(), event.at());
        }
        return after;
    }

    /// The event, and of which entries it speaks.
    private SortedMap<String, String> fields(Session session, ReportEvent event)
            throws SQLException {
        SortedMap<String, String> fields = new TreeMap<>(ReportFields.of(event));
        if (event instanceof ReportEvent.Prepared prepared) {
            Map<HitId, EntryId> saved = new LinkedHashMap<>();
            for (HitId hit : prepared.hits()) {
                evidence.ofHit(session, hit).ifPresent(entry -> saved.put(hit, entry.id()));
            }
            if (!saved.isEmpty()) {
                fields.put(
                        "entries",
                        saved.values().stream()
                                .map(EntryId::value)
                                .collect(Collectors.joining(" ")));
            }
        }
        return fields;
    }

    private Optional<CaseId> owner(Session session, ReportId id) throws SQLException {
        return session.first(
                        "SELECT case_id FROM evidence WHERE report_id = ? FETCH FIRST 1 ROW ONLY",
                        row -> row.getString(1),
                        id.value())
                .map(CaseId::new);
    }

    /// A report as its entries tell it; empty if they do not begin one.
    private static Optional<Report> report(CaseId caseId, List<Entry> entries) {
        Optional<Report> report = Optional.empty();
        for (Entry entry : entries) {
            Optional<ReportEvent> event = ReportFields.event(texts(entry));
            if (event.isPresent()) {
                report =
                        event.get() instanceof ReportEvent.Prepared prepared
                                ? Optional.of(Report.of(caseId, prepared))
                                : report.map(known -> known.with(event.get()).orElse(known));
            }
        }
        return report;
    }

    private static Map<String, String> texts(Entry entry) {
        Map<String, String> texts = new TreeMap<>();
        entry.fields().forEach((name, field) -> texts.put(name, field.text()));
        return texts;
    }

    @Override
    public List<Report> of(CaseId caseId) {
        Map<String, List<Entry>> byReport =
                database.read(session -> evidence.ofReports(session, caseId)).stream()
                        .collect(
                                Collectors.groupingBy(
                                        entry -> entry.text("report").orElse(""),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return byReport.values().stream()
                .flatMap(entries -> report(caseId, entries).stream())
                .toList();
    }

    @Override
    public Set<CaseId> cases() {
        return database
                .read(session ->
                        session.query(
                                "SELECT DISTINCT case_id FROM evidence WHERE report_id IS NOT NULL",
                                row -> new CaseId(row.getString(1))))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Report> find(ReportId id) {
        return database.read(session -> {
            Optional<CaseId> caseId = owner(session, id);
            return caseId.isEmpty()
                    ? Optional.<Report>empty()
                    : report(caseId.get(), evidence.ofReport(session, id));
        });
    }
}
