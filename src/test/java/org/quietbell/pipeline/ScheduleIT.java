package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.source.SourceId;

class ScheduleIT {
    private static final SourceId NEWS = new SourceId("news");
    private static final SourceId META = new SourceId("meta");

    @TempDir Path folder;
    private World world;
    private final Counting errands = new Counting();

    @BeforeEach
    void open() {
        world = new World(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Schedule schedule() {
        return new Schedule(
                world.store.quartzConnections(), errands, InstantSource.system(), new Random(7));
    }

    @Test
    void runsEachRoundAgainAndAgainAndTicks() {
        try (Schedule schedule = schedule()) {
            schedule.fit(
                    Map.of(
                            NEWS,
                            Turn.every(Duration.ofSeconds(1)),
                            META,
                            Turn.every(Duration.ofDays(1))));
            schedule.start();

            await().atMost(Duration.ofSeconds(30)).until(() -> errands.rounds(NEWS) >= 3);
            await().atMost(Duration.ofSeconds(30)).until(() -> errands.rounds(META) == 1);
            assertThat(schedule.isTicking()).isTrue();
        }
    }

    @Test
    @Covers("F51")
    void runsWhatWasMissedWhileNothingRanOnce() {
        try (Schedule schedule = schedule()) {
            schedule.fit(Map.of(NEWS, Turn.every(Duration.ofHours(1))));
            schedule.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> errands.rounds(NEWS) == 1);
        }
        shiftTriggersBack(Duration.ofDays(30));

        try (Schedule schedule = schedule()) {
            schedule.start();
            schedule.fit(Map.of(NEWS, Turn.every(Duration.ofHours(1))));
            await().atMost(Duration.ofSeconds(30)).until(() -> errands.rounds(NEWS) == 2);
            schedule.tellAt(Optional.of(Instant.now().plusSeconds(2)));
            await().atMost(Duration.ofSeconds(30)).until(() -> errands.tellings.get() == 1);
        }
        assertThat(errands.rounds(NEWS)).isEqualTo(2);
    }

    @Test
    @Covers("F52")
    void bringsBackARoundThatAJumpOfTheClockHasThrownIntoTheFuture() {
        try (Schedule schedule = schedule()) {
            schedule.fit(Map.of(NEWS, Turn.every(Duration.ofHours(1))));
            schedule.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> errands.rounds(NEWS) == 1);
        }
        shiftTriggersBack(Duration.ofDays(-365));

        try (Schedule schedule = schedule()) {
            schedule.fit(Map.of(NEWS, Turn.every(Duration.ofHours(1))));
            schedule.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> errands.rounds(NEWS) == 2);
        }
    }

    @Test
    void endsTheRoundsOfASourceThatIsGone() {
        try (Schedule schedule = schedule()) {
            schedule.fit(Map.of(NEWS, Turn.every(Duration.ofSeconds(1))));
            schedule.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> errands.rounds(NEWS) >= 1);
            schedule.fit(Map.of(META, Turn.every(Duration.ofSeconds(1))));
            int before = errands.rounds(NEWS);
            await().atMost(Duration.ofSeconds(30)).until(() -> errands.rounds(META) >= 3);

            assertThat(errands.rounds(NEWS)).isLessThanOrEqualTo(before + 1);
        }
    }

    @Test
    @Covers("F46")
    void endsWithoutInterruptingWhateverIsInTheDatabase() {
        for (int i = 0; i < 3; i++) {
            try (Schedule schedule = schedule()) {
                schedule.fit(Map.of(NEWS, Turn.every(Duration.ofSeconds(1))));
                schedule.start();
            }
        }

        assertThat(world.store.cases().all()).isEmpty(); // the database is open still
    }

    private void shiftTriggersBack(Duration by) {
        try (var connection = world.store.quartzConnections().getConnection();
                var statement =
                        connection.prepareStatement(
                                "UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = NEXT_FIRE_TIME - ?"
                                        + " WHERE TRIGGER_GROUP = 'round'")) {
            statement.setLong(1, by.toMillis());
            statement.executeUpdate();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Counting implements Errands {
        private final Map<SourceId, AtomicInteger> rounds = new ConcurrentHashMap<>();
        private final AtomicInteger tellings = new AtomicInteger();

        int rounds(SourceId source) {
            return rounds.getOrDefault(source, new AtomicInteger()).get();
        }

        @Override
        public void round(SourceId source) {
            rounds.computeIfAbsent(source, _ -> new AtomicInteger()).incrementAndGet();
        }

        @Override
        public void telling() {
            tellings.incrementAndGet();
        }

        @Override
        public void relay() {}

        @Override
        public void housekeeping() {}
    }
}
