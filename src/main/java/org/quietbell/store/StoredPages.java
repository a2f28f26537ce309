package org.quietbell.store;

import java.util.List;
import java.util.Optional;
import org.quietbell.evidence.SavedPages;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Story;
import org.quietbell.json.Json;
import org.quietbell.source.Finding;
import org.quietbell.vault.CaseKey;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchId;

/// The hits as the evidence log sees them.
final class StoredPages implements SavedPages {
    private final Database database;
    private final Seals seals;
    private final StoredHits hits;

    StoredPages(Database database, Seals seals, StoredHits hits) {
        this.database = database;
        this.seals = seals;
        this.hits = hits;
    }

    @Override
    public Optional<Hit> find(HitId id) {
        return hits.find(id);
    }

    @Override
    public List<Hit> withTheTextOf(HitId group) {
        return hits(
                "SELECT id FROM hit WHERE id = ? OR group_id = ? ORDER BY seq",
                group.value(),
                group.value());
    }

    @Override
    public List<Hit> enteredAndMoved() {
        return hits(
                "SELECT h.id FROM evidence e JOIN hit h ON h.id = e.hit_id LEFT JOIN asked a ON"
                        + " a.seq = h.question WHERE (h.changed IS NOT NULL OR"
                        + " h.back IS NOT NULL OR "
                        + StoredHits.UNLISTED
                        + ") ORDER BY h.seq");
    }

    private List<Hit> hits(String sql, Object... parameters) {
        return database
                .read(session -> session.query(sql, row -> new HitId(row.getString(1)), parameters))
                .stream()
                .flatMap(id -> hits.find(id).stream())
                .toList();
    }

    private record Sealed(CaseId caseId, WatchId watch, byte[] bytes) {}

    @Override
    public boolean hush(HitId id) {
        return database.writeSynced(session -> {
            Optional<Sealed> row =
                    session.first(
                            "SELECT case_id, watch_id, sealed FROM hit WHERE id = ?",
                            one ->
                                    new Sealed(
                                            new CaseId(one.getString(1)),
                                            new WatchId(one.getString(2)),
                                            one.getBytes(3)),
                            id.value());
            if (row.isEmpty()) {
                return false;
            }
            CaseKey key = seals.of(row.get().caseId());
            Json json = Seals.open(key, StoredHits.TABLE, id.value(), row.get().bytes());
            Optional<Finding> said = HitJson.finding(json);
            if (said.isPresent()) {
                Groups.forget(session, key, id, row.get().watch(), Story.of(said.get()));
            }
            session.update(
                    "UPDATE hit SET sealed = ? WHERE id = ?",
                    Seals.seal(key, StoredHits.TABLE, id.value(), HitJson.hushed(json)),
                    id.value());
            return true;
        });
    }
}
