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
    public record One(Optional<Instant> readyUpTo, Optional<Instant> awayUntil) {
        /// Neither ready nor away.
        public static final One NONE = new One(Optional.empty(), Optional.empty());

        /// The same, having looked at all that was found up to then.
        public One ready(Instant upTo) {
            return new One(Optional.of(upTo), awayUntil);
        }

        /// The same, away until then; empty: there.
        public One away(Optional<Instant> until) {
            return new One(readyUpTo, until);
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
