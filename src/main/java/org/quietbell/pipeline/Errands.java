package org.quietbell.pipeline;

import org.quietbell.source.SourceId;

/// What the schedule has done when its time has come. Called on virtual threads, never twice at
/// once for the same errand.
public interface Errands {
    /// One round of one source.
    void round(SourceId source);

    /// A telling: somebody's fixed time has come.
    void telling();

    /// Letters in the outbox are due.
    void relay();

    /// Once a minute: whatever needs putting right.
    void housekeeping();
}
