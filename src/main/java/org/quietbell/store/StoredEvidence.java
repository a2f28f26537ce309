package org.quietbell.store;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.quietbell.action.ReportId;
import org.quietbell.evidence.Chain;
import org.quietbell.evidence.Draft;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.EntryId;
import org.quietbell.evidence.EvidenceLog;
import org.quietbell.evidence.Head;
import org.quietbell.evidence.Lines;
import org.quietbell.hit.HitId;
import org.quietbell.store.StoreException.Kind;
import org.quietbell.vault.CaseKey;
import org.quietbell.watch.CaseId;

/// The evidence logs: each entry as its line, sealed under the key of its case.
final class StoredEvidence implements EvidenceLog {
    private static final String TABLE = "evidence";
    private static final int PAGE = 200;

    private final Database database;
    private final Seals seals;
    private final EvidenceHeads heads;
    private final Chain chain = new Chain(new SecureRandom());

    /// One entry comes after the other, whoever adds it.
    private final ReentrantLock appending = new ReentrantLock();

    StoredEvidence(Database database, Seals seals, EvidenceHeads heads) {
        this.database = database;
        this.seals = seals;
        this.heads = heads;
    }

    @Override
    public List<Entry> append(CaseId caseId, List<Draft> drafts, Instant at) {
        return appending(() -> {
            List<Entry> entries =
                    database.writeSynced(session -> {
                        List<Entry> added = new ArrayList<>();
                        for (Draft draft : drafts) {
                            added.add(add(session, caseId, draft, Key.NONE, at));
                        }
                        return added;
                    });
            entries.forEach(entry -> heads.note(entry.head()));
            return entries;
        });
    }

    @Override
    public Entry enter(CaseId caseId, HitId hit, Draft found, Instant at) {
        return appending(() -> {
            Entry entry =
                    database.writeSynced(session -> {
                        Optional<Entry> there = ofHit(session, hit);
                        return there.isPresent()
                                ? there.get()
                                : add(session, caseId, found, Key.of(hit), at);
                    });
            heads.note(entry.head());
            return entry;
        });
    }

    /// By what an entry is found again, beside its own name.
    private record Key(Optional<HitId> hit, Optional<ReportId> report) {
        static final Key NONE = new Key(Optional.empty(), Optional.empty());

        static Key of(HitId hit) {
            return new Key(Optional.of(hit), Optional.empty());
        }
    }

    /// The entries of a report, in order.
    List<Entry> ofReport(Session session, ReportId report) throws SQLException {
        return session.query(
                "SELECT * FROM evidence WHERE report_id = ? ORDER BY seq",
                this::entry,
                report.value());
    }

    /// The entries of a case that belong to some report, in order.
    List<Entry> ofReports(Session session, CaseId caseId) throws SQLException {
        return session.query(
                "SELECT * FROM evidence WHERE case_id = ? AND report_id IS NOT NULL ORDER BY seq",
                this::entry,
                caseId.value());
    }

    /// Adds an entry of a report, within work that is done in [#beside].
    Entry add(Session session, CaseId caseId, Draft draft, ReportId report, Instant at)
            throws SQLException {
        return add(session, caseId, draft, new Key(Optional.empty(), Optional.of(report)), at);
    }

    private <T> T appending(Supplier<T> work) {
        appending.lock();
        try {
            return work.get();
        } finally {
            appending.unlock();
        }
    }

    private Entry add(Session session, CaseId caseId, Draft draft, Key key, Instant at)
            throws SQLException {
        Entry entry = chain.next(head(session, caseId), draft, at);
        session.update(
                "INSERT INTO evidence (case_id, seq, id, hit_id, about, report_id, sealed) VALUES (?,"
                        + " ?, ?, ?, ?, ?, ?)",
                caseId.value(),
                entry.seq(),
                entry.id().value(),
                key.hit().map(HitId::value),
                entry.about().map(EntryId::value),
                key.report().map(ReportId::value),
                sealed(caseId, entry));
        return entry;
    }

    private byte[] sealed(CaseId caseId, Entry entry) {
        CaseKey key = seals.of(caseId);
        return Seals.seal(key, TABLE, entry.id().value(), Lines.write(entry));
    }

    @Override
    public Optional<Entry> entryOf(HitId hit) {
        return database.read(session -> ofHit(session, hit));
    }

    Optional<Entry> ofHit(Session session, HitId hit) throws SQLException {
        return session.first("SELECT * FROM evidence WHERE hit_id = ?", this::entry, hit.value());
    }

