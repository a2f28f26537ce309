package org.quietbell.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.quietbell.hit.HitId;
import org.quietbell.json.Json;
import org.quietbell.match.Band;
import org.quietbell.match.Matter;
import org.quietbell.notice.Cause;
import org.quietbell.notice.Decision;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Notice;
import org.quietbell.notice.Occasion;
import org.quietbell.notice.Owed;
import org.quietbell.notice.RecipientId;
import org.quietbell.vault.CaseKey;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchId;

/// What is owed, and what was decided about it.
final class Tellings {
    /// What keeps a hit from being owed to one recipient.
    private static final String OWED =
            " FROM hit h WHERE h.case_id = ? AND h.baseline = FALSE AND h.quiet = FALSE AND h.label <> 'not-me'"
                    + " AND h.band = ANY(?) AND NOT EXISTS (SELECT 1 FROM told t"
                    + " WHERE t.hit_id = h.id AND t.recipient = ? AND t.stands)";

    /// What was delivered later than this after it was decided counts as of its delivery.
    private static final Duration SLOW = Duration.ofHours(1);

    /// Longer than any letter is tried.
    private static final Duration GIVEN_UP = Duration.ofDays(9);

    /// Up to how many rows are looked up one by one.
    private static final int FEW = 500;

    private final Database database;
    private final Seals seals;
    private final Recipients recipients;
    private final StoredHearings hearings;

    Tellings(Database database, Seals seals, Recipients recipients, StoredHearings hearings) {
        this.database = database;
        this.seals = seals;
        this.recipients = recipients;
        this.hearings = hearings;
    }

    List<Owed> owed(CaseId caseId, RecipientId recipient, Band band) {
        return owed(caseId, recipient, band, "", Integer.MAX_VALUE);
    }

    /// The oldest of them.
    List<Owed> owed(CaseId caseId, RecipientId recipient, Band band, int most) {
        return owed(caseId, recipient, band, "", most);
    }

    /// Those that say one of these at least. Few: found by their index.
    List<Owed> owedAtOnce(CaseId caseId, RecipientId recipient, Band band, Set<Matter> matters) {
        return owed(
                caseId,
                recipient,
                band,
                " AND h.matters > 0 AND BITAND(h.matters, " + Matter.bits(matters) + ") > 0",
                Integer.MAX_VALUE);
    }

    private List<Owed> owed(
            CaseId caseId, RecipientId recipient, Band band, String among, int most) {
        String token = recipients.token(caseId, recipient);
        return database.read(session -> {
            Map<String, Cause> missed = missed(session, caseId, token);
            return session.query(
                    "SELECT h.id, h.watch_id, h.source_id, h.band, h.first_seen,"
                            + " COALESCE(h.group_id, h.id)"
                            + OWED
                            + among
                            + " ORDER BY h.case_id, h.baseline, h.seq LIMIT ?",
                    row -> {
                        String id = row.getString(1);
                        return new Owed(
                                new HitId(id),
                                new WatchId(row.getString(2)),
                                row.getString(3),
                                StoredHits.band(row.getString(4)),
                                Moments.of(row.getLong(5)),
                                row.getString(6),
                                Optional.ofNullable(missed.get(id)));
                    },
                    caseId.value(),
                    StoredHits.atLeast(band),
                    token,
                    most);
        });
    }

    private static Map<String, Cause> missed(Session session, CaseId caseId, String token)
            throws SQLException {
        Map<String, Cause> missed = new HashMap<>();
        session.query(
                "SELECT d.hit_id, d.missed FROM held d JOIN hit h ON h.id = d.hit_id"
                        + " WHERE d.recipient = ? AND h.case_id = ? AND d.missed IS NOT NULL",
                row -> missed.put(row.getString(1), Cause.valueOf(row.getString(2))),
                token,
                caseId.value());
        return missed;
    }

    boolean owesAnything() {
        return cases().stream()
                .anyMatch(caseId -> !owed(caseId, RecipientId.SELF, band(caseId), 1).isEmpty());
    }

    private List<CaseId> cases() {
        return database.read(session ->
                session.query("SELECT id FROM watched_case", row -> new CaseId(row.getString(1))));
    }

    private Band band(CaseId caseId) {
        return hearings.of(caseId).map(Hearing::band).orElse(Band.LIKELY);
    }

