package org.quietbell.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Rejudged;
import org.quietbell.json.Json;
import org.quietbell.match.Band;
import org.quietbell.match.Judge;
import org.quietbell.match.Match;
import org.quietbell.match.Reason;
import org.quietbell.watch.WatchId;

/// Judges what is kept of one watch anew, a page of rows at a time.
final class Rejudging {
    private static final int PAGE = 200;
    private static final Reason NO_LONGER = new Reason("judged-anew", List.of(), 0);

    private final Database database;
    private final Seals seals;

    Rejudging(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /// A hit that was not labelled and not erased.
    private record Row(long seq, HitId id, Band band, int score, byte[] sealed) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("seq"),
                    new HitId(row.getString("id")),
                    StoredHits.band(row.getString("band")),
                    row.getInt("score"),
                    row.getBytes("sealed"));
        }
    }

    /// @param changes whether to keep what comes out
    /// @param tell whether what is raised may be told
    Rejudged all(WatchId watch, Judge judge, boolean changes, boolean tell) {
        Rejudged sum = new Rejudged(0, 0, 0);
        long after = 0;
        while (true) {
            long from = after;
            List<Row> page =
                    database.read(session ->
                            session.query(
                                    "SELECT seq, id, band, score, sealed FROM hit WHERE watch_id = ?"
                                            + " AND seq > ? AND label = 'not-sure' ORDER BY seq"
                                            + " FETCH FIRST ? ROWS ONLY",
                                    Row::of,
                                    watch.value(),
                                    from,
                                    PAGE));
            for (Row row : page) {
                sum = plus(sum, one(watch, row, judge, changes, tell));
            }
            if (page.size() < PAGE) {
                return sum;
            }
            after = page.getLast().seq();
        }
    }

    private static Rejudged plus(Rejudged one, Rejudged other) {
        return new Rejudged(
                one.raised() + other.raised(),
                one.lowered() + other.lowered(),
                one.dropped() + other.dropped());
    }

    private Rejudged one(WatchId watch, Row row, Judge judge, boolean changes, boolean tell) {
        Json json = Seals.open(seals.of(watch), StoredHits.TABLE, row.id().value(), row.sealed());
        Optional<Match> match =
                HitJson.latestFinding(json).stream()
                        .flatMap(finding -> judge.judge(finding).stream())
                        .filter(each -> each.watch().equals(watch))
                        .findFirst();
        Band band = match.map(Match::band).orElse(Band.UNLIKELY);
        boolean was = row.band().isAtLeast(Band.LIKELY);
        boolean is = band.isAtLeast(Band.LIKELY);
        if (changes) {
            write(watch, row, match, !was && is && !tell, json);
        }
        return new Rejudged(
                !was && is ? 1 : 0,
                was && !is ? 1 : 0,
                row.band() != Band.UNLIKELY && band == Band.UNLIKELY ? 1 : 0);
    }

    private void write(WatchId watch, Row row, Optional<Match> match, boolean quiet, Json json) {
        List<Reason> reasons = match.map(Match::reasons).orElse(List.of(NO_LONGER));
        int score = match.map(Match::score).orElse(0);
        byte[] sealed =
                Seals.seal(
                        seals.of(watch),
                        StoredHits.TABLE,
                        row.id().value(),
                        HitJson.withReasons(json, reasons));
        database.write(session ->
                session.update(
                        "UPDATE hit SET band = ?, score = ?, sealed = ?, quiet = quiet OR ?"
                                + " WHERE id = ? AND label = 'not-sure'",
                        Band.of(score).word(),
                        score,
                        sealed,
                        quiet,
                        row.id().value()));
    }
}
