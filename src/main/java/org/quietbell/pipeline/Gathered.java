package org.quietbell.pipeline;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/// Work that many may ask for at once and that is done once for all of them: whoever asks while it
/// is being done goes on, and it is done once more afterwards. Safe for many threads.
public final class Gathered {
    private final Runnable work;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final ReentrantLock doing = new ReentrantLock();

    public Gathered(Runnable work) {
        this.work = work;
    }

    /// Has the work done, beginning after this call: here, or by whoever is at it.
    ///
    /// @throws RuntimeException the work's own, to whoever did it
    public void run() {
        wanted.set(true);
        while (wanted.get() && doing.tryLock()) {
            try {
                if (wanted.getAndSet(false)) {
                    work.run();
                }
            } finally {
                doing.unlock();
            }
        }
    }
}
