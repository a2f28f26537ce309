package org.quietbell.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.hit.Candidate;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.hit.Listing;
import org.quietbell.hit.Story;
import org.quietbell.json.Json;
import org.quietbell.source.Finding;
import org.quietbell.source.SourceId;
import org.quietbell.vault.CaseKey;

/// Notes that hits were seen again: when, by which question, and whether their words are others.
final class Sightings {
    private static final String WORDING = "wording";

    private final Session session;
    private final CaseKey key;
    private final Optional<Rounds.Round> round;
    private final Set<HitId> done = new HashSet<>();
    private final List<Object[]> seen = new ArrayList<>();
    private final List<Object[]> changed = new ArrayList<>();

    Sightings(Session session, CaseKey key, Optional<Rounds.Round> round) {
        this.session = session;
        this.key = key;
        this.round = round;
    }

    /// What is known of a hit already.
    ///
    /// @param question which showed it last, and at which of its rounds; and how many it has now
    /// @param wording fingerprint of its words as last seen
    record Known(
            HitId id,
            Label label,
            SourceId source,
            Optional<Long> question,
            long lastRound,
            long rounds,
            Optional<Long> wording) {
        boolean wasListed(Optional<Rounds.Round> now) {
            if (question.isEmpty()) {
                return true;
            }
            boolean countsThis =
                    now.filter(r -> r.counted() && r.question() == question.get()).isPresent();
            return rounds - lastRound - (countsThis ? 1 : 0) < Listing.MISSES;
        }
    }

    /// What stands for the words of a finding.
    static long wording(CaseKey key, Finding finding) {
        byte[] words =
                (finding.title() + "\n" + finding.snippet()).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(key.fingerprint(WORDING, words)).getLong();
    }

    void add(Known known, Candidate candidate) throws SQLException {
        if (known.label() == Label.NOT_ME || !done.add(known.id())) {
            return;
        }
        Instant at = candidate.provenance().receipt().at();
        // another source cuts and titles otherwise: only the first one's words are compared
        Optional<Long> wording =
                known.source().equals(candidate.provenance().source())
                        ? Optional.of(wording(key, candidate.finding()))
                        : known.wording();
        if (known.wording().isPresent() && !wording.equals(known.wording())) {
            compare(known.id(), candidate.finding(), at);
        }
        seen.add(
                new Object[] {
                    at,
                    round.map(Rounds.Round::question),
                    round.map(Rounds.Round::number),
                    wording,
                    known.wasListed(round) ? Optional.empty() : Optional.of(at),
                    known.id().value()
                });
    }

    private void compare(HitId id, Finding now, Instant at) throws SQLException {
        Optional<byte[]> sealed =
                session.first(
                        "SELECT sealed FROM hit WHERE id = ?", row -> row.getBytes(1), id.value());
        if (sealed.isEmpty()) {
            return;
        }
        Json json = Seals.open(key, StoredHits.TABLE, id.value(), sealed.get());
        Optional<Finding> before = HitJson.latestFinding(json);
        if (before.isPresent()
                && !HitJson.isHushed(json)
                && Story.of(now).isChangedFrom(Story.of(before.get()))) {
            Json next = HitJson.withLatest(json, now);
            changed.add(
                    new Object[] {
                        at, Seals.seal(key, StoredHits.TABLE, id.value(), next), id.value()
                    });
        }
    }

    void write() throws SQLException {
        session.batch(
                "UPDATE hit SET last_seen = GREATEST(last_seen, ?), sightings = sightings + 1,"
                        + " question = ?, last_round = ?, wording = ?, back = COALESCE(?, back)"
                        + " WHERE id = ?",
                seen);
        session.batch("UPDATE hit SET changed = ?, sealed = ? WHERE id = ?", changed);
    }
}
