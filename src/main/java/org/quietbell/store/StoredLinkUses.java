package org.quietbell.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.quietbell.notice.LinkUses;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;

/// The pause links that were used.
final class StoredLinkUses implements LinkUses {
    /// By then neither the link nor a pause that it made can be there any more.
    private static final Duration KEPT = Duration.ofDays(30);

    private final Database database;

    StoredLinkUses(Database database) {
        this.database = database;
    }

    @Override
    public synchronized boolean use(String link, Instant expires, Pause pause) {
        Instant until =
                pause.until()
                        .orElseThrow(() ->
                                new IllegalArgumentException("pause: one by a link must end"));
        return database.writeSynced(session -> {
            boolean used =
                    session.first("SELECT id FROM pause_link WHERE id = ?", row -> true, link)
                            .isPresent();
            if (used) {
                return false;
            }
            session.update("DELETE FROM pause_link WHERE expires < ?", pause.since().minus(KEPT));
            boolean pauses = !holdsLonger(session, pause.scope(), until);
            session.put(
                    "pause_link",
                    "id",
                    "expires, scope, since",
                    link,
                    expires,
                    pause.scope().key(),
                    pauses ? Optional.of(pause.since()) : Optional.empty());
            if (pauses) {
                session.put(
                        "pause",
                        "scope",
                        "since, ends, stops_looking",
                        pause.scope().key(),
                        pause.since(),
                        until,
                        pause.stopsLooking());
            }
            return true;
        });
    }

    private static boolean holdsLonger(Session session, PauseScope scope, Instant until)
            throws SQLException {
        return session.first(
                        "SELECT ends FROM pause WHERE scope = ?",
                        row -> Moments.maybeIn(row, "ends"),
                        scope.key())
                .filter(ends -> ends.isEmpty() || !ends.get().isBefore(until))
                .isPresent();
    }

    @Override
    public Set<PauseScope> madeByLink() {
        return Set.copyOf(
                database.read(session ->
                        session.query(
                                "SELECT DISTINCT pause.scope FROM pause JOIN pause_link ON"
                                        + " pause_link.scope = pause.scope AND pause_link.since ="
                                        + " pause.since",
                                row -> PauseScope.of(row.getString(1)))));
    }
}
