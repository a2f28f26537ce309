package org.quietbell.web;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.quietbell.hit.HitId;

/// What a visitor did in one stay: kept nowhere else, and gone with it. Safe for many threads.
final class Sitting {
    private final Set<HitId> opened = new HashSet<>();
    private int allowed;
    private volatile String elsewhere = Door.ELSEWHERE;

    /// Opens an item, unless she wanted to be asked before one more. One that was open before can
    /// be opened again.
    ///
    /// @param most how many she opens before she is asked; empty: as many as she likes
    /// @return whether it is open
    synchronized boolean opens(HitId id, OptionalInt most) {
        boolean isEnough =
                most.isPresent()
                        && opened.size() >= Math.max(allowed, most.getAsInt())
                        && !opened.contains(id);
        return !isEnough && (opened.contains(id) || opened.add(id));
    }

    /// Lets her open as many more. Asking twice for the same changes nothing.
    synchronized void goOn(int most) {
        allowed = opened.size() + most;
    }

    /// How many she opened.
    synchronized int count() {
        return opened.size();
    }

    /// Where "Leave now" leads: known here, so that leaving needs no store.
    String elsewhere() {
        return elsewhere;
    }

    void leaveFor(String address) {
        elsewhere = address;
    }
}
