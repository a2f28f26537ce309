package org.quietbell.notice;

import java.util.OptionalInt;

/// How many notices there may be, all channels of a recipient summed: one notice counts once by
/// however many channels it goes (R1.12). One telling never makes more than one.
///
/// @param perDay in any 24 hours, 1 or more
/// @param perWeek in any 7 days, 1 or more; empty: only the day counts
public record Ceiling(int perDay, OptionalInt perWeek) {
    /// Unless she sets another.
    public static final Ceiling DEFAULT = new Ceiling(3);

    /// @throws IllegalArgumentException if a number is not positive
    public Ceiling {
        if (perDay < 1 || perWeek.orElse(1) < 1) {
            throw new IllegalArgumentException("ceiling: must be 1 or more");
        }
    }

    /// A ceiling for the day alone.
    public Ceiling(int perDay) {
        this(perDay, OptionalInt.empty());
    }
}
