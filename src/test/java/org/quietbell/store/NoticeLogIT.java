package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.quietbell.store.OpenedStore.JANE;
import static org.quietbell.store.OpenedStore.NOW;
import static org.quietbell.store.OpenedStore.OTHER;
import static org.quietbell.store.OpenedStore.POST;
import static org.quietbell.store.OpenedStore.SELF;
import static org.quietbell.store.OpenedStore.answer;
import static org.quietbell.store.OpenedStore.candidate;
import static org.quietbell.store.OpenedStore.notice;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.match.Band;
import org.quietbell.notice.Cause;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Decision;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.NoticeLog.HeldFor;
import org.quietbell.notice.NoticeLog.Outgoing;
import org.quietbell.notice.NoticeLog.Told;
import org.quietbell.notice.Owed;
import org.quietbell.notice.RecipientId;

class NoticeLogIT {
    private static final ChannelId LOG = new ChannelId("log");
    private static final RecipientId HELPER = new RecipientId("Anna");
    private static final Duration LEASE = Duration.ofMinutes(2);

    @TempDir Path folder;
    private OpenedStore opened;
    private NoticeLog notices;

    @BeforeEach
    void open() {
        opened = OpenedStore.withCases(folder);
        notices = opened.store().notices();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private List<HitId> owed() {
        return notices.owed(JANE, SELF, Band.LIKELY).stream().map(Owed::hit).toList();
    }

    private void keep(Decision decision) {
        notices.keep(JANE, SELF, NOW, decision);
    }

    private static Decision held(Cause cause, Optional<Instant> until, boolean missed, HitId hit) {
        return new Decision(
                Optional.empty(), List.of(new Decision.Held(List.of(hit), cause, until, missed)));
    }

    @Test
    void owesWhatIsNewAndLikelyAndAboutHerOldestFirst() {
        List<HitId> ids =
                opened.store()
                        .hits()
                        .keep(
                                answer(
                                        candidate("a.example/1", 80, false),
                                        candidate("a.example/2", 60, false),
                                        candidate("a.example/3", 80, true),
                                        candidate("a.example/4", 30, false),
                                        candidate("a.example/5", 80, false),
                                        candidate(OTHER, "a.example/6", 80, false)))
                        .fresh();
        opened.store().hits().label(ids.get(4), Label.NOT_ME, NOW);

        assertThat(owed()).containsExactly(ids.get(0), ids.get(1));
        assertThat(notices.owed(JANE, SELF, Band.LIKELY, 1))
                .extracting(Owed::hit)
                .containsExactly(ids.getFirst());
        assertThat(notices.owesAnything()).isTrue();
        assertThat(
                        opened.store()
                                .hits()
                                .anyFresh(
                                        OpenedStore.NOW,
                                        OpenedStore.NOW.plusSeconds(1),
                                        Band.LIKELY))
                .isTrue();
        assertThat(
                        opened.store()
                                .hits()
                                .anyFresh(
                                        OpenedStore.NOW.plusSeconds(1),
                                        OpenedStore.NOW.plusSeconds(2),
                                        Band.LIKELY))
                .isFalse();
        assertThat(notices.owed(JANE, SELF, Band.CERTAIN))
                .extracting(Owed::hit)
                .containsExactly(ids.get(0));
        assertThat(notices.owedCount()).isEqualTo(3);
    }

    @Test
    void owesEachRecipientApart() {
        List<HitId> ids = opened.hits("a.example/1", "a.example/2");

        notices.keep(JANE, HELPER, NOW, notice("n1", HELPER, ids, POST));

        assertThat(notices.owed(JANE, HELPER, Band.LIKELY)).isEmpty();
        assertThat(owed()).isEqualTo(ids);
        assertThat(notices.outbox().getFirst().recipient()).isEqualTo(HELPER);
        assertThat(notices.noticesSince(JANE, SELF, NOW.minusSeconds(1))).isEmpty();
        assertThat(notices.noticesSince(JANE, HELPER, NOW.minusSeconds(1))).containsExactly(NOW);
    }

    @Test
    @Covers("F58")
    void keepsANoticeWithItsLettersAndOwesItsHitsNoMore() {
        List<HitId> ids = opened.hits("a.example/1", "a.example/2");

        keep(notice("n1", ids, POST, LOG));

        assertThat(owed()).isEmpty();
        assertThat(notices.owedCount()).isZero();
        assertThat(notices.lastTelling(JANE, SELF)).contains(NOW);
        assertThat(notices.lastTelling(JANE, HELPER)).isEmpty();
        assertThat(notices.outbox())
                .hasSize(2)
                .allSatisfy(letter -> {
                    assertThat(letter.state()).isEqualTo("pending");
                    assertThat(letter.hits()).containsExactlyInAnyOrderElementsOf(ids);
                    assertThat(letter.letter().body()).isEqualTo("There is something.");
                });
        assertThat(notices.told(ids.getFirst()))
                .extracting(Told::channel, Told::state)
                .containsExactly(tuple(LOG, "pending"), tuple(POST, "pending"));
    }

    @Test
    void keepsTheSameNoticeOnceHoweverOftenItIsHandedOver() {
        List<HitId> ids = opened.hits("a.example/1");

        keep(notice("n1", ids, POST));
        keep(notice("n1", ids, POST));

        assertThat(notices.outbox()).hasSize(1);
    }

    @Test
    void lendsALetterToOneAtATime() {
        keep(notice("n1", opened.hits("a.example/1"), POST, LOG));

        List<Outgoing> first = notices.claim(NOW, LEASE, 1);
        List<Outgoing> second = notices.claim(NOW, LEASE, 10);

        assertThat(first).hasSize(1).extracting(Outgoing::state).containsExactly("sending");
        assertThat(second).hasSize(1).isNotEqualTo(first);
        assertThat(notices.claim(NOW, LEASE, 10)).isEmpty();
        assertThat(notices.claim(NOW.plus(LEASE), LEASE, 10)).hasSize(2);
    }

    @Test
    void givesBackUntriedWhatAPauseHolds() {
        keep(notice("n1", opened.hits("a.example/1"), POST));
        Outgoing letter = notices.claim(NOW, LEASE, 1).getFirst();

        notices.returned(letter);

        assertThat(notices.claim(NOW, LEASE, 1))
                .singleElement()
                .satisfies(again -> assertThat(again.attempts()).isZero());
    }

    @Test
    @Covers("F59")
    void triesAgainLaterAndKeepsWhatWasGivenUpInSight() {
        List<HitId> ids = opened.hits("a.example/1");
        keep(notice("n1", ids, POST));
        Instant next = NOW.plusSeconds(60);

        notices.failed(notices.claim(NOW, LEASE, 1).getFirst(), NOW, Optional.of(next), "busy");
        assertThat(notices.claim(next.minusMillis(1), LEASE, 1)).isEmpty();
        Outgoing again = notices.claim(next, LEASE, 1).getFirst();
        notices.failed(again, next, Optional.empty(), "refused");

        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.fault()).contains("busy");
        assertThat(notices.outbox())
                .singleElement()
                .satisfies(dead -> {
                    assertThat(dead.state()).isEqualTo("dead");
                    assertThat(dead.attempts()).isEqualTo(2);
                    assertThat(dead.fault()).contains("refused");
                });
        assertThat(owed()).isEmpty();
        assertThat(notices.held(ids.getFirst()))
                .containsExactly(new HeldFor(SELF, Cause.DELIVERY_FAILED, Optional.empty()));
    }

