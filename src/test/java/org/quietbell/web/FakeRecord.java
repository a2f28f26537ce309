package org.quietbell.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quietbell.SettableClock;
import org.quietbell.action.MemoryReports;
import org.quietbell.action.ReportId;
import org.quietbell.app.MemoryEvidenceLog;
import org.quietbell.config.Secret;
import org.quietbell.evidence.Draft;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.EntryId;
import org.quietbell.evidence.Health;
import org.quietbell.evidence.Kind;
import org.quietbell.evidence.Notes;
import org.quietbell.hit.CanonicalRules;
import org.quietbell.hit.Hit;
import org.quietbell.source.Finding;
import org.quietbell.watch.CaseId;

/// A record and requests in memory.
final class FakeRecord implements OwnRecord {
    final MemoryEvidenceLog log = new MemoryEvidenceLog();
    final MemoryReports reports = new MemoryReports();
    final List<Handing> handed = new ArrayList<>();
    private final FakeInside inside;
    private final SettableClock clock;
    private int reportNumber;

    FakeRecord(FakeInside inside, SettableClock clock) {
        this.inside = inside;
        this.clock = clock;
    }

    Entry enter(Hit hit) {
        Finding finding = hit.finding().orElseThrow();
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("hit", hit.id().value());
        fields.put("address", finding.address());
        fields.put("host", CanonicalRules.site(finding.address()));
        fields.put("title", finding.title());
        fields.put("snippet", finding.snippet());
        fields.put("first-seen", hit.firstSeen().toString());
        fields.values().removeIf(String::isEmpty);
        Draft draft = new Draft(Kind.FOUND, Optional.empty(), fields);
        return log.enter(hit.caseId(), hit.id(), draft, clock.instant());
    }

    /// Something that the program enters by itself.
    Entry later(Entry about, Kind kind) {
        Draft draft = Draft.of(kind, Optional.of(about.id()), Map.of("last-seen", "x"));
        return log.append(FakeInside.CASE, List.of(draft), clock.instant()).getFirst();
    }

    List<String> kinds() {
        return log.entries.stream().map(Entry::kind).toList();
    }

    @Override
    public MemoryEvidenceLog log() {
        return log;
    }

    @Override
    public MemoryReports reports() {
        return reports;
    }

    @Override
    public void catchUp() {}

    @Override
    public ReportId freshReport() {
        reportNumber++;
        return new ReportId("r".repeat(15) + (char) ('a' + reportNumber));
    }

    @Override
    public List<Hit> sameText(Hit hit) {
        return inside.hits.stream().filter(other -> title(other).equals(title(hit))).toList();
    }

    private static Optional<String> title(Hit hit) {
        return hit.finding().map(Finding::title);
    }

    @Override
    public ZoneId zone(CaseId caseId) {
        return FakeInside.ZONE;
    }

    @Override
    public boolean isYoung(CaseId caseId, EntryId id) {
        return log.about(caseId, id).stream()
                .anyMatch(note ->
                        note.text(Notes.UNDER_18).filter(age -> !age.equals("no")).isPresent());
    }

    @Override
    public Optional<Entry> note(CaseId caseId, Optional<EntryId> about, Map<String, String> said) {
        if (said.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(add(Kind.NOTE, about, said));
    }

    private Entry add(Kind kind, Optional<EntryId> about, Map<String, String> said) {
        Map<String, String> all = new HashMap<>(said);
        all.put("by", "self");
        return log.append(FakeInside.CASE, List.of(Draft.of(kind, about, all)), clock.instant())
                .getFirst();
    }

    @Override
    public Entry byHand(CaseId caseId, Map<String, String> said) {
        return add(Kind.LOGGED, Optional.empty(), said);
    }

    @Override
    public void viewed(CaseId caseId) {
        add(Kind.CUSTODY, Optional.empty(), Map.of("what", "view"));
    }

    @Override
    public Health.Times ran() {
        return new Health(List.of(new Health.Line(Instant.EPOCH, "started", Map.of()))).times();
    }

    @Override
    public void handOn(CaseId caseId, Handing handing, Secret passphrase, OutputStream to)
            throws IOException {
        handed.add(handing);
        add(Kind.CUSTODY, Optional.empty(), Map.of("what", "export"));
        to.write("a pack".getBytes(StandardCharsets.UTF_8));
    }
}
