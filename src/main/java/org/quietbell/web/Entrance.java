package org.quietbell.web;

import org.quietbell.config.Secret;
import org.quietbell.words.Language;

/// How a visitor comes in.
public sealed interface Entrance {
    /// Nobody is asked: the demonstration, which holds nothing of anybody.
    record Free() implements Entrance {}

    /// By the passphrase that opens the store. Whoever gives it while the store is locked opens it.
    record ByPassphrase(Gate gate) implements Entrance {}

    /// Not at all: no passphrase was ever set that could be asked for. The pages say how else to
    /// look.
    record Shut() implements Entrance {}

    /// For the first time: nothing is set up yet, and whoever has the address that the console
    /// printed chooses the passphrase (F27).
    record FirstTime(Beginning beginning) implements Entrance {}

    /// Sets up.
    interface Beginning {
        /// Whether that is the secret of the address, unused and not too old.
        boolean isGood(String key);

        /// Makes the store and opens it. The secret is used up by that.
        ///
        /// @param language what the pages speak from then on
        Answer begin(String key, Secret passphrase, Language language);
    }

    /// Tells whether a passphrase is the right one.
    interface Gate {
        /// Slow by intent. The pages call it once at a time.
        Answer answer(Secret passphrase);

        /// Looks at a code, for whoever gave the right passphrase just now. Each counts once.
        ///
        /// @return opened or wrong
        default Answer code(String typed) {
            return new Answer.Wrong();
        }
    }

    /// What a gate says.
    sealed interface Answer {
        /// It is right, and the store is open.
        record Opened() implements Answer {}

        /// It is right and the store is open, but the pages want a code as well.
        record Halfway() implements Answer {}

        /// It is wrong.
        record Wrong() implements Answer {}

        /// It could not be tried, or the store could not be opened.
        ///
        /// @param sentence what, why and what to do, without a secret
        record Failed(String sentence) implements Answer {}
    }
}
