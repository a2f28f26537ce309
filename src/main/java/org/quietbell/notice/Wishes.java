package org.quietbell.notice;

import java.util.Optional;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

/// What few people change about how they hear.
///
/// @param afterPause what follows a pause
/// @param atOnce what is told at once; empty, as at first: nothing
/// @param stillLooking how often she hears that looking goes on
/// @param language in which her notices are; empty: in that of the installation
public record Wishes(
        AfterPause afterPause,
        Optional<AtOnce> atOnce,
        StillLooking stillLooking,
        Optional<Language> language) {
    /// Unless she says otherwise: one Discreet notice after a pause, and nothing at once.
    public static final Wishes USUAL = new Wishes(AfterPause.ONE);

    /// In the language of the installation.
    public Wishes(AfterPause afterPause, Optional<AtOnce> atOnce, StillLooking stillLooking) {
        this(afterPause, atOnce, stillLooking, Optional.empty());
    }

    /// Nothing of going on.
    public Wishes(AfterPause afterPause, Optional<AtOnce> atOnce) {
        this(afterPause, atOnce, StillLooking.OFF);
    }

    /// Nothing at once.
    public Wishes(AfterPause afterPause) {
        this(afterPause, Optional.empty());
    }

    /// The same, with notices in that language, or in that of the installation.
    public Wishes in(Optional<Language> other) {
        return new Wishes(afterPause, atOnce, stillLooking, other);
    }

    /// The sentences of her notices.
    ///
    /// @param usual those of the installation
    public Words words(Words usual) {
        return language.map(Words::of).orElse(usual);
    }

    /// What follows a pause with what gathered in it (R1.9).
    public enum AfterPause {
        /// One Discreet notice, at the next right time.
        ONE,
        /// No notice: it is seen when she opens it.
        NONE
    }
}
