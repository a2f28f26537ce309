package org.quietbell.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quietbell.json.Json;
import org.quietbell.source.Charge;
import org.quietbell.source.Habits;
import org.quietbell.source.SourceId;
import org.quietbell.source.SourceStates;
import org.quietbell.source.Standing;
import org.quietbell.source.Validators;
import org.quietbell.vault.CaseKey;
import org.quietbell.watch.Query;
import org.quietbell.watch.WatchId;

/// What is remembered of the asking.
final class StoredSourceStates implements SourceStates {
    private static final String STATE = "source_state";
    private static final String QUESTION = "question";
    private static final String ASKING = "question_state";
    private static final Duration NOT_WORTH_WRITING = Duration.ofMinutes(1);

    private final Database database;
    private final Seals seals;
    private final StoredPurses purses;

    StoredSourceStates(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
        this.purses = new StoredPurses(database, seals);
    }

    @Override
    public Standing standing(SourceId source) {
        return database.read(session -> standing(session, source));
    }

    private Standing standing(Session session, SourceId source) throws SQLException {
        return session.first(
                        "SELECT * FROM source_state WHERE source_id = ?",
                        row -> standing(row, source),
                        source.value())
                .orElse(Standing.NEVER_ASKED);
    }

    @Override
    public Map<SourceId, Standing> standings() {
        return database.read(session -> {
            Map<SourceId, Standing> standings = new HashMap<>();
            session.query(
                    "SELECT * FROM source_state",
                    row -> {
                        SourceId source = new SourceId(row.getString("source_id"));
                        return standings.put(source, standing(row, source));
                    });
            return standings;
        });
    }

    private Standing standing(ResultSet row, SourceId source) throws SQLException {
        return standing(row, seals.of(source), source.value(), STATE);
    }

    private static Standing standing(ResultSet row, CaseKey key, String place, String table)
            throws SQLException {
        Optional<Json> sealed =
                Optional.ofNullable(row.getBytes("sealed"))
                        .map(bytes -> Seals.open(key, table, place, bytes));
        return new Standing(
                sealed.flatMap(StandingJson::fault),
                Moments.maybeIn(row, "since"),
                Moments.maybeIn(row, "asked"),
                Moments.maybeIn(row, "answered"),
                row.getInt("faults"),
                Moments.maybeIn(row, "not_before"),
                sealed.map(StandingJson::habits).orElse(Habits.NONE));
    }

    @Override
    public void remember(SourceId source, Standing standing) {
        database.write(session -> {
            if (isWorthWriting(standing(session, source), standing)) {
                Optional<byte[]> sealed =
                        StandingJson.of(standing)
                                .map(json ->
                                        Seals.seal(seals.of(source), STATE, source.value(), json));
                session.put(
                        STATE,
                        "source_id",
                        "fault_kind, since, asked, answered, faults, not_before, sealed",
                        source.value(),
                        standing.fault().map(fault -> fault.kind().word()),
                        standing.since(),
                        standing.lastAsked(),
                        standing.lastAnswer(),
                        standing.faults(),
                        standing.notBefore(),
                        sealed);
            }
            return true;
        });
    }

    private static boolean isWorthWriting(Standing old, Standing next) {
        return !old.fault().equals(next.fault())
                || old.faults() != next.faults()
                || !old.habits().equals(next.habits())
                || !isSame(old.since(), next.since())
                || !isSame(old.notBefore(), next.notBefore())
                || !isNear(old.lastAsked(), next.lastAsked())
                || !isNear(old.lastAnswer(), next.lastAnswer());
    }

    private static boolean isSame(Optional<Instant> old, Optional<Instant> next) {
        return old.map(Moments::number).equals(next.map(Moments::number));
    }

    private static boolean isNear(Optional<Instant> old, Optional<Instant> next) {
        if (old.isEmpty() || next.isEmpty()) {
            return old.isEmpty() && next.isEmpty();
        }
        return Duration.between(old.get(), next.get()).abs().compareTo(NOT_WORTH_WRITING) < 0;
    }

    @Override
    public Validators validators(SourceId source, Optional<WatchId> watch, Query query) {
        return database.read(session -> validators(session, source, watch, query));
    }

    Validators validators(Session session, SourceId source, Optional<WatchId> watch, Query query)
            throws SQLException {
        CaseKey key = key(source, watch);
        byte[] question = question(key, watch, query);
        return session.first(
                        "SELECT sealed FROM question WHERE source_id = ? AND question = ?",
                        row -> row.getBytes(1),
                        source.value(),
                        question)
                .map(sealed -> Seals.open(key, QUESTION, place(source, question), sealed))
                .map(json -> new Validators(json.at("etag").text(), json.at("modified").text()))
                .orElse(Validators.NONE);
    }

    /// Keeps the validators of an answer, if they are others than before.
    void keep(
            Session session,
            SourceId source,
            Optional<WatchId> watch,
            Query query,
            Validators validators)
            throws SQLException {
        if (validators(session, source, watch, query).equals(validators)) {
            return;
        }
        CaseKey key = key(source, watch);
        byte[] question = question(key, watch, query);
        Json json =
                Json.object()
                        .putIfPresent("etag", validators.etag())
                        .putIfPresent("modified", validators.lastModified())
                        .build();
        session.put(
                QUESTION,
                "source_id, question",
                "sealed",
                source.value(),
                question,
                Seals.seal(key, QUESTION, place(source, question), json));
    }

    private CaseKey key(SourceId source, Optional<WatchId> watch) {
        return watch.map(seals::of).orElseGet(() -> seals.of(source));
    }

    private static byte[] question(CaseKey key, Optional<WatchId> watch, Query query) {
        return key.fingerprint(
                QUESTION, CaseJson.question(watch.map(WatchId::value).orElse(""), query));
    }

    private static String place(SourceId source, byte[] question) {
        return source.value() + "/" + HexFormat.of().formatHex(question);
    }

    @Override
    public Standing standing(SourceId source, WatchId watch, Query query) {
        CaseKey key = seals.of(watch);
        byte[] question = question(key, Optional.of(watch), query);
        return database.read(session ->
                session.first(
                                "SELECT * FROM question_state WHERE source_id = ? AND question = ?",
                                row -> standing(row, key, place(source, question), ASKING),
                                source.value(),
                                question)
                        .orElse(Standing.NEVER_ASKED));
    }

    @Override
    public void remember(SourceId source, WatchId watch, Query query, Standing standing) {
        CaseKey key = seals.of(watch);
        byte[] question = question(key, Optional.of(watch), query);
        database.write(session -> {
            session.put(
                    ASKING,
                    "source_id, question",
                    "fault_kind, since, asked, answered, faults, not_before, sealed",
                    source.value(),
                    question,
                    standing.fault().map(fault -> fault.kind().word()),
                    standing.since(),
                    standing.lastAsked(),
                    standing.lastAnswer(),
                    standing.faults(),
                    Optional.empty(),
                    StandingJson.of(standing.with(Habits.NONE))
                            .map(json -> Seals.seal(key, ASKING, place(source, question), json)));
            return true;
        });
    }

    @Override
    public Optional<Instant> spend(List<Charge> charges, Instant now) {
        return purses.spend(charges, now);
    }

    @Override
    public Optional<Instant> free(List<Charge> charges, Instant now) {
        return purses.free(charges, now);
    }
}
