package org.quietbell.notice;

import java.util.Optional;

/// What few people change about how they hear.
///
/// @param afterPause what follows a pause
/// @param atOnce what is told at once; empty, as at first: nothing
/// @param stillLooking how often she hears that looking goes on
public record Wishes(AfterPause afterPause, Optional<AtOnce> atOnce, StillLooking stillLooking) {
    /// Unless she says otherwise: one Discreet notice after a pause, and nothing at once.
    public static final Wishes USUAL = new Wishes(AfterPause.ONE);

    /// Nothing of going on.
    public Wishes(AfterPause afterPause, Optional<AtOnce> atOnce) {
        this(afterPause, atOnce, StillLooking.OFF);
    }

    /// Nothing at once.
    public Wishes(AfterPause afterPause) {
        this(afterPause, Optional.empty());
    }

    /// What follows a pause with what gathered in it (R1.9).
    public enum AfterPause {
        /// One Discreet notice, at the next right time.
        ONE,
        /// No notice: it is seen when she opens it.
        NONE
    }
}
