package org.quietbell.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quietbell.source.Standing;
import org.quietbell.watch.WatchId;

/// How a search does for one watch, over all that it is asked for it.
///
/// @param state the name of the worst state among its questions, see [Standing#name]
/// @param since when the first of the faults began; without one, when it last began to be well
/// @param lastAnswer when the question that waits longest for it was last answered completely;
///   empty: one never was
/// @param faults consecutive faults of the question that has most
/// @param unasked questions that were never asked
public record Health(
        WatchId watch,
        String state,
        Optional<Instant> since,
        Optional<Instant> lastAnswer,
        int faults,
        int unasked) {
    /// By watch, as its terms do; nothing for a source that is asked for everybody at once.
    static List<Health> of(Map<WatchId, List<Standing>> byWatch) {
        return byWatch.entrySet().stream().map(one -> of(one.getKey(), one.getValue())).toList();
    }

    /// @param standings of its questions, at least one
    static Health of(WatchId watch, List<Standing> standings) {
        List<Standing> faulty =
                standings.stream().filter(standing -> standing.fault().isPresent()).toList();
        List<Standing> unasked =
                standings.stream().filter(standing -> standing.lastAsked().isEmpty()).toList();
        List<Standing> worst = faulty.isEmpty() ? unasked.isEmpty() ? standings : unasked : faulty;
        boolean isWhole =
                standings.stream().allMatch(standing -> standing.lastAnswer().isPresent());
        return new Health(
                watch,
                worst.getFirst().name(),
                worst.stream()
                        .flatMap(standing -> standing.since().stream())
                        .min(Instant::compareTo),
                isWhole
                        ? standings.stream()
                                .flatMap(standing -> standing.lastAnswer().stream())
                                .min(Instant::compareTo)
                        : Optional.empty(),
                standings.stream().mapToInt(Standing::faults).max().orElse(0),
                unasked.size());
    }
}
