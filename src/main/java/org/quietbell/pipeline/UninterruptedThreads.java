package org.quietbell.pipeline;

import java.util.Optional;
import org.quartz.core.QuartzSchedulerThread;
import org.quartz.spi.ThreadExecutor;

/// Starts Quartz's own threads so that Quartz cannot interrupt them.
///
/// Quartz ends its scheduling thread and its misfire thread by an interrupt. Should such a thread
/// be inside the database just then, the interrupt closes the database's file for everybody. So
/// what they would run is run by other threads, and the interrupt meets threads that were never
/// started. `ScheduleIT` shows what happens otherwise. Safe for many threads. Public, because
/// Quartz sets it up by reflection.
public final class UninterruptedThreads implements ThreadExecutor {
    private volatile Optional<Thread> scheduling = Optional.empty();

    @Override
    public void execute(Thread thread) {
        Thread stand = Thread.ofPlatform().name(thread.getName()).daemon().start(thread);
        if (thread instanceof QuartzSchedulerThread) {
            scheduling = Optional.of(stand);
        }
    }

    @Override
    public void initialize() {}

    /// Waits until the scheduling thread has ended: Quartz waits only for the one it made. The
    /// misfire thread sleeps for up to a minute after its end and touches the database no more.
    void awaitEnd() {
        while (scheduling.filter(Thread::isAlive).isPresent()) {
            try {
                scheduling.get().join();
            } catch (InterruptedException _) {
                // nobody here interrupts; whoever does waits for the end all the same
            }
        }
    }
}