    @Test
    void erasesTheWordsOfALetterThatWasDelivered() {
        List<HitId> ids = opened.hits("a.example/1");
        keep(notice("n1", ids, POST));

        notices.delivered(notices.claim(NOW, LEASE, 1).getFirst(), NOW.plusSeconds(1));

        assertThat(notices.outbox()).isEmpty();
        assertThat(notices.told(ids.getFirst()))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.at()).contains(NOW.plusSeconds(1));
                    assertThat(told.state()).isEqualTo("delivered");
                    assertThat(told.recipient()).isEqualTo(SELF);
                });
        assertThat(notices.held(ids.getFirst())).isEmpty();
    }

    @Test
    void owesAgainWhatWasWithdrawnUnlessAnotherLetterTellsIt() {
        List<HitId> ids = opened.hits("a.example/1");
        keep(notice("n1", ids, POST, LOG));
        List<Outgoing> letters = notices.claim(NOW, LEASE, 2);

        notices.withdrawn(letters.get(0), NOW, "consent withdrawn");
        assertThat(owed()).isEmpty();
        notices.failed(letters.get(1), NOW, Optional.empty(), "refused");

        assertThat(owed()).isEqualTo(ids);
        assertThat(notices.told(ids.getFirst())).isEmpty();
        assertThat(notices.noticesSince(JANE, SELF, NOW.minusSeconds(1))).isEmpty();
        keep(notice("n2", ids, POST));
        assertThat(owed()).isEmpty();
    }

    @Test
    void stillOwesNothingWhenTheOtherLetterWasDelivered() {
        List<HitId> ids = opened.hits("a.example/1");
        keep(notice("n1", ids, POST, LOG));
        List<Outgoing> letters = notices.claim(NOW, LEASE, 2);

        notices.delivered(letters.get(0), NOW);
        notices.withdrawn(letters.get(1), NOW, "channel removed");

        assertThat(owed()).isEmpty();
        assertThat(notices.told(ids.getFirst())).hasSize(1);
    }

    @Test
    void remembersTheLastCauseAndThatSheWouldHaveHeard() {
        HitId hit = opened.hits("a.example/1").getFirst();
        Instant until = NOW.plusSeconds(60);

        keep(held(Cause.QUIET_HOURS, Optional.of(until), true, hit));
        keep(held(Cause.NOT_YET_TIME, Optional.empty(), false, hit));

        assertThat(notices.held(hit))
                .containsExactly(new HeldFor(SELF, Cause.NOT_YET_TIME, Optional.empty()));
        assertThat(notices.owed(JANE, SELF, Band.LIKELY).getFirst().held())
                .contains(Cause.QUIET_HOURS);
        keep(notice("n1", List.of(hit), POST));
        assertThat(notices.held(hit)).isEmpty();
    }

    @Test
    void saysOfAHitItselfWhyItIsNeverTold() {
        List<HitId> ids =
                opened.store()
                        .hits()
                        .keep(
                                answer(
                                        candidate("a.example/1", 80, true),
                                        candidate("a.example/2", 30, false),
                                        candidate("a.example/3", 80, false)))
                        .fresh();
        keep(held(Cause.PAUSED, Optional.empty(), true, ids.get(2)));
        opened.store().hits().label(ids.get(2), Label.NOT_ME, NOW);

        assertThat(notices.heldOf(ids))
                .containsEntry(
                        ids.get(0), List.of(new HeldFor(SELF, Cause.BASELINE, Optional.empty())))
                .containsEntry(
                        ids.get(1), List.of(new HeldFor(SELF, Cause.BELOW_BAND, Optional.empty())))
                .containsEntry(
                        ids.get(2), List.of(new HeldFor(SELF, Cause.NOT_ME, Optional.empty())));
    }

    @Test
    @Covers("F57")
    void takesOverTheLettersOfAProcessThatIsGoneUnderTheSameNotice() {
        keep(notice("n1", opened.hits("a.example/1"), POST));
        Outgoing letter = notices.claim(NOW, Duration.ofDays(1), 1).getFirst();
        opened.close();

        opened = OpenedStore.in(folder);
        notices = opened.store().notices();

        assertThat(notices.claim(NOW, LEASE, 1))
                .singleElement()
                .satisfies(again -> assertThat(again.notice()).isEqualTo(letter.notice()));
    }
}
