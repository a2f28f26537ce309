package org.quietbell.watch;

/// One question that a source can be asked.
public sealed interface Query {
    /// Pages that hold these words, in this order: a name or an alias.
    ///
    /// @param text as the person writes it, never blank
    record Phrase(String text) implements Query {
        public Phrase {
            text = text.strip();
            if (text.isEmpty()) {
                throw new IllegalArgumentException("phrase: must not be blank");
            }
        }
    }

    /// Pages by or about an account.
    record Account(Handle handle) implements Query {}

    /// All that the source has, whoever it is about: a feed, asked once for everybody.
    record Everything() implements Query {}
}
