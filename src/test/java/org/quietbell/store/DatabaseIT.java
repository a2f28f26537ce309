package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.utils.ConnectionProvider;
import org.quietbell.store.StoreException.Kind;

class DatabaseIT {
    @TempDir Path folder;
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder, "file:", "0".repeat(64).toCharArray(), false);
        database.migrate(Migrations.ALL);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private String plan(String sql, Object... parameters) {
        List<String> lines =
                database.read(session ->
                        session.query("EXPLAIN " + sql, row -> row.getString(1), parameters));
        return String.join("\n", lines);
    }

    @Test
    void tellsADuplicateWithoutItsRow() {
        String insert = "INSERT INTO watch (id, case_id) VALUES (?, ?)";
        database.write(session ->
                session.update(
                        "INSERT INTO watched_case VALUES (?, TRUE, TRUE, ?)", "c", new byte[1]));
        database.write(session -> session.update(insert, "canary-name", "c"));

        StoreException e =
                catchThrowableOfType(
                        StoreException.class,
                        () ->
                                database.write(
                                        session -> session.update(insert, "canary-name", "c")));

        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        assertThat(e.kind()).isEqualTo(Kind.OTHER);
        assertThat(e).hasMessageContaining("23505").hasNoCause();
        assertThat(trace.toString()).doesNotContain("canary");
    }

    @Test
    void looksUpFingerprintsAndWhatIsOwedByIndex() {
        assertThat(
                        plan(
                                "SELECT id FROM hit WHERE case_id = ? AND fingerprint = ANY(?)",
                                "c",
                                new byte[][] {{1}, {2}}))
                .containsIgnoringCase("HIT_ONCE");
        assertThat(
                        plan(
                                "SELECT pair FROM baseline WHERE source_id = ? AND pair = ANY(?)",
                                "s",
                                new byte[][] {{1}, {2}}))
                .containsIgnoringCase("PRIMARY_KEY")
                .doesNotContain("tableScan");
        assertThat(
                        plan(
                                "SELECT h.id FROM hit h WHERE h.case_id = ? AND h.baseline = FALSE"
                                        + " AND h.label <> 'not-me'"
                                        + " ORDER BY h.case_id, h.baseline, h.seq",
                                "c"))
                .containsIgnoringCase("HIT_TO_TELL")
                .containsIgnoringCase("index sorted");
        assertThat(plan("SELECT 1 FROM told t WHERE t.hit_id = ? AND t.recipient = ?", "h", "r"))
                .doesNotContain("tableScan");
    }

    @Test
    void lendsTheSchedulerConnectionsToItsOwnTables() throws Exception {
        ConnectionProvider lender = new QuartzConnections(database);
        try (var connection = lender.getConnection();
                var statement = connection.prepareStatement("SELECT COUNT(*) FROM QRTZ_TRIGGERS");
                var rows = statement.executeQuery()) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isZero();
        }
        lender.shutdown();

        assertThat(database.<List<Integer>>read(s -> s.query("SELECT 1", r -> r.getInt(1))))
                .containsExactly(1);
    }

    @Test
    void undoesAllOfWorkThatFailsInTheMiddle() {
        assertThatThrownBy(() ->
                        database.write(session -> {
                            session.update("INSERT INTO alive VALUES (1, 2)");
                            throw new IllegalStateException("a bug");
                        }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(database.<List<Integer>>read(s -> s.query("SELECT 1 FROM alive", r -> 1)))
                .isEmpty();
    }
}