    int owedCount() {
        int owed = 0;
        for (CaseId caseId : cases()) {
            Band band = band(caseId);
            String token = recipients.token(caseId, RecipientId.SELF);
            owed +=
                    database.read(session ->
                            session.first(
                                            "SELECT COUNT(*)" + OWED,
                                            row -> row.getInt(1),
                                            caseId.value(),
                                            StoredHits.atLeast(band),
                                            token)
                                    .orElse(0));
        }
        return owed;
    }

    List<Instant> noticesSince(CaseId caseId, RecipientId recipient, Instant since) {
        return noticesSince(caseId, recipient, since, "");
    }

    List<Instant> atOnceSince(CaseId caseId, RecipientId recipient, Instant since) {
        return noticesSince(caseId, recipient, since, " AND n.at_once");
    }

    private List<Instant> noticesSince(
            CaseId caseId, RecipientId recipient, Instant since, String among) {
        return database.read(session ->
                session.query(
                        "SELECT * FROM (SELECT CASE WHEN last > at + ? THEN last ELSE at END AS"
                                + " counts FROM (SELECT n.at, (SELECT MAX(l.delivered_at) FROM"
                                + " letter l WHERE l.notice_id = n.id) AS last FROM notice n"
                                + " WHERE n.case_id = ? AND n.recipient = ? AND n.at > ?"
                                + " AND n.stands"
                                + among
                                + ")) WHERE counts > ? ORDER BY counts",
                        row -> Moments.in(row, "counts"),
                        TimeUnit.MICROSECONDS.convert(SLOW),
                        caseId.value(),
                        recipients.token(caseId, recipient),
                        since.minus(GIVEN_UP),
                        since));
    }

    /// How many hits each source has brought since a moment.
    Map<String, Integer> broughtSince(Instant since) {
        return database.read(session -> {
            Map<String, Integer> brought = new HashMap<>();
            session.query(
                    "SELECT source_id, COUNT(*) FROM hit WHERE baseline = FALSE AND first_seen > ?"
                            + " GROUP BY source_id",
                    row -> brought.put(row.getString(1), row.getInt(2)),
                    since);
            return brought;
        });
    }

    Set<String> occasionsTold(CaseId caseId, RecipientId recipient) {
        return database.read(session ->
                Set.copyOf(
                        session.query(
                                "SELECT DISTINCT what FROM occasion WHERE case_id = ?"
                                        + " AND recipient = ? AND stands AND EXISTS"
                                        + " (SELECT 1 FROM notice n WHERE n.id = notice_id)",
                                row -> row.getString(1),
                                caseId.value(),
                                recipients.token(caseId, recipient))));
    }

    Optional<Instant> lastTelling(CaseId caseId, RecipientId recipient) {
        return database.read(session ->
                session.first(
                        "SELECT at FROM telling WHERE case_id = ? AND recipient = ?",
                        row -> Moments.in(row, "at"),
                        caseId.value(),
                        recipients.token(caseId, recipient)));
    }

    void keep(CaseId caseId, RecipientId recipient, Optional<Instant> at, Decision decision) {
        decision.notice()
                .ifPresent(notice -> {
                    if (notice.letters().isEmpty()) {
                        throw new IllegalArgumentException("notice: must have a letter");
                    }
                });
        database.writeSynced(session -> {
            String token = recipients.kept(session, caseId, recipient);
            if (at.isPresent()) {
                session.put("telling", "case_id, recipient", "at", caseId.value(), token, at.get());
            }
            if (decision.notice().isPresent()) {
                keep(session, token, decision.notice().get());
            }
            hold(session, token, decision.held());
            return true;
        });
    }

