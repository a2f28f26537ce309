package org.quietbell.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.quietbell.hit.HitId;
import org.quietbell.match.Band;
import org.quietbell.match.Matter;
import org.quietbell.notice.Decision;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.Owed;
import org.quietbell.notice.RecipientId;
import org.quietbell.watch.CaseId;

/// A log that says what a test put into it.
final class FakeNoticeLog implements NoticeLog {
    final List<Owed> owed = new CopyOnWriteArrayList<>();
    final List<Outgoing> outbox = new CopyOnWriteArrayList<>();
    final Map<HitId, List<Told>> told = new ConcurrentHashMap<>();
    final Map<HitId, List<HeldFor>> held = new ConcurrentHashMap<>();

    @Override
    public List<Owed> owed(CaseId caseId, RecipientId recipient, Band band) {
        return List.copyOf(owed);
    }

    @Override
    public List<Owed> owedAtOnce(
            CaseId caseId, RecipientId recipient, Band band, Set<Matter> matters) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Instant> atOnceSince(CaseId caseId, RecipientId recipient, Instant since) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void keepAtOnce(CaseId caseId, RecipientId recipient, Decision decision) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int owedCount() {
        return owed.size();
    }

    @Override
    public List<Outgoing> outbox() {
        return List.copyOf(outbox);
    }

    @Override
    public Set<String> occasionsTold(CaseId caseId, RecipientId recipient) {
        return Set.of();
    }

    @Override
    public List<Told> told(HitId hit) {
        return told.getOrDefault(hit, List.of());
    }

    @Override
    public List<HeldFor> held(HitId hit) {
        return held.getOrDefault(hit, List.of());
    }

    @Override
    public Map<HitId, List<Told>> toldOf(List<HitId> hits) {
        Map<HitId, List<Told>> found = new HashMap<>();
        hits.forEach(hit -> found.put(hit, told(hit)));
        return found;
    }

    @Override
    public List<Instant> noticesSince(CaseId caseId, RecipientId recipient, Instant since) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> lastTelling(CaseId caseId, RecipientId recipient) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void keep(CaseId caseId, RecipientId recipient, Instant at, Decision decision) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Outgoing> claim(Instant now, Duration lease, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delivered(Outgoing letter, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void failed(Outgoing letter, Instant at, Optional<Instant> next, String fault) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void returned(Outgoing letter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void withdrawn(Outgoing letter, Instant at, String why) {
        throw new UnsupportedOperationException();
    }
}
