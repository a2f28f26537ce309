package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.channel.Delivery;
import org.quietbell.channel.Message;
import org.quietbell.http.Fault;
import org.quietbell.match.Matter;
import org.quietbell.notice.AtOnce;
import org.quietbell.notice.Cause;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.HelperState;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.Pause;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Tuned;
import org.quietbell.notice.Wishes;

class TellIT {
    private static final Delivery DOWN =
            new Delivery.Later(new Fault(Fault.Kind.UNREACHABLE, "no answer"), Optional.empty());

    @TempDir Path folder;
    private World world;
    private final List<String> items = new ArrayList<>();

    @BeforeEach
    void open() {
        world = new World(folder);
        world.feed("news");
        world.watched(Set.of("news"));
        world.web.says("news.example", "text/xml", World.rss());
        world.ask("news");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void posted(int count) {
        for (int i = 0; i < count; i++) {
            items.add("item" + items.size());
        }
        world.web.says("news.example", "text/xml", World.rss(items.toArray(String[]::new)));
        assertThat(world.ask("news").fresh()).isEqualTo(count);
    }

    @Test
    @Covers("R1.1")
    void sendsNothingUntilSheChose() {
        posted(3);
        for (int hour = 0; hour < 24; hour++) {
            world.clock.advance(Duration.ofHours(1));
            world.tellAll();
        }

        assertThat(world.post.sent).isEmpty();
        assertThat(world.store.notices().held(world.hits().getFirst().id()).getFirst().cause())
                .isEqualTo(Cause.NOT_CHOSEN);
    }

    @Test
    @Covers("R1.2")
    void tellsAtTheFixedTimeAndNotBeforeAndOnlyOnce() {
        world.hearing(How.FIXED_TIMES, Level.DISCREET);
        posted(3);
        world.tellAll();
        int before = world.post.sent.size();
        world.clock.set(Instant.parse("2026-03-02T18:00:00Z"));
        world.tellAll();
        world.clock.advance(Duration.ofMinutes(1));
        world.tellAll();

        assertThat(before).isZero();
        assertThat(world.post.sent).hasSize(1);
        assertThat(world.post.sent.getFirst().hits()).hasSize(3);
        assertThat(world.post.sent.getFirst().level()).isEqualTo(Level.DISCREET);
    }

    @Test
    @Covers({"R1.8", "R1.9", "F56"})
    void aPauseHoldsWhatWaitsInTheOutboxAndTheReturnIsOneDiscreetNotice() {
        world.hearing(How.AS_IT_HAPPENS, Level.DETAIL);
        posted(1);
        world.post.answer = DOWN;
        world.tellAll();
        world.store
                .hearings()
                .pause(new Pause(Optional.empty(), world.clock.instant(), Optional.empty(), false));
        world.post.answer = new Delivery.Delivered();
        world.clock.advance(Duration.ofMinutes(5));
        posted(300);
        world.tellAll();
        int paused = world.post.sent.size();
        world.store.hearings().resume(Optional.empty());
        world.clock.advance(Duration.ofMinutes(5));
        world.tellAll();

        assertThat(paused).isZero();
        assertThat(world.post.sent).hasSize(1);
        assertThat(world.post.sent.getFirst().level()).isEqualTo(Level.DISCREET);
        assertThat(world.post.sent.getFirst().hits()).hasSize(301);
    }

    @Test
    @Covers("F60")
    void afterThreeDaysWithoutAMailServerOneNoticeArrivesAndNothingIsLost() {
        world.hearing(How.FIXED_TIMES, Level.OUTLINE);
        world.post.answer = DOWN;
        for (int hour = 0; hour < 72; hour++) {
            posted(7);
            world.clock.advance(Duration.ofHours(1));
            world.tellAll();
        }
        world.post.answer = new Delivery.Delivered();
        for (int hour = 0; hour < 26; hour++) {
            world.clock.advance(Duration.ofHours(1));
            world.tellAll();
        }

        assertThat(world.post.sent).hasSizeLessThanOrEqualTo(2);
        assertThat(world.post.sent.stream().flatMap(m -> m.hits().stream()).distinct())
                .hasSize(72 * 7);
        assertThat(world.store.notices().owedCount()).isZero();
    }

    @Test
    void aRepeatCarriesTheSameNoticeAgain() {
        world.hearing(How.AS_IT_HAPPENS, Level.DISCREET);
        posted(1);
        world.post.answer = DOWN;
        world.tellAll();
        String decided = world.store.notices().outbox().getFirst().notice().value();
        world.post.answer = new Delivery.Delivered();
        world.clock.advance(Duration.ofHours(1));
        world.relay.run();

        assertThat(world.post.sent)
                .extracting(Message::notice)
                .extracting(Object::toString)
                .containsExactly(decided);
    }

    @Test
    void aLetterThatCannotBeDeliveredStaysVisibleWithItsReason() {
        world.hearing(How.AS_IT_HAPPENS, Level.DISCREET);
        posted(1);
        world.post.answer =
                new Delivery.Never(new Fault(Fault.Kind.GONE, "the mailbox is not there"));

        world.tellAll();

        NoticeLog.Outgoing letter = world.store.notices().outbox().getFirst();
        assertThat(letter.state()).isEqualTo("dead");
        assertThat(letter.fault()).contains("the mailbox is not there");
        assertThat(world.store.notices().held(world.hits().getFirst().id()))
                .extracting(NoticeLog.HeldFor::cause)
                .contains(Cause.DELIVERY_FAILED);
    }

    @Test
    @Covers("R6.1")
    void nothingIsToldOfWhatMayBeSomebodyElse() {
        world.hearing(How.AS_IT_HAPPENS, Level.DISCREET);
        StringBuilder namesakes = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            namesakes
                    .append("<item><title>A. Ashbrook wins race ")
                    .append(i)
                    .append("</title><link>https://pages.example/n")
                    .append(i)
                    .append("</link></item>");
        }
        world.web.says(
                "news.example",
                "text/xml",
                "<rss version=\"2.0\"><channel><title>t</title>" + namesakes + "</channel></rss>");
        world.ask("news");
        world.tellAll();

        assertThat(world.post.sent).isEmpty();
    }

