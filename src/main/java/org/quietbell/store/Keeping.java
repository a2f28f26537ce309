package org.quietbell.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.quietbell.hit.Candidate;
import org.quietbell.hit.CanonicalAddress;
import org.quietbell.hit.Collected;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Kept;
import org.quietbell.hit.Label;
import org.quietbell.hit.Pair;
import org.quietbell.source.SourceId;
import org.quietbell.vault.CaseKey;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchId;

/// Keeps one judged answer: one transaction, and for each case one look-up, one batch of new hits
/// and one of sightings.
final class Keeping {
    private static final String PAIR = "pair";

    private final Database database;
    private final Seals seals;
    private final StoredSourceStates states;

    Keeping(Database database, Seals seals, StoredSourceStates states) {
        this.database = database;
        this.seals = seals;
        this.states = states;
    }

    /// A candidate on its way to become a hit. The id is made before the transaction, so that a
    /// second attempt after an unknown end of the first finds its own rows again.
    private record Draft(HitId id, byte[] fingerprint, Candidate candidate) {}

    /// What is known already.
    private record Known(HitId id, Label label) {}

    Kept keep(Collected answer) {
        Map<CaseId, Map<String, Draft>> drafts = drafts(answer.candidates());
        List<Draft> inOrder = drafts.values().stream().flatMap(m -> m.values().stream()).toList();
        return database.writeSynced(session -> {
            Set<HitId> fresh = new HashSet<>();
            for (Map.Entry<CaseId, Map<String, Draft>> entry : drafts.entrySet()) {
                fresh.addAll(keep(session, entry.getKey(), entry.getValue()));
            }
            close(session, answer.source(), answer.closes());
            states.keep(
                    session, answer.source(), answer.watch(), answer.query(), answer.validators());
            List<HitId> ids = inOrder.stream().map(Draft::id).filter(fresh::contains).toList();
            return new Kept(ids, answer.candidates().size() - ids.size());
        });
    }

