package org.quietbell.store;

import java.sql.SQLException;
import java.util.Optional;
import org.quietbell.hit.Collected;
import org.quietbell.vault.CaseKey;
import org.quietbell.watch.WatchId;

/// How often each question was answered completely: what is no longer in the answers is told from
/// it without touching a single hit.
final class Rounds {
    private static final String PURPOSE = "asked";

    private final Seals seals;

    Rounds(Seals seals) {
        this.seals = seals;
    }

    /// A question and how many complete answers it had, this one included.
    ///
    /// @param counted whether this answer is one of them
    record Round(long question, long number, boolean counted) {}

    /// Counts an answer. A question that never showed anything is not kept.
    ///
    /// @return empty if leaving the answers to that question says nothing
    Optional<Round> count(Session session, Collected answer) throws SQLException {
        if (!answer.isLasting()) {
            return Optional.empty();
        }
        byte[] question = fingerprint(answer);
        String source = answer.source().value();
        Optional<Round> known = known(session, source, question);
        if (known.isPresent() && answer.complete()) {
            session.update(
                    "UPDATE asked SET rounds = rounds + 1 WHERE seq = ?", known.get().question());
            return Optional.of(new Round(known.get().question(), known.get().number() + 1, true));
        }
        if (known.isPresent() || answer.candidates().isEmpty()) {
            return known;
        }
        session.update(
                "INSERT INTO asked (source_id, question, rounds) VALUES (?, ?, ?)",
                source,
                question,
                answer.complete() ? 1L : 0L);
        return known(session, source, question);
    }

    private static Optional<Round> known(Session session, String source, byte[] question)
            throws SQLException {
        return session.first(
                "SELECT seq, rounds FROM asked WHERE source_id = ? AND question = ?",
                row -> new Round(row.getLong(1), row.getLong(2), false),
                source,
                question);
    }

    private byte[] fingerprint(Collected answer) {
        Optional<WatchId> watch = answer.watch();
        CaseKey key = watch.map(seals::of).orElseGet(() -> seals.of(answer.source()));
        return key.fingerprint(
                PURPOSE, CaseJson.question(watch.map(WatchId::value).orElse(""), answer.query()));
    }
}
