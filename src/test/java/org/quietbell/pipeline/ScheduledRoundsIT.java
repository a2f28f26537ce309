package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.http.Hop;
import org.quietbell.http.Reply;
import org.quietbell.source.SourceId;

/// The schedule's own threads come round every second; what they may ask goes by the program's
/// clock, which only the test moves.
class ScheduledRoundsIT {
    private static final SourceId NEWS = new SourceId("news");
    private static final URI NEW = URI.create("https://news.example/new");

    @TempDir Path folder;
    private World world;
    private final Rounds rounds = new Rounds();

    private final class Rounds implements Errands {
        private final AtomicInteger done = new AtomicInteger();

        @Override
        public void round(SourceId source) {
            world.askBySchedule(source.value());
            done.incrementAndGet();
        }

        @Override
        public void telling() {}

        @Override
        public void relay() {}

        @Override
        public void housekeeping() {}
    }

    @BeforeEach
    void open() {
        world = new World(folder);
        world.clock.set(Instant.now().truncatedTo(ChronoUnit.MINUTES));
        world.feed("news");
        world.watched(Set.of("news"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Schedule schedule() {
        return new Schedule(world.store.quartzConnections(), rounds, world.clock, new Random(7));
    }

    /// Two more rounds, the first of which may have begun before.
    private int askedAfterMoreRounds() {
        int before = rounds.done.get();
        await().atMost(Duration.ofSeconds(60)).until(() -> rounds.done.get() >= before + 2);
        return world.web.asked.size();
    }

    @Test
    void obeyTheFeedsWishAMoveAndTheWordThatItIsGone() {
        String slow =
                World.rss("a").replace("<title>News</title>", "<title>N</title><ttl>60</ttl>");
        world.web.moves("news.example", slow, new Hop(301, NEW));
        try (Schedule schedule = schedule()) {
            schedule.fit(Map.of(NEWS, Turn.every(Duration.ofSeconds(1))));
            schedule.start();
            int first = askedAfterMoreRounds();
            world.clock.advance(Duration.ofMinutes(59));
            int early = askedAfterMoreRounds();
            world.clock.advance(Duration.ofMinutes(1));
            int due = askedAfterMoreRounds();
            world.clock.advance(Duration.ofHours(1));
            int moved = askedAfterMoreRounds();
            world.web.is(
                    "news.example",
                    new Reply.Refused(
                            410, ScriptedWeb.body("news.example", "text/plain", "", Map.of())));
            world.clock.advance(Duration.ofHours(1));
            int gone = askedAfterMoreRounds();
            world.clock.advance(Duration.ofDays(90));
            int longAfter = askedAfterMoreRounds();

            assertThat(new int[] {first, early, due, moved, gone, longAfter})
                    .containsExactly(1, 1, 2, 3, 4, 4);
        }
        assertThat(world.web.asked.get(1).address()).isNotEqualTo(NEW);
        assertThat(world.web.asked.get(2).address()).isEqualTo(NEW);
        assertThat(world.standing("news").name()).isEqualTo("gone");
    }

    @Test
    void putsTheNextRoundWhereItsTurnIsAndLeavesItThere() throws Exception {
        Instant hours = world.clock.instant().plus(Duration.ofHours(9));
        try (Schedule schedule = schedule()) {
            schedule.fit(Map.of(NEWS, Turn.every(Duration.ofHours(1))));
            Instant atFirst = next();
            schedule.fit(NEWS, new Turn(Duration.ofHours(1), Optional.of(hours)));
            Instant then = next();
            schedule.fit(Map.of(NEWS, new Turn(Duration.ofHours(1), Optional.of(hours))));

            assertThat(atFirst).isBefore(world.clock.instant().plusSeconds(30));
            assertThat(then).isBetween(hours, hours.plusSeconds(30));
            assertThat(next()).isEqualTo(then);
            schedule.fit(NEWS, Turn.every(Duration.ofHours(1)));
            assertThat(next()).isBefore(world.clock.instant().plusSeconds(30));
        }
    }

    private Instant next() throws SQLException {
        try (var connection = world.store.quartzConnections().getConnection();
                var statement =
                        connection.prepareStatement(
                                "SELECT NEXT_FIRE_TIME FROM QRTZ_TRIGGERS WHERE TRIGGER_GROUP ="
                                        + " 'round'");
                var rows = statement.executeQuery()) {
            assertThat(rows.next()).isTrue();
            return Instant.ofEpochMilli(rows.getLong(1));
        }
    }
}
