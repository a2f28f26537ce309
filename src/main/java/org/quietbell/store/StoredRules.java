package org.quietbell.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.quietbell.hit.AddressRules;
import org.quietbell.hit.Candidate;
import org.quietbell.hit.CanonicalAddress;
import org.quietbell.hit.CanonicalRules;
import org.quietbell.json.Json;

/// The address rules under which hits were kept, so that a hit is found again when the rules have
/// changed. Safe for many threads.
///
/// A fingerprint cannot be made anew once "not me" erased the address, and making a million anew
/// would hold up a start; so an address is looked up under every version that has hits.
final class StoredRules {
    private static final String TABLE = "address_rules";
    private static final int FIRST = 1;

    private final Database database;
    private final Seals seals;
    private boolean loaded;
    private final Map<Integer, CanonicalRules> versions = new ConcurrentHashMap<>();
    private final Set<Integer> stored = ConcurrentHashMap.newKeySet();

    StoredRules(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /// Learns, once, which versions have hits.
    private synchronized void load() {
        if (loaded) {
            return;
        }
        record Row(int version, byte @Nullable [] sealed) {}
        for (Row row :
                database.read(session ->
                        session.query(
                                "SELECT version, sealed FROM address_rules",
                                found -> new Row(found.getInt(1), found.getBytes(2))))) {
            AddressRules rules =
                    row.sealed() == null
                            ? AddressRules.first()
                            : opened(row.version(), row.sealed());
            versions.putIfAbsent(row.version(), new CanonicalRules(rules));
            stored.add(row.version());
        }
        loaded = true;
    }

    private AddressRules opened(int version, byte[] sealed) {
        Json json = Seals.open(seals.ofInstallation(), TABLE, String.valueOf(version), sealed);
        return AddressRules.of(Fields.text(json, "text"));
    }

    void use(AddressRules rules) {
        versions.put(rules.version(), new CanonicalRules(rules));
    }

    /// What the same finding came to under each other version that has hits.
    List<CanonicalAddress> others(Candidate candidate) {
        load();
        List<CanonicalAddress> others = new ArrayList<>();
        for (int version : stored) {
            CanonicalRules rules = versions.get(version);
            if (rules != null && version != candidate.address().rules()) {
                String value =
                        rules.of(candidate.provenance().source(), candidate.finding()).value();
                others.add(new CanonicalAddress(version, value));
            }
        }
        return others;
    }

    /// Keeps the rules that made a new hit's fingerprint, if they are not kept yet.
    void keep(Session session, int version) throws SQLException {
        CanonicalRules rules = versions.get(version);
        if (rules == null || version == FIRST || stored.contains(version)) {
            return;
        }
        boolean isThere =
                session.first(
                                "SELECT 1 FROM address_rules WHERE version = ?",
                                row -> row.getInt(1),
                                version)
                        .isPresent();
        if (isThere) {
            stored.add(version); // by a transaction that has ended
            return;
        }
        Json json = Json.object().put("text", rules.rules().text()).build();
        session.update(
                "INSERT INTO address_rules (version, sealed) VALUES (?, ?)",
                version,
                Seals.seal(seals.ofInstallation(), TABLE, String.valueOf(version), json));
    }
}
