package org.quietbell.store;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quietbell.hit.Pair;
import org.quietbell.source.SourceId;
import org.quietbell.watch.Query;
import org.quietbell.watch.WatchId;

/// Pairs that have a baseline, each in a row of its own, by keyed fingerprint.
final class Pairs {
    private static final String PURPOSE = "pair";

    private final Seals seals;

    Pairs(Seals seals) {
        this.seals = seals;
    }

    /// 32 bytes that say which query of which watch, under the key of its case.
    byte[] fingerprint(WatchId watch, Query query) {
        return seals.of(watch).fingerprint(PURPOSE, CaseJson.question(watch.value(), query));
    }

    byte[] fingerprint(Pair pair) {
        return fingerprint(pair.watch(), pair.query());
    }

    /// Every pair of a source that has a row.
    static Set<ByteBuffer> all(Session session, SourceId source) throws SQLException {
        return new HashSet<>(
                session.query(
                        "SELECT pair FROM baseline WHERE source_id = ?",
                        row -> ByteBuffer.wrap(row.getBytes(1)),
                        source.value()));
    }

    /// Of these pairs of a source, those that have a row.
    static Set<ByteBuffer> among(Session session, SourceId source, Collection<byte[]> pairs)
            throws SQLException {
        return new HashSet<>(
                session.queryEach(
                        "SELECT pair FROM baseline WHERE source_id = ? AND pair = ?",
                        row -> ByteBuffer.wrap(row.getBytes(1)),
                        pairs.stream().map(pair -> new Object[] {source.value(), pair}).toList()));
    }

    void close(Session session, SourceId source, Collection<byte[]> pairs) throws SQLException {
        Set<ByteBuffer> there = among(session, source, pairs);
        List<Object[]> rows = new ArrayList<>();
        for (byte[] pair : pairs) {
            if (!there.contains(ByteBuffer.wrap(pair))) {
                rows.add(new Object[] {source.value(), pair});
            }
        }
        session.batch("INSERT INTO baseline (source_id, pair) VALUES (?, ?)", rows);
    }
}
