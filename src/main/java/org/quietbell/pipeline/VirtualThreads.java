package org.quietbell.pipeline;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.quartz.spi.ThreadPool;

/// Lets Quartz run its jobs on virtual threads: none is kept at rest, and a source that hangs holds
/// up no other. Made by Quartz, by name.
public final class VirtualThreads implements ThreadPool {
    private static final int MOST = 64;
    private final Semaphore free = new Semaphore(MOST);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public boolean runInThread(Runnable job) {
        free.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                job.run();
            } finally {
                free.release();
            }
        });
        return true;
    }

    @Override
    public int blockForAvailableThreads() {
        free.acquireUninterruptibly();
        free.release();
        return Math.max(1, free.availablePermits());
    }

    @Override
    public void initialize() {}

    @Override
    public void shutdown(boolean waitForJobsToComplete) {
        if (waitForJobsToComplete) {
            threads.close();
        } else {
            threads.shutdown();
        }
    }

    @Override
    public int getPoolSize() {
        return MOST;
    }

    @Override
    public void setInstanceId(String id) {}

    @Override
    public void setInstanceName(String name) {}
}
