package org.quietbell.pipeline;

import java.util.concurrent.Semaphore;

/// One of the places for answers that are read and not kept yet: what a thousand feeds say is held
/// for a few of them at a time, however long keeping takes. For one thread.
final class InHand {
    /// How many answers are in hand at once; more than are fetched at once by default.
    static final int MOST = 64;

    private final Semaphore places;
    private boolean taken;

    InHand(Semaphore places) {
        this.places = places;
    }

    /// Waits for a place, unless it has one.
    void take() {
        if (!taken) {
            places.acquireUninterruptibly();
            taken = true;
        }
    }

    /// Gives it back, if it has one.
    void release() {
        if (taken) {
            taken = false;
            places.release();
        }
    }
}
