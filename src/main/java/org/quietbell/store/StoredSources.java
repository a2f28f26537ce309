package org.quietbell.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.quietbell.source.Budget;
import org.quietbell.source.SourceEntries;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.watch.CaseId;

/// The configured sources, their settings sealed.
final class StoredSources implements SourceEntries {
    private static final String TABLE = "source";

    private final Database database;
    private final Seals seals;

    StoredSources(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    @Override
    public List<SourceEntry> all() {
        return database.read(
                session -> session.query("SELECT * FROM source ORDER BY id", this::row));
    }

    @Override
    public Optional<SourceEntry> find(SourceId id) {
        return database.read(session ->
                session.first("SELECT * FROM source WHERE id = ?", this::row, id.value()));
    }

    private SourceEntry row(ResultSet row) throws SQLException {
        String id = row.getString("id");
        Optional<CaseId> owner = Optional.ofNullable(row.getString("case_id")).map(CaseId::new);
        int requests = row.getInt("budget_requests");
        Optional<Budget> budget =
                row.wasNull()
                        ? Optional.empty()
                        : Optional.of(
                                new Budget(
                                        requests,
                                        Duration.ofSeconds(row.getLong("budget_seconds"))));
        return new SourceEntry(
                new SourceId(id),
                row.getString("type"),
                owner,
                Seals.open(seals.of(owner), TABLE, id, row.getBytes("sealed")),
                Duration.ofSeconds(row.getLong("every_seconds")),
                budget,
                row.getBoolean("by_file"),
                row.getBoolean("active"));
    }

    @Override
    public void put(SourceEntry entry) {
        String id = entry.id().value();
        byte[] sealed = Seals.seal(seals.of(entry.caseId()), TABLE, id, entry.settings());
        database.writeSynced(session -> {
            forgetOther(session, entry);
            session.put(
                    TABLE,
                    "id",
                    "type, case_id, every_seconds, budget_requests, budget_seconds, by_file,"
                            + " active, sealed",
                    id,
                    entry.type(),
                    entry.caseId().map(CaseId::value),
                    entry.every().toSeconds(),
                    entry.budget().map(Budget::requests),
                    entry.budget().map(budget -> budget.window().toSeconds()),
                    entry.byFile(),
                    entry.active(),
                    sealed);
            return true;
        });
        seals.belongs(entry.id(), entry.caseId());
    }

    /// What was remembered of a source under another case's key cannot be read under this one's.
    private static void forgetOther(Session session, SourceEntry entry) throws SQLException {
        String id = entry.id().value();
        Optional<Optional<String>> before =
                session.first(
                        "SELECT case_id FROM source WHERE id = ?",
                        row -> Optional.ofNullable(row.getString(1)),
                        id);
        if (before.isPresent() && !before.get().equals(entry.caseId().map(CaseId::value))) {
            session.update("DELETE FROM source_state WHERE source_id = ?", id);
            session.update("DELETE FROM question WHERE source_id = ?", id);
        }
    }
}
