package org.quietbell.pipeline;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quietbell.source.Habits;
import org.quietbell.source.Move;
import org.quietbell.source.SourceId;
import org.quietbell.source.Standing;
import org.quietbell.watch.WatchId;

/// Where it is looked for one person, and what came of it (R1.25): only the places that her case is
/// asked of, and of a search only how it does for her.
///
/// @param places in the order of the sources
public record Coverage(List<Place> places) {
    public Coverage {
        places = List.copyOf(places);
    }

    /// One place that her case is asked of.
    ///
    /// @param state see [Standing#name]
    /// @param since when that state began
    /// @param lastAnswer when it last answered completely for her
    /// @param wasAsked whether it was ever asked
    /// @param habits what its answers have taught
    public record Place(
            SourceId source,
            String state,
            Optional<Instant> since,
            Optional<Instant> lastAnswer,
            boolean wasAsked,
            Habits habits) {
        /// @param asked how each of her questions does there, or, of a list, the list; at least one
        /// @param whole how the place does for all
        static Place of(WatchId watch, SourceId source, List<Standing> asked, Standing whole) {
            Health health = Health.of(watch, asked);
            return new Place(
                    source,
                    health.state(),
                    health.since(),
                    health.lastAnswer(),
                    asked.stream().anyMatch(one -> one.lastAsked().isPresent()),
                    whole.habits());
        }

        /// Whether it answered completely when it was asked last.
        public boolean answered() {
            return state.equals("ok");
        }

        /// Whether it was asked and did not answer completely.
        public boolean isFaulty() {
            return wasAsked && !answered();
        }

        /// Whether it is a list that says it has moved, and waits for somebody's yes.
        public boolean waitsToMove() {
            return habits.move().filter(Move::isWaiting).isPresent();
        }

        /// Whether what is new there may stay unseen.
        public boolean isTroubled() {
            return isFaulty() || habits.gone() || waitsToMove() || habits.emptySince().isPresent();
        }
    }

    /// How many places were ever asked.
    public int asked() {
        return (int) places.stream().filter(Place::wasAsked).count();
    }

    /// How many of them answered completely when they were asked last.
    public int answered() {
        return (int) places.stream().filter(Place::answered).count();
    }

    /// When the last complete answer came.
    public Optional<Instant> last() {
        return places.stream()
                .flatMap(place -> place.lastAnswer().stream())
                .max(Instant::compareTo);
    }

    /// The places that any of these people's cases is asked of, each once: one that does worse for
    /// one of them than for another, as the worse.
    public static Coverage of(Collection<Coverage> people) {
        return new Coverage(
                List.copyOf(
                        people.stream()
                                .flatMap(coverage -> coverage.places().stream())
                                .collect(
                                        Collectors.toMap(
                                                Place::source,
                                                place -> place,
                                                (one, other) -> one.isFaulty() ? one : other,
                                                LinkedHashMap::new))
                                .values()));
    }
}