    @Test
    @Covers("R1.12")
    void aFloodOfAThousandIsOneNoticeAndTheCeilingHoldsTheDay() {
        world.hearing(How.AS_IT_HAPPENS, Level.DISCREET);
        for (int i = 0; i < 10; i++) {
            posted(100);
            world.tellAll();
            world.clock.advance(Duration.ofMinutes(6));
        }

        assertThat(world.post.sent).hasSize(3);
        assertThat(world.post.sent.stream().map(m -> m.subject() + m.body()).distinct()).hasSize(1);
    }

    @Test
    @Covers({"R5.2", "R5.3"})
    void aWithdrawnConsentTakesBackWhatWaits() {
        world.hearing(How.AS_IT_HAPPENS, Level.DISCREET);
        posted(1);
        world.post.answer = DOWN;
        world.tellAll();
        world.store
                .cases()
                .put(World.watchedCase(Set.of("news"), Optional.of(world.clock.instant())));
        world.post.answer = new Delivery.Delivered();
        world.clock.advance(Duration.ofHours(1));
        world.tellAll();

        assertThat(world.post.sent).isEmpty();
        assertThat(world.store.notices().outbox()).isEmpty();
    }

    @Test
    @Covers("R1.21")
    void tellsAtOnceOnlyIfSheAskedForIt() {
        world.hearing(How.FIXED_TIMES, Level.OUTLINE);
        posted("Alma Ashbrook, I know where you live");
        assertThat(world.tellAll().notices()).isZero();

        Hearing hearing = world.store.hearings().of(World.CASE).orElseThrow();
        world.store.hearings().put(World.CASE, withRule(hearing));
        posted("Alma Ashbrook opens a shop");
        world.tellAll();
        world.tellAll();

        assertThat(world.post.sent)
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.level()).isEqualTo(Level.DISCREET);
                    assertThat(message.hits()).hasSize(1);
                });
        world.clock.advance(Duration.ofHours(6));
        world.tellAll();
        assertThat(world.post.sent).as("the rest at her time").hasSize(2);
        assertThat(world.post.sent.getLast().hits())
                .hasSize(1)
                .doesNotContainAnyElementsOf(world.post.sent.getFirst().hits());
    }

    @Test
    @Covers("R1.22")
    void doesNotGoOnSayingOfAStandInWhatHeldItBeforeTheHelperWasTold() {
        world.hearing(How.HELPER_FIRST, Level.OUTLINE);
        Hearing hearing = world.store.hearings().of(World.CASE).orElseThrow();
        world.store
                .hearings()
                .put(
                        World.CASE,
                        hearing.heardFirstBy(helper("h1").covered(Optional.of(helper("h2")))));
        HelperState.One away =
                HelperState.One.NONE.away(
                        Optional.of(world.clock.instant().plus(Duration.ofHours(3))));
        world.store.hearings().setHelper(World.CASE, new HelperState(away, away));
        posted(1);
        world.tellAll();
        Set<Cause> before = causes();
        world.store.hearings().setHelper(World.CASE, HelperState.NONE);

        world.tellAll();

        assertThat(before).containsExactlyInAnyOrder(Cause.HELPER_AWAY, Cause.WITH_HELPER);
        assertThat(world.post.sent).hasSize(1);
        assertThat(causes()).containsExactlyInAnyOrder(Cause.HELPER_THERE, Cause.WITH_HELPER);
    }

    @Test
    @Covers("R1.20")
    void tellsAHelperNothingOfWhatWasFoundBeforeHerStartAndSaysWhy() {
        posted(2);
        world.clock.advance(Duration.ofHours(1));
        Instant start = world.clock.instant();
        world.hearing(How.HELPER_FIRST, Level.OUTLINE);
        Hearing hearing = world.store.hearings().of(World.CASE).orElseThrow();
        world.store.hearings().put(World.CASE, hearing.heardFirstBy(helper("h1")));
        world.store
                .hearings()
                .setHelper(World.CASE, HelperState.NONE.with(false, HelperState.One.named(start)));

        world.tellAll();
        List<String> first = world.post.sent.stream().map(m -> m.recipient()).toList();
        posted(1);
        world.tellAll();

        assertThat(first).as("her own turn with what is older").containsExactly("self");
        assertThat(world.post.sent).hasSize(2);
        assertThat(world.post.sent.getLast().recipient()).isEqualTo("h1");
        assertThat(world.post.sent.getLast().hits()).hasSize(1);
        assertThat(world.store.notices().held(world.hits().getLast().id()))
                .extracting(NoticeLog.HeldFor::cause)
                .containsExactly(Cause.BEFORE_HELPER);
    }

    @Test
    @Covers({"R1.20", "R1.22"})
    void tellsWhoeverStandsInNothingOfWhatWasFoundBeforeHerOwnStart() {
        world.hearing(How.HELPER_FIRST, Level.OUTLINE);
        Hearing hearing = world.store.hearings().of(World.CASE).orElseThrow();
        world.store
                .hearings()
                .put(
                        World.CASE,
                        hearing.heardFirstBy(helper("h1").covered(Optional.of(helper("h2")))));
        posted(1);
        world.clock.advance(Duration.ofHours(1));
        Instant now = world.clock.instant();
        HelperState.One away = HelperState.One.NONE.away(Optional.of(now.plusSeconds(3600)));
        world.store
                .hearings()
                .setHelper(World.CASE, new HelperState(away, HelperState.One.named(now)));

        world.tellAll();
        int before = world.post.sent.size();
        posted(1);
        world.tellAll();

        assertThat(before).isZero();
        assertThat(world.post.sent).extracting(m -> m.recipient()).containsExactly("h2");
        assertThat(world.post.sent.getFirst().hits()).hasSize(1);
    }

    private Set<Cause> causes() {
        return world.store.notices().held(world.hits().getFirst().id()).stream()
                .map(NoticeLog.HeldFor::cause)
                .collect(Collectors.toSet());
    }

    private static Hearing.Helper helper(String id) {
        return new Hearing.Helper(
                new RecipientId(id),
                Duration.ofDays(7),
                List.of(new Tuned(World.POST, Level.OUTLINE)));
    }

    private static Hearing withRule(Hearing hearing) {
        AtOnce rule =
                new AtOnce(
                        Set.of(Matter.MEETING),
                        RecipientId.SELF,
                        List.of(new Tuned(World.POST, Level.DISCREET)),
                        AtOnce.USUAL_CEILING);
        return new Hearing(
                hearing.how(),
                hearing.times(),
                hearing.days(),
                hearing.zone(),
                hearing.channels(),
                hearing.band(),
                hearing.quiet(),
                hearing.noContact(),
                hearing.ceiling(),
                hearing.helper(),
                hearing.cover(),
                new Wishes(Wishes.AfterPause.ONE, Optional.of(rule)));
    }

    private void posted(String title) {
        items.add(title);
        world.web.says("news.example", "text/xml", World.titled(items));
        world.ask("news");
    }
}
