package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;
import org.quietbell.source.Standing;
import org.quietbell.watch.WatchId;

/// How a search does for whom.
class HealthIT {
    private static final String NOTHING = "{\"query\":\"x\",\"results\":[]}";

    @TempDir Path folder;
    private World world;

    @BeforeEach
    void open() {
        world = new World(folder);
        world.search("meta");
        world.watched(Set.of("meta"), "@ashbrook_alma7");
        world.web.says("meta.example", "application/json", NOTHING);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Health health() {
        List<Health> healths =
                world.pacing()
                        .healths(
                                world.store
                                        .sources()
                                        .find(new org.quietbell.source.SourceId("meta"))
                                        .orElseThrow());
        assertThat(healths).hasSize(1);
        return healths.getFirst();
    }

    /// The next request is refused, those after it are answered.
    private void refusesOnce() {
        Reply refusal =
                new Reply.Refused(403, ScriptedWeb.body("meta.example", "text/html", "", Map.of()));
        world.web.is("meta.example", refusal);
        world.web.meanwhile =
                () -> {
                    List<Request> asked = world.web.asked;
                    if (asked.size() % 2 == 0) {
                        world.web.says("meta.example", "application/json", NOTHING);
                    }
                };
    }

    @Test
    void isNotAskedYetBeforeTheFirstRoundAndWellAfterIt() {
        Health before = health();
        world.ask("meta");

        assertThat(before.state()).isEqualTo("never-asked");
        assertThat(before.unasked()).isEqualTo(2);
        assertThat(health())
                .isEqualTo(
                        new Health(
                                new WatchId(World.CASE.value()),
                                "ok",
                                java.util.Optional.of(World.NOW),
                                java.util.Optional.of(World.NOW),
                                0,
                                0));
    }

    @Test
    @Covers("R1.25")
    void isNotCalledWellWhenOnlyTheLastQuestionWasAnswered() {
        world.ask("meta");
        world.clock.advance(Duration.ofHours(6));
        refusesOnce();
        Tally tally = world.ask("meta");
        Standing standing = world.standing("meta");
        Health health = health();
        world.clock.advance(Duration.ofHours(6));
        world.web.says("meta.example", "application/json", NOTHING);
        world.web.meanwhile = () -> {};
        world.ask("meta");

        assertThat(tally.failed()).isEqualTo(1);
        assertThat(standing.name()).isEqualTo("partly-blind");
        assertThat(standing.fault().map(Fault::detail).orElse(""))
                .startsWith("not all that it was asked was answered: ");
        assertThat(standing.lastAnswer()).contains(World.NOW);
        assertThat(health.faults()).isEqualTo(1);
        assertThat(health.state()).isIn("blocked", "misconfigured");
        assertThat(health.lastAnswer()).contains(World.NOW);
        assertThat(world.standing("meta").name()).isEqualTo("ok");
        assertThat(health().state()).isEqualTo("ok");
    }

    @Test
    void asksWhatFailedAgainBeforeTheIntervalIsOver() {
        world.web.is(
                "meta.example",
                new Reply.Refused(
                        500, ScriptedWeb.body("meta.example", "text/html", "", Map.of())));
        world.askBySchedule("meta");
        world.web.says("meta.example", "application/json", NOTHING);
        world.clock.set(world.turn("meta").next().orElseThrow());
        int before = world.web.asked.size();

        world.askBySchedule("meta");

        assertThat(world.clock.instant()).isBefore(World.NOW.plus(Duration.ofMinutes(6)));
        assertThat(world.web.asked.size()).isGreaterThan(before);
    }
}
