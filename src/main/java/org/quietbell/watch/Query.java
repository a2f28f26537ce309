package org.quietbell.watch;

import java.util.List;

/// One question that a source can be asked.
public sealed interface Query {
    /// The terms that it asks for: itself, or those that it puts together.
    default List<Query> parts() {
        return List.of(this);
    }

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

    /// Pages that hold any of several terms of one watch.
    ///
    /// @param parts two or more phrases and accounts, without repeats
    record AnyOf(List<Query> parts) implements Query {
        /// @throws IllegalArgumentException if there are fewer, or if one of them is no term
        public AnyOf {
            parts = List.copyOf(parts);
            boolean areTerms =
                    parts.stream()
                            .allMatch(part -> part instanceof Phrase || part instanceof Account);
            if (!areTerms || parts.stream().distinct().count() < Math.max(2, parts.size())) {
                throw new IllegalArgumentException("parts: must be two or more different terms");
            }
        }
    }

    /// All that the source has, whoever it is about: a feed, asked once for everybody.
    record Everything() implements Query {}
}
