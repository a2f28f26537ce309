package org.quietbell.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quietbell.hit.HitId;
import org.quietbell.match.Band;
import org.quietbell.notice.Cause;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.HelperState;
import org.quietbell.notice.How;
import org.quietbell.notice.NoticeId;
import org.quietbell.notice.NoticeLog.HeldFor;
import org.quietbell.notice.NoticeLog.Told;
import org.quietbell.notice.RecipientId;
import org.quietbell.watch.CaseId;

/// Gives account of single hits: to whom each was told, or why not.
final class Account {
    private final Database database;
    private final Recipients recipients;
    private final StoredHearings hearings;

    Account(Database database, Recipients recipients, StoredHearings hearings) {
        this.database = database;
        this.recipients = recipients;
        this.hearings = hearings;
    }

    private record ToldRow(
            HitId hit,
            CaseId caseId,
            String recipient,
            ChannelId channel,
            NoticeId notice,
            Optional<Instant> at,
            String state) {}

    Map<HitId, List<Told>> toldOf(List<HitId> hits) {
        return database.read(session -> {
            Map<HitId, List<Told>> told = empty(hits);
            for (ToldRow row : toldRows(session, hits)) {
                told.computeIfAbsent(row.hit(), _ -> new ArrayList<>())
                        .add(
                                new Told(
                                        recipients.of(session, row.caseId(), row.recipient()),
                                        row.channel(),
                                        row.notice(),
                                        row.at(),
                                        row.state()));
            }
            return told;
        });
    }

    private static List<ToldRow> toldRows(Session session, List<HitId> hits) throws SQLException {
        if (hits.isEmpty()) {
            return List.of();
        }
        return session.query(
                "SELECT t.hit_id, n.case_id, t.recipient, l.channel_id, n.id, l.delivered_at,"
                        + " l.state FROM told t JOIN notice n ON n.id = t.notice_id"
                        + " JOIN letter l ON l.notice_id = n.id"
                        + " WHERE t.hit_id = ANY(?) AND t.stands AND l.state <> 'withdrawn'"
                        + " ORDER BY n.at, n.id, l.channel_id",
                row ->
                        new ToldRow(
                                new HitId(row.getString(1)),
                                new CaseId(row.getString(2)),
                                row.getString(3),
                                new ChannelId(row.getString(4)),
                                new NoticeId(row.getString(5)),
                                Moments.maybeIn(row, "delivered_at"),
                                row.getString(7)),
                ids(hits));
    }

    private static Object[] ids(List<HitId> hits) {
        return new Object[] {hits.stream().map(HitId::value).toArray(String[]::new)};
    }

    private static <T> Map<HitId, List<T>> empty(List<HitId> hits) {
        Map<HitId, List<T>> map = new LinkedHashMap<>();
        hits.forEach(hit -> map.put(hit, new ArrayList<>()));
        return map;
    }

    private record Standing(
            HitId hit,
            CaseId caseId,
            Instant firstSeen,
            boolean baseline,
            boolean quiet,
            boolean notMe,
            Band band) {}

    private record HeldRow(
            HitId hit, CaseId caseId, String recipient, Cause cause, Optional<Instant> until) {}

    Map<HitId, List<HeldFor>> heldOf(List<HitId> hits) {
        if (hits.isEmpty()) {
            return Map.of();
        }
        List<Standing> standings =
                database.read(session ->
                        session.query(
                                "SELECT id, case_id, first_seen, baseline, quiet, label, band FROM hit"
                                        + " WHERE id = ANY(?)",
                                row ->
                                        new Standing(
                                                new HitId(row.getString(1)),
                                                new CaseId(row.getString(2)),
                                                Moments.of(row.getLong(3)),
                                                row.getBoolean(4),
                                                row.getBoolean(5),
                                                row.getString(6).equals("not-me"),
                                                StoredHits.band(row.getString(7))),
                                ids(hits)));
        Map<CaseId, Band> bands = new HashMap<>();
        standings.forEach(standing -> bands.computeIfAbsent(standing.caseId(), this::band));
        Map<CaseId, Map<RecipientId, HelperState.One>> helpers = new HashMap<>();
        standings.forEach(standing -> helpers.computeIfAbsent(standing.caseId(), this::helpers));
        return database.read(session -> {
            Map<HitId, List<HeldFor>> held = empty(hits);
            List<Standing> tellable = new ArrayList<>();
            for (Standing standing : standings) {
                Optional<Cause> own =
                        own(standing, bands.getOrDefault(standing.caseId(), Band.LIKELY));
                if (own.isPresent()) {
                    held.computeIfAbsent(standing.hit(), _ -> new ArrayList<>())
                            .add(new HeldFor(RecipientId.SELF, own.get(), Optional.empty()));
                } else {
                    tellable.add(standing);
                }
            }
            List<HitId> ids = tellable.stream().map(Standing::hit).toList();
            recorded(session, ids, held);
            undelivered(session, ids, held);
            for (Standing standing : tellable) {
                beforeTheirTime(
                        standing,
                        helpers.getOrDefault(standing.caseId(), Map.of()),
                        held.computeIfAbsent(standing.hit(), _ -> new ArrayList<>()));
            }
            return held;
        });
    }

