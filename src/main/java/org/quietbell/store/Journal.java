package org.quietbell.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;
import org.quietbell.source.SourceId;

/// The health journal: whether the program was working, and what answered, at any time (R3.6).
///
/// Names and numbers only, never a value of a setting. Append-only. Safe for many threads.
public final class Journal {
    private static final String TABLE = "journal";
    private static final int PAGE = 500;

    /// What happened.
    public enum Kind {
        /// It started; details: `version`.
        STARTED,
        /// It stopped orderly.
        STOPPED,
        /// It had ended without a word; details: `last-alive`, at most minutes before the end.
        GAP,
        /// It made one round by command and ended; details: `from`. The line is of its end.
        LOOKED,
        /// Its clock was compared; details: `offset`, ISO-8601, the other clock minus ours.
        CLOCK,
        /// A source began to answer, or to fail; details: `source`, `fault` (its kind) if it fails.
        SOURCE,
        /// Settings were changed; details: `names`.
        SETTINGS
    }

    /// One line.
    ///
    /// @param details see [Kind]
    public record Entry(Instant at, Kind kind, Json details) {}

    private final Database database;
    private final Seals seals;
    private final Map<SourceId, String> sources = new ConcurrentHashMap<>();

    Journal(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /// Notes the start, and first of all the gap if the last run did not stop orderly.
    public void started(Instant at, String version) {
        Optional<Instant> alive =
                database.read(session ->
                        session.first("SELECT at FROM alive", row -> Moments.in(row, "at")));
        alive.ifPresent(last -> note(at, Kind.GAP, Json.object().put("last-alive", last).build()));
        note(at, Kind.STARTED, Json.object().put("version", version).build());
        alive(at);
    }

    /// When it was last known to run, by the last line or the last sign of life; empty: never. A
    /// round by command does not count: while nothing ran on its own, nobody was told.
    public Optional<Instant> lastRan() {
        return database.read(session ->
                session.first(
                        "SELECT at FROM (SELECT at FROM alive UNION ALL SELECT MAX(at) AS"
                                + " at FROM journal WHERE kind <> 'looked') WHERE at IS NOT NULL ORDER BY at DESC"
                                + " FETCH FIRST 1 ROW ONLY",
                        row -> Moments.in(row, "at")));
    }

    /// Notes that it still runs: to be called every few minutes.
    public void alive(Instant at) {
        database.write(session -> {
            session.put("alive", "one", "at", 1, at);
            return true;
        });
    }

    /// Notes an orderly stop.
    public void stopped(Instant at) {
        note(at, Kind.STOPPED, Json.object().build());
        database.writeSynced(session -> session.update("DELETE FROM alive"));
    }

    /// Notes a round that was made by command.
    public void looked(Instant from, Instant to) {
        note(to, Kind.LOOKED, Json.object().put("from", from).build());
    }

    /// Notes how far the clock is off.
    public void clock(Instant at, Duration offset) {
        note(at, Kind.CLOCK, Json.object().put("offset", offset).build());
    }

    /// Notes how a source does, if that is not what was noted last.
    ///
    /// @param fault empty: it answered
    public void source(Instant at, SourceId source, Optional<Fault> fault) {
        String state = fault.map(f -> f.kind().word()).orElse("ok");
        if (!state.equals(sources.put(source, state))) {
            Json details =
                    Json.object()
                            .put("source", source)
                            .putIfPresent("fault", fault.map(f -> f.kind().word()))
                            .build();
            note(at, Kind.SOURCE, details);
        }
    }

    /// Notes which settings were changed.
    ///
    /// @param names of the settings, never their values
    public void settings(Instant at, Collection<String> names) {
        note(at, Kind.SETTINGS, Json.object().put("names", names).build());
    }

    private void note(Instant at, Kind kind, Json details) {
        String word = kind.name().toLowerCase(Locale.ROOT);
        byte[] sealed = Seals.seal(seals.ofInstallation(), TABLE, word, details);
        database.write(session ->
                session.update(
                        "INSERT INTO journal (at, kind, sealed) VALUES (?, ?, ?)",
                        at,
                        word,
                        sealed));
    }

    private record Line(long seq, Entry entry) {}

    /// Hands each line from a moment on to the consumer, in the order of writing.
    public void each(Instant since, Consumer<Entry> consumer) {
        long after = -1;
        while (true) {
            long from = after;
            List<Line> lines =
                    database.read(session ->
                            session.query(
                                    "SELECT * FROM journal WHERE seq > ? AND at >= ? ORDER BY seq"
                                            + " FETCH FIRST "
                                            + PAGE
                                            + " ROWS ONLY",
                                    row ->
                                            new Line(
                                                    row.getLong("seq"),
                                                    entry(
                                                            Moments.in(row, "at"),
                                                            row.getString("kind"),
                                                            row.getBytes("sealed"))),
                                    from,
                                    since));
            lines.forEach(line -> consumer.accept(line.entry()));
            if (lines.size() < PAGE) {
                return;
            }
            after = lines.getLast().seq();
        }
    }

    private Entry entry(Instant at, String kind, byte[] sealed) {
        return new Entry(
                at,
                Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                Seals.open(seals.ofInstallation(), TABLE, kind, sealed));
    }
}
