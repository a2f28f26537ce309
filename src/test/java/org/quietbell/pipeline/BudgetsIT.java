package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.source.Budget;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;

/// How a budget is made to last, and for whom.
class BudgetsIT {
    private static final String[] HANDLES = {"@a_ashbrook1", "@ashbrook_b2", "@c_ash3", "@d_ash4"};
    private static final String NOTHING = "{\"query\":\"x\",\"results\":[]}";
    private static final Budget THREE_A_DAY = new Budget(3, Duration.ofDays(1));

    @TempDir Path folder;
    private World world;

    @BeforeEach
    void open() {
        world = new World(folder);
        world.watched(Set.of("meta", "other"), HANDLES);
        world.web.says("meta.example", "application/json", NOTHING);
        world.web.says("other.example", "application/json", NOTHING);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Tempo tempo(String source) {
        SourceId id = new SourceId(source);
        return world.pacing().tempo(world.roster().place(id).orElseThrow().entry());
    }

    private static String words(Request request) {
        return String.valueOf(request.address());
    }

    @Test
    void stretchesTheIntervalSoThatTheBudgetLasts() {
        world.search("meta", THREE_A_DAY, new Budget(1000, Duration.ofDays(30)));
        world.search("other");

        // five terms in six hours are twenty a day
        assertThat(tempo("meta")).isEqualTo(new Tempo(Duration.ofHours(40), Tempo.Reason.BUDGET));
        assertThat(tempo("other")).isEqualTo(new Tempo(Duration.ofHours(6), Tempo.Reason.CHOSEN));
    }

    @Test
    void sharesTheBudgetOfOneKeyAmongItsSources() {
        brave("meta", "same-key");
        Tempo alone = tempo("meta");
        brave("other", "same-key");
        Tempo together = tempo("meta");
        brave("other", "another-key");

        assertThat(alone.every()).isEqualTo(Duration.ofHours(40));
        assertThat(together.every()).isEqualTo(Duration.ofHours(80));
        assertThat(tempo("meta")).isEqualTo(alone);
    }

    private void brave(String id, String key) {
        world.store
                .sources()
                .put(
                        new SourceEntry(
                                new SourceId(id),
                                "brave",
                                Optional.empty(),
                                Json.object().put("key", key).build(),
                                Duration.ofHours(6),
                                List.of(THREE_A_DAY),
                                false,
                                true));
    }

    @Test
    @Covers("F25")
    void goesOnWhereItStoppedSoThatNobodyIsLeftOut() {
        world.search("meta", THREE_A_DAY);
        List<Instant> times = new ArrayList<>();
        Map<String, Integer> byTerm = new HashMap<>();
        Instant end = World.NOW.plus(Duration.ofDays(20));
        for (int round = 0; round < 400 && world.clock.instant().isBefore(end); round++) {
            int before = world.web.asked.size();
            world.askBySchedule("meta");
            for (Request request : world.web.asked.subList(before, world.web.asked.size())) {
                times.add(world.clock.instant());
                byTerm.merge(words(request), 1, Integer::sum);
            }
            Instant next = world.turn("meta").next().orElseThrow();
            assertThat(next).isAfter(world.clock.instant());
            world.clock.set(next);
            if (round == 3) {
                world.close();
                world = new World(folder);
                world.web.says("meta.example", "application/json", NOTHING);
                world.clock.set(next);
            }
        }

        for (int i = 3; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - 3), times.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofDays(1));
        }
        assertThat(byTerm).hasSize(5);
        assertThat(byTerm.values()).allMatch(count -> count >= 11 && count <= 13); // 40 hours
    }

    @Test
    void goesOnAsSoonAsTheMinuteLets() {
        world.search("meta", new Budget(2, Duration.ofMinutes(1)));
        world.store.cases().put(World.watchedCase(Set.of("meta"), Optional.empty(), HANDLES));
        List<Instant> times = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            int before = world.web.asked.size();
            world.askBySchedule("meta");
            times.addAll(
                    Collections.nCopies(world.web.asked.size() - before, world.clock.instant()));
            world.clock.set(world.turn("meta").next().orElseThrow());
        }

        assertThat(times).hasSize(5);
        assertThat(times.getLast()).isBefore(World.NOW.plus(Duration.ofMinutes(3)));
        assertThat(tempo("meta").reason()).isEqualTo(Tempo.Reason.CHOSEN);
        assertThat(world.clock.instant()).isEqualTo(World.NOW.plus(Duration.ofHours(6)));
    }

    @Test
    void saysOnRequestThatNotAllCouldBeAsked() {
        world.search("meta", THREE_A_DAY);

        Tally tally = world.ask("meta");

        assertThat(world.web.asked).hasSize(3);
        assertThat(tally.failed()).isEqualTo(1);
        assertThat(tally.faults().getFirst().fault().kind()).isEqualTo(Fault.Kind.QUOTA);
        assertThat(world.standing("meta").name()).isEqualTo("ok");
    }

    @Test
    void waitsForItsBudgetAfterAFaultToo() {
        world.search("meta", THREE_A_DAY);
        world.web.is(
                "meta.example",
                new Reply.Failed(new Fault(Fault.Kind.UNREACHABLE, "is not there")));
        for (int round = 0; round < 3; round++) {
            world.askBySchedule("meta");
            world.clock.set(world.turn("meta").next().orElseThrow());
        }

        assertThat(world.web.asked).hasSize(3);
        assertThat(world.clock.instant()).isEqualTo(World.NOW.plus(Duration.ofDays(1)));
    }

    @Test
    @Covers("F25")
    void restsWhenAServiceSaysThatNothingIsLeft() {
        world.store
                .sources()
                .put(
                        new SourceEntry(
                                new SourceId("meta"),
                                "github",
                                Optional.empty(),
                                Json.object().build(),
                                Duration.ofHours(6),
                                List.of(),
                                false,
                                true));
        Instant reset = World.NOW.plus(Duration.ofMinutes(50));
        nothingIsLeftUntil(reset);

        world.ask("meta");
        Optional<Instant> rests = world.standing("meta").notBefore();
        world.clock.advance(Duration.ofMinutes(49));
        Tally soon = world.ask("meta");
        world.clock.set(reset);
        nothingIsLeftUntil(reset.plus(Duration.ofHours(1)));
        world.ask("meta");

        assertThat(rests).contains(reset);
        assertThat(soon).isEqualTo(Tally.NONE);
        assertThat(world.web.asked).hasSize(2);
    }

    private void nothingIsLeftUntil(Instant reset) {
        Body body =
                ScriptedWeb.body(
                        "api.github.com",
                        "application/json",
                        "{\"total_count\":0,\"incomplete_results\":false,\"items\":[]}",
                        Map.of(
                                "x-ratelimit-remaining",
                                "0",
                                "x-ratelimit-reset",
                                String.valueOf(reset.getEpochSecond())));
        world.web.is("api.github.com", new Reply.Ok(200, body));
    }
}
