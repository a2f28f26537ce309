package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.store.OpenedStore.JANE;
import static org.quietbell.store.OpenedStore.NAME;
import static org.quietbell.store.OpenedStore.NEWS;
import static org.quietbell.store.OpenedStore.WATCH;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.hit.Audience;
import org.quietbell.hit.Collected;
import org.quietbell.hit.Pair;
import org.quietbell.hit.Settled;
import org.quietbell.source.SourceId;
import org.quietbell.source.Validators;
import org.quietbell.vault.Vault;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Query;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;

class BaselinesIT {
    private static final SourceId META = new SourceId("meta");
    private static final Query ALL = new Query.Everything();

    @TempDir Path folder;

    private OpenedStore opened;

    @BeforeEach
    void open() {
        opened = OpenedStore.withCases(folder);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private void reopen() {
        opened.close();
        opened = OpenedStore.in(folder);
    }

    /// So many watches of one case, kept.
    private List<Watch> people(int count) {
        WatchedCase jane = opened.store().cases().find(JANE).orElseThrow();
        List<Watch> watches = new ArrayList<>(List.of(jane.watches().getFirst()));
        IntStream.range(1, count).forEach(i -> watches.add(watch("w" + i, "Person Number" + i)));
        opened.store().cases().put(jane.with(watches));
        return watches;
    }

    private static Watch watch(String id, String name) {
        return new Watch(
                new WatchId(id),
                JANE,
                name,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Details.none());
    }

    private void heard(SourceId feed, List<Watch> watches) {
        opened.store()
                .hits()
                .keep(
                        new Collected(
                                feed,
                                Optional.empty(),
                                ALL,
                                Validators.NONE,
                                List.of(),
                                Set.of(),
                                Optional.of(Audience.of(watches)),
                                true));
    }

    private Settled settled(SourceId feed, List<Watch> watches) {
        return opened.store().hits().settled(feed, ALL, Audience.of(watches));
    }

    private long rows(String table) {
        opened.close();
        try (DataFolder claimed = DataFolder.claim(folder);
                Vault vault = Vault.open(folder, OpenedStore.KEY)) {
            Database database = Database.open(claimed.path(), "file:", vault.filePassword(), true);
            long rows =
                    database.read(session ->
                                    session.first(
                                            "SELECT COUNT(*) FROM " + table, row -> row.getLong(1)))
                            .orElseThrow();
            database.close();
            return rows;
        } finally {
            opened = OpenedStore.in(folder);
        }
    }

    @Test
    @Covers("R1.3")
    void remembersForWhomAFeedWasLookedThrough() {
        List<Watch> people = people(3);

        assertThat(settled(NEWS, people).isWhole()).isFalse();
        heard(NEWS, people);
        reopen();

        assertThat(settled(NEWS, people).isWhole()).isTrue();
        assertThat(settled(NEWS, people).has(new Pair(WATCH, NAME, NEWS))).isTrue();
        assertThat(settled(META, people).isWhole()).isFalse();
        assertThat(settled(META, people).has(new Pair(WATCH, NAME, META))).isFalse();
    }

    @Test
    void keepsOneListForAllFeedsThatServeTheSamePeople() {
        List<Watch> people = people(40);

        heard(NEWS, people);
        heard(META, people);
        heard(META, people);

        assertThat(rows("audience")).isEqualTo(1);
        assertThat(rows("audience_heard")).isEqualTo(2);
        assertThat(rows("baseline")).isZero();
    }

    @Test
    void aNewNameHasNoBaselineWhereTheOthersHaveOne() {
        List<Watch> people = people(3);
        heard(NEWS, people.subList(0, 2));

        Settled settled = settled(NEWS, people);

        assertThat(settled.isWhole()).isFalse();
        assertThat(settled.has(new Pair(WATCH, NAME, NEWS))).isTrue();
        assertThat(
                        settled.has(
                                new Pair(
                                        new WatchId("w2"),
                                        new Query.Phrase("Person Number2"),
                                        NEWS)))
                .isFalse();
    }

    @Test
    void whoWasAwayForAWhileKeepsHerBaseline() {
        List<Watch> people = people(60);
        heard(NEWS, people);
        heard(NEWS, people.subList(0, 59));
        reopen();
        heard(META, people.subList(0, 58)); // the first list of a start sweeps
        heard(META, people.subList(0, 59));

        assertThat(rows("audience_heard")).isEqualTo(2);
        assertThat(rows("audience")).isEqualTo(2);
        assertThat(rows("baseline")).isEqualTo(2);
        assertThat(settled(NEWS, people).isWhole()).isTrue();
    }

    @Test
    void aWatchWithoutHerNeighboursIsStillSettled() {
        List<Watch> people = people(5);
        heard(NEWS, people);

        assertThat(settled(NEWS, people.subList(2, 3)).isWhole()).isTrue();
    }

    @Test
    void aNameThatChangedIsLookedThroughAnew() {
        List<Watch> people = new ArrayList<>(people(3));
        heard(NEWS, people);
        people.set(1, watch("w1", "Another Name"));

        assertThat(settled(NEWS, people).isWhole()).isFalse();
        heard(NEWS, people);
        assertThat(settled(NEWS, people).isWhole()).isTrue();
        people.set(1, watch("w1", "Person Number1"));
        assertThat(settled(NEWS, people).isWhole()).isTrue();
    }

    @Test
    void remembersWhichQueryOfASearchWasAnswered() {
        List<Watch> people = people(1);
        opened.store()
                .hits()
                .keep(
                        new Collected(
                                META,
                                Optional.of(WATCH),
                                NAME,
                                Validators.NONE,
                                List.of(),
                                Set.of(new Pair(WATCH, NAME, META))));
        Query handle = new Query.Account(Handle.parse("@JaneDoe"));
        Audience audience = Audience.of(people);

        assertThat(opened.store().hits().settled(META, NAME, audience).isWhole()).isTrue();
        assertThat(opened.store().hits().settled(META, handle, audience).isWhole()).isFalse();
        // what is found by her handle in the answer to her name's query is judged by both
        assertThat(
                        opened.store()
                                .hits()
                                .settled(META, handle, audience)
                                .has(new Pair(WATCH, NAME, META)))
                .isTrue();
        assertThat(opened.store().hits().settled(NEWS, NAME, audience).isWhole()).isFalse();
    }

    /// Whoever was looked through stays so, whatever the order of comings and goings; nobody else
    /// ever is.
    @Test
    void neverForgetsAndNeverInventsABaseline() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Watch> people = people(80);
        Set<WatchId> ever = new HashSet<>();
        for (int round = 0; round < 60; round++) {
            List<Watch> present = people.stream().filter(_ -> random.nextInt(4) > 0).toList();
            if (random.nextInt(3) == 0) {
                present = people.subList(0, 1 + random.nextInt(80));
            }
            Settled settled = settled(NEWS, present);
            assertThat(settled.isWhole())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(present.stream().allMatch(watch -> ever.contains(watch.id())));
            for (Watch watch : present) {
                assertThat(settled.has(new Pair(watch.id(), new Query.Phrase(watch.name()), NEWS)))
                        .as("seed %d, round %d, %s", seed, round, watch.id())
                        .isEqualTo(ever.contains(watch.id()));
            }
            if (!settled.isWhole() || random.nextBoolean()) {
                heard(NEWS, present);
                present.forEach(watch -> ever.add(watch.id()));
            }
            if (random.nextInt(10) == 0) {
                reopen();
            }
        }
    }
}
