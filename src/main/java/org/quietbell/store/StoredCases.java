package org.quietbell.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Cases;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchedCase;

/// The cases, each sealed under its own key.
final class StoredCases implements Cases {
    private static final String TABLE = "watched_case";

    private final Database database;
    private final Seals seals;

    StoredCases(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    @Override
    public List<WatchedCase> all() {
        return database.read(
                session -> session.query("SELECT * FROM watched_case ORDER BY id", this::row));
    }

    @Override
    public Optional<WatchedCase> find(CaseId id) {
        return database.read(session ->
                session.first("SELECT * FROM watched_case WHERE id = ?", this::row, id.value()));
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
        watchedCase.watches().forEach(watch -> seals.belongs(watch.id(), watchedCase.id()));
    }
}
