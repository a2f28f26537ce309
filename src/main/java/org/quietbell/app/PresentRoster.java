package org.quietbell.app;

import java.util.List;
import java.util.Map;
import org.quietbell.match.Judge;
import org.quietbell.pipeline.Roster;
import org.quietbell.source.Move;
import org.quietbell.source.SourceId;
import org.quietbell.store.Store;
import org.quietbell.watch.WatchedCase;

/// The roster as the store has it now, with what she labelled so far.
final class PresentRoster {
    private PresentRoster() {}

    /// Judges as it would be with that case in place of the one of its id.
    static Judge judge(Store store, WatchedCase changed) {
        List<WatchedCase> cases =
                store.cases().all().stream()
                        .map(one -> one.id().equals(changed.id()) ? changed : one)
                        .toList();
        return Roster.of(
                        cases,
                        List.of(),
                        store.otherSites().all(),
                        Map.of(),
                        store.hits()::labelled)
                .judge();
    }

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
