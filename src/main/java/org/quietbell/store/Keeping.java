package org.quietbell.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.quietbell.hit.Candidate;
import org.quietbell.hit.CanonicalAddress;
import org.quietbell.hit.Collected;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Kept;
import org.quietbell.hit.Label;
import org.quietbell.hit.Story;
import org.quietbell.match.Matter;
import org.quietbell.source.SourceId;
import org.quietbell.store.Sightings.Known;
import org.quietbell.vault.CaseKey;
import org.quietbell.watch.CaseId;

/// Keeps one judged answer: one transaction, and for each case one look-up, one batch of new hits,
/// one of sightings, and one of what groups them.
final class Keeping {
    private final Database database;
    private final Seals seals;
    private final StoredSourceStates states;
    private final StoredRules rules;
    private final Baselines baselines;
    private final Rounds rounds;

    Keeping(
            Database database,
            Seals seals,
            StoredSourceStates states,
            StoredRules rules,
            Baselines baselines) {
        this.database = database;
        this.seals = seals;
        this.states = states;
        this.rules = rules;
        this.baselines = baselines;
        this.rounds = new Rounds(seals);
    }

    /// A candidate on its way to become a hit. The id is made before the transaction, so that a
    /// second attempt after an unknown end of the first finds its own rows again.
    ///
    /// @param others its fingerprints under other versions of the rules
    private record Draft(HitId id, byte[] fingerprint, List<byte[]> others, Candidate candidate) {
        Instant at() {
            return candidate.provenance().receipt().at();
        }
    }

    Kept keep(Collected answer) {
        Map<CaseId, Map<String, Draft>> drafts = drafts(answer.candidates());
        List<Draft> inOrder = drafts.values().stream().flatMap(m -> m.values().stream()).toList();
        // always in one order, so that no two answers wait for each other's cases
        List<CaseId> cases =
                drafts.keySet().stream().sorted(Comparator.comparing(CaseId::value)).toList();
        answer.candidates().stream()
                .map(candidate -> candidate.address().rules())
                .distinct()
                .forEach(rules::keep);
        Optional<Audiences.Members> heard = baselines.before(answer);
        return database.writeSynced(session -> {
            Set<HitId> fresh = new HashSet<>();
            Optional<Rounds.Round> round = rounds.count(session, answer);
            for (CaseId caseId : cases) {
                Map<String, Draft> own = drafts.getOrDefault(caseId, Map.of());
                fresh.addAll(keep(session, caseId, own, round));
            }
            baselines.close(session, answer, heard);
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
            List<byte[]> others =
                    rules.others(candidate).stream()
                            .map(address -> fingerprint(candidate.caseId(), address))
                            .toList();
            drafts.computeIfAbsent(candidate.caseId(), _ -> new LinkedHashMap<>())
                    .merge(
                            HexFormat.of().formatHex(fingerprint),
                            new Draft(new HitId(Ids.random(16)), fingerprint, others, candidate),
                            Keeping::better);
        }
        return drafts;
    }

    private static Draft better(Draft first, Draft second) {
        Candidate one = first.candidate();
        Candidate other = second.candidate();
        Candidate best = other.match().score() > one.match().score() ? other : one;
        List<byte[]> others = new ArrayList<>(first.others());
        others.addAll(second.others());
        return new Draft(
                first.id(),
                first.fingerprint(),
                others,
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
    private List<HitId> keep(
            Session session, CaseId caseId, Map<String, Draft> drafts, Optional<Rounds.Round> round)
            throws SQLException {
        Map<String, Known> known = known(session, caseId, drafts.values());
        CaseKey key = seals.of(caseId);
        Sightings sightings = new Sightings(session, key, round);
        List<Draft> fresh = new ArrayList<>();
        List<HitId> ids = new ArrayList<>();
        for (Map.Entry<String, Draft> entry : drafts.entrySet()) {
            Draft draft = entry.getValue();
            Optional<Known> there = there(known, entry.getKey(), draft);
            if (there.isEmpty()) {
                fresh.add(draft);
                ids.add(draft.id());
            } else if (there.get().id().equals(draft.id())) {
                ids.add(draft.id()); // our own, from an attempt that did not learn of its success
            } else {
                sightings.add(there.get(), draft.candidate());
            }
        }
        insert(session, caseId, key, fresh, round);
        sightings.write();
        return ids;
    }

    private void insert(
            Session session,
            CaseId caseId,
            CaseKey key,
            List<Draft> drafts,
            Optional<Rounds.Round> round)
            throws SQLException {
        if (drafts.isEmpty()) {
            return;
        }
        List<Groups.Fresh> fresh = new ArrayList<>();
        for (Draft draft : drafts) {
            Candidate candidate = draft.candidate();
            fresh.add(
                    new Groups.Fresh(
                            draft.id(),
                            candidate.match().watch(),
                            draft.at(),
                            Story.of(candidate.finding())));
        }
        Map<HitId, HitId> groups = new Groups(session, caseId, key).join(fresh);
        List<Object[]> rows = new ArrayList<>();
        for (Draft draft : drafts) {
            rows.add(row(key, draft, Optional.ofNullable(groups.get(draft.id())), round));
        }
        session.batch(
                "INSERT INTO hit (id, case_id, watch_id, source_id, fingerprint, first_seen,"
                        + " last_seen, sightings, band, score, baseline, label, sealed, group_id,"
                        + " question, last_round, wording, matters)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, 'not-sure', ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /// The hit that a draft is of: by the rules of today, else by those of before. What is about
    /// somebody else goes before all, so that it stays away.
    private static Optional<Known> there(Map<String, Known> known, String own, Draft draft) {
        Optional<Known> there = Optional.ofNullable(known.get(own));
        for (byte[] other : draft.others()) {
            Known before = known.get(HexFormat.of().formatHex(other));
            if (before != null && (there.isEmpty() || before.label() == Label.NOT_ME)) {
                there = Optional.of(before);
            }
        }
        return there;
    }

    private static Map<String, Known> known(
            Session session, CaseId caseId, Collection<Draft> drafts) throws SQLException {
        Map<String, Known> known = new HashMap<>();
        List<Object[]> asked =
                drafts.stream()
                        .flatMap(draft ->
                                Stream.concat(
                                        Stream.of(draft.fingerprint()), draft.others().stream()))
                        .map(fingerprint -> new Object[] {caseId.value(), fingerprint})
                        .toList();
        session.queryEach(
                "SELECT h.fingerprint, h.id, h.label, h.source_id, h.question, h.last_round,"
                        + " a.rounds, h.wording FROM hit h LEFT JOIN asked a ON a.seq = h.question"
                        + " WHERE h.case_id = ? AND h.fingerprint = ?",
                row ->
                        known.put(
                                HexFormat.of().formatHex(row.getBytes(1)),
                                new Known(
                                        new HitId(row.getString(2)),
                                        StoredHits.label(row.getString(3)),
                                        new SourceId(row.getString(4)),
                                        StoredHits.number(row, "question"),
                                        row.getLong(6),
                                        row.getLong(7),
                                        StoredHits.number(row, "wording"))),
                asked);
        return known;
    }

    private static Object[] row(
            CaseKey key, Draft draft, Optional<HitId> group, Optional<Rounds.Round> round) {
        Candidate candidate = draft.candidate();
        long at = Moments.number(draft.at());
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
                            candidate.provenance())),
            group.map(HitId::value),
            round.map(Rounds.Round::question),
            round.map(Rounds.Round::number),
            Sightings.wording(key, candidate.finding()),
            Matter.bits(candidate.match().matters())
        };
    }
}
