package org.quietbell.evidence;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What is to be handed on.
///
/// @param cover the first sheet
/// @param entries hands each entry of the log to a consumer, in order; it is asked several times
/// @param head where the log ends
/// @param health of the program
/// @param leftOut by choice
/// @param stamped somebody else's word on when the head was there, if it was asked for
public record Export(
        Cover cover,
        Entries entries,
        Head head,
        Health health,
        Set<LeftOut> leftOut,
        Optional<Stamped> stamped) {
    public Export {
        leftOut = Set.copyOf(leftOut);
    }

    /// One without a stamp.
    public Export(Cover cover, Entries entries, Head head, Health health, Set<LeftOut> leftOut) {
        this(cover, entries, head, health, leftOut, Optional.empty());
    }

    /// The same with a stamp.
    public Export with(Stamped stamp) {
        return new Export(cover, entries, head, health, leftOut, Optional.of(stamp));
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