    private void keep(Session session, String token, Notice notice) throws SQLException {
        String id = notice.id().value();
        if (session.first("SELECT 1 FROM notice WHERE id = ?", row -> row.getInt(1), id)
                .isPresent()) {
            return; // kept by an attempt that did not learn of its success
        }
        CaseKey key = seals.of(notice.caseId());
        session.update(
                "INSERT INTO notice (id, case_id, recipient, at, stands, at_once)"
                        + " VALUES (?, ?, ?, ?, TRUE, ?)",
                id,
                notice.caseId().value(),
                token,
                notice.at(),
                notice.atOnce());
        List<Object[]> letters = new ArrayList<>();
        for (Notice.Letter letter : notice.letters()) {
            String channel = letter.channel().value();
            Json words = Outbox.words(letter.level(), letter.subject(), letter.body());
            byte[] sealed = Seals.seal(key, Outbox.TABLE, Outbox.place(id, channel), words);
            letters.add(new Object[] {id, channel, sealed});
        }
        session.batch(
                "INSERT INTO letter (notice_id, channel_id, state, attempts, sealed)"
                        + " VALUES (?, ?, 'pending', 0, ?)",
                letters);
        List<String> hits = notice.hits().stream().map(HitId::value).toList();
        List<Object[]> told = new ArrayList<>();
        for (String hit : hits) {
            told.add(new Object[] {hit, token, id});
        }
        session.batch(
                "INSERT INTO told (hit_id, recipient, notice_id, stands) VALUES (?, ?, ?, TRUE)",
                told);
        for (Occasion occasion : notice.occasions()) {
            session.update(
                    "INSERT INTO occasion (case_id, recipient, what, notice_id, stands)"
                            + " VALUES (?, ?, ?, ?, TRUE)",
                    notice.caseId().value(),
                    token,
                    occasion.key(),
                    id);
        }
        // should the notice be taken back, what she missed must still come back gently
        session.batch(
                "DELETE FROM held WHERE hit_id = ? AND recipient = ? AND missed IS NULL",
                hits.stream().map(hit -> new Object[] {hit, token}).toList());
    }

    private record HeldRow(String cause, Optional<Instant> until, Optional<String> missed) {}

    /// Only the last cause is kept; that she would have heard but for it stays until she is told,
    /// and that it was a pause stays whatever else holds it later.
    private static void hold(Session session, String token, List<Decision.Held> held)
            throws SQLException {
        List<String> ids = held.stream().flatMap(h -> h.hits().stream()).map(HitId::value).toList();
        if (ids.isEmpty()) {
            return;
        }
        Map<String, HeldRow> before = heldBefore(session, token, ids);
        List<Object[]> fresh = new ArrayList<>();
        List<Object[]> changed = new ArrayList<>();
        Set<HitId> done = new HashSet<>();
        for (Decision.Held group : held) {
            for (HitId hit : group.hits()) {
                if (!done.add(hit)) {
                    continue; // the first cause that holds is the one that counts
                }
                HeldRow old = before.get(hit.value());
                HeldRow next = held(group, old == null ? Optional.empty() : old.missed());
                Object[] row = {
                    next.cause(), next.until(), next.missed(), hit.value(), token,
                };
                if (old == null) {
                    fresh.add(row);
                } else if (!old.equals(next)) {
                    changed.add(row);
                }
            }
        }
        session.batch(
                "INSERT INTO held (cause, held_until, missed, hit_id, recipient)"
                        + " VALUES (?, ?, ?, ?, ?)",
                fresh);
        session.batch(
                "UPDATE held SET cause = ?, held_until = ?, missed = ?"
                        + " WHERE hit_id = ? AND recipient = ?",
                changed);
    }

    /// What is recorded of these. Few are looked up one by one; for many, all of the recipient's
    /// are read, which is one walk. Arrays would do neither: H2 walks through all rows for one,
    /// looks at each of its values for each row, and takes 65,536 at most ("Limits and
    /// Limitations").
    private static Map<String, HeldRow> heldBefore(Session session, String token, List<String> ids)
            throws SQLException {
        Map<String, HeldRow> before = new HashMap<>();
        Session.RowReader<Boolean> reader =
                row -> {
                    before.put(
                            row.getString("hit_id"),
                            new HeldRow(
                                    row.getString("cause"),
                                    Moments.maybeIn(row, "held_until"),
                                    Optional.ofNullable(row.getString("missed"))));
                    return true;
                };
        if (ids.size() > FEW) {
            session.query("SELECT * FROM held WHERE recipient = ?", reader, token);
        } else {
            session.queryEach(
                    "SELECT * FROM held WHERE hit_id = ? AND recipient = ?",
                    reader,
                    ids.stream().map(id -> new Object[] {id, token}).toList());
        }
        return before;
    }

    private static HeldRow held(Decision.Held group, Optional<String> missedBefore) {
        return new HeldRow(
                group.cause().name(),
                group.until().map(until -> Moments.of(Moments.number(until))),
                group.missed() && !isOfPause(missedBefore)
                        ? Optional.of(group.cause().name())
                        : missedBefore);
    }

    private static boolean isOfPause(Optional<String> missed) {
        return missed.filter(cause -> Cause.valueOf(cause).isOfPause()).isPresent();
    }
}
