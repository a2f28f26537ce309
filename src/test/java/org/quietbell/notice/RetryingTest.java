package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;

class RetryingTest {
    private static final Instant NOW = Scene.NOON;

    private static Optional<Instant> next(int attempts, Instant now, Optional<Instant> wish) {
        return Retrying.next(attempts, NOW, now, true, wish, new Random(attempts));
    }

    @ParameterizedTest
    @Covers("F59")
    @CsvSource({"1, 30", "2, 120", "3, 600", "4, 3600", "5, 3600", "100, 3600"})
    void waitsLongerEachTimeButNeverMoreThanAnHour(int attempts, int seconds) {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            Instant next =
                    Retrying.next(attempts, NOW, NOW, true, Optional.empty(), random).orElseThrow();
            assertThat(next).isBetween(NOW.plusMillis(seconds * 100L), NOW.plusSeconds(seconds));
        }
    }

    @Test
    @Covers("F59")
    void lettersThatFailedTogetherDoNotComeBackTogether() {
        Random random = new Random(7);

        assertThat(
                        java.util.stream.Stream.generate(() ->
                                        Retrying.next(4, NOW, NOW, true, Optional.empty(), random))
                                .limit(100)
                                .distinct())
                .hasSizeGreaterThan(90);
    }

    @Test
    void givesUpAtOnceWhatWillNotPass() {
        assertThat(Retrying.next(1, NOW, NOW, false, Optional.empty(), new Random(7))).isEmpty();
    }

    @Test
    @Covers("F59")
    void givesUpAfterSevenDaysButNotBeforeSevenTries() {
        Instant week = NOW.plus(Duration.ofDays(7));

        assertThat(next(50, week.minusMillis(1), Optional.empty())).isPresent();
        assertThat(next(50, week, Optional.empty())).isEmpty();
        assertThat(next(6, week, Optional.empty())).isPresent();
        assertThat(next(7, week, Optional.empty())).isEmpty();
    }

    @Test
    void honoursTheWishOfTheOtherSideUpToADay() {
        Instant hours = NOW.plus(Duration.ofHours(5));

        assertThat(next(1, NOW, Optional.of(hours))).contains(hours);
        assertThat(next(1, NOW, Optional.of(Instant.parse("2099-01-01T00:00:00Z"))))
                .contains(NOW.plus(Duration.ofDays(1)));
        assertThat(next(1, NOW, Optional.of(NOW.minusSeconds(60))).orElseThrow()).isAfter(NOW);
    }
}
