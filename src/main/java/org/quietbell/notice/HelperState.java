package org.quietbell.notice;

import java.time.Instant;
import java.util.Optional;

/// How far somebody who hears first has come.
///
/// @param readyUpTo what was first seen up to then she has looked at: it is the person's turn
///   (R1.19)
/// @param awayUntil the helper wants to hear nothing until then (R1.22)
public record HelperState(Optional<Instant> readyUpTo, Optional<Instant> awayUntil) {
    /// Nobody has looked yet.
    public static final HelperState NONE = new HelperState(Optional.empty(), Optional.empty());

    /// Whether she has looked at what was first seen then.
    public boolean hasLookedAt(Instant firstSeen) {
        return readyUpTo.filter(ready -> !firstSeen.isAfter(ready)).isPresent();
    }

    /// Whether the helper hears nothing at that moment.
    public boolean isAway(Instant now) {
        return awayUntil.filter(now::isBefore).isPresent();
    }
}
