package org.quietbell.app;

import java.util.Map;
import org.quietbell.pipeline.Roster;
import org.quietbell.source.Move;
import org.quietbell.source.SourceId;
import org.quietbell.store.Store;

/// The roster as the store has it now, with what she labelled so far.
final class PresentRoster {
    private PresentRoster() {}

    /// @param moved which sources are asked elsewhere than at the address that was set
    static Roster of(Store store, Map<SourceId, Move> moved) {
        return Roster.of(
                store.cases().all(),
                store.sources().all(),
                store.otherSites().all(),
                moved,
                store.hits()::labelled);
    }
}
