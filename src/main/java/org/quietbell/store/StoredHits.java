package org.quietbell.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.quietbell.hit.Collected;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitFilter;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Hits;
import org.quietbell.hit.Kept;
import org.quietbell.hit.Label;
import org.quietbell.hit.Pair;
import org.quietbell.json.Json;
import org.quietbell.match.Band;
import org.quietbell.source.SourceId;
import org.quietbell.vault.CaseKey;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchId;

/// The hits: ids, times, band, score and states in plain columns, all else sealed.
final class StoredHits implements Hits {
    static final String TABLE = "hit";
    private static final int PAGE = 200;

    private final Database database;
    private final Seals seals;
    private final Keeping keeping;

    StoredHits(Database database, Seals seals, StoredSourceStates states) {
        this.database = database;
        this.seals = seals;
        this.keeping = new Keeping(database, seals, states);
    }

    @Override
    public Kept keep(Collected answer) {
        return keeping.keep(answer);
    }

    @Override
    public Set<Pair> withBaseline(SourceId source, Set<Pair> pairs) {
        return keeping.withBaseline(source, pairs);
    }

    /// Reads page by page, each in a transaction of its own, so that a slow reader holds nothing.
    @Override
    public void each(HitFilter filter, Consumer<Hit> consumer) {
        Conditions conditions = Conditions.of(filter);
        long before = Long.MAX_VALUE;
        while (true) {
            List<Row> page = page(conditions, before);
            for (Row row : page) {
                consumer.accept(hit(row));
            }
            if (page.size() < PAGE) {
                return;
            }
            before = page.getLast().seq();
        }
    }

    private List<Row> page(Conditions conditions, long before) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(before);
        parameters.addAll(conditions.parameters());
        String sql =
                "SELECT * FROM hit WHERE seq < ?"
                        + conditions.sql()
                        + " ORDER BY seq DESC FETCH FIRST "
                        + PAGE
                        + " ROWS ONLY";
        return database.read(session -> session.query(sql, Row::of, parameters.toArray()));
    }

    @Override
    public Optional<Hit> find(HitId id) {
        return database.read(session -> row(session, id)).map(this::hit);
    }

    private static Optional<Row> row(Session session, HitId id) throws SQLException {
        return session.first("SELECT * FROM hit WHERE id = ?", Row::of, id.value());
    }

    @Override
    public boolean label(HitId id, Label label, Instant at) {
        return database.writeSynced(session -> {
            Optional<Row> row = row(session, id);
            if (row.isEmpty()) {
                return false;
            }
            byte[] sealed = row.get().sealed();
            if (label == Label.NOT_ME) {
                CaseKey key = seals.of(row.get().caseId());
                Json kept = HitJson.erased(Seals.open(key, TABLE, id.value(), sealed));
                sealed = Seals.seal(key, TABLE, id.value(), kept);
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
                HitJson.provenance(json));
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
            byte[] sealed) {
        static Row of(ResultSet row) throws SQLException {
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
                        sql.append(" AND watch_id = ?");
                        parameters.add(watch.value());
                    });
            filter.since()
                    .ifPresent(since -> {
                        sql.append(" AND first_seen >= ?");
                        parameters.add(since);
                    });
            filter.band()
                    .ifPresent(band -> {
                        sql.append(" AND band = ANY(?)");
                        parameters.add(atLeast(band));
                    });
            filter.state()
                    .ifPresent(state -> {
                        switch (state) {
                            case "new" -> sql.append(" AND label = 'not-sure' AND NOT baseline");
                            case "baseline" -> sql.append(" AND label = 'not-sure' AND baseline");
                            default -> {
                                sql.append(" AND label = ?");
                                parameters.add(state);
                            }
                        }
                    });
            return new Conditions(sql.toString(), parameters);
        }
    }
}
