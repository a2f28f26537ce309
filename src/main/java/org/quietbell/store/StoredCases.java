package org.quietbell.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Cases;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchedCase;

/// The cases, each sealed under its own key.
///
/// They are opened once and stay so while the store is open: who is looked for is in memory anyway,
/// and every round asks whose a finding is. Nobody else writes them meanwhile.
final class StoredCases implements Cases {
    private static final String TABLE = "watched_case";

    private final Database database;
    private final Seals seals;

    /// Counts up after each change, so that what was read before or meanwhile is read again.
    private final AtomicLong changes = new AtomicLong();

    private volatile Opened opened = new Opened(-1, Map.of());

    /// @param change how many changes there were when reading began
    /// @param cases in order of their ids
    private record Opened(long change, Map<CaseId, WatchedCase> cases) {}

    StoredCases(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    @Override
    public List<WatchedCase> all() {
        return List.copyOf(opened().values());
    }

    @Override
    public Optional<WatchedCase> find(CaseId id) {
        return Optional.ofNullable(opened().get(id));
    }

    private Map<CaseId, WatchedCase> opened() {
        long change = changes.get();
        Opened there = opened;
        if (there.change == change) {
            return there.cases;
        }
        Map<CaseId, WatchedCase> read = new LinkedHashMap<>();
        database.read(session -> session.query("SELECT * FROM watched_case ORDER BY id", this::row))
                .forEach(each -> read.put(each.id(), each));
        opened = new Opened(change, read);
        return read;
    }

    private WatchedCase row(ResultSet row) throws SQLException {
        CaseId id = new CaseId(row.getString("id"));
        return CaseJson.read(
                id,
                row.getBoolean("by_file"),
                row.getBoolean("active"),
                Seals.open(seals.of(id), TABLE, id.value(), row.getBytes("sealed")));
    }

    @Override
    public void put(WatchedCase watchedCase) {
        String id = watchedCase.id().value();
        byte[] sealed =
                Seals.seal(seals.made(watchedCase.id()), TABLE, id, CaseJson.of(watchedCase));
        try {
            write(watchedCase, sealed);
        } finally {
            changes.incrementAndGet();
        }
        watchedCase.watches().forEach(watch -> seals.belongs(watch.id(), watchedCase.id()));
    }

    private void write(WatchedCase watchedCase, byte[] sealed) {
        String id = watchedCase.id().value();
        database.writeSynced(session -> {
            session.put(
                    TABLE,
                    "id",
                    "by_file, active, sealed",
                    id,
                    watchedCase.byFile(),
                    watchedCase.active(),
                    sealed);
            session.update(
                    "INSERT INTO case_turn (case_id) SELECT CAST(? AS VARCHAR(64))"
                            + " WHERE NOT EXISTS (SELECT 1 FROM case_turn WHERE case_id = ?)",
                    id,
                    id);
            for (Watch watch : watchedCase.watches()) {
                session.put("watch", "id", "case_id", watch.id().value(), id);
            }
            return true;
        });
    }
}
