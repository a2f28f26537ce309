package org.quietbell.http;

import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quietbell.http.Fault.Kind;

/// The client: sets each request on its [Journey]. Safe for many threads.
final class GuardedHttp implements Http, AutoCloseable {
    final FetchSettings settings;
    final InstantSource clock;
    final Ways ways;
    final Manners manners;
    final Room room;

    private final Names names;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Door door;
    private boolean isClosed;

    GuardedHttp(FetchSettings settings, InstantSource clock, Ways ways, Names names) {
        this.settings = settings;
        this.clock = clock;
        this.ways = ways;
        this.names = names;
        this.manners = new Manners(settings.perHost(), settings.concurrency());
        this.room =
                new Room(
                        Runtime.getRuntime().maxMemory() / 4,
                        settings.concurrency(),
                        settings.maxBody());
    }

    @Override
    public Reply send(Request request) {
        return read(request, reply -> reply);
    }

    @Override
    public <T> T read(Request request, Function<? super Reply, ? extends T> reader) {
        Door door = door();
        if (door == null) {
            return reader.apply(
                    new Reply.Failed(new Fault(Kind.UNREACHABLE, "the program is ending")));
        }
        try (Fetched fetched = new Journey(this, door, request).travel()) {
            return reader.apply(fetched.reply());
        }
    }

    /// Made at the first request: it costs a quarter of a second and some 9 MiB.
    private @Nullable Door door() {
        lock.lock();
        try {
            if (door == null && !isClosed) {
                door = new Door(settings, names);
            }
            return isClosed ? null : door;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            isClosed = true;
            if (door != null) {
                door.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
