package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.store.OpenedStore.JANE;
import static org.quietbell.store.OpenedStore.NEWS;
import static org.quietbell.store.OpenedStore.NOW;
import static org.quietbell.store.OpenedStore.OTHER;
import static org.quietbell.store.OpenedStore.POST;

import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;
import org.quietbell.match.Band;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.notice.Pause;
import org.quietbell.notice.QuietHours;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Tuned;
import org.quietbell.source.Budget;
import org.quietbell.source.Charge;
import org.quietbell.source.FeedPace;
import org.quietbell.source.Habits;
import org.quietbell.source.Move;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.SourceStates;
import org.quietbell.source.Standing;
import org.quietbell.watch.Query;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;

class EntriesIT {
    private static final Json SETTINGS =
            Json.object().put("url", "https://feeds.example/a.xml").put("n", 7).build();

    @TempDir Path folder;
    private OpenedStore opened;
    private Store store;

    @BeforeEach
    void open() {
        opened = OpenedStore.withCases(folder);
        store = opened.store();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private void reopen() {
        opened.close();
        opened = OpenedStore.in(folder);
        store = opened.store();
    }

    @Test
    void givesBackCasesAsTheyWerePut() {
        WatchedCase changed = OpenedStore.person(JANE, "Jane B. Doe").active(false);

        store.cases().put(changed);
        reopen();

        assertThat(store.cases().find(JANE)).contains(changed);
        assertThat(store.cases().all())
                .containsExactly(changed, OpenedStore.person(OTHER, "Joan Roe"));
    }

    @Test
    void givesBackSourcesAsTheyWerePut() {
        SourceEntry shared =
                new SourceEntry(
                        NEWS,
                        "feed",
                        Optional.empty(),
                        SETTINGS,
                        Duration.ofMinutes(30),
                        List.of(),
                        true,
                        true);
        SourceEntry own =
                new SourceEntry(
                        new SourceId("alert"),
                        "feed",
                        Optional.of(JANE),
                        SETTINGS,
                        Duration.ofHours(6),
                        List.of(new Budget(60, Duration.ofDays(1))),
                        false,
                        false);

        store.sources().put(shared);
        store.sources().put(own);
        reopen();

        assertThat(store.sources().all()).containsExactly(own, shared);
        assertThat(store.sources().find(NEWS)).contains(shared);
        assertThat(store.sources().find(new SourceId("none"))).isEmpty();
    }

    @Test
    void givesBackChannelsAsTheyWerePut() {
        ChannelEntry entry =
                new ChannelEntry(POST, "email", SETTINGS, true, Optional.empty(), true);

        store.channels().put(entry);
        store.channels().put(entry.confirmed(NOW));
        reopen();

        assertThat(store.channels().all()).containsExactly(entry.confirmed(NOW));
        assertThat(store.channels().find(POST)).contains(entry.confirmed(NOW));
    }

    @Test
    void givesBackHowSheWantsToHear() {
        Hearing hearing =
                new Hearing(
                        How.FIXED_TIMES,
                        List.of(LocalTime.of(18, 0), LocalTime.of(9, 30)),
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
                        ZoneId.of("America/Halifax"),
                        List.of(new Tuned(POST, Level.OUTLINE)),
                        Band.CERTAIN,
                        List.of(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0))),
                        Set.of(LocalDate.of(2027, 2, 14)),
                        new Ceiling(2),
                        Optional.of(
                                new Hearing.Helper(
                                        new RecipientId("h1"),
                                        Duration.ofDays(7),
                                        List.of(new Tuned(POST, Level.DISCREET)))),
                        Optional.of(new Hearing.Cover("Library", "Your book is in.")));

        store.hearings().setWaiting(JANE, Optional.of(hearing));
        assertThat(store.hearings().of(JANE)).isEmpty();
        store.hearings().put(JANE, hearing);
        store.hearings().setWaiting(JANE, Optional.empty());
        reopen();

