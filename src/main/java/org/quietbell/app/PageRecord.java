package org.quietbell.app;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quietbell.action.ReportId;
import org.quietbell.action.Reports;
import org.quietbell.config.Secret;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.EntryId;
import org.quietbell.evidence.EvidenceLog;
import org.quietbell.evidence.Health;
import org.quietbell.evidence.Pack;
import org.quietbell.hit.Hit;
import org.quietbell.hit.Ids;
import org.quietbell.watch.CaseId;
import org.quietbell.web.OwnRecord;
import org.quietbell.words.Words;

/// The record and the requests for the pages, done as the commands do it.
///
/// @param words in which the sheets of a pack speak
record PageRecord(Installation installation, InstantSource clock, Words words)
        implements OwnRecord {
    private static final Ids IDS = new Ids(new SecureRandom());

    @Override
    public EvidenceLog log() {
        return installation.store().evidence();
    }

    @Override
    public Reports reports() {
        return installation.store().reports();
    }

    @Override
    public void catchUp() {
        Following.of(installation).look(clock.instant());
    }

    @Override
    public ReportId freshReport() {
        return ReportId.next(IDS);
    }

    @Override
    public List<Hit> sameText(Hit hit) {
        return installation.store().savedPages().withTheTextOf(hit.group());
    }

    @Override
    public ZoneId zone(CaseId caseId) {
        return installation.pacing().zone(caseId);
    }

    @Override
    public boolean isYoung(CaseId caseId, EntryId id) {
        return installation.saving().isYoung(caseId, id);
    }

    @Override
    public Optional<Entry> note(CaseId caseId, Optional<EntryId> about, Map<String, String> said) {
        return installation.saving().note(caseId, about, said, clock.instant());
    }

    @Override
    public Entry byHand(CaseId caseId, Map<String, String> said) {
        return installation.saving().byHand(caseId, said, clock.instant());
    }

    @Override
    public void viewed(CaseId caseId) {
        installation.saving().custody(caseId, "view", Map.of("by", "self"), clock.instant());
    }

    @Override
    public Health.Times ran() {
        return HandingOn.health(installation).times();
    }

    @Override
    public void handOn(CaseId caseId, Handing handing, Secret passphrase, OutputStream to)
            throws IOException {
        HandingOn begun =
                HandingOn.begin(installation, caseId, handing, Optional.empty(), clock.instant());
        Pack.write(begun.export(), passphrase.reveal().toCharArray(), words, to);
    }
}
