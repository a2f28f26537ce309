package org.quietbell.store;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.hit.Audience;
import org.quietbell.hit.Collected;
import org.quietbell.hit.Pair;
import org.quietbell.hit.Settled;
import org.quietbell.source.SourceId;
import org.quietbell.store.Audiences.Members;
import org.quietbell.watch.Query;

/// Which questions had their first complete answer. Safe for many threads.
final class Baselines {
    private final Database database;
    private final Pairs pairs;
    private final Audiences audiences;

    Baselines(Database database, Seals seals) {
        this.database = database;
        this.pairs = new Pairs(seals);
        this.audiences = new Audiences(database, pairs);
    }

    Settled of(SourceId source, Query asked, Audience audience) {
        return asked instanceof Query.Everything
                ? ofFeed(source, audience)
                : ofSearch(source, asked, audience);
    }

    private Settled ofSearch(SourceId source, Query asked, Audience audience) {
        List<byte[]> terms =
                audience.terms()
                        .map(term -> pairs.fingerprint(term.watch(), term.query()))
                        .toList();
        Set<ByteBuffer> there = database.read(session -> Pairs.among(session, source, terms));
        boolean whole =
                audience.watches().stream()
                        .allMatch(watch ->
                                asked.parts().stream()
                                        .map(part -> pairs.fingerprint(watch.id(), part))
                                        .allMatch(pair -> there.contains(ByteBuffer.wrap(pair))));
        return new InSets(pairs, List.of(), there, whole);
    }

    private Settled ofFeed(SourceId source, Audience audience) {
        Members members = audiences.of(audience);
        return database.read(session -> {
            List<Members> heard = audiences.heard(session, source);
            if (heard.stream().anyMatch(other -> other.name().equals(members.name()))) {
                return new InSets(pairs, heard, Set.of(), true);
            }
            Set<ByteBuffer> single = Pairs.all(session, source);
            if (heard.isEmpty() && single.isEmpty()) {
                return Settled.NONE;
            }
            InSets settled = new InSets(pairs, heard, single, false);
            return settled.hasAll(members) ? new InSets(pairs, heard, single, true) : settled;
        });
    }

    /// What has to be kept before [#close] can refer to it.
    Optional<Members> before(Collected answer) {
        Optional<Members> members = answer.heard().map(audiences::of);
        members.ifPresent(audiences::keep);
        return members;
    }

    void close(Session session, Collected answer, Optional<Members> heard) throws SQLException {
        pairs.close(
                session,
                answer.source(),
                answer.closes().stream().map(pairs::fingerprint).toList());
        if (heard.isPresent()) {
            audiences.close(session, answer.source(), heard.get());
        }
    }

    /// @param heard lists, each of which holds in full
    /// @param single pairs that hold one by one
    private record InSets(Pairs pairs, List<Members> heard, Set<ByteBuffer> single, boolean isWhole)
            implements Settled {
        @Override
        public boolean has(Pair pair) {
            return has(pairs.fingerprint(pair));
        }

        private boolean has(byte[] fingerprint) {
            return single.contains(ByteBuffer.wrap(fingerprint))
                    || heard.stream().anyMatch(members -> members.has(fingerprint));
        }

        boolean hasAll(Members members) {
            for (int i = 0; i < members.size(); i++) {
                if (!has(members.term(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
