package org.quietbell.notice;

/// How many notices there may be in any 24 hours, all channels summed (R1.12).
///
/// @param perDay 1 or more
public record Ceiling(int perDay) {
    /// Unless she sets another.
    public static final Ceiling DEFAULT = new Ceiling(3);

    /// @throws IllegalArgumentException if it is not positive
    public Ceiling {
        if (perDay < 1) {
            throw new IllegalArgumentException("ceiling: must be 1 or more a day");
        }
    }
}
