package org.quietbell.source;

import java.net.URI;
import java.util.Optional;

/// A source that says that its address has moved for good. What she or the file set is not
/// rewritten: the new address stands beside it.
///
/// On the same host two answers in a row must agree before the new address is used: one alone may
/// be a slip. Elsewhere it waits for a person.
///
/// @param set the address as it was set; once another is set, the move is forgotten
/// @param now where it is asked
/// @param next where it says it is, if it is not asked there yet
/// @param seen answers in a row that said so, 0 or more
/// @param asksFirst whether a person must agree to it
public record Move(URI set, URI now, Optional<URI> next, int seen, boolean asksFirst) {
    private static final int ENOUGH = 2;

    /// What follows from one more answer.
    ///
    /// @param before what was known
    /// @param set the address as it is set
    /// @return empty if it is where it was set
    static Optional<Move> after(Optional<Move> before, URI set, Whereabouts whereabouts) {
        Move known =
                before.filter(move -> move.set.equals(set))
                        .orElse(new Move(set, set, Optional.empty(), 0, false));
        Move then =
                switch (whereabouts) {
                    case Whereabouts.Same _ -> known.at(known.now);
                    case Whereabouts.Gone _ -> known;
                    case Whereabouts.Moved(URI to, boolean asksFirst) -> known.to(to, asksFirst);
                };
        boolean isHome = then.now.equals(set) && then.next.isEmpty();
        return isHome ? Optional.empty() : Optional.of(then);
    }

    private Move to(URI to, boolean asks) {
        int agreed = next.equals(Optional.of(to)) ? seen + 1 : 1;
        return !asks && agreed >= ENOUGH
                ? at(to)
                : new Move(set, now, Optional.of(to), agreed, asks);
    }

    private Move at(URI address) {
        return new Move(set, address, Optional.empty(), 0, false);
    }

    /// Whether a person is asked for her yes.
    public boolean isWaiting() {
        return asksFirst && next.isPresent();
    }

    /// The same after her yes.
    public Move confirmed() {
        return at(next.orElse(now));
    }

    /// Where that source is asked, as far as the move concerns this set address.
    public Optional<URI> of(URI address) {
        return set.equals(address) && !now.equals(set) ? Optional.of(now) : Optional.empty();
    }
}
