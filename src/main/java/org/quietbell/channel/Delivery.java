package org.quietbell.channel;

import java.time.Instant;
import java.util.Optional;
import org.quietbell.http.Fault;

/// What became of one send.
public sealed interface Delivery {
    /// The other side took it over.
    record Delivered() implements Delivery {}

    /// Not now.
    ///
    /// @param notBefore when the other side wants to be asked again, if it said
    record Later(Fault fault, Optional<Instant> notBefore) implements Delivery {}

    /// Never this way: a setting is wrong, or the destination is gone.
    record Never(Fault fault) implements Delivery {}

    /// What follows from a fault when the other side named no time: [Later] for a passing kind,
    /// else [Never].
    static Delivery failed(Fault fault) {
        return fault.kind().isPassing() ? new Later(fault, Optional.empty()) : new Never(fault);
    }
}
