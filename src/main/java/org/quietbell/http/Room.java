package org.quietbell.http;

import java.time.Duration;

/// The memory that bodies may take, in three parts: a small first share for every fetch, a part for
/// middling bodies, and one for large ones. Safe for many threads.
///
/// Nobody knows a body's size beforehand. A body begins in the first part and moves up as it grows;
/// a part is only ever asked for whole and in this order, so no two fetches can wait for each
/// other. A few slow large bodies hold up only others like them.
final class Room {
    private static final int UNIT = 1024;
    private static final int FIRST = 64 * UNIT;
    private static final int MIDDLE = 1024 * UNIT;

    private final long maxBody;
    private final Part first;
    private final Part middle;
    private final Part large;

    private record Part(Line line, int units) {
        static Part of(long bytes) {
            int units = Math.clamp(bytes / UNIT, 1, Integer.MAX_VALUE);
            return new Part(new Line(units), units);
        }

        static int units(long bytes) {
            return Math.clamp((bytes + UNIT - 1) / UNIT, 1, Integer.MAX_VALUE);
        }
    }

    /// @param bytes all that bodies may take
    /// @param fetches how many run at once
    /// @param maxBody the largest body
    Room(long bytes, int fetches, long maxBody) {
        this.maxBody = maxBody;
        long firsts = Math.max(FIRST, Math.min((long) fetches * FIRST, bytes / 8));
        long rest = Math.max(UNIT, bytes - firsts);
        long larges = Math.max(Math.min(maxBody, rest * 3 / 4), rest / 2);
        first = Part.of(firsts);
        large = Part.of(larges);
        middle = Part.of(rest - larges);
    }

    /// Waits for a first share.
    ///
    /// @return a share without room if none came free
    Share share(Duration patience) {
        Share share = new Share();
        share.hasRoom = first.line().takeWhileMoving(Part.units(FIRST), patience);
        share.firsts = share.hasRoom ? Part.units(FIRST) : 0;
        return share;
    }

    /// What came of asking for more.
    enum Grown {
        YES,
        /// Not before the deadline.
        LATE,
        /// Not ever: it is more than there is.
        NEVER
    }

    /// The room of one body, to be closed when the body is not needed any more. For one thread.
    final class Share implements AutoCloseable {
        private boolean hasRoom;
        private int firsts;
        private int middles;
        private int larges;

        /// Whether there was room to begin with.
        boolean hasRoom() {
            return hasRoom;
        }

        /// Makes sure of room for a body.
        ///
        /// @param bytes how long it is, as far as it is known
        /// @param isAll whether it is known that it is no longer than that
        Grown grow(long bytes, boolean isAll, Deadline deadline) {
            if (bytes <= FIRST || (larges > 0 && bytes <= (long) larges * UNIT)) {
                return Grown.YES;
            }
            if (bytes <= Math.min(MIDDLE, (long) middle.units() * UNIT)) {
                if (middles > 0) {
                    return Grown.YES;
                }
                int units = Math.min(Part.units(isAll ? bytes : MIDDLE), middle.units());
                if (!middle.line().take(units, deadline.left())) {
                    return Grown.LATE;
                }
                middles = units;
                return Grown.YES;
            }
            return growLarge(bytes, isAll, deadline);
        }

        private Grown growLarge(long bytes, boolean isAll, Deadline deadline) {
            if (larges > 0 || Part.units(bytes) > large.units()) {
                return Grown.NEVER;
            }
            int units = Math.min(Part.units(isAll ? bytes : maxBody), large.units());
            if (!large.line().take(units, deadline.left())) {
                return Grown.LATE;
            }
            larges = units;
            return Grown.YES;
        }

        @Override
        public void close() {
            first.line().giveBack(firsts, true);
            middle.line().giveBack(middles, true);
            large.line().giveBack(larges, true);
            firsts = 0;
            middles = 0;
            larges = 0;
        }
    }
}
