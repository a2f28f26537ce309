package org.quietbell.http;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// How many requests are in flight, per host and in all, at what distance they are sent, and which
/// hosts asked us to wait. Safe for many threads.
///
/// A host's line is joined before the common one, so that those who wait for a slow host keep
/// nobody else waiting.
final class Manners {
    private static final int MANY = 1_000;

    private final LongSupplier nanos;
    private final LongConsumer rest;
    private final int perHost;
    private final Line everybody;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Map<String, Instant> holds = new ConcurrentHashMap<>();

    /// When the next request that wants a distance may go to a host, in nanoseconds of the
    /// machine's monotonic clock.
    private final Map<String, Long> starts = new HashMap<>();

    private static final class Lane {
        private final Line line;
        private int users;

        Lane(int places) {
            line = new Line(places);
        }
    }

    Manners(int perHost, int overall) {
        this(perHost, overall, System::nanoTime, LockSupport::parkNanos);
    }

    /// @param nanos a monotonic clock
    /// @param rest waits for at most so many nanoseconds
    Manners(int perHost, int overall, LongSupplier nanos, LongConsumer rest) {
        this.nanos = nanos;
        this.rest = rest;
        this.perHost = perHost;
        this.everybody = new Line(overall);
    }

    /// What counts as one host: the usual ports of a host together, any other port alone.
    static String key(Endpoint endpoint) {
        return endpoint.port() == 80 || endpoint.port() == 443
                ? endpoint.host()
                : endpoint.host() + " " + endpoint.port();
    }

    /// Until when the host asked us to wait, if that is still ahead.
    Optional<Instant> hold(String key, Instant now) {
        return Optional.ofNullable(holds.get(key)).filter(now::isBefore);
    }

    /// Notes that the host asked us to wait.
    void hold(String key, Instant until, Instant now) {
        if (holds.size() >= MANY) {
            holds.values().removeIf(end -> !now.isBefore(end));
        }
        holds.merge(key, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    /// Waits until a request may start that wants a distance from the last one that did.
    void keepApart(String key, Duration distance) {
        if (!distance.isPositive()) {
            return;
        }
        long start = start(key, distance);
        for (long left = start - nanos.getAsLong(); left > 0; left = start - nanos.getAsLong()) {
            rest.accept(left);
        }
    }

    private long start(String key, Duration distance) {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            if (starts.size() >= MANY) {
                starts.values().removeIf(at -> at - now <= 0);
            }
            Long free = starts.get(key);
            long start = free == null || free - now < 0 ? now : free;
            starts.put(key, start + distance.toNanos());
            return start;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for one's turn at a host.
    ///
    /// @param whileMoving whether to go on waiting as long as others are served
    /// @return empty if the turn did not come
    Optional<Turn> turn(String key, Duration patience, boolean whileMoving) {
        Lane lane = join(key);
        if (!take(lane.line, patience, whileMoving)) {
            leave(key, lane);
            return Optional.empty();
        }
        if (!take(everybody, patience, whileMoving)) {
            lane.line.giveBack(1, false);
            leave(key, lane);
            return Optional.empty();
        }
        return Optional.of(new Turn(key, lane));
    }

    private static boolean take(Line line, Duration patience, boolean whileMoving) {
        return whileMoving ? line.takeWhileMoving(1, patience) : line.take(1, patience);
    }

    private Lane join(String key) {
        lock.lock();
        try {
            Lane lane = lanes.computeIfAbsent(key, _ -> new Lane(perHost));
            lane.users++;
            return lane;
        } finally {
            lock.unlock();
        }
    }

    private void leave(String key, Lane lane) {
        lock.lock();
        try {
            lane.users--;
            if (lane.users == 0) {
                lanes.remove(key);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Permission for one request at one host.
    final class Turn implements AutoCloseable {
        private final String key;
        private final Lane lane;
        private boolean wasAnswered;

        private Turn(String key, Lane lane) {
            this.key = key;
            this.lane = lane;
        }

        /// Notes that the host answered.
        void answered() {
            wasAnswered = true;
        }

        @Override
        public void close() {
            everybody.giveBack(1, true);
            lane.line.giveBack(1, wasAnswered);
            leave(key, lane);
        }
    }
}
