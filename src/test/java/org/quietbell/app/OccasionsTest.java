package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.notice.Occasion;
import org.quietbell.pipeline.Coverage;
import org.quietbell.source.Habits;
import org.quietbell.source.SourceId;

class OccasionsTest {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

    private static List<Occasion> told(String state, Duration since) {
        Coverage.Place place =
                new Coverage.Place(
                        new SourceId("meta"),
                        state,
                        Optional.of(NOW),
                        Optional.of(NOW.minus(since)),
                        true,
                        Habits.NONE);
        return SilentSources.of(new Coverage(List.of(place)), NOW);
    }

    @Test
    @Covers("R1.25")
    void sheHearsOfAPlaceThatHasNotAnsweredHerForTwoDays() {
        assertThat(told("blocked", Duration.ofHours(47))).isEmpty();
        assertThat(told("ok", Duration.ofHours(49))).isEmpty();
        assertThat(told("partly-blind", Duration.ofDays(2)))
                .extracting(Occasion::since)
                .containsExactly(NOW);
    }
}
