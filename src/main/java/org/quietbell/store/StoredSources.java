package org.quietbell.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return new SourceEntry(
                new SourceId(id),
                row.getString("type"),
                owner,
                Seals.open(seals.of(owner), TABLE, id, row.getBytes("sealed")),
                Duration.ofSeconds(row.getLong("every_seconds")),
                budgets(row),
                row.getBoolean("by_file"),
                row.getBoolean("active"));
    }

    /// A row of an earlier version has one budget at most, in columns of its own.
    private static List<Budget> budgets(ResultSet row) throws SQLException {
        Optional<String> text = Optional.ofNullable(row.getString("budgets"));
        int requests = row.getInt("budget_requests");
        if (text.isEmpty()) {
            return row.wasNull()
                    ? List.of()
                    : List.of(budget(requests, row.getLong("budget_seconds")));
        }
        return Stream.of(text.get().split(" ", -1))
                .filter(one -> !one.isEmpty())
                .map(one -> one.split("/", -1))
                .map(parts -> budget(Integer.parseInt(parts[0]), Long.parseLong(parts[1])))
                .toList();
    }

    private static Budget budget(int requests, long seconds) {
        return new Budget(requests, Duration.ofSeconds(seconds));
    }

    private static String text(List<Budget> budgets) {
        return budgets.stream()
                .map(budget -> budget.requests() + "/" + budget.window().toSeconds())
                .collect(Collectors.joining(" "));
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
                    "type, case_id, every_seconds, budgets, by_file, active, sealed",
                    id,
                    entry.type(),
                    entry.caseId().map(CaseId::value),
                    entry.every().toSeconds(),
                    text(entry.budgets()),
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
            session.update("DELETE FROM question_state WHERE source_id = ?", id);
        }
    }
}
