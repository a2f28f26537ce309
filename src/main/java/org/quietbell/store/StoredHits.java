package org.quietbell.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.quietbell.hit.AddressRules;
import org.quietbell.hit.Audience;
import org.quietbell.hit.Collected;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitFilter;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Hits;
import org.quietbell.hit.Kept;
import org.quietbell.hit.Label;
import org.quietbell.hit.Listing;
import org.quietbell.hit.Rejudged;
import org.quietbell.hit.Settled;
import org.quietbell.hit.Story;
import org.quietbell.json.Json;
import org.quietbell.match.Band;
import org.quietbell.match.Judge;
import org.quietbell.match.Labelled;
import org.quietbell.source.Finding;
import org.quietbell.source.SourceId;
import org.quietbell.vault.CaseKey;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Query;
import org.quietbell.watch.WatchId;

/// The hits: ids, times, band, score and states in plain columns, all else sealed.
final class StoredHits implements Hits {
    static final String TABLE = "hit";
    private static final int PAGE = 200;
    private static final String ROWS =
            "SELECT h.*, a.rounds FROM hit h LEFT JOIN asked a ON a.seq = h.question WHERE ";
    private static final String UNSURE = " AND h.label = 'not-sure'";
    static final String UNLISTED =
            "(COALESCE(a.rounds - h.last_round, 0) >= " + Listing.MISSES + ")";

    private static final String PLAIN =
            UNSURE + " AND h.changed IS NULL AND h.back IS NULL AND NOT " + UNLISTED;

    private final Database database;
    private final Seals seals;
    private final StoredRules rules;
    private final Baselines baselines;
    private final Keeping keeping;
    private final Rejudging rejudging;
    private final StoredEvidence evidence;

    StoredHits(Database database, Seals seals, StoredSourceStates states, StoredEvidence evidence) {
        this.database = database;
        this.seals = seals;
        this.rules = new StoredRules(database, seals);
        this.baselines = new Baselines(database, seals);
        this.keeping = new Keeping(database, seals, states, rules, baselines);
        this.rejudging = new Rejudging(database, seals);
        this.evidence = evidence;
        rules.use(AddressRules.STANDARD);
    }

    @Override
    public void use(AddressRules next) {
        rules.use(next);
    }

    @Override
    public Kept keep(Collected answer) {
        return keeping.keep(answer);
    }

    @Override
    public Settled settled(SourceId source, Query asked, Audience audience) {
        return baselines.of(source, asked, audience);
    }

    /// Reads page by page, each in a transaction of its own, so that a slow reader holds nothing.
    @Override
    public void each(HitFilter filter, Consumer<Hit> consumer) {
        Conditions conditions = Conditions.of(filter);
        long before = Long.MAX_VALUE;
        while (true) {
            List<Row> page = page(conditions, before, PAGE);
            for (Row row : page) {
                consumer.accept(hit(row));
            }
            if (page.size() < PAGE) {
                return;
            }
            before = page.getLast().seq();
        }
    }

