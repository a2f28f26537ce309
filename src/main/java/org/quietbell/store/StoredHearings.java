package org.quietbell.store;

import java.util.List;
import java.util.Optional;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Hearings;
import org.quietbell.notice.HelperState;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;
import org.quietbell.watch.CaseId;

/// How people want to hear, sealed; and their pauses.
final class StoredHearings implements Hearings {
    private static final String CHOSEN = "hearing";
    private static final String WAITING = "hearing waiting";

    private final Database database;
    private final Seals seals;

    StoredHearings(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    @Override
    public Optional<Hearing> of(CaseId caseId) {
        return find("SELECT sealed FROM hearing WHERE case_id = ?", CHOSEN, caseId);
    }

    @Override
    public Optional<Hearing> waiting(CaseId caseId) {
        return find("SELECT sealed_waiting FROM hearing WHERE case_id = ?", WAITING, caseId);
    }

    private Optional<Hearing> find(String sql, String place, CaseId caseId) {
        String id = caseId.value();
        return database.read(session ->
                        session.first(sql, row -> Optional.ofNullable(row.getBytes(1)), id))
                .flatMap(sealed -> sealed)
                .map(sealed -> HearingJson.read(Seals.open(seals.of(caseId), place, id, sealed)));
    }

    @Override
    public void put(CaseId caseId, Hearing hearing) {
        keep("sealed", CHOSEN, caseId, Optional.of(hearing));
    }

    @Override
    public void setWaiting(CaseId caseId, Optional<Hearing> hearing) {
        keep("sealed_waiting", WAITING, caseId, hearing);
    }

    private void keep(String column, String place, CaseId caseId, Optional<Hearing> hearing) {
        String id = caseId.value();
        Optional<byte[]> sealed =
                hearing.map(
                        there -> Seals.seal(seals.of(caseId), place, id, HearingJson.of(there)));
        database.writeSynced(session -> {
            session.put("hearing", "case_id", column, id, sealed);
            return true;
        });
    }

    @Override
    public HelperState helper(CaseId caseId) {
        return database.read(session ->
                        session.first(
                                "SELECT * FROM helper WHERE case_id = ?",
                                row ->
                                        new HelperState(
                                                new HelperState.One(
                                                        Moments.maybeIn(row, "ready"),
                                                        Moments.maybeIn(row, "away"),
                                                        Moments.maybeIn(row, "shown_from")),
                                                new HelperState.One(
                                                        Moments.maybeIn(row, "stand_in_ready"),
                                                        Moments.maybeIn(row, "stand_in_away"),
                                                        Moments.maybeIn(row, "stand_in_from"))),
                                caseId.value()))
                .orElse(HelperState.NONE);
    }

    @Override
    public void setHelper(CaseId caseId, HelperState state) {
        database.writeSynced(session -> {
            session.put(
                    "helper",
                    "case_id",
                    "ready, away, shown_from, stand_in_ready, stand_in_away, stand_in_from",
                    caseId.value(),
                    state.helper().readyUpTo(),
                    state.helper().awayUntil(),
                    state.helper().from(),
                    state.standIn().readyUpTo(),
                    state.standIn().awayUntil(),
                    state.standIn().from());
            return true;
        });
    }

    @Override
    public List<Pause> pauses() {
        return database.read(session ->
                session.query(
                        "SELECT * FROM pause ORDER BY scope",
                        row ->
                                new Pause(
                                        PauseScope.of(row.getString("scope")),
                                        Moments.in(row, "since"),
                                        Moments.maybeIn(row, "ends"),
                                        row.getBoolean("stops_looking"))));
    }

    @Override
    public void pause(Pause pause) {
        database.writeSynced(session -> {
            session.put(
                    "pause",
                    "scope",
                    "since, ends, stops_looking",
                    pause.scope().key(),
                    pause.since(),
                    pause.until(),
                    pause.stopsLooking());
            return true;
        });
    }

    @Override
    public boolean resume(PauseScope scope) {
        return database.writeSynced(
                session -> session.update("DELETE FROM pause WHERE scope = ?", scope.key()) > 0);
    }
}
