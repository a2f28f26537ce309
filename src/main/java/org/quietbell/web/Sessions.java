package org.quietbell.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The visitors' stays. Gone with the program. Safe for many threads.
final class Sessions {
    /// A stay ends after so long without a request (R2.5).
    static final Duration IDLE = Duration.ofMinutes(5);

    /// No stay is longer.
    static final Duration LONGEST = Duration.ofHours(8);

    private static final int MOST = 64;
    private static final int BYTES = 32;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Stay> stays = new HashMap<>();
    private Optional<Integer> heeded = Optional.empty();

    private record Stay(Session session, Instant seen) {}

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /// The stay of that id, which this request prolongs; empty if it has ended.
    synchronized Optional<Session> find(@Nullable String id) {
        Stay stay = id == null ? null : stays.get(id);
        if (stay == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (hasEnded(stay, now)) {
            stays.remove(id);
            return Optional.empty();
        }
        stays.put(stay.session().id(), new Stay(stay.session(), now));
        return Optional.of(stay.session());
    }

    /// Begins a stay.
    synchronized Session begin(Session.Where where) {
        Instant now = clock.instant();
        stays.values().removeIf(stay -> hasEnded(stay, now));
        while (stays.size() >= MOST) {
            // Those at the door go first: a crowd there must not throw out who is inside.
            stays.values().stream()
                    .min(
                            Comparator.comparing((Stay stay) -> stay.session().where())
                                    .thenComparing(Stay::seen))
                    .ifPresent(stay -> stays.remove(stay.session().id()));
        }
        Session session = new Session(fresh(), fresh(), where, now, new Sitting());
        stays.put(session.id(), new Stay(session, now));
        return session;
    }

    synchronized void end(Session session) {
        stays.remove(session.id());
    }

    /// Ends the stays of all who have come further than the door, if the store is locked or what
    /// has to be known to come in was changed elsewhere since this was last asked (F29).
    ///
    /// @param changes how often, as [Inside#entryChanges] has it; empty: the store is locked
    synchronized void heed(Optional<Integer> changes) {
        boolean isOther = heeded.isPresent() && !heeded.equals(changes);
        if (changes.isEmpty() || isOther) {
            endInside();
        }
        heeded = changes;
    }

    /// Ends the stays of all who have come further than the door.
    synchronized void endInside() {
        stays.values().removeIf(stay -> stay.session().where() != Session.Where.AT_THE_DOOR);
    }

    private static boolean hasEnded(Stay stay, Instant now) {
        Session session = stay.session();
        boolean waitsTooLong =
                session.where() == Session.Where.HALFWAY
                        && Duration.between(session.began(), now).compareTo(IDLE) >= 0;
        return waitsTooLong
                || Duration.between(stay.seen(), now).compareTo(IDLE) >= 0
                || Duration.between(stay.session().began(), now).compareTo(LONGEST) >= 0;
    }

    private String fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
