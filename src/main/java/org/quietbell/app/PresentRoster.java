package org.quietbell.app;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.quietbell.pipeline.Roster;
import org.quietbell.source.Move;
import org.quietbell.source.SourceId;
import org.quietbell.store.Store;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;

/// The roster as the store has it now, with what she labelled so far.
final class PresentRoster {
    private PresentRoster() {}

    /// @param moved which sources are asked elsewhere than at the address that was set
    static Roster of(Store store, Map<SourceId, Move> moved) {
        Collection<WatchedCase> cases = store.cases().all();
        List<WatchId> looked =
                cases.stream()
                        .filter(WatchedCase::active)
                        .flatMap(one -> one.watches().stream())
                        .map(Watch::id)
                        .toList();
        return Roster.of(
                cases,
                store.sources().all(),
                store.otherSites().all(),
                moved,
                store.hits().labelled(looked));
    }
}
