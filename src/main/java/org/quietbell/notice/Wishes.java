package org.quietbell.notice;

/// What few people change about how they hear.
///
/// @param afterPause what follows a pause
public record Wishes(AfterPause afterPause) {
    /// Unless she says otherwise: one Discreet notice after a pause.
    public static final Wishes USUAL = new Wishes(AfterPause.ONE);

    /// What follows a pause with what gathered in it (R1.9).
    public enum AfterPause {
        /// One Discreet notice, at the next right time.
        ONE,
        /// No notice: it is seen when she opens it.
        NONE
    }
}
