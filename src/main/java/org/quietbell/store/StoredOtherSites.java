package org.quietbell.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.quietbell.hit.OtherSite;
import org.quietbell.hit.OtherSites;
import org.quietbell.json.Json;
import org.quietbell.watch.WatchId;

/// The sites of other people, each sealed under the key of its case.
final class StoredOtherSites implements OtherSites {
    private static final String TABLE = "other_site";

    private final Database database;
    private final Seals seals;

    StoredOtherSites(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    @Override
    public List<OtherSite> all() {
        return database.read(
                session -> session.query("SELECT * FROM other_site ORDER BY seq", this::row));
    }

    private OtherSite row(ResultSet row) throws SQLException {
        String id = row.getString("id");
        WatchId watch = new WatchId(row.getString("watch_id"));
        Json json = Seals.open(seals.of(watch), TABLE, id, row.getBytes("sealed"));
        return new OtherSite(
                id, watch, Fields.text(json, "site"), Fields.moment(json, "since").orElseThrow());
    }

    @Override
    public void add(OtherSite site) {
        boolean known =
                all().stream()
                        .anyMatch(one ->
                                one.watch().equals(site.watch()) && one.site().equals(site.site()));
        if (known) {
            return;
        }
        Json json = Json.object().put("site", site.site()).put("since", site.since()).build();
        byte[] sealed = Seals.seal(seals.of(site.watch()), TABLE, site.id(), json);
        database.writeSynced(session ->
                session.update(
                        "INSERT INTO other_site (id, watch_id, sealed) VALUES (?, ?, ?)",
                        site.id(),
                        site.watch().value(),
                        sealed));
    }

    @Override
    public boolean remove(String id) {
        return database.writeSynced(
                session -> session.update("DELETE FROM other_site WHERE id = ?", id) > 0);
    }
}
