package org.quietbell.pipeline;

import org.quartz.core.QuartzSchedulerThread;
import org.quartz.spi.ThreadExecutor;

/// Starts Quartz's own threads so that Quartz cannot interrupt them.
///
/// Quartz ends its misfire thread by an interrupt. Should that thread be inside the database just
/// then, the interrupt closes the database's file for everybody. So what that thread would run is
/// run by another one, and the interrupt meets a thread that was never started. Made by Quartz, by
/// name.
public final class UninterruptedThreads implements ThreadExecutor {
    @Override
    public void execute(Thread thread) {
        if (thread instanceof QuartzSchedulerThread) {
            thread.start(); // never interrupted, and joined by Quartz at shutdown
            return;
        }
        Thread.ofPlatform().name(thread.getName()).daemon().start(thread::run);
    }

    @Override
    public void initialize() {}
}
