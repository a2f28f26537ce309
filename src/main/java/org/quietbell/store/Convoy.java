package org.quietbell.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.quietbell.store.Database.Work;

/// Lets writes that come at the same time share one commit and one sync: each commit writes and
/// encrypts every page it touched, and a round over a thousand feeds comes to thousands of them.
///
/// One thread at a time leads: it takes all that waits, does it in one transaction, and says so to
/// everybody when that is on the disk. If anything in it fails, nothing of it is kept, and each is
/// done again on its own and meets its own end. Safe for many threads.
final class Convoy {
    private static final int MOST = 512;

    /// While writes come in company, so much time lies between two commits: in a round over many
    /// feeds each commit touches the same pages again, and nobody waits for a single one of them.
    private static final long BREATH_NANOS = 200_000_000;

    private final Executor threads;
    private final Road road;
    private final Queue<Joined<?>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean leading = new AtomicBoolean();
    private volatile boolean busy;

    Convoy(Executor threads, Road road) {
        this.threads = threads;
        this.road = road;
    }

    /// Where work is done.
    interface Road {
        /// Does it in a transaction, with a sync if it is wanted, once more where that helps.
        <T> T alone(Work<T> work, boolean isSynced);
    }

    private record Joined<T>(Work<T> work, boolean isSynced, CompletableFuture<T> done) {
        /// What tells of its success, once all is kept.
        Runnable success(Session session) throws SQLException {
            T result = work.on(session);
            return () -> done.complete(result);
        }

        void alone(Road road) {
            Patience.complete(done, () -> road.alone(work, isSynced));
        }
    }

    /// Does the work soon, perhaps together with other work.
    <T> CompletableFuture<T> join(Work<T> work, boolean isSynced) {
        Joined<T> joined = new Joined<>(work, isSynced, new CompletableFuture<>());
        waiting.add(joined);
        threads.execute(this::lead);
        return joined.done();
    }

    private void lead() {
        // whoever finds another leading has joined before that one looks again
        while (!waiting.isEmpty() && leading.compareAndSet(false, true)) {
            try {
                if (busy) {
                    LockSupport.parkNanos(BREATH_NANOS);
                }
                List<Joined<?>> group = next();
                busy = group.size() > 1;
                together(group);
            } finally {
                leading.set(false);
            }
        }
    }

    private List<Joined<?>> next() {
        List<Joined<?>> group = new ArrayList<>();
        for (Joined<?> one = waiting.poll(); one != null; one = waiting.poll()) {
            group.add(one);
            if (group.size() == MOST) {
                break;
            }
        }
        return group;
    }

    private void together(List<Joined<?>> group) {
        List<Runnable> successes = group.size() > 1 ? successes(group) : List.of();
        if (successes.isEmpty()) {
            group.forEach(one -> one.alone(road));
        } else {
            successes.forEach(Runnable::run);
        }
    }

    /// @return none if any of it failed: each alone will say why
    private List<Runnable> successes(List<Joined<?>> group) {
        boolean isSynced = group.stream().anyMatch(Joined::isSynced);
        try {
            return road.alone(
                    session -> {
                        List<Runnable> successes = new ArrayList<>();
                        for (Joined<?> one : group) {
                            successes.add(one.success(session));
                        }
                        return successes;
                    },
                    isSynced);
        } catch (RuntimeException _) {
            return List.of();
        }
    }
}
