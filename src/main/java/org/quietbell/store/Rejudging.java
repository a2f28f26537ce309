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
import org.quietbell.match.Reason;
import org.quietbell.vault.CaseKey;
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
        Optional<Long> after = Optional.of(0L);
        while (after.isPresent()) {
            long from = after.get();
            Page page =
                    changes
                            ? database.write(
                                    session -> page(session, watch, from, judge, Optional.of(tell)))
                            : database.read(
                                    session -> page(session, watch, from, judge, Optional.empty()));
            sum = plus(sum, page.rejudged());
            after = page.last();
        }
        return sum;
    }

    /// @param last where the next page begins; empty: this was the last
    private record Page(Rejudged rejudged, Optional<Long> last) {}

    /// Judges one page; with a wish about telling it also keeps what comes out. The rows are held
    /// meanwhile, so that a sighting at the same moment is not written over.
    private Page page(
            Session session, WatchId watch, long from, Judge judge, Optional<Boolean> tell)
            throws SQLException {
        List<Row> rows =
                session.query(
                        "SELECT seq, id, band, score, sealed FROM hit WHERE watch_id = ?"
                                + " AND seq > ? AND label = 'not-sure' ORDER BY seq"
                                + " FETCH FIRST ? ROWS ONLY"
                                + (tell.isPresent() ? " FOR UPDATE" : ""),
                        Row::of,
                        watch.value(),
                        from,
                        PAGE);
        CaseKey key = seals.of(watch);
        Rejudged sum = new Rejudged(0, 0, 0);
        for (Row row : rows) {
            Json json = Seals.open(key, StoredHits.TABLE, row.id().value(), row.sealed());
            if (HitJson.isHushed(json)) {
                continue; // there are no words left to judge
            }
            Judged judged = Judged.of(watch, json, judge);
            if (tell.isPresent() && !judged.isAsIn(row, json)) {
                write(session, key, row, json, judged);
                if (judged.raises(row)) {
                    session.update(
                            "UPDATE hit SET quiet = ? WHERE id = ?", !tell.get(), row.id().value());
                }
            }
            sum = plus(sum, judged.against(row));
        }
        return new Page(
                sum, rows.size() < PAGE ? Optional.empty() : Optional.of(rows.getLast().seq()));
    }

    private static Rejudged plus(Rejudged one, Rejudged other) {
        return new Rejudged(
                one.raised() + other.raised(),
                one.lowered() + other.lowered(),
                one.dropped() + other.dropped());
    }

    private static void write(Session session, CaseKey key, Row row, Json json, Judged judged)
            throws SQLException {
        String id = row.id().value();
        session.update(
                "UPDATE hit SET band = ?, score = ?, sealed = ? WHERE id = ?",
                judged.band().word(),
                judged.score(),
                Seals.seal(key, StoredHits.TABLE, id, HitJson.withReasons(json, judged.reasons())),
                id);
    }

    /// What the judge says now; a finding that is no longer taken for her has score 0.
    private record Judged(int score, List<Reason> reasons) {
        static Judged of(WatchId watch, Json json, Judge judge) {
            return HitJson.latestFinding(json).stream()
                    .flatMap(finding -> judge.judge(finding).stream())
                    .filter(match -> match.watch().equals(watch))
                    .findFirst()
                    .map(match -> new Judged(match.score(), match.reasons()))
                    .orElse(new Judged(0, List.of(NO_LONGER)));
        }

        Band band() {
            return Band.of(score);
        }

        boolean isAsIn(Row row, Json json) {
            return score == row.score() && reasons.equals(HitJson.reasons(json));
        }

        boolean raises(Row row) {
            return band().isAtLeast(Band.LIKELY) && !row.band().isAtLeast(Band.LIKELY);
        }

        Rejudged against(Row row) {
            boolean lowers = row.band().isAtLeast(Band.LIKELY) && !band().isAtLeast(Band.LIKELY);
            boolean drops = row.band() != Band.UNLIKELY && band() == Band.UNLIKELY;
            return new Rejudged(raises(row) ? 1 : 0, lowers ? 1 : 0, drops ? 1 : 0);
        }
    }
}
