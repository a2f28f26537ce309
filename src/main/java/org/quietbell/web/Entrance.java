package org.quietbell.web;

import org.quietbell.config.Secret;

/// How a visitor comes in.
public sealed interface Entrance {
    /// Nobody is asked: the demonstration, which holds nothing of anybody.
    record Free() implements Entrance {}

    /// By the passphrase that opens the store. Whoever gives it while the store is locked opens it.
    record ByPassphrase(Gate gate) implements Entrance {}

    /// Not at all: no passphrase was ever set that could be asked for. The pages say how else to
    /// look.
    record Shut() implements Entrance {}

    /// Tells whether a passphrase is the right one.
    interface Gate {
        /// Slow by intent. The pages call it once at a time.
        Answer answer(Secret passphrase);
    }

    /// What a gate says.
    sealed interface Answer {
        /// It is right, and the store is open.
        record Opened() implements Answer {}

        /// It is wrong.
        record Wrong() implements Answer {}

        /// It could not be tried, or the store could not be opened.
        ///
        /// @param sentence what, why and what to do, without a secret
        record Failed(String sentence) implements Answer {}
    }
}
