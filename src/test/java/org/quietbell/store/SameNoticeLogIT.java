package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.store.OpenedStore.JANE;
import static org.quietbell.store.OpenedStore.NOW;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.match.Band;
import org.quietbell.match.Matter;
import org.quietbell.notice.Cause;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Decision;
import org.quietbell.notice.Level;
import org.quietbell.notice.MemoryNoticeLog;
import org.quietbell.notice.Notice;
import org.quietbell.notice.NoticeId;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.NoticeLog.Outgoing;
import org.quietbell.notice.Occasion;
import org.quietbell.notice.Owed;
import org.quietbell.notice.RecipientId;

/// The contract of a [NoticeLog]: whatever is done to the store's and to the one in memory, both
/// give the same answers. What the simulation of a year shows of one holds for the other.
class SameNoticeLogIT {
    private static final RecipientId HELPER = new RecipientId("h1");
    private static final List<RecipientId> PEOPLE = List.of(RecipientId.SELF, HELPER);
    private static final List<ChannelId> WAYS =
            List.of(new ChannelId("log"), new ChannelId("post"), new ChannelId("push"));
    private static final int STEPS = 250;

    @TempDir Path folder;
    private final List<HitId> hits = new ArrayList<>();
    private final MemoryNoticeLog memory = new MemoryNoticeLog();
    private Random random = new Random();
    private Instant now = NOW;
    private int notices;

    @Test
    @Covers({"F56", "F58", "F59", "F60"})
    void bothGiveTheSameAnswersWhateverIsDone() {
        long seed = new Random().nextLong();
        random = new Random(seed);
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            NoticeLog store = opened.store().notices();
            try {
                for (int i = 0; i < STEPS; i++) {
                    step(opened, store);
                    compare(store);
                }
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private void step(OpenedStore opened, NoticeLog store) {
        now = now.plus(Duration.ofMinutes(random.nextInt(100)));
        switch (random.nextInt(8)) {
            case 0 -> found(opened);
            case 1, 2 -> keep(store);
            case 3 -> {
                Duration lease = Duration.ofMinutes(5);
                assertThat(memory.claim(now, lease, 3)).isEqualTo(store.claim(now, lease, 3));
            }
            default -> any(store.outbox()).ifPresent(letter -> change(store, letter));
        }
    }

    private void found(OpenedStore opened) {
        Set<Matter> matters = Matter.of(random.nextInt(8));
        HitId id = opened.hit("a.example/" + hits.size(), matters);
        Hit hit = opened.store().hits().find(id).orElseThrow();
        hits.add(id);
        memory.add(
                JANE,
                new Owed(
                        id,
                        hit.watch(),
                        hit.source().value(),
                        hit.band(),
                        hit.firstSeen(),
                        id.value(),
                        Optional.empty()),
                matters);
    }

    private void keep(NoticeLog store) {
        RecipientId recipient = PEOPLE.get(random.nextInt(2));
        List<HitId> owed =
                store.owed(JANE, recipient, Band.LIKELY).stream().map(Owed::hit).toList();
        int told = owed.isEmpty() ? 0 : random.nextInt(owed.size() + 1);
        Optional<Notice> notice = Optional.empty();
        if (told > 0 && random.nextBoolean()) {
            List<Notice.Letter> letters = new ArrayList<>();
            for (ChannelId way : WAYS.subList(random.nextInt(3), 3)) {
                letters.add(new Notice.Letter(way, Level.DISCREET, "A note", "There is one."));
            }
            NoticeId id = new NoticeId("n" + notices++);
            notice =
                    Optional.of(
                            new Notice(
                                    id,
                                    JANE,
                                    recipient,
                                    now,
                                    letters,
                                    owed.subList(0, told),
                                    List.of(new Occasion("source:" + notices % 7, now)),
                                    random.nextBoolean()));
        }
        Cause cause = List.of(Cause.PAUSED, Cause.QUIET_HOURS, Cause.CEILING).get(notices % 3);
        Optional<Instant> until =
                random.nextBoolean() ? Optional.of(now.plusSeconds(9)) : Optional.empty();
        Decision decision =
                new Decision(
                        notice,
                        List.of(
                                new Decision.Held(
                                        owed.subList(told, owed.size()),
                                        cause,
                                        until,
                                        random.nextBoolean())));
        if (random.nextInt(4) == 0) {
            store.keepAtOnce(JANE, recipient, decision);
            memory.keepAtOnce(JANE, recipient, decision);
        } else {
            store.keep(JANE, recipient, now, decision);
            memory.keep(JANE, recipient, now, decision);
        }
    }

    private void change(NoticeLog store, Outgoing letter) {
        int what = random.nextInt(5);
        Optional<Instant> next =
                random.nextInt(3) == 0
                        ? Optional.empty()
                        : Optional.of(now.plusSeconds(random.nextInt(9000)));
        for (NoticeLog log : List.of(store, memory)) {
            switch (what) {
                case 0 -> log.delivered(letter, now);
                case 1, 2 -> log.failed(letter, now, next, "busy");
                case 3 -> log.returned(letter);
                default -> log.withdrawn(letter, now, "PAUSED");
            }
        }
    }

    private <T> Optional<T> any(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private void compare(NoticeLog store) {
        for (RecipientId recipient : PEOPLE) {
            assertThat(memory.owed(JANE, recipient, Band.LIKELY))
                    .isEqualTo(store.owed(JANE, recipient, Band.LIKELY));
            assertThat(memory.occasionsTold(JANE, recipient))
                    .isEqualTo(store.occasionsTold(JANE, recipient));
            assertThat(memory.lastTelling(JANE, recipient))
                    .isEqualTo(store.lastTelling(JANE, recipient));
            Instant since = now.minus(Duration.ofDays(2));
            assertThat(memory.noticesSince(JANE, recipient, since))
                    .isEqualTo(store.noticesSince(JANE, recipient, since));
            assertThat(memory.atOnceSince(JANE, recipient, since))
                    .isEqualTo(store.atOnceSince(JANE, recipient, since));
            Set<Matter> some = Set.of(Matter.ADDRESS, Matter.MEETING);
            assertThat(memory.owedAtOnce(JANE, recipient, Band.LIKELY, some))
                    .isEqualTo(store.owedAtOnce(JANE, recipient, Band.LIKELY, some));
        }
        assertThat(memory.outbox()).isEqualTo(store.outbox());
        assertThat(memory.owedCount()).isEqualTo(store.owedCount());
        any(hits)
                .ifPresent(hit -> {
                    assertThat(memory.told(hit)).isEqualTo(store.told(hit));
                    assertThat(memory.held(hit))
                            .containsExactlyInAnyOrderElementsOf(store.held(hit));
                });
    }
}
