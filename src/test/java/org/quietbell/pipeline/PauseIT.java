package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.channel.Delivery;
import org.quietbell.http.Fault;
import org.quietbell.notice.Cause;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;

/// Pauses of one watch, channel or source against a letter that waits, and against a round.
class PauseIT {
    @TempDir Path folder;
    private World world;

    @BeforeEach
    void open() {
        world = new World(folder);
        world.feed("news");
        world.watched(Set.of("news"));
        world.web.says("news.example", "text/xml", World.rss());
        world.ask("news");
        world.hearing(How.AS_IT_HAPPENS, Level.OUTLINE);
        world.web.says("news.example", "text/xml", World.rss("one"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void pause(String scope, boolean stopLooking) {
        Instant now = world.clock.instant();
        world.store
                .hearings()
                .pause(
                        new Pause(
                                PauseScope.of(scope),
                                now,
                                Optional.of(now.plus(Duration.ofDays(3))),
                                stopLooking));
    }

    @ParameterizedTest
    @Covers({"R1.8", "F56"})
    @ValueSource(strings = {"*", "case-17", "channel:post", "source:news"})
    void aPauseHoldsWhatWaitsInTheOutboxAndLetsItGoGentlyAfterwards(String scope) {
        world.ask("news");
        world.post.answer =
                new Delivery.Later(
                        new Fault(Fault.Kind.UNREACHABLE, "no answer"), Optional.empty());
        world.tellAll();
        pause(scope, false);
        world.relay.heedPauses();
        int waiting = world.store.notices().outbox().size();
        world.post.answer = new Delivery.Delivered();
        world.clock.advance(Duration.ofHours(2));
        world.tellAll();
        int sent = world.post.sent.size();
        NoticeLog.HeldFor held =
                world.store.notices().held(world.hits().getFirst().id()).getFirst();
        world.clock.advance(Duration.ofDays(3));
        world.tellAll();

        assertThat(waiting).isZero();
        assertThat(sent).isZero();
        assertThat(held.cause()).isEqualTo(Cause.PAUSED);
        assertThat(world.post.sent)
                .singleElement()
                .satisfies(note -> assertThat(note.level()).isEqualTo(Level.DISCREET));
    }

    @ParameterizedTest
    @Covers("R1.8")
    @ValueSource(strings = {"*", "case-17", "source:news"})
    void whereLookingIsStoppedNobodyIsAsked(String scope) {
        world.web.asked.clear();
        pause(scope, true);

        world.ask("news");

        assertThat(world.web.asked).isEmpty();
    }

    @Test
    @Covers("R1.8")
    void aPausedSourceIsStillAskedUnlessLookingIsStopped() {
        pause("source:news", false);

        assertThat(world.ask("news").fresh()).isEqualTo(1);
        world.tellAll();
        assertThat(world.post.sent).isEmpty();
    }

    @Test
    void aPauseOfAnotherChannelOrSourceChangesNothing() {
        pause("channel:log", false);
        pause("source:forum", true);

        assertThat(world.ask("news").fresh()).isEqualTo(1);
        world.tellAll();
        assertThat(world.post.sent).hasSize(1);
    }
}