    @Override
    public Optional<Entry> find(CaseId caseId, EntryId id) {
        return database.read(session -> find(session, caseId, id));
    }

    @Override
    public List<Entry> about(CaseId caseId, EntryId id) {
        return database.read(session ->
                session.query(
                        "SELECT * FROM evidence WHERE about = ? AND case_id = ? ORDER BY seq",
                        this::entry,
                        id.value(),
                        caseId.value()));
    }

    private Optional<Entry> find(Session session, CaseId caseId, EntryId id) throws SQLException {
        return session.first(
                "SELECT * FROM evidence WHERE id = ? AND case_id = ?",
                this::entry,
                id.value(),
                caseId.value());
    }

    private Entry entry(ResultSet row) throws SQLException {
        CaseKey key = seals.of(new CaseId(row.getString("case_id")));
        String line = Seals.openText(key, TABLE, row.getString("id"), row.getBytes("sealed"));
        return Lines.entry(line)
                .orElseThrow(() ->
                        new StoreException(
                                Kind.DAMAGED,
                                "store: an entry of the evidence log cannot be read: restore a"
                                        + " backup"));
    }

    @Override
    public void each(CaseId caseId, Consumer<Entry> consumer) {
        long after = 0;
        while (true) {
            long from = after;
            List<Entry> page =
                    database.read(session ->
                            session.query(
                                    "SELECT * FROM evidence WHERE case_id = ? AND seq > ? ORDER BY"
                                            + " seq FETCH FIRST "
                                            + PAGE
                                            + " ROWS ONLY",
                                    this::entry,
                                    caseId.value(),
                                    from));
            page.forEach(consumer);
            if (page.size() < PAGE) {
                return;
            }
            after = page.getLast().seq();
        }
    }

    @Override
    public List<Entry> latest(CaseId caseId, long before, int most) {
        return database.read(session ->
                session.query(
                        "SELECT * FROM evidence WHERE case_id = ? AND seq < ? ORDER BY seq DESC"
                                + " FETCH FIRST "
                                + most
                                + " ROWS ONLY",
                        this::entry,
                        caseId.value(),
                        before));
    }

    @Override
    public Optional<Head> head(CaseId caseId) {
        return database.read(session -> head(session, caseId));
    }

    private Optional<Head> head(Session session, CaseId caseId) throws SQLException {
        return session.first(
                        "SELECT * FROM evidence WHERE case_id = ? ORDER BY seq DESC FETCH FIRST 1"
                                + " ROW ONLY",
                        this::entry,
                        caseId.value())
                .map(Entry::head);
    }

    @Override
    public Optional<Head> noted(CaseId caseId) {
        return head(caseId).flatMap(head -> heads.of(head.log()));
    }

    @Override
    public Optional<Entry> erase(
            CaseId caseId, EntryId id, SortedSet<String> names, String reason, Instant at) {
        return appending(() -> {
            Optional<Entry> said =
                    database.writeSynced(session -> {
                        Optional<Entry> entry = find(session, caseId, id);
                        return entry.isEmpty()
                                ? Optional.empty()
                                : erase(session, caseId, entry.get(), names, reason, at);
                    });
            said.ifPresent(entry -> heads.note(entry.head()));
            return said;
        });
    }

    private Optional<Entry> erase(
            Session session,
            CaseId caseId,
            Entry entry,
            SortedSet<String> names,
            String reason,
            Instant at)
            throws SQLException {
        Optional<Chain.Erased> erased = Chain.erase(entry, names, reason);
        if (erased.isEmpty()) {
            return Optional.empty();
        }
        session.update(
                "UPDATE evidence SET sealed = ? WHERE id = ?",
                sealed(caseId, erased.get().left()),
                entry.id().value());
        return Optional.of(add(session, caseId, erased.get().said(), Key.NONE, at));
    }

    /// Erases what the entry of that hit says of the page, within work that erases the hit's own
    /// text: to be called in [#beside].
    void erase(Session session, CaseId caseId, HitId hit, String reason, Instant at)
            throws SQLException {
        Optional<Entry> entry = ofHit(session, hit);
        if (entry.isPresent()) {
            erase(session, caseId, entry.get(), Chain.ofThePage(entry.get()), reason, at);
        }
    }

    /// Does work of others that may add an entry to a log of that case.
    <T> T beside(CaseId caseId, Supplier<T> work) {
        return appending(() -> {
            T result = work.get();
            head(caseId).ifPresent(heads::note);
            return result;
        });
    }
}
