package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;

class SpendingTest {
    private static final Instant NOW = Bodies.NOW;
    private static final Budget TWO_A_MINUTE = new Budget(2, Duration.ofMinutes(1));

    @Test
    void letsThroughWhatABudgetHasAndSaysWhenThereIsMore() {
        Spending spending = Spending.NONE.spend(NOW).spend(NOW.plusSeconds(20));

        assertThat(Spending.NONE.freeAt(TWO_A_MINUTE, NOW)).isEmpty();
        assertThat(spending.freeAt(TWO_A_MINUTE, NOW.plusSeconds(30)))
                .contains(NOW.plusSeconds(60));
        assertThat(spending.freeAt(TWO_A_MINUTE, NOW.plusSeconds(60))).isEmpty();
        assertThat(spending.spend(NOW.plusSeconds(60)).freeAt(TWO_A_MINUTE, NOW.plusSeconds(61)))
                .contains(NOW.plusSeconds(80));
    }

    @Test
    void countsWhatASetBackClockHasPutIntoTheFutureFromNow() {
        Spending ahead = Spending.NONE.spend(NOW.plus(Duration.ofDays(365))).settled(NOW);
        Budget one = new Budget(1, Duration.ofMinutes(1));

        assertThat(ahead.freeAt(one, NOW)).contains(NOW.plusSeconds(60));
        assertThat(ahead.freeAt(one, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    @Covers("F25")
    void neverLetsMoreThroughInAnyStretchOfTime() {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            List<Budget> budgets =
                    List.of(
                            new Budget(1 + random.nextInt(9), Duration.ofMinutes(1)),
                            new Budget(5 + random.nextInt(60), Duration.ofHours(1)),
                            new Budget(20 + random.nextInt(900), Duration.ofDays(1)));
            List<Instant> made = greedy(random, budgets);

            for (Budget budget : budgets) {
                int most = most(made, budget.window());
                assertThat(most)
                        .as("seed %d, %s", seed, budget)
                        .isLessThanOrEqualTo(budget.requests());
            }
            // what cannot be spent for thinning is little: the narrowest budget is nearly used up
            Budget day = budgets.getLast();
            boolean isNarrowest = day.requests() < 20 * budgets.get(1).requests();
            if (isNarrowest && day.requests() < 1440 * budgets.getFirst().requests() / 2) {
                assertThat(most(made, day.window()))
                        .as("seed %d", seed)
                        .isGreaterThan(day.requests() * 3 / 4);
            }
        }
    }

    /// Asks whenever it may, for two days, with pauses of any length between.
    private static List<Instant> greedy(Random random, List<Budget> budgets) {
        List<Instant> made = new ArrayList<>();
        Spending spending = Spending.NONE;
        Instant end = NOW.plus(Duration.ofDays(2));
        for (Instant now = NOW; now.isBefore(end); ) {
            boolean isFree = true;
            for (Budget budget : budgets) {
                Optional<Instant> free = spending.freeAt(budget, now);
                assertThat(free.map(now::isBefore).orElse(true)).isTrue();
                isFree &= free.isEmpty();
            }
            if (isFree) {
                spending = spending.spend(now);
                made.add(now);
            }
            now = now.plusMillis(1 + random.nextInt(random.nextInt(20) == 0 ? 600_000 : 20_000));
        }
        return made;
    }

    private static int most(List<Instant> made, Duration window) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < made.size(); to++) {
            while (!made.get(from).plus(window).isAfter(made.get(to))) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    @Test
    void staysSmallHoweverMuchIsSpent() {
        Spending spending = Spending.NONE;
        for (int i = 0; i < 40_000; i++) {
            spending = spending.spend(NOW.plusSeconds(i * 30L));
        }

        assertThat(spending.made()).hasSizeLessThan(600);
        assertThat(spending.made().stream().mapToInt(Spending.Made::requests).sum())
                .isEqualTo(40_000);
    }
}
