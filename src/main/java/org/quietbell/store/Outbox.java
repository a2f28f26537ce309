package org.quietbell.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quietbell.hit.HitId;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Level;
import org.quietbell.notice.Notice;
import org.quietbell.notice.NoticeId;
import org.quietbell.notice.NoticeLog.Outgoing;
import org.quietbell.vault.CaseKey;
import org.quietbell.watch.CaseId;

/// The letters on their way: pending → sending → delivered, or → retry → …, or dead, or withdrawn.
///
/// A letter's words are erased once it was delivered or withdrawn: what it quoted is kept with the
/// hit, where "not me" can reach it.
final class Outbox {
    static final String TABLE = "letter";
    private static final String FAULT = "letter fault";
    private static final String ROWS =
            "SELECT l.*, n.case_id, n.recipient, n.at, n.at_once FROM letter l"
                    + " JOIN notice n ON n.id = l.notice_id WHERE ";

    private final Database database;
    private final Seals seals;
    private final Recipients recipients;

    Outbox(Database database, Seals seals, Recipients recipients) {
        this.database = database;
        this.seals = seals;
        this.recipients = recipients;
    }

    static String place(String notice, String channel) {
        return notice + "/" + channel;
    }

    static Json words(Level level, String subject, String body) {
        return Json.object()
                .put("level", level.word())
                .put("subject", subject)
                .put("body", body)
                .build();
    }

    /// Whoever opens the embedded store is alone with it: leases of a process that is gone end now.
    ///
    /// A told hit without its letters can only come of a transaction that was split. It is owed
    /// again: better told twice than never.
    ///
    /// @return how many told hits had no letter: 0, unless the disk lied
    int recover() {
        return database.writeSynced(session -> {
            session.update(
                    "UPDATE letter SET state = 'pending', lease_until = NULL"
                            + " WHERE state = 'sending'");
            session.update(
                    "DELETE FROM notice WHERE NOT EXISTS"
                            + " (SELECT 1 FROM letter l WHERE l.notice_id = notice.id)");
            session.update(
                    "DELETE FROM letter WHERE NOT EXISTS"
                            + " (SELECT 1 FROM notice n WHERE n.id = letter.notice_id)");
            return session.update(
                    "DELETE FROM told WHERE NOT EXISTS"
                            + " (SELECT 1 FROM letter l WHERE l.notice_id = told.notice_id)");
        });
    }

    List<Outgoing> claim(Instant now, Duration lease, int most) {
        return database.write(session -> {
            List<Row> due =
                    session.query(
                            ROWS
                                    + "(l.state IN ('pending', 'retry') AND (l.next_try IS NULL OR"
                                    + " l.next_try <= ?) OR l.state = 'sending' AND l.lease_until"
                                    + " <= ?) ORDER BY n.at, n.id, l.channel_id"
                                    + " FETCH FIRST ? ROWS ONLY",
                            Row::of,
                            now,
                            now,
                            most);
            List<Row> taken = new ArrayList<>();
            for (Row row : due) {
                int rows =
                        session.update(
                                "UPDATE letter SET state = 'sending', lease_until = ? WHERE"
                                        + " notice_id = ? AND channel_id = ? AND state = ?",
                                now.plus(lease),
                                row.notice(),
                                row.channel(),
                                row.state());
                if (rows == 1) {
                    taken.add(row.as("sending"));
                }
            }
            return outgoing(session, taken);
        });
    }

    void delivered(Outgoing letter, Instant at) {
        database.writeSynced(session ->
                session.update(
                        "UPDATE letter SET state = 'delivered', attempts = ?, delivered_at = ?,"
                                + " lease_until = NULL, next_try = NULL, sealed = ?"
                                + " WHERE notice_id = ? AND channel_id = ?",
                        letter.attempts() + 1,
                        at,
                        wordless(letter),
                        letter.notice().value(),
                        letter.letter().channel().value()));
    }

    void failed(Outgoing letter, Optional<Instant> next, String fault) {
        database.writeSynced(session -> {
            session.update(
                    "UPDATE letter SET state = ?, attempts = ?, next_try = ?, lease_until = NULL,"
                            + " sealed_fault = ? WHERE notice_id = ? AND channel_id = ?",
                    next.isPresent() ? "retry" : "dead",
                    letter.attempts() + 1,
                    next,
                    fault(letter, fault),
                    letter.notice().value(),
                    letter.letter().channel().value());
            settle(session, letter.notice());
            return true;
        });
    }

    void returned(Outgoing letter) {
        database.write(session ->
                session.update(
                        "UPDATE letter SET state = ?, lease_until = NULL WHERE notice_id = ?"
                                + " AND channel_id = ? AND state = 'sending'",
                        letter.attempts() > 0 ? "retry" : "pending",
                        letter.notice().value(),
                        letter.letter().channel().value()));
    }

