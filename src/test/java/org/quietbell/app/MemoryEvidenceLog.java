package org.quietbell.app;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.quietbell.evidence.Chain;
import org.quietbell.evidence.Draft;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.EntryId;
import org.quietbell.evidence.EvidenceLog;
import org.quietbell.evidence.Head;
import org.quietbell.hit.HitId;
import org.quietbell.watch.CaseId;

/// One case's log in memory. For one thread.
public final class MemoryEvidenceLog implements EvidenceLog {
    public final List<Entry> entries = new ArrayList<>();
    private final Map<HitId, EntryId> hits = new HashMap<>();
    private final Chain chain = new Chain(new SecureRandom());

    @Override
    public List<Entry> append(CaseId caseId, List<Draft> drafts, Instant at) {
        List<Entry> added = new ArrayList<>();
        for (Draft draft : drafts) {
            Entry entry = chain.next(head(caseId), draft, at);
            entries.add(entry);
            added.add(entry);
        }
        return added;
    }

    @Override
    public Entry enter(CaseId caseId, HitId hit, Draft found, Instant at) {
        return entryOf(hit)
                .orElseGet(() -> {
                    Entry entry = append(caseId, List.of(found), at).getFirst();
                    hits.put(hit, entry.id());
                    return entry;
                });
    }

    @Override
    public Optional<Entry> entryOf(HitId hit) {
        return Optional.ofNullable(hits.get(hit)).flatMap(this::find);
    }

    private Optional<Entry> find(EntryId id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Entry> find(CaseId caseId, EntryId id) {
        return find(id);
    }

    @Override
    public List<Entry> about(CaseId caseId, EntryId id) {
        return entries.stream().filter(entry -> entry.about().equals(Optional.of(id))).toList();
    }

    @Override
    public void each(CaseId caseId, Consumer<Entry> consumer) {
        entries.forEach(consumer);
    }

    @Override
    public List<Entry> latest(CaseId caseId, long before, int most) {
        return entries.reversed().stream()
                .filter(entry -> entry.seq() < before)
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Head> head(CaseId caseId) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast().head());
    }

    @Override
    public Optional<Head> noted(CaseId caseId) {
        return head(caseId);
    }

    @Override
    public Optional<Entry> erase(
            CaseId caseId, EntryId id, SortedSet<String> names, String reason, Instant at) {
        return find(id).flatMap(entry -> Chain.erase(entry, names, reason))
                .map(erased -> {
                    entries.replaceAll(entry -> entry.id().equals(id) ? erased.left() : entry);
                    return append(caseId, List.of(erased.said()), at).getFirst();
                });
    }
}
