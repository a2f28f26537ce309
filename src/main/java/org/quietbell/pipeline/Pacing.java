package org.quietbell.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.quietbell.source.FeedPace;
import org.quietbell.source.Move;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.Standing;

/// How often and when each source is asked, as its settings, its own wishes and its state have it.
/// Pure: a view of one moment.
///
/// @param standings how each source does that was ever asked
public record Pacing(Roster roster, Map<SourceId, Standing> standings) {
    /// How often a source is asked.
    public Tempo tempo(SourceEntry entry) {
        Standing standing = standing(entry.id());
        if (standing.habits().gone()) {
            return new Tempo(entry.every(), Tempo.Reason.GONE);
        }
        FeedPace pace = standing.habits().pace();
        Duration stretched = pace.stretched(entry.every());
        return new Tempo(
                stretched,
                stretched.equals(entry.every()) ? Tempo.Reason.CHOSEN : Tempo.Reason.ITS_WISH);
    }

    /// When the rounds of every source are.
    public Map<SourceId, Turn> turns() {
        Map<SourceId, Turn> turns = new HashMap<>();
        roster.places().forEach(place -> turns.put(place.entry().id(), turn(place.entry())));
        return turns;
    }

    /// When the rounds of a source are.
    public Turn turn(SourceEntry entry) {
        Standing standing = standing(entry.id());
        Tempo tempo = tempo(entry);
        if (tempo.reason() == Tempo.Reason.GONE) {
            return Turn.every(tempo.every());
        }
        Optional<Instant> next =
                standing.fault().isPresent()
                        ? standing.notBefore()
                        : Stream.concat(
                                        standing.notBefore().stream(),
                                        standing.due(entry.every()).stream())
                                .max(Instant::compareTo);
        return new Turn(tempo.every(), next);
    }

    /// Which sources are asked elsewhere than at the address that was set.
    public static Map<SourceId, Move> moved(Map<SourceId, Standing> standings) {
        Map<SourceId, Move> moved = new HashMap<>();
        standings.forEach((source, standing) ->
                standing.habits()
                        .move()
                        .filter(move -> move.of(move.set()).isPresent())
                        .ifPresent(move -> moved.put(source, move)));
        return moved;
    }

    /// How a source does.
    public Standing standing(SourceId source) {
        return standings.getOrDefault(source, Standing.NEVER_ASKED);
    }
}