    /// What is older than the start of whoever hears first is not hers to see: nothing else holds
    /// it for her (R1.20).
    private static void beforeTheirTime(
            Standing standing, Map<RecipientId, HelperState.One> helpers, List<HeldFor> held) {
        helpers.forEach((who, one) -> {
            if (!one.isShown(standing.firstSeen())) {
                held.removeIf(each -> each.recipient().equals(who));
                held.add(new HeldFor(who, Cause.BEFORE_HELPER, Optional.empty()));
            }
        });
    }

    private Map<RecipientId, HelperState.One> helpers(CaseId caseId) {
        Map<RecipientId, HelperState.One> helpers = new LinkedHashMap<>();
        HelperState state = hearings.helper(caseId);
        Optional<Hearing.Helper> first =
                hearings.of(caseId)
                        .filter(hearing -> hearing.how() == How.HELPER_FIRST)
                        .flatMap(Hearing::helper);
        first.ifPresent(helper -> helpers.put(helper.id(), state.helper()));
        first.flatMap(Hearing.Helper::standIn)
                .ifPresent(helper -> helpers.put(helper.id(), state.standIn()));
        return helpers;
    }

    private Band band(CaseId caseId) {
        return hearings.of(caseId).map(Hearing::band).orElse(Band.LIKELY);
    }

    /// What keeps a hit from being told whatever was decided.
    private static Optional<Cause> own(Standing standing, Band band) {
        if (standing.notMe()) {
            return Optional.of(Cause.NOT_ME);
        }
        if (standing.baseline()) {
            return Optional.of(Cause.BASELINE);
        }
        if (!standing.band().isAtLeast(band)) {
            return Optional.of(Cause.BELOW_BAND);
        }
        return standing.quiet() ? Optional.of(Cause.JUDGED_ANEW) : Optional.empty();
    }

    private void recorded(Session session, List<HitId> hits, Map<HitId, List<HeldFor>> held)
            throws SQLException {
        List<HeldRow> rows =
                session.query(
                        "SELECT d.hit_id, h.case_id, d.recipient, d.cause, d.held_until FROM held d"
                                + " JOIN hit h ON h.id = d.hit_id WHERE d.hit_id = ANY(?)"
                                + " AND NOT EXISTS (SELECT 1 FROM told t WHERE t.hit_id = d.hit_id"
                                + " AND t.recipient = d.recipient AND t.stands)",
                        row ->
                                new HeldRow(
                                        new HitId(row.getString(1)),
                                        new CaseId(row.getString(2)),
                                        row.getString(3),
                                        Cause.valueOf(row.getString(4)),
                                        Moments.maybeIn(row, "held_until")),
                        ids(hits));
        for (HeldRow row : rows) {
            held.computeIfAbsent(row.hit(), _ -> new ArrayList<>())
                    .add(
                            new HeldFor(
                                    recipients.of(session, row.caseId(), row.recipient()),
                                    row.cause(),
                                    row.until()));
        }
    }

    /// Hits whose notice stands, but each letter of it is dead.
    private void undelivered(Session session, List<HitId> hits, Map<HitId, List<HeldFor>> held)
            throws SQLException {
        Map<String, List<ToldRow>> letters = new LinkedHashMap<>();
        for (ToldRow row : toldRows(session, hits)) {
            letters.computeIfAbsent(
                            row.hit().value() + " " + row.recipient(), _ -> new ArrayList<>())
                    .add(row);
        }
        for (List<ToldRow> rows : letters.values()) {
            if (rows.stream().allMatch(row -> row.state().equals("dead"))) {
                ToldRow row = rows.getFirst();
                held.computeIfAbsent(row.hit(), _ -> new ArrayList<>())
                        .add(
                                new HeldFor(
                                        recipients.of(session, row.caseId(), row.recipient()),
                                        Cause.DELIVERY_FAILED,
                                        Optional.empty()));
            }
        }
    }
}
