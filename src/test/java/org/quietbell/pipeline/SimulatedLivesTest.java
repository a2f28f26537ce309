package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quietbell.Covers;
import org.quietbell.config.Units;

/// Years of invented people through the real telling and the real outbox. What must never happen is
/// checked by [LifeOracle] at each message and each decision.
///
/// `-Dquietbell.simulate=1h` goes on with new seeds for that long; a failure prints its seed.
@Covers({
    "R1.1", "R1.2", "R1.7", "R1.8", "R1.9", "R1.10", "R1.12", "R1.15", "R1.19", "R1.22", "F53",
    "F56", "F60"
})
class SimulatedLivesTest {
    private static final Duration YEAR = Duration.ofDays(366);
    private static final int LIVES = 12;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, LIVES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsSentAgainstHerChoicesAndNothingIsLost(long seed) {
        live(seed);
    }

    @Test
    void norInLivesNobodyHasSeen() {
        Random seeds = new Random();
        long end =
                System.nanoTime()
                        + Units.duration(System.getProperty("quietbell.simulate", "1s")).toNanos();
        do {
            live(seeds.nextLong());
        } while (System.nanoTime() < end);
    }

    /// The lives above would say nothing of whoever stands in if she never heard.
    @Test
    @Covers("R1.22")
    void whoeverStandsInHearsInSomeOfThem() {
        assertThat(seeds().anyMatch(seed -> live(seed).toldToStandIn() > 0)).isTrue();
    }

    private static Life live(long seed) {
        Life life = new Life(seed);
        try {
            life.run(YEAR);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ", " + life.where(), e);
        }
        assertThat(life.notTold()).as("seed " + seed + ": told in the end").isEmpty();
        assertThat(life.onTheWay()).as("seed " + seed + ": delivered in the end").isZero();
        assertThat(life.hitsFound()).as("seed " + seed).isGreaterThan(100);
        return life;
    }
}
