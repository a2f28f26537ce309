package org.quietbell.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A line before a number of places, first come first served. Safe for many threads.
final class Line {
    private final Semaphore places;
    private final AtomicLong served = new AtomicLong();

    Line(int places) {
        this.places = new Semaphore(places, true);
    }

    /// Waits for places for as long as the line moves: gives up only when nobody was served for as
    /// long as the patience lasts.
    boolean takeWhileMoving(int number, Duration patience) {
        long before;
        do {
            before = served.get();
            if (take(number, patience)) {
                return true;
            }
        } while (served.get() != before);
        return false;
    }

    /// Waits for places. An interruption is kept for later and does not end the wait.
    boolean take(int number, Duration patience) {
        Deadline deadline = Deadline.in(patience);
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return places.tryAcquire(
                            number, deadline.left().toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException _) {
                    wasInterrupted = true;
                }
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Gives places back.
    ///
    /// @param wasServed whether there was an answer: then those who wait have reason to
    void giveBack(int number, boolean wasServed) {
        if (wasServed) {
            served.incrementAndGet();
        }
        places.release(number);
    }
}
