package org.quietbell.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;
import org.quietbell.source.SourceId;
import org.quietbell.store.StoreException.Kind;
import org.quietbell.vault.CaseKey;
import org.quietbell.vault.Vault;
import org.quietbell.vault.VaultException;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchId;

/// Which key seals what: a case's own for what belongs to it, the installation's for the rest. Safe
/// for many threads.
final class Seals {
    private static final String FIELD = "sealed";

    private final Vault vault;
    private final Map<WatchId, CaseId> watches = new ConcurrentHashMap<>();
    private final Map<SourceId, CaseId> sources = new ConcurrentHashMap<>();

    Seals(Vault vault) {
        this.vault = vault;
    }

    /// Learns whose watches and sources there are, and finds every case's key.
    void load(Database database) {
        database.read(session -> {
            loadFrom(session);
            return true;
        });
    }

    private void loadFrom(Session session) throws SQLException {
        for (String id : session.query("SELECT id FROM watched_case", row -> row.getString(1))) {
            if (!vault.has(id)) {
                throw new StoreException(
                        Kind.DAMAGED,
                        "store: the key ring lacks the key of a case: restore ring and database from"
                                + " the same backup");
            }
        }
        session.query(
                "SELECT id, case_id FROM watch",
                row -> belongs(new WatchId(row.getString(1)), new CaseId(row.getString(2))));
        session.query(
                "SELECT id, case_id FROM source WHERE case_id IS NOT NULL",
                row ->
                        belongs(
                                new SourceId(row.getString(1)),
                                Optional.of(new CaseId(row.getString(2)))));
    }

    boolean belongs(WatchId watch, CaseId owner) {
        watches.put(watch, owner);
        return true;
    }

    boolean belongs(SourceId source, Optional<CaseId> owner) {
        if (owner.isPresent()) {
            sources.put(source, owner.get());
        } else {
            sources.remove(source);
        }
        return true;
    }

    CaseKey of(CaseId caseId) {
        return vault.caseKey(caseId.value());
    }

    CaseKey made(CaseId caseId) {
        return vault.newCase(caseId.value());
    }

    CaseKey ofInstallation() {
        return vault.installation();
    }

    CaseKey of(Optional<CaseId> owner) {
        return owner.map(this::of).orElseGet(vault::installation);
    }

    CaseKey of(SourceId source) {
        return of(Optional.ofNullable(sources.get(source)));
    }

    /// @throws IllegalArgumentException if no case has that watch
    CaseKey of(WatchId watch) {
        CaseId owner = watches.get(watch);
        if (owner == null) {
            throw new IllegalArgumentException("watch: belongs to no case that is kept");
        }
        return of(owner);
    }

    static byte[] seal(CaseKey key, String table, String row, Json content) {
        return seal(key, table, row, content.line());
    }

    static byte[] seal(CaseKey key, String table, String row, String content) {
        return key.seal(table, row, FIELD, content.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws StoreException of kind `DAMAGED` if it was changed or moved
    static Json open(CaseKey key, String table, String row, byte[] sealed) {
        try {
            return Json.read(bytes(key, table, row, sealed));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("a sealed field of table " + table, e);
        }
    }

    /// @throws StoreException of kind `DAMAGED` if it was changed or moved
    static String openText(CaseKey key, String table, String row, byte[] sealed) {
        return new String(bytes(key, table, row, sealed), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(CaseKey key, String table, String row, byte[] sealed) {
        try {
            return key.open(table, row, FIELD, sealed);
        } catch (VaultException e) {
            throw new StoreException(Kind.DAMAGED, String.valueOf(e.getMessage()));
        }
    }
}
