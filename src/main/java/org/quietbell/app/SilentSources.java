package org.quietbell.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quietbell.notice.Occasion;
import org.quietbell.pipeline.Coverage;

/// The sources that have not answered somebody for two days: she hears of it in her next notice
/// (R1.25).
final class SilentSources {
    static final Duration LONG = Duration.ofDays(2);

    private SilentSources() {}

    /// One for each place that is asked for her, faulty, and without a complete answer for that
    /// long.
    static List<Occasion> of(Coverage coverage, Instant now) {
        return coverage.places().stream()
                .flatMap(place -> occasion(place).stream())
                .filter(occasion -> !occasion.since().isAfter(now))
                .toList();
    }

    private static Optional<Occasion> occasion(Coverage.Place place) {
        return Optional.of(place)
                .filter(Coverage.Place::isFaulty)
                .flatMap(faulty -> faulty.lastAnswer().or(faulty::since))
                .map(from ->
                        new Occasion(
                                "source:" + place.source() + ":" + from.getEpochSecond(),
                                from.plus(LONG)));
    }
}
