package org.quietbell.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.quietbell.channel.FeedShelf;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Level;
import org.quietbell.notice.NoticeId;
import org.quietbell.vault.CaseKey;
import org.quietbell.watch.CaseId;

/// What stands in private feeds, each entry sealed with the key of its case.
final class StoredFeedShelf implements FeedShelf {
    private static final String TABLE = "feed_entry";

    private final Database database;
    private final Seals seals;

    StoredFeedShelf(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    @Override
    public Optional<Fault> put(ChannelId channel, Entry entry) {
        Json content =
                Json.object()
                        .put("level", entry.level().word())
                        .put("subject", entry.subject())
                        .put("body", entry.body())
                        .build();
        byte[] sealed =
                Seals.seal(key(entry.caseId()), TABLE, row(channel, entry.notice()), content);
        try {
            database.writeSynced(session -> {
                session.put(
                        TABLE,
                        "channel_id, notice_id",
                        "case_id, at, sealed",
                        channel.value(),
                        entry.notice().value(),
                        entry.caseId(),
                        entry.at(),
                        sealed);
                return session.update(
                        "DELETE FROM feed_entry WHERE channel_id = ? AND notice_id NOT IN (SELECT"
                                + " notice_id FROM feed_entry WHERE channel_id = ? ORDER BY at"
                                + " DESC, notice_id LIMIT "
                                + MOST
                                + ")",
                        channel.value(),
                        channel.value());
            });
            return Optional.empty();
        } catch (StoreException e) {
            return Optional.of(
                    new Fault(
                            Fault.Kind.TROUBLED,
                            "private feed: it could not be kept: " + e.kind().name()));
        }
    }

    @Override
    public List<Entry> of(ChannelId channel) {
        return database.read(session ->
                session.query(
                        "SELECT * FROM feed_entry WHERE channel_id = ? ORDER BY at DESC, notice_id",
                        row -> entry(channel, row),
                        channel.value()));
    }

    private Entry entry(ChannelId channel, ResultSet row) throws SQLException {
        String caseId = row.getString("case_id");
        NoticeId notice = new NoticeId(row.getString("notice_id"));
        Json content = Seals.open(key(caseId), TABLE, row(channel, notice), row.getBytes("sealed"));
        return new Entry(
                notice,
                caseId,
                Moments.in(row, "at"),
                Level.of(Fields.text(content, "level")).orElseThrow(),
                Fields.text(content, "subject"),
                Fields.text(content, "body"));
    }

    /// A pretend notice belongs to nobody.
    private CaseKey key(String caseId) {
        return caseId.isEmpty() ? seals.ofInstallation() : seals.of(new CaseId(caseId));
    }

    private static String row(ChannelId channel, NoticeId notice) {
        return channel.value() + "\n" + notice.value();
    }
}