    void withdrawn(Outgoing letter, String why) {
        database.writeSynced(session -> {
            session.update(
                    "UPDATE letter SET state = 'withdrawn', lease_until = NULL, next_try = NULL,"
                            + " sealed = ?, sealed_fault = ? WHERE notice_id = ? AND channel_id = ?"
                            + " AND state <> 'delivered'",
                    wordless(letter),
                    fault(letter, why),
                    letter.notice().value(),
                    letter.letter().channel().value());
            settle(session, letter.notice());
            return true;
        });
    }

    /// What a notice told of is owed again once one of its letters was withdrawn and none was or
    /// may yet be delivered.
    private static void settle(Session session, NoticeId notice) throws SQLException {
        List<String> states =
                session.query(
                        "SELECT state FROM letter WHERE notice_id = ?",
                        row -> row.getString(1),
                        notice.value());
        boolean isOver =
                states.stream()
                        .allMatch(state -> state.equals("withdrawn") || state.equals("dead"));
        if (isOver && states.contains("withdrawn")) {
            session.update("UPDATE notice SET stands = FALSE WHERE id = ?", notice.value());
            session.update("UPDATE told SET stands = FALSE WHERE notice_id = ?", notice.value());
            session.update(
                    "UPDATE occasion SET stands = FALSE WHERE notice_id = ?", notice.value());
        }
    }

    private byte[] wordless(Outgoing letter) {
        return Seals.seal(
                seals.of(letter.caseId()),
                TABLE,
                place(letter.notice().value(), letter.letter().channel().value()),
                words(letter.letter().level(), "", ""));
    }

    private byte[] fault(Outgoing letter, String fault) {
        return Seals.seal(
                seals.of(letter.caseId()),
                FAULT,
                place(letter.notice().value(), letter.letter().channel().value()),
                Json.of(fault));
    }

    List<Outgoing> outbox() {
        return database.read(session ->
                outgoing(
                        session,
                        session.query(
                                ROWS
                                        + "l.state IN ('pending', 'sending', 'retry', 'dead')"
                                        + " ORDER BY n.at, n.id, l.channel_id",
                                Row::of)));
    }

    private List<Outgoing> outgoing(Session session, List<Row> rows) throws SQLException {
        Map<String, List<HitId>> hits = new HashMap<>();
        Object[] notices = rows.stream().map(Row::notice).distinct().toArray(String[]::new);
        if (notices.length > 0) {
            session.query(
                    "SELECT notice_id, hit_id FROM told WHERE notice_id = ANY(?)"
                            + " ORDER BY notice_id, hit_id",
                    row ->
                            hits.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                                    .add(new HitId(row.getString(2))),
                    (Object) notices);
        }
        List<Outgoing> outgoing = new ArrayList<>();
        for (Row row : rows) {
            outgoing.add(outgoing(session, row, hits.getOrDefault(row.notice(), List.of())));
        }
        return outgoing;
    }

    private Outgoing outgoing(Session session, Row row, List<HitId> hits) throws SQLException {
        CaseKey key = seals.of(row.caseId());
        String place = place(row.notice(), row.channel());
        Json words = Seals.open(key, TABLE, place, row.sealed());
        byte[] fault = row.fault();
        return new Outgoing(
                new NoticeId(row.notice()),
                row.caseId(),
                recipients.of(session, row.caseId(), row.recipient()),
                row.at(),
                new Notice.Letter(
                        new ChannelId(row.channel()),
                        Level.of(Fields.text(words, "level")).orElseThrow(),
                        Fields.text(words, "subject"),
                        Fields.text(words, "body")),
                hits,
                row.state(),
                row.attempts(),
                row.next(),
                fault == null ? Optional.empty() : Seals.open(key, FAULT, place, fault).text(),
                row.atOnce());
    }

    /// A letter as it lies there.
    private record Row(
            String notice,
            String channel,
            String state,
            int attempts,
            Optional<Instant> next,
            byte[] sealed,
            byte @Nullable [] fault,
            CaseId caseId,
            String recipient,
            Instant at,
            boolean atOnce) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("notice_id"),
                    row.getString("channel_id"),
                    row.getString("state"),
                    row.getInt("attempts"),
                    Moments.maybeIn(row, "next_try"),
                    row.getBytes("sealed"),
                    row.getBytes("sealed_fault"),
                    new CaseId(row.getString("case_id")),
                    row.getString("recipient"),
                    Moments.in(row, "at"),
                    row.getBoolean("at_once"));
        }

        Row as(String other) {
            return new Row(
                    notice, channel, other, attempts, next, sealed, fault, caseId, recipient, at,
                    atOnce);
        }
    }
}
