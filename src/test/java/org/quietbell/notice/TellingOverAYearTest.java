package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quietbell.Covers;

/// Years of invented people: random choices that change, floods, pauses, outages, days on which the
/// clock changes. What must never happen is checked at each moment by [SimulatedYear].
@Covers({"R1.1", "R1.2", "R1.8", "R1.9", "R1.10", "R1.12", "R1.22", "F53"})
class TellingOverAYearTest {
    private static final int YEARS = 6;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, YEARS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsEveryPromiseAllYear(long seed) {
        run(seed);
    }

    @Test
    void keepsEveryPromiseInAYearNobodyHasSeen() {
        run(new Random().nextLong());
    }

    private static void run(long seed) {
        SimulatedYear year = new SimulatedYear(seed);
        try {
            year.run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ", " + year.where(), e);
        }
        assertThat(year.notTold()).as("seed " + seed + ": told in the end").isEmpty();
        assertThat(year.decisions()).as("seed " + seed).isGreaterThan(300);
    }
}
