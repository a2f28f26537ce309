package org.quietbell.store;

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

    /// Keeps the rules that make fingerprints, if they are not kept yet; before anything refers to
    /// them, since to have kept them for nothing is no harm.
    synchronized void keep(int version) {
        load();
        CanonicalRules rules = versions.get(version);
        if (rules == null || version == FIRST || stored.contains(version)) {
            return;
        }
        Json json = Json.object().put("text", rules.rules().text()).build();
        database.write(session -> {
            session.put(
                    TABLE,
                    "version",
                    "sealed",
                    version,
                    Seals.seal(seals.ofInstallation(), TABLE, String.valueOf(version), json));
            return true;
        });
        stored.add(version);
    }
}
