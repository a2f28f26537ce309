package org.quietbell.store;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Story;
import org.quietbell.json.Json;
import org.quietbell.vault.CaseKey;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchId;

/// Puts hits with the same text into groups.
///
/// Only the first hit of a group is kept under its marks, and at most four under one mark: however
/// many mirrors a text has, a look-up reads no more than a few dozen rows. Marks are fingerprints
/// under the case's key; texts are compared after opening the few hits that share one.
///
/// A keeper for one transaction at a time of each case: it takes the case's row for itself, so that
/// two answers at once cannot both begin a group.
final class Groups {
    /// How long after its first hit a group still takes others in.
    static final Duration WINDOW = Duration.ofDays(14);

    private static final String PURPOSE = "likeness";
    private static final int PLACES = 4;
    private static final int MOST_COMPARED = 8;
    private static final int PRUNED = 400;

    /// A hit about to be kept.
    record Fresh(HitId id, WatchId watch, Instant at, Story story) {}

    private record Place(HitId hit, Instant at) {}

    /// @param isOpen whether it may be compared: not erased
    private record Founder(WatchId watch, Instant at, boolean isOpen, Story story) {}

    private final Session session;
    private final CaseId caseId;
    private final CaseKey key;
    private final Map<Long, Place> places = new HashMap<>();
    private final Map<HitId, Founder> founders = new HashMap<>();
    private final List<Object[]> written = new ArrayList<>();

    Groups(Session session, CaseId caseId, CaseKey key) {
        this.session = session;
        this.caseId = caseId;
        this.key = key;
    }

    /// The group that each joins; who joins none is not in the map. Keeps the marks of those.
    Map<HitId, HitId> join(List<Fresh> fresh) throws SQLException {
        Map<HitId, HitId> joined = new HashMap<>();
        Map<Fresh, long[]> telling = new LinkedHashMap<>();
        for (Fresh one : fresh) {
            if (one.story().isTelling()) {
                telling.put(one, marks(key, one.watch(), one.story()));
            }
        }
        if (telling.isEmpty()) {
            return joined;
        }
        session.query(
                "SELECT case_id FROM case_turn WHERE case_id = ? FOR UPDATE",
                row -> row.getString(1),
                caseId.value());
        look(telling.values());
        for (Map.Entry<Fresh, long[]> entry : telling.entrySet()) {
            Optional<HitId> group = group(entry.getKey(), entry.getValue());
            if (group.isPresent()) {
                joined.put(entry.getKey().id(), group.get());
            } else {
                found(entry.getKey(), entry.getValue());
            }
        }
        session.batch(
                "MERGE INTO likeness (mark, hit_id, at) KEY (mark) VALUES (?, ?, ?)", written);
        Instant oldest = fresh.getFirst().at().minus(WINDOW);
        session.update(
                "DELETE FROM likeness WHERE at < ? FETCH FIRST " + PRUNED + " ROWS ONLY", oldest);
        return joined;
    }

    /// The marks of a text, each with two bits free for its places.
    private static long[] marks(CaseKey key, WatchId watch, Story story) {
        byte[] whose = watch.value().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return story.marks().stream()
                .mapToLong(mark -> {
                    byte[] whole =
                            ByteBuffer.allocate(whose.length + 1 + mark.length)
                                    .put(whose)
                                    .put((byte) 0)
                                    .put(mark)
                                    .array();
                    return ByteBuffer.wrap(key.fingerprint(PURPOSE, whole)).getLong() & -PLACES;
                })
                .toArray();
    }

    private void look(Iterable<long[]> marks) throws SQLException {
        List<Object> asked = new ArrayList<>();
        for (long[] some : marks) {
            for (long mark : some) {
                for (int place = 0; place < PLACES; place++) {
                    asked.add(mark + place);
                }
            }
        }
        session.query(
                "SELECT mark, hit_id, at FROM likeness WHERE mark = ANY(?)",
                row ->
                        places.put(
                                row.getLong(1),
                                new Place(new HitId(row.getString(2)), Moments.of(row.getLong(3)))),
                (Object) asked.toArray(Long[]::new));
    }

    private Optional<HitId> group(Fresh fresh, long[] marks) throws SQLException {
        Map<HitId, Integer> shared = new LinkedHashMap<>();
        for (long mark : marks) {
            for (int place = 0; place < PLACES; place++) {
                Place there = places.get(mark + place);
                if (there != null && isWithin(fresh.at(), there.at())) {
                    shared.merge(there.hit(), 1, Integer::sum);
                }
            }
        }
        List<HitId> likeliest =
                shared.entrySet().stream()
                        .sorted(Map.Entry.<HitId, Integer>comparingByValue().reversed())
                        .limit(MOST_COMPARED)
                        .map(Map.Entry::getKey)
                        .toList();
        open(likeliest);
        for (HitId id : likeliest) {
            Founder founder = founders.get(id);
            if (founder != null
                    && founder.isOpen()
                    && founder.watch().equals(fresh.watch())
                    && isWithin(fresh.at(), founder.at())
                    && founder.story().isSameAs(fresh.story())) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    private static boolean isWithin(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(WINDOW) <= 0;
    }

    private void open(List<HitId> ids) throws SQLException {
        Object[] unknown =
                ids.stream()
                        .filter(id -> !founders.containsKey(id))
                        .map(HitId::value)
                        .toArray(String[]::new);
        if (unknown.length == 0) {
            return;
        }
        session.query(
                "SELECT id, watch_id, first_seen, sealed FROM hit WHERE id = ANY(?)",
                row -> {
                    String id = row.getString(1);
                    Json json = Seals.open(key, StoredHits.TABLE, id, row.getBytes(4));
                    Optional<Story> story = HitJson.finding(json).map(Story::of);
                    return founders.put(
                            new HitId(id),
                            new Founder(
                                    new WatchId(row.getString(2)),
                                    Moments.of(row.getLong(3)),
                                    story.isPresent(),
                                    story.orElse(fresh())));
                },
                (Object) unknown);
    }

    private static Story fresh() {
        return new Story(
                java.util.Set.of(), java.util.Set.of(), java.util.Set.of(), List.of(), List.of());
    }

    /// Keeps a hit as the first of a group, in a free place under each mark, or in the oldest's.
    private void found(Fresh fresh, long[] marks) {
        founders.put(fresh.id(), new Founder(fresh.watch(), fresh.at(), true, fresh.story()));
        for (long mark : marks) {
            long chosen = mark;
            for (int place = 0; place < PLACES; place++) {
                Place there = places.get(mark + place);
                if (there == null) {
                    chosen = mark + place;
                    break;
                }
                Place oldest = places.get(chosen);
                if (oldest != null && there.at().isBefore(oldest.at())) {
                    chosen = mark + place;
                }
            }
            places.put(chosen, new Place(fresh.id(), fresh.at()));
            written.add(new Object[] {chosen, fresh.id().value(), Moments.number(fresh.at())});
        }
    }

    /// Forgets the marks of a text that is about somebody else.
    static void forget(Session session, CaseKey key, HitId id, WatchId watch, Story story)
            throws SQLException {
        for (long mark : marks(key, watch, story)) {
            session.update(
                    "DELETE FROM likeness WHERE mark BETWEEN ? AND ? AND hit_id = ?",
                    mark,
                    mark + PLACES - 1,
                    id.value());
        }
    }
}