    private List<Row> page(Conditions conditions, long before, int most) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(before);
        parameters.addAll(conditions.parameters());
        parameters.add(most);
        String sql =
                ROWS
                        + "h.seq < ?"
                        + conditions.sql()
                        + " ORDER BY h.seq DESC FETCH FIRST ? ROWS ONLY";
        return database.read(session -> session.query(sql, Row::of, parameters.toArray()));
    }

    @Override
    public List<Hit> page(HitFilter filter, Optional<HitId> after, int most) {
        Optional<Long> before =
                after.isEmpty()
                        ? Optional.of(Long.MAX_VALUE)
                        : database.read(session ->
                                session.first(
                                        "SELECT seq FROM hit WHERE id = ?",
                                        row -> row.getLong(1),
                                        after.get().value()));
        return before.map(seq -> page(Conditions.of(filter), seq, most)).orElse(List.of()).stream()
                .map(this::hit)
                .toList();
    }

    @Override
    public boolean anyFresh(Instant from, Instant to, Band band) {
        return database.read(session ->
                        session.first(
                                "SELECT 1 FROM hit WHERE first_seen >= ? AND first_seen < ?"
                                        + " AND baseline = FALSE AND band = ANY(?) LIMIT 1",
                                row -> row.getInt(1),
                                from,
                                to,
                                atLeast(band)))
                .isPresent();
    }

    @Override
    public int groupSize(HitId group) {
        return database.read(session ->
                session.first(
                                "SELECT (SELECT COUNT(*) FROM hit WHERE id = ?)"
                                        + " + (SELECT COUNT(*) FROM hit WHERE group_id = ?)",
                                row -> row.getInt(1),
                                group.value(),
                                group.value())
                        .orElse(0));
    }

    @Override
    public Optional<Hit> find(HitId id) {
        return database.read(session -> row(session, id)).map(this::hit);
    }

    private static Optional<Row> row(Session session, HitId id) throws SQLException {
        return session.first(ROWS + "h.id = ?", Row::of, id.value());
    }

    @Override
    public boolean label(HitId id, Label label, Instant at) {
        Optional<Row> there = database.read(session -> row(session, id));
        return there.isPresent()
                && evidence.beside(there.get().caseId(), () -> labelled(id, label, at));
    }

    private boolean labelled(HitId id, Label label, Instant at) {
        return database.writeSynced(session -> {
            Optional<Row> row = row(session, id);
            if (row.isEmpty()) {
                return false;
            }
            byte[] sealed = row.get().sealed();
            if (label == Label.NOT_ME) {
                CaseKey key = seals.of(row.get().caseId());
                Json json = Seals.open(key, TABLE, id.value(), sealed);
                Optional<Finding> erased = HitJson.finding(json);
                if (erased.isPresent()) {
                    Story story = Story.of(erased.get());
                    Groups.forget(session, key, id, row.get().watch(), story);
                }
                sealed = Seals.seal(key, TABLE, id.value(), HitJson.erased(json));
                evidence.erase(session, row.get().caseId(), id, "not-me", at);
            }
            session.update(
                    "UPDATE hit SET label = ?, labelled_at = ?, sealed = ? WHERE id = ?",
                    label.word(),
                    at,
                    sealed,
                    id.value());
            return true;
        });
    }

    @Override
    public Map<WatchId, Labelled> labelled() {
        Map<WatchId, Labelled> all = new LinkedHashMap<>();
        database
                .read(session ->
                        session.query(
                                "SELECT watch_id, COUNT(CASE label WHEN 'me' THEN 1 END),"
                                        + " COUNT(CASE label WHEN 'not-me' THEN 1 END) FROM hit"
                                        + " WHERE labelled_at IS NOT NULL GROUP BY watch_id",
                                row ->
                                        Map.entry(
                                                new WatchId(row.getString(1)),
                                                new Labelled(row.getInt(2), row.getInt(3)))))
                .stream()
                .filter(entry -> !entry.getValue().equals(Labelled.NONE))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    @Override
    public Rejudged preview(WatchId watch, Judge judge) {
        return rejudging.all(watch, judge, false, false);
    }

    @Override
    public Rejudged rejudge(WatchId watch, Judge judge, boolean tell) {
        return rejudging.all(watch, judge, true, tell);
    }

    private Hit hit(Row row) {
        Json json = Seals.open(seals.of(row.caseId()), TABLE, row.id().value(), row.sealed());
        return new Hit(
                row.id(),
                row.caseId(),
                row.watch(),
                row.source(),
                row.firstSeen(),
                row.lastSeen(),
                row.sightings(),
                row.band(),
                row.score(),
                HitJson.reasons(json),
                row.baseline(),
                row.label(),
                HitJson.finding(json),
                HitJson.provenance(json),
                row.group(),
                new Listing(row.listed(), row.back(), row.changed(), HitJson.latest(json)));
    }

    static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    static Label label(String word) {
        return Label.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static Band band(String word) {
        return Band.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// The names of that band and of all that are more likely, as an array parameter.
    static Object[] atLeast(Band band) {
        return Stream.of(Band.values())
                .filter(other -> other.isAtLeast(band))
                .map(Band::word)
                .toArray(String[]::new);
    }

    /// A row as it lies there.
    private record Row(
            long seq,
            HitId id,
            CaseId caseId,
            WatchId watch,
            SourceId source,
            Instant firstSeen,
            Instant lastSeen,
            int sightings,
            Band band,
            int score,
            boolean baseline,
            Label label,
            HitId group,
            boolean listed,
            Optional<Instant> back,
            Optional<Instant> changed,
            byte[] sealed) {
        static Row of(ResultSet row) throws SQLException {
            String group = row.getString("group_id");
            Optional<Long> question = number(row, "question");
            long missed = row.getLong("rounds") - row.getLong("last_round");
            return new Row(
                    row.getLong("seq"),
                    new HitId(row.getString("id")),
                    new CaseId(row.getString("case_id")),
                    new WatchId(row.getString("watch_id")),
                    new SourceId(row.getString("source_id")),
                    Moments.in(row, "first_seen"),
                    Moments.in(row, "last_seen"),
                    row.getInt("sightings"),
                    StoredHits.band(row.getString("band")),
                    row.getInt("score"),
                    row.getBoolean("baseline"),
                    StoredHits.label(row.getString("label")),
                    new HitId(group == null ? row.getString("id") : group),
                    question.isEmpty() || missed < Listing.MISSES,
                    Moments.maybeIn(row, "back"),
                    Moments.maybeIn(row, "changed"),
                    row.getBytes("sealed"));
        }
    }

    /// A filter as SQL.
    private record Conditions(String sql, List<Object> parameters) {
        static Conditions of(HitFilter filter) {
            StringBuilder sql = new StringBuilder();
            List<Object> parameters = new ArrayList<>();
            filter.watch()
                    .ifPresent(watch -> {
                        sql.append(" AND h.watch_id = ?");
                        parameters.add(watch.value());
                    });
            filter.since()
                    .ifPresent(since -> {
                        sql.append(" AND h.first_seen >= ?");
                        parameters.add(since);
                    });
            // what was judged unlikely since it was kept is not listed any more
            sql.append(" AND h.band = ANY(?)");
            parameters.add(atLeast(filter.band().orElse(Band.POSSIBLE)));
            filter.state()
                    .ifPresent(state -> {
                        switch (state) {
                            case "new" -> sql.append(PLAIN).append(" AND NOT h.baseline");
                            case "baseline" -> sql.append(PLAIN).append(" AND h.baseline");
                            case "unlisted" -> sql.append(UNSURE).append(" AND " + UNLISTED);
                            case "changed" ->
                                    sql.append(UNSURE)
                                            .append(" AND h.changed IS NOT NULL AND NOT ")
                                            .append(UNLISTED);
                            case "back" ->
                                    sql.append(UNSURE)
                                            .append(" AND h.back IS NOT NULL")
                                            .append(" AND h.changed IS NULL AND NOT ")
                                            .append(UNLISTED);
                            default -> {
                                sql.append(" AND h.label = ?");
                                parameters.add(state);
                            }
                        }
                    });
            return new Conditions(sql.toString(), parameters);
        }
    }
}
