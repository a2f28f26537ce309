package org.quietbell.evidence;

import java.util.Set;
import java.util.function.Consumer;

/// What is to be handed on.
///
/// @param cover the first sheet
/// @param entries hands each entry of the log to a consumer, in order; it is asked several times
/// @param head where the log ends
/// @param health of the program
/// @param leftOut by choice
public record Export(Cover cover, Entries entries, Head head, Health health, Set<LeftOut> leftOut) {
    public Export {
        leftOut = Set.copyOf(leftOut);
    }

    /// The entries of a log.
    public interface Entries {
        /// Hands each to the consumer, in order, always the same up to the head.
        void each(Consumer<Entry> consumer);
    }

    /// The entries up to the head, without what is left out.
    void each(Consumer<Entry> consumer) {
        entries.each(entry -> {
            if (entry.seq() <= head.seq()) {
                consumer.accept(entry.without(LeftOut.fields(entry, leftOut)));
            }
        });
    }
}