    /// One draft for each case and fingerprint, in the order of the answer. Of several candidates
    /// for one page the most likely counts; if it is new to any of her watches, it is new.
    private Map<CaseId, Map<String, Draft>> drafts(List<Candidate> candidates) {
        Map<CaseId, Map<String, Draft>> drafts = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            byte[] fingerprint = fingerprint(candidate.caseId(), candidate.address());
            drafts.computeIfAbsent(candidate.caseId(), _ -> new LinkedHashMap<>())
                    .merge(
                            HexFormat.of().formatHex(fingerprint),
                            new Draft(new HitId(Ids.random(16)), fingerprint, candidate),
                            Keeping::better);
        }
        return drafts;
    }

    private static Draft better(Draft first, Draft second) {
        Candidate one = first.candidate();
        Candidate other = second.candidate();
        Candidate best = other.match().score() > one.match().score() ? other : one;
        return new Draft(
                first.id(),
                first.fingerprint(),
                new Candidate(
                        best.caseId(),
                        best.finding(),
                        best.match(),
                        best.address(),
                        best.provenance(),
                        one.baseline() && other.baseline()));
    }

    private byte[] fingerprint(CaseId caseId, CanonicalAddress address) {
        byte[] keyed =
                seals.of(caseId)
                        .fingerprint("address", address.value().getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(Integer.BYTES + keyed.length)
                .putInt(address.rules())
                .put(keyed)
                .array();
    }

    /// @return which of them are new
    private List<HitId> keep(Session session, CaseId caseId, Map<String, Draft> drafts)
            throws SQLException {
        Map<String, Known> known = known(session, caseId, drafts.values());
        CaseKey key = seals.of(caseId);
        List<Object[]> fresh = new ArrayList<>();
        List<Object[]> seen = new ArrayList<>();
        List<HitId> ids = new ArrayList<>();
        for (Map.Entry<String, Draft> entry : drafts.entrySet()) {
            Draft draft = entry.getValue();
            Known there = known.get(entry.getKey());
            if (there == null) {
                fresh.add(row(key, draft));
                ids.add(draft.id());
            } else if (there.id().equals(draft.id())) {
                ids.add(draft.id()); // our own, from an attempt that did not learn of its success
            } else if (there.label() != Label.NOT_ME) {
                seen.add(sighting(there, draft));
            }
        }
        session.batch(
                "INSERT INTO hit (id, case_id, watch_id, source_id, fingerprint, first_seen,"
                        + " last_seen, sightings, band, score, baseline, label, sealed)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, 'not-sure', ?)",
                fresh);
        session.batch(
                "UPDATE hit SET last_seen = GREATEST(last_seen, ?), sightings = sightings + 1"
                        + " WHERE id = ?",
                seen);
        return ids;
    }

    private static Map<String, Known> known(
            Session session, CaseId caseId, Collection<Draft> drafts) throws SQLException {
        Map<String, Known> known = new HashMap<>();
        Object[] fingerprints = drafts.stream().map(Draft::fingerprint).toArray(byte[][]::new);
        session.query(
                "SELECT fingerprint, id, label FROM hit WHERE case_id = ? AND fingerprint = ANY(?)",
                row ->
                        known.put(
                                HexFormat.of().formatHex(row.getBytes(1)),
                                new Known(
                                        new HitId(row.getString(2)),
                                        StoredHits.label(row.getString(3)))),
                caseId.value(),
                fingerprints);
        return known;
    }

    private static Object[] row(CaseKey key, Draft draft) {
        Candidate candidate = draft.candidate();
        long at = Moments.number(candidate.provenance().receipt().at());
        return new Object[] {
            draft.id().value(),
            candidate.caseId().value(),
            candidate.match().watch().value(),
            candidate.provenance().source().value(),
            draft.fingerprint(),
            at,
            at,
            candidate.match().band().word(),
            candidate.match().score(),
            candidate.baseline(),
            Seals.seal(
                    key,
                    StoredHits.TABLE,
                    draft.id().value(),
                    HitJson.of(
                            candidate.match().reasons(),
                            candidate.finding(),
                            candidate.provenance()))
        };
    }

    private static Object[] sighting(Known known, Draft draft) {
        return new Object[] {draft.candidate().provenance().receipt().at(), known.id().value()};
    }

    private void close(Session session, SourceId source, Set<Pair> pairs) throws SQLException {
        Set<Pair> there = withBaseline(session, source, pairs);
        List<Object[]> rows =
                pairs.stream()
                        .filter(pair -> !there.contains(pair))
                        .map(pair ->
                                new Object[] {
                                    source.value(), fingerprint(pair), pair.watch().value()
                                })
                        .toList();
        session.batch("INSERT INTO baseline (source_id, pair, watch_id) VALUES (?, ?, ?)", rows);
    }

    Set<Pair> withBaseline(SourceId source, Set<Pair> pairs) {
        return pairs.isEmpty()
                ? Set.of()
                : database.read(session -> withBaseline(session, source, pairs));
    }

    private Set<Pair> withBaseline(Session session, SourceId source, Set<Pair> pairs)
            throws SQLException {
        if (pairs.isEmpty()) {
            return Set.of();
        }
        Map<String, Pair> byFingerprint = new HashMap<>();
        List<byte[]> fingerprints = new ArrayList<>();
        for (Pair pair : pairs) {
            byte[] fingerprint = fingerprint(pair);
            fingerprints.add(fingerprint);
            byFingerprint.put(HexFormat.of().formatHex(fingerprint), pair);
        }
        return Set.copyOf(
                session.query(
                        "SELECT pair FROM baseline WHERE source_id = ? AND pair = ANY(?)",
                        row ->
                                Objects.requireNonNull(
                                        byFingerprint.get(
                                                HexFormat.of().formatHex(row.getBytes(1)))),
                        source.value(),
                        fingerprints.toArray(byte[][]::new)));
    }

    private byte[] fingerprint(Pair pair) {
        WatchId watch = pair.watch();
        return seals.of(watch).fingerprint(PAIR, CaseJson.question(watch.value(), pair.query()));
    }
}
