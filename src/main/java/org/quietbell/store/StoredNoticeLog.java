package org.quietbell.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.hit.HitId;
import org.quietbell.match.Band;
import org.quietbell.match.Matter;
import org.quietbell.notice.Decision;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.Owed;
import org.quietbell.notice.RecipientId;
import org.quietbell.watch.CaseId;

/// The notice log: what was decided, what is on its way, and what became of it.
final class StoredNoticeLog implements NoticeLog {
    private final Tellings tellings;
    private final Outbox outbox;
    private final Account account;

    StoredNoticeLog(Database database, Seals seals, StoredHearings hearings) {
        Recipients recipients = new Recipients(seals);
        this.tellings = new Tellings(database, seals, recipients, hearings);
        this.outbox = new Outbox(database, seals, recipients);
        this.account = new Account(database, recipients, hearings);
    }

    int recover() {
        return outbox.recover();
    }

    @Override
    public List<Owed> owed(CaseId caseId, RecipientId recipient, Band band) {
        return tellings.owed(caseId, recipient, band);
    }

    @Override
    public List<Owed> owed(CaseId caseId, RecipientId recipient, Band band, int most) {
        return tellings.owed(caseId, recipient, band, most);
    }

    @Override
    public boolean owesAnything() {
        return tellings.owesAnything();
    }

    @Override
    public List<Owed> owedAtOnce(
            CaseId caseId, RecipientId recipient, Band band, Set<Matter> matters) {
        return tellings.owedAtOnce(caseId, recipient, band, matters);
    }

    @Override
    public int owedCount() {
        return tellings.owedCount();
    }

    Map<String, Integer> broughtSince(Instant since) {
        return tellings.broughtSince(since);
    }

    @Override
    public List<Instant> noticesSince(CaseId caseId, RecipientId recipient, Instant since) {
        return tellings.noticesSince(caseId, recipient, since);
    }

    @Override
    public List<Instant> atOnceSince(CaseId caseId, RecipientId recipient, Instant since) {
        return tellings.atOnceSince(caseId, recipient, since);
    }

    @Override
    public Set<String> occasionsTold(CaseId caseId, RecipientId recipient) {
        return tellings.occasionsTold(caseId, recipient);
    }

    @Override
    public Optional<Instant> lastTelling(CaseId caseId, RecipientId recipient) {
        return tellings.lastTelling(caseId, recipient);
    }

    @Override
    public void keep(CaseId caseId, RecipientId recipient, Instant at, Decision decision) {
        tellings.keep(caseId, recipient, Optional.of(at), decision);
    }

    @Override
    public void keepAtOnce(CaseId caseId, RecipientId recipient, Decision decision) {
        tellings.keep(caseId, recipient, Optional.empty(), decision);
    }

    @Override
    public List<Outgoing> claim(Instant now, Duration lease, int most) {
        return outbox.claim(now, lease, most);
    }

    @Override
    public void delivered(Outgoing letter, Instant at) {
        outbox.delivered(letter, at);
    }

    @Override
    public void failed(Outgoing letter, Instant at, Optional<Instant> next, String fault) {
        outbox.failed(letter, next, fault);
    }

    @Override
    public void returned(Outgoing letter) {
        outbox.returned(letter);
    }

    @Override
    public void withdrawn(Outgoing letter, Instant at, String why) {
        outbox.withdrawn(letter, why);
    }

    @Override
    public List<Outgoing> outbox() {
        return outbox.outbox();
    }

    @Override
    public List<Told> told(HitId hit) {
        return toldOf(List.of(hit)).getOrDefault(hit, List.of());
    }

    @Override
    public List<HeldFor> held(HitId hit) {
        return heldOf(List.of(hit)).getOrDefault(hit, List.of());
    }

    @Override
    public Map<HitId, List<Told>> toldOf(List<HitId> hits) {
        return account.toldOf(hits);
    }

    @Override
    public Map<HitId, List<HeldFor>> heldOf(List<HitId> hits) {
        return account.heldOf(hits);
    }
}
