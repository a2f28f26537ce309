package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.source.Budget;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;

/// A month of rounds, by the schedule and by hand, with restarts in between: whatever is asked, no
/// stretch of time holds more requests than a key's budgets.
class QuotaMonthIT {
    private static final String HOST = "api.search.brave.com";
    private static final String SOME =
            """
            {"query":{"more_results_available":true},
             "web":{"results":[{"title":"A B","url":"https://p.example/1"}]},
             "results":[{"title":"A B","url":"https://p.example/1"}]}\
            """;
    private static final String[] HANDLES = {"@a_ash1", "@ash_b2", "@c_ash3", "@d_ash4", "@e_ash5"};

    @TempDir Path folder;

    /// One key, its sources, and what may be spent on it.
    private record Purse(String key, List<String> sources, List<Budget> budgets) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @Covers("F25")
    void neverHoldsMoreRequestsThanABudgetLets(long seed) {
        Random random = new Random(seed);
        Map<String, List<Instant>> made = new HashMap<>();
        List<Purse> purses = new ArrayList<>();
        World world = opened();
        world.watched(Set.of("k1-0", "k1-1", "k2-0", "k2-1"), HANDLES);
        for (String key : List.of("k1", "k2")) {
            purses.add(purse(world, key, random));
        }
        Instant end = World.NOW.plus(Duration.ofDays(32));
        int seen = 0;
        while (world.clock.instant().isBefore(end)) {
            for (Purse purse : purses) {
                for (String source : purse.sources()) {
                    weather(world, random);
                    if (random.nextInt(8) == 0) {
                        world.ask(source);
                    } else {
                        world.askBySchedule(source);
                    }
                    for (Request request : world.web.asked.subList(seen, world.web.asked.size())) {
                        made.computeIfAbsent(
                                        request.headers().get("X-Subscription-Token"),
                                        _ -> new ArrayList<>())
                                .add(world.clock.instant());
                    }
                    seen = world.web.asked.size();
                }
            }
            Instant later = world.clock.instant().plusSeconds(1 + random.nextInt(16 * 60 * 60));
            if (random.nextInt(12) == 0) {
                world.close();
                world = opened();
                seen = 0;
            }
            world.clock.set(later);
        }
        world.close();

        for (Purse purse : purses) {
            List<Instant> times = made.getOrDefault(purse.key(), List.of());
            for (Budget budget : purse.budgets()) {
                assertThat(most(times, budget.window()))
                        .as("seed %d, %s, %s", seed, purse.key(), budget)
                        .isLessThanOrEqualTo(budget.requests());
            }
            // and it was no month of silence
            assertThat(times.size()).as("seed %d", seed).isGreaterThan(30);
        }
    }

    private World opened() {
        World world = new World(folder);
        world.web.says(HOST, "application/json", SOME);
        return world;
    }

    private static Purse purse(World world, String key, Random random) {
        List<Budget> budgets =
                List.of(
                        new Budget(2 + random.nextInt(5), Duration.ofMinutes(1)),
                        new Budget(6 + random.nextInt(10), Duration.ofDays(1)),
                        new Budget(60 + random.nextInt(60), Duration.ofDays(30)));
        List<String> sources = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            sources.add(key + "-" + number);
            world.store
                    .sources()
                    .put(
                            new SourceEntry(
                                    new SourceId(sources.getLast()),
                                    "brave",
                                    Optional.empty(),
                                    settings(key, random),
                                    Duration.ofHours(1 + random.nextInt(12)),
                                    budgets,
                                    false,
                                    true));
        }
        return new Purse(key, sources, budgets);
    }

    private static Json settings(String key, Random random) {
        return Json.object()
                .put("key", key)
                .put("pages", 1 + random.nextInt(3))
                .put("search", List.of("web", "news").subList(0, 1 + random.nextInt(2)))
                .put("together", List.of("never", "when-needed", "always").get(random.nextInt(3)))
                .build();
    }

    private static void weather(World world, Random random) {
        if (random.nextInt(10) == 0) {
            world.web.is(HOST, new Reply.Failed(new Fault(Fault.Kind.UNREACHABLE, "is not there")));
        } else {
            world.web.says(HOST, "application/json", SOME);
        }
    }

    /// The most requests in any stretch of that length.
    private static int most(List<Instant> times, Duration window) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (!times.get(first).plus(window).isAfter(times.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
