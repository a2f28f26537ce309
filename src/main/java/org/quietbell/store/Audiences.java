package org.quietbell.store;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.quietbell.hit.Audience;
import org.quietbell.source.SourceId;

/// For whom each feed was looked through, kept so that it costs the same for one name and for ten
/// thousand: all feeds that serve the same people share one list, and of each feed only a reference
/// to it is kept.
///
/// When the people change, the feed refers to a new list; what only the old one held is a handful
/// of pairs, and moves to rows of its own. Safe for many threads.
final class Audiences {
    /// Fewer pairs than this, or a tenth of the list, are kept one by one.
    private static final int HANDFUL = 16;

    private final Database database;
    private final Pairs pairs;
    private final Map<Audience, Members> made = Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<String, Members> kept = new ConcurrentHashMap<>();

    private boolean swept;

    Audiences(Database database, Pairs pairs) {
        this.database = database;
        this.pairs = pairs;
    }

    /// The keyed fingerprints of all terms of an audience, in order, and their digest.
    record Members(byte[] digest, byte[] terms) {
        private static final int WIDTH = 32;

        static Members of(byte[] terms) {
            try {
                return new Members(MessageDigest.getInstance("SHA-256").digest(terms), terms);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        String name() {
            return HexFormat.of().formatHex(digest);
        }

        int size() {
            return terms.length / WIDTH;
        }

        byte[] term(int index) {
            return Arrays.copyOfRange(terms, index * WIDTH, (index + 1) * WIDTH);
        }

        /// By halving: the terms stand in order.
        boolean has(byte[] fingerprint) {
            int low = 0;
            int high = size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int order =
                        Arrays.compareUnsigned(
                                terms, middle * WIDTH, (middle + 1) * WIDTH, fingerprint, 0, WIDTH);
                if (order == 0) {
                    return true;
                }
                if (order < 0) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return false;
        }

        /// What this one holds and the other does not.
        List<byte[]> without(Members other) {
            List<byte[]> left = new ArrayList<>();
            for (int i = 0; i < size(); i++) {
                byte[] term = term(i);
                if (!other.has(term)) {
                    left.add(term);
                }
            }
            return left;
        }
    }

    /// The list of an audience; made once for each.
    Members of(Audience audience) {
        return made.computeIfAbsent(audience, this::make);
    }

    private Members make(Audience audience) {
        List<byte[]> terms =
                audience.terms()
                        .map(term -> pairs.fingerprint(term.watch(), term.query()))
                        .sorted(Arrays::compareUnsigned)
                        .toList();
        ByteArrayOutputStream all = new ByteArrayOutputStream(terms.size() * Members.WIDTH);
        terms.forEach(all::writeBytes);
        return Members.of(all.toByteArray());
    }

    /// The lists of those for whom a feed was looked through.
    List<Members> heard(Session session, SourceId source) throws SQLException {
        List<byte[]> digests =
                session.query(
                        "SELECT digest FROM audience_heard WHERE source_id = ?",
                        row -> row.getBytes(1),
                        source.value());
        List<Members> heard = new ArrayList<>();
        for (byte[] digest : digests) {
            Members known = kept.get(HexFormat.of().formatHex(digest));
            heard.add(known == null ? read(session, digest) : known);
        }
        return heard;
    }

    private Members read(Session session, byte[] digest) throws SQLException {
        Members members =
                session.first(
                                "SELECT terms FROM audience WHERE digest = ?",
                                row -> new Members(digest, row.getBytes(1)),
                                digest)
                        .orElseThrow(() ->
                                new SQLException("an audience is referred to that is not kept"));
        kept.put(members.name(), members);
        return members;
    }

    /// Keeps the list itself, before a transaction refers to it: it says what it is by its digest,
    /// so that it is no harm if nothing does. The first time drops those that no feed refers to any
    /// more: later one might be about to.
    synchronized void keep(Members members) {
        if (!kept.containsKey(members.name())) {
            database.write(session -> {
                if (!swept) {
                    session.update(
                            "DELETE FROM audience WHERE digest NOT IN"
                                    + " (SELECT digest FROM audience_heard)");
                }
                session.put("audience", "digest", "terms", members.digest(), members.terms());
                return true;
            });
            kept.put(members.name(), members);
            swept = true;
        }
    }

    /// A feed was looked through completely for these.
    void close(Session session, SourceId source, Members members) throws SQLException {
        Map<String, Members> before = new HashMap<>();
        heard(session, source).forEach(other -> before.put(other.name(), other));
        if (before.remove(members.name()) == null) {
            session.update(
                    "INSERT INTO audience_heard (source_id, digest) VALUES (?, ?)",
                    source.value(),
                    members.digest());
        }
        for (Members other : before.values()) {
            List<byte[]> left = other.without(members);
            if (left.size() <= Math.max(HANDFUL, other.size() / 10)) {
                pairs.close(session, source, left);
                session.update(
                        "DELETE FROM audience_heard WHERE source_id = ? AND digest = ?",
                        source.value(),
                        other.digest());
            }
        }
    }
}
