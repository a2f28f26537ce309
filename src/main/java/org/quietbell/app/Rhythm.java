package org.quietbell.app;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.quietbell.pipeline.Pacing;
import org.quietbell.pipeline.Roster;
import org.quietbell.pipeline.Turn;
import org.quietbell.source.Move;
import org.quietbell.source.SourceId;
import org.quietbell.source.Standing;
import org.quietbell.store.Store;

/// How often, when and where each source is asked, as its answers have it by now. A source that was
/// found to have moved is asked there from the next look on. Safe for many threads.
final class Rhythm {
    private final Store store;
    private final InstantSource clock;
    private final Supplier<Roster> roster;
    private final Runnable refresh;
    private volatile Map<SourceId, Move> moved = Map.of();

    /// @param roster gives the present snapshot
    /// @param refresh makes it anew, with [#moved]
    Rhythm(Store store, InstantSource clock, Supplier<Roster> roster, Runnable refresh) {
        this.store = store;
        this.clock = clock;
        this.roster = roster;
        this.refresh = refresh;
    }

    /// Which sources have moved, for a new snapshot.
    Map<SourceId, Move> moved() {
        moved = Pacing.moved(store.sourceStates().standings());
        return moved;
    }

    /// All sources, now.
    Pacing all() {
        Pacing pacing = present();
        if (pacing.moved().equals(moved)) {
            return pacing;
        }
        refresh.run();
        return present();
    }

    private Pacing present() {
        return Pacing.of(
                roster.get(), store.sourceStates(), store.hearings().pauses(), clock.instant());
    }

    /// When the next round of one source is; empty: it is not there any more.
    Optional<Turn> turn(SourceId source) {
        Move there =
                Pacing.moved(Map.of(source, store.sourceStates().standing(source))).get(source);
        if (!Objects.equals(there, moved.get(source))) {
            refresh.run();
        }
        Roster present = roster.get();
        Pacing pacing =
                Pacing.of(
                        present,
                        store.sourceStates(),
                        source,
                        store.hearings().pauses(),
                        clock.instant());
        return present.place(source).map(pacing::turn);
    }

    /// Says yes to a source's move to another place.
    void confirmMove(SourceId source) {
        Standing standing = store.sourceStates().standing(source);
        store.sourceStates().remember(source, standing.with(standing.habits().confirmed()));
    }
}
