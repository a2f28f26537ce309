package org.quietbell.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.json.Json;
import org.quietbell.people.SecondStep;
import org.quietbell.people.SecondSteps;

/// What the pages ask for after the passphrase, sealed under the key of what belongs to no case.
final class StoredSecondSteps implements SecondSteps {
    private static final String TABLE = "own_choice";
    private static final String ROW = "second-step";
    private static final String PURPOSE = "spare code";

    private final Database database;
    private final Seals seals;

    StoredSecondSteps(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    @Override
    public Optional<SecondStep> find() {
        return database.read(this::found);
    }

    private Optional<SecondStep> found(Session session) throws SQLException {
        return session.first(
                        "SELECT sealed FROM own_choice WHERE name = '" + ROW + "'",
                        row -> row.getBytes(1))
                .map(this::opened);
    }

    private SecondStep opened(byte[] sealed) {
        Json json = Seals.open(seals.ofInstallation(), TABLE, ROW, sealed);
        Set<String> spare = new HashSet<>();
        json.at("spare").items().forEach(each -> each.text().ifPresent(spare::add));
        return new SecondStep(
                Fields.text(json, "secret"), json.at("last-used").whole().orElseThrow(), spare);
    }

    @Override
    public boolean begin(String secret, String typed, Instant now, List<String> spare) {
        return SecondStep.begun(secret, typed, now, spare, this::keyed)
                .map(begun -> database.writeSynced(session -> put(session, begun)))
                .orElse(false);
    }

    @Override
    public void renew(List<String> spare) {
        database.writeSynced(session -> {
            Optional<SecondStep> before = found(session);
            return before.isPresent() && put(session, before.get().withSpare(spare, this::keyed));
        });
    }

    /// One at a time: a code that was looked at twice before it was kept would count twice.
    @Override
    public synchronized boolean take(String typed, Instant now) {
        return database.writeSynced(session -> {
            Optional<SecondStep> before = found(session);
            if (before.isEmpty()) {
                return true;
            }
            Optional<SecondStep> after = before.get().used(typed, now, this::keyed);
            return after.isPresent() && put(session, after.get());
        });
    }

    @Override
    public boolean end() {
        return database.writeSynced(
                session -> session.update("DELETE FROM own_choice WHERE name = ?", ROW) > 0);
    }

    private boolean put(Session session, SecondStep step) throws SQLException {
        Json json =
                Json.object()
                        .put("secret", step.secret())
                        .put("last-used", step.lastUsed())
                        .put("spare", step.spare().stream().sorted().toList())
                        .build();
        session.put(
                TABLE, "name", "sealed", ROW, Seals.seal(seals.ofInstallation(), TABLE, ROW, json));
        return true;
    }

    private byte[] keyed(byte[] code) {
        return seals.ofInstallation().fingerprint(PURPOSE, code);
    }
}