        assertThat(store.hearings().of(JANE)).contains(hearing);
        assertThat(store.hearings().waiting(JANE)).isEmpty();
        assertThat(store.hearings().of(OTHER)).isEmpty();
    }

    @Test
    @Covers("F56")
    void keepsPausesOverARestart() {
        Pause all = new Pause(Optional.empty(), NOW, Optional.empty(), true);
        WatchId watch = new WatchId("case-17");
        Pause one = new Pause(Optional.of(watch), NOW, Optional.of(NOW.plusSeconds(9)), false);

        store.hearings().pause(new Pause(Optional.of(watch), NOW, Optional.empty(), true));
        store.hearings().pause(one);
        store.hearings().pause(all);
        reopen();

        assertThat(store.hearings().pauses()).containsExactlyInAnyOrder(all, one);
        assertThat(store.hearings().resume(Optional.of(watch))).isTrue();
        assertThat(store.hearings().resume(Optional.of(watch))).isFalse();
        assertThat(store.hearings().pauses()).containsExactly(all);
    }

    @Test
    void remembersHowASourceIsDoingWhenThatChanges() {
        SourceStates states = store.sourceStates();
        Standing standing =
                new Standing(
                        Optional.of(new Fault(Fault.Kind.PARTLY_BLIND, "two engines were silent")),
                        Optional.of(NOW),
                        Optional.of(NOW),
                        Optional.empty(),
                        3,
                        Optional.of(NOW.plusSeconds(60)));

        assertThat(states.standing(NEWS)).isEqualTo(Standing.NEVER_ASKED);
        states.remember(NEWS, standing);

        assertThat(states.standing(NEWS)).isEqualTo(standing);
    }

    @Test
    void writesNothingWhenOnlyTheLastMinuteMoved() {
        SourceStates states = store.sourceStates();
        states.remember(NEWS, answered(NOW));

        states.remember(NEWS, answered(NOW.plusSeconds(59)));
        assertThat(states.standing(NEWS)).isEqualTo(answered(NOW));
        states.remember(NEWS, answered(NOW.plusSeconds(60)));

        assertThat(states.standing(NEWS)).isEqualTo(answered(NOW.plusSeconds(60)));
    }

    private static Standing answered(Instant at) {
        return new Standing(
                Optional.empty(),
                Optional.of(NOW),
                Optional.of(at),
                Optional.of(at),
                0,
                Optional.empty());
    }

    @Test
    @Covers("F25")
    void spendsABudgetAlsoOverARestart() {
        Budget budget = new Budget(2, Duration.ofHours(1));

        assertThat(spend(budget, NOW)).isEmpty();
        assertThat(spend(budget, NOW.plusSeconds(60))).isEmpty();
        reopen();

        assertThat(spend(budget, NOW.plusSeconds(61))).contains(NOW.plusSeconds(3600));
        assertThat(spend(budget, NOW.plusSeconds(3600))).isEmpty();
    }

    @Test
    @Covers("F25")
    void neverOverrunsABudgetWithManyThreadsAtOnce() throws Exception {
        List<Charge> charges =
                List.of(
                        new Charge(
                                new Charge.Purse.Shared("x", List.of("key"), ""),
                                List.of(new Budget(7, Duration.ofMinutes(1)))),
                        new Charge(
                                new Charge.Purse.Own(NEWS),
                                List.of(new Budget(30, Duration.ofHours(1)))));
        AtomicInteger spent = new AtomicInteger();
        for (int minute = 0; minute < 3; minute++) {
            Instant now = NOW.plus(Duration.ofMinutes(minute));
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 40; i++) {
                    threads.execute(() -> {
                        if (store.sourceStates().spend(charges, now).isEmpty()) {
                            spent.incrementAndGet();
                        }
                    });
                }
            }
            assertThat(spent.get()).isEqualTo(7 * (minute + 1));
        }

        assertThat(store.sourceStates().free(charges, NOW.plus(Duration.ofMinutes(2))))
                .contains(NOW.plus(Duration.ofMinutes(3)));
    }

    @Test
    void countsTheRequestsOfOneKeyTogetherAndKeepsNoKey() {
        Charge.Purse one = new Charge.Purse.Shared("brave", List.of("canary-key"), "");
        Charge.Purse other = new Charge.Purse.Shared("brave", List.of("other-key"), "");
        List<Budget> budgets = List.of(new Budget(1, Duration.ofDays(1)));

        assertThat(store.sourceStates().spend(List.of(new Charge(one, budgets)), NOW)).isEmpty();
        reopen();

        assertThat(store.sourceStates().spend(List.of(new Charge(one, budgets)), NOW)).isPresent();
        assertThat(store.sourceStates().spend(List.of(new Charge(other, budgets)), NOW)).isEmpty();
        assertThat(one.toString()).doesNotContain("canary");
    }

    @Test
    void remembersHowEachQuestionDoesAndWhatASourceHasTaughtIt() {
        SourceStates states = store.sourceStates();
        WatchId watch = new WatchId("case-17");
        Standing blind =
                new Standing(
                        Optional.of(new Fault(Fault.Kind.PARTLY_BLIND, "two engines were silent")),
                        Optional.of(NOW),
                        Optional.of(NOW),
                        Optional.empty(),
                        2,
                        Optional.empty());
        Habits habits =
                new Habits(
                        new FeedPace(Duration.ofHours(3), Set.of(0, 23), Set.of(DayOfWeek.SUNDAY)),
                        Optional.of(
                                new Move(
                                        URI.create("https://a.example/f"),
                                        URI.create("https://a.example/g"),
                                        Optional.of(URI.create("https://b.example/f")),
                                        1,
                                        true)),
                        true,
                        3,
                        Optional.of(NOW));

        states.remember(NEWS, watch, new Query.Phrase("Jane Doe"), blind);
        states.remember(NEWS, blind.with(habits));
        reopen();

        SourceStates kept = store.sourceStates();
        assertThat(kept.standing(NEWS, watch, new Query.Phrase("Jane Doe"))).isEqualTo(blind);
        assertThat(kept.standing(NEWS, watch, new Query.Phrase("Jane Roe")))
                .isEqualTo(Standing.NEVER_ASKED);
        assertThat(kept.standings()).containsOnlyKeys(NEWS);
        assertThat(kept.standings().get(NEWS)).isEqualTo(blind.with(habits));
    }

    private Optional<Instant> spend(Budget budget, Instant now) {
        return store.sourceStates()
                .spend(List.of(new Charge(new Charge.Purse.Own(NEWS), List.of(budget))), now);
    }

    @Test
    void doesNotWaitForAClockThatWasSetBack() {
        Budget budget = new Budget(1, Duration.ofHours(1));
        Instant back = NOW.minus(Duration.ofDays(365));

        spend(budget, NOW);

        assertThat(spend(budget, back)).contains(back.plusSeconds(3600));
        assertThat(spend(budget, back.plusSeconds(3600))).isEmpty();
    }

    @Test
    void notesInTheJournalWhenItRanAndWhatAnswered() {
        Journal journal = store.journal();
        Fault fault = new Fault(Fault.Kind.BLOCKED, "answered with status 403");

        journal.started(NOW, "0.1.0");
        journal.source(NOW, NEWS, Optional.empty());
        journal.source(NOW, NEWS, Optional.empty());
        journal.source(NOW, NEWS, Optional.of(fault));
        journal.clock(NOW, Duration.ofSeconds(-2));
        journal.settings(NOW, List.of("sources.news.every"));
        journal.stopped(NOW);
        journal.started(NOW, "0.1.0");
        journal.alive(NOW.plusSeconds(300));
        reopen();
        store.journal().started(NOW.plusSeconds(900), "0.1.0");

        List<Journal.Entry> entries = new ArrayList<>();
        store.journal().each(Instant.EPOCH, entries::add);
        assertThat(entries)
                .extracting(Journal.Entry::kind)
                .containsExactly(
                        Journal.Kind.STARTED,
                        Journal.Kind.SOURCE,
                        Journal.Kind.SOURCE,
                        Journal.Kind.CLOCK,
                        Journal.Kind.SETTINGS,
                        Journal.Kind.STOPPED,
                        Journal.Kind.STARTED,
                        Journal.Kind.GAP,
                        Journal.Kind.STARTED);
        assertThat(entries.get(2).details().at("fault").text()).contains("blocked");
        assertThat(entries.get(7).details().at("last-alive").text())
                .contains(NOW.plusSeconds(300).toString());
    }

    @Test
    @Covers("R3.6")
    void aRoundByCommandIsNotedButDoesNotCountAsRunning() {
        Journal journal = store.journal();
        journal.started(NOW, "0.1.0");
        journal.stopped(NOW.plusSeconds(10));

        journal.looked(NOW.plusSeconds(100), NOW.plusSeconds(120));

        List<Journal.Entry> entries = new ArrayList<>();
        journal.each(Instant.EPOCH, entries::add);
        assertThat(entries.getLast().kind()).isEqualTo(Journal.Kind.LOOKED);
        assertThat(entries.getLast().at()).isEqualTo(NOW.plusSeconds(120));
        assertThat(entries.getLast().details().at("from").text())
                .contains(NOW.plusSeconds(100).toString());
        assertThat(journal.lastRan()).contains(NOW.plusSeconds(10));
    }
}
