package org.quietbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.evidence.Health.Line;
import org.quietbell.evidence.Health.Ran;

/// Whether the program was working at the time of an entry, by its journal.
class HealthTest {
    private static Instant at(int hour) {
        return Instant.parse("2026-11-22T00:00:00Z").plusSeconds(hour * 3600L);
    }

    private static Line line(int hour, String what, String... details) {
        return new Line(
                at(hour), what, details.length == 0 ? Map.of() : Map.of(details[0], details[1]));
    }

    private static final Health HEALTH =
            new Health(
                    List.of(
                            line(1, "started", "version", "1"),
                            line(2, "source", "source", "news"),
                            line(4, "stopped"),
                            line(6, "looked", "from", at(5).toString()),
                            line(7, "started", "version", "1"),
                            line(12, "gap", "last-alive", at(9).toString()),
                            line(12, "started", "version", "2"),
                            line(13, "looked", "from", at(12).toString())));

    @Test
    @Covers("R3.6")
    void saysWhenItRanByItselfAndForOneRound() {
        assertThat(HEALTH.ran())
                .containsExactly(
                        new Ran(at(1), Optional.of(at(4))),
                        new Ran(at(5), Optional.of(at(6))),
                        new Ran(at(7), Optional.of(at(9))),
                        new Ran(at(12), Optional.empty()));
    }

    @Test
    @Covers("R3.6")
    void saysOfAMomentWhetherItRan() {
        Health.Times times = HEALTH.times();

        assertThat(List.of(1, 3, 4, 5, 8, 9, 12, 99)).allMatch(hour -> times.ranAt(at(hour)));
        assertThat(List.of(0, 10, 11)).noneMatch(hour -> times.ranAt(at(hour)));
        assertThat(times.ranAt(at(4).plusMillis(1))).isFalse();
        assertThat(new Health(List.of()).times().ranAt(at(1))).isFalse();
    }
}
