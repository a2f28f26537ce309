package org.quietbell.store;

import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.quietbell.json.Json;
import org.quietbell.notice.RecipientId;
import org.quietbell.watch.CaseId;

/// Tokens that stand for the people who may hear: whom somebody confides in is no plain text. Safe
/// for many threads.
final class Recipients {
    private static final String TABLE = "recipient";
    private static final int TOKEN_BYTES = 16;

    private final Seals seals;
    private final Map<String, RecipientId> known = new ConcurrentHashMap<>();

    Recipients(Seals seals) {
        this.seals = seals;
    }

    /// The token of a recipient: 32 hexadecimal digits, others for every case.
    String token(CaseId caseId, RecipientId recipient) {
        byte[] keyed = seals.of(caseId).fingerprint(TABLE, Json.of(recipient).bytes());
        return HexFormat.of().formatHex(keyed, 0, TOKEN_BYTES);
    }

    /// The token, its meaning kept.
    String kept(Session session, CaseId caseId, RecipientId recipient) throws SQLException {
        String token = token(caseId, recipient);
        boolean isThere =
                session.first(
                                "SELECT 1 FROM recipient WHERE case_id = ? AND token = ?",
                                row -> row.getInt(1),
                                caseId.value(),
                                token)
                        .isPresent();
        if (!isThere) {
            Json json = Json.object().put("id", recipient).build();
            session.update(
                    "INSERT INTO recipient (case_id, token, sealed) VALUES (?, ?, ?)",
                    caseId.value(),
                    token,
                    Seals.seal(seals.of(caseId), TABLE, token, json));
        }
        return token;
    }

    /// Whom a token means.
    RecipientId of(Session session, CaseId caseId, String token) throws SQLException {
        RecipientId there = known.get(token);
        if (there != null) {
            return there;
        }
        RecipientId read =
                session.first(
                                "SELECT sealed FROM recipient WHERE case_id = ? AND token = ?",
                                row ->
                                        new RecipientId(
                                                Fields.text(
                                                        Seals.open(
                                                                seals.of(caseId),
                                                                TABLE,
                                                                token,
                                                                row.getBytes(1)),
                                                        "id")),
                                caseId.value(),
                                token)
                        .orElseThrow(() -> new IllegalStateException("a token without meaning"));
        known.put(token, read);
        return read;
    }
}
