package org.quietbell.notice;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// How far those who hear first have come: her helper, and whoever stands in while the helper is
/// away (R1.22). What one of them has looked at is looked at.
public record HelperState(One helper, One standIn) {
    /// Nobody has looked yet.
    public static final HelperState NONE = new HelperState(Optional.empty(), Optional.empty());

    /// How far one of them has come.
    ///
    /// @param readyUpTo what was first seen up to then she has looked at: it is the person's turn
    ///   (R1.19)
    /// @param awayUntil she wants to hear nothing until then
    /// @param from what was first seen before is not hers to see (R1.20); empty: all is
    public record One(
            Optional<Instant> readyUpTo, Optional<Instant> awayUntil, Optional<Instant> from) {
        /// Neither ready nor away.
        public static final One NONE = new One(Optional.empty(), Optional.empty());

        /// Somebody to whom all may be shown.
        public One(Optional<Instant> readyUpTo, Optional<Instant> awayUntil) {
            this(readyUpTo, awayUntil, Optional.empty());
        }

        /// Somebody who was named now, and sees what is first seen from then on.
        public static One named(Instant from) {
            return new One(Optional.empty(), Optional.empty(), Optional.of(from));
        }

        /// The same, having looked at all that was found up to then.
        public One ready(Instant upTo) {
            return new One(Optional.of(upTo), awayUntil, from);
        }

        /// The same, away until then; empty: there.
        public One away(Optional<Instant> until) {
            return new One(readyUpTo, until, from);
        }

        /// The same, but shown what was first seen from then on.
        public One from(Instant start) {
            return new One(readyUpTo, awayUntil, Optional.of(start));
        }

        /// Whether what was first seen then is hers to see.
        public boolean isShown(Instant firstSeen) {
            return from.filter(firstSeen::isBefore).isEmpty();
        }

        /// Whether she hears nothing at that moment.
        public boolean isAway(Instant now) {
            return awayUntil.filter(now::isBefore).isPresent();
        }
    }

    /// A helper for whom nobody stands in.
    public HelperState(Optional<Instant> readyUpTo, Optional<Instant> awayUntil) {
        this(new One(readyUpTo, awayUntil), One.NONE);
    }

    /// What was first seen up to then one of them has looked at.
    public Optional<Instant> readyUpTo() {
        return Stream.of(helper, standIn)
                .flatMap(one -> one.readyUpTo().stream())
                .max(Comparator.naturalOrder());
    }

    /// The helper, or whoever stands in.
    public One of(boolean isStandIn) {
        return isStandIn ? standIn : helper;
    }

    /// The same with the helper, or whoever stands in, as far as that.
    public HelperState with(boolean isStandIn, One one) {
        return isStandIn ? new HelperState(helper, one) : new HelperState(one, standIn);
    }

    /// How far they have come once she chose otherwise: whoever was named before goes on, whoever
    /// is new sees what is found from now on, and of nobody else anything is remembered. A person
    /// who changes from one place to the other keeps her start.
    ///
    /// @param before what she had chosen, if anything
    public HelperState after(Optional<Hearing> before, Hearing chosen, Instant now) {
        Optional<Hearing.Helper> first = before.flatMap(Hearing::helper);
        Optional<Hearing.Helper> second = first.flatMap(Hearing.Helper::standIn);
        Optional<Hearing.Helper> newFirst = chosen.helper();
        Optional<Hearing.Helper> newSecond = newFirst.flatMap(Hearing.Helper::standIn);
        return new HelperState(
                after(newFirst, new Place(first, helper), new Place(second, standIn), now),
                after(newSecond, new Place(second, standIn), new Place(first, helper), now));
    }

    /// Who had a place, and how far she had come.
    private record Place(Optional<Hearing.Helper> who, One one) {
        boolean isOf(Hearing.Helper helper) {
            return who.filter(h -> h.id().equals(helper.id())).isPresent();
        }
    }

    private static One after(Optional<Hearing.Helper> named, Place same, Place other, Instant now) {
        if (named.isEmpty()) {
            return One.NONE;
        }
        if (same.isOf(named.get())) {
            return same.one();
        }
        return other.isOf(named.get())
                ? new One(Optional.empty(), Optional.empty(), other.one().from())
                : One.named(now);
    }

    /// Whether one of them has looked at what was first seen then.
    public boolean hasLookedAt(Instant firstSeen) {
        return readyUpTo().filter(ready -> !firstSeen.isAfter(ready)).isPresent();
    }

    /// Why that one hears nothing at that moment, if so: she is away, or she stands in for somebody
    /// who is there.
    Optional<Cause> hindrance(boolean isStandIn, Instant now) {
        if (of(isStandIn).isAway(now)) {
            return Optional.of(Cause.HELPER_AWAY);
        }
        return isStandIn && !helper.isAway(now)
                ? Optional.of(Cause.HELPER_THERE)
                : Optional.empty();
    }
}
