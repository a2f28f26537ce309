package org.quietbell.notice;

import java.time.Instant;
import java.util.Optional;
import org.quietbell.hit.HitId;
import org.quietbell.match.Band;
import org.quietbell.watch.WatchId;

/// A hit that a recipient has not been told and may be: not baseline, not "not me", at or above her
/// band.
///
/// @param source the id of the source that had it first
/// @param group hits of one group are one line (R6.9); a hit of its own is its own group
/// @param held whether it was owed at a moment when she would have heard but for a pause, quiet
///   hours or a day of no contact: then she returns gently (R1.9)
public record Owed(
        HitId hit,
        WatchId watch,
        String source,
        Band band,
        Instant firstSeen,
        String group,
        Optional<Cause> held) {}
