package org.quietbell.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.quietbell.channel.ChannelEntries;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.notice.ChannelId;

/// The configured channels, their settings (who receives, and by what secret) sealed (R2.2).
final class StoredChannels implements ChannelEntries {
    private static final String TABLE = "channel";

    private final Database database;
    private final Seals seals;

    StoredChannels(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    @Override
    public List<ChannelEntry> all() {
        return database.read(
                session -> session.query("SELECT * FROM channel ORDER BY id", this::row));
    }

    @Override
    public Optional<ChannelEntry> find(ChannelId id) {
        return database.read(session ->
                session.first("SELECT * FROM channel WHERE id = ?", this::row, id.value()));
    }

    private ChannelEntry row(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new ChannelEntry(
                new ChannelId(id),
                row.getString("type"),
                Seals.open(seals.ofInstallation(), TABLE, id, row.getBytes("sealed")),
                row.getBoolean("by_file"),
                Moments.maybeIn(row, "confirmed"),
                row.getBoolean("active"));
    }

    @Override
    public void put(ChannelEntry entry) {
        String id = entry.id().value();
        byte[] sealed = Seals.seal(seals.ofInstallation(), TABLE, id, entry.settings());
        database.writeSynced(session -> {
            session.put(
                    TABLE,
                    "id",
                    "type, by_file, confirmed, active, sealed",
                    id,
                    entry.type(),
                    entry.byFile(),
                    entry.confirmed(),
                    entry.active(),
                    sealed);
            return true;
        });
    }
}
