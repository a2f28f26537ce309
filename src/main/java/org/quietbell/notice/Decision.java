package org.quietbell.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quietbell.hit.HitId;

/// What a telling comes to for one recipient.
///
/// @param notice the one notice, if there is to be one
/// @param held what is held, and why
public record Decision(Optional<Notice> notice, List<Held> held) {
    public Decision {
        held = List.copyOf(held);
    }

    /// Hits held for one cause.
    ///
    /// @param until when it may be told next, if that is known
    /// @param missed whether she would have heard now but for the cause: she returns gently (R1.9)
    public record Held(List<HitId> hits, Cause cause, Optional<Instant> until, boolean missed) {
        public Held {
            hits = List.copyOf(hits);
        }
    }
}
