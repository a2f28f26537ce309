package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.store.OpenedStore.JANE;
import static org.quietbell.store.OpenedStore.NOW;
import static org.quietbell.store.OpenedStore.OTHER;
import static org.quietbell.store.OpenedStore.SELF;
import static org.quietbell.store.Seen.answer;
import static org.quietbell.store.Seen.page;
import static org.quietbell.store.Seen.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitFilter;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Hits;
import org.quietbell.hit.Kept;
import org.quietbell.hit.Label;
import org.quietbell.match.Band;
import org.quietbell.notice.Owed;
import org.quietbell.watch.Query;

class GroupsIT {
    private static final String TITLE = "Jane Doe opens a pottery in the old mill at Brack";
    private static final String TEXT =
            "After four years of work the potter has moved her wheel and two kilns into the mill."
                    + " The first open day drew about 200 people from the valley.";

    private @TempDir Path folder;
    private OpenedStore opened;
    private Hits hits;

    @BeforeEach
    void open() {
        opened = OpenedStore.withCases(folder);
        hits = opened.store().hits();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private static Seen story(String address) {
        return page(address, TITLE, TEXT);
    }

    private List<Hit> all() {
        List<Hit> all = new ArrayList<>();
        hits.each(HitFilter.ALL, all::add);
        return all;
    }

    private Set<HitId> groups() {
        Set<HitId> groups = new HashSet<>();
        all().forEach(hit -> groups.add(hit.group()));
        return groups;
    }

    @Test
    @Covers("R6.9")
    void makesOneGroupOfTwoHundredMirrorsAndKeepsEachAddress() {
        Seen[] first =
                IntStream.range(0, 100)
                        .mapToObj(i -> story("https://mirror" + i + ".example/a"))
                        .toArray(Seen[]::new);

        Kept kept = hits.keep(search(first));
        for (int i = 100; i < 200; i++) {
            hits.keep(search(story("https://mirror" + i + ".example/a")));
        }

        assertThat(all()).hasSize(200).extracting(Hit::group).containsOnly(kept.fresh().getFirst());
        assertThat(all())
                .extracting(hit -> hit.finding().orElseThrow().address())
                .doesNotHaveDuplicates();
        assertThat(hits.groupSize(kept.fresh().getFirst())).isEqualTo(200);
        assertThat(opened.store().notices().owed(JANE, SELF, Band.LIKELY))
                .hasSize(200)
                .extracting(Owed::group)
                .containsOnly(kept.fresh().getFirst().value());
    }

    @Test
    @Covers("R6.9")
    void makesOneGroupOfMirrorsThatComeAtTheSameMoment() throws Exception {
        List<Future<Kept>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                Seen mirror = story("https://mirror" + i + ".example/a");
                Query question = new Query.Phrase("Jane Doe " + i); // else they wait for its row
                answers.add(threads.submit(() -> hits.keep(answer(question, true, mirror))));
            }
        }
        for (Future<Kept> kept : answers) {
            assertThat(kept.get().fresh()).hasSize(1);
        }

        assertThat(groups()).hasSize(1);
    }

    @Test
    void groupsWhatIsCutOrTitledOtherwise() {
        hits.keep(search(story("https://brackpost.example/mill")));

        hits.keep(
                search(
                        page(
                                "https://valley.example/9",
                                TITLE + " | Valley Weekly",
                                TEXT.substring(0, 95) + "..."),
                        page(
                                "https://copy.example/x",
                                TITLE.toUpperCase(java.util.Locale.ROOT),
                                "3 May 2026 — " + TEXT)));

        assertThat(groups()).hasSize(1);
    }

    @Test
    void leavesWhatNamesOtherPeopleOrNumbersApart() {
        hits.keep(
                search(
                        story("https://brackpost.example/mill"),
                        page("https://b.example/2", TITLE, TEXT.replace("200", "900")),
                        page("https://b.example/3", TITLE.replace("Brack", "Ells"), TEXT),
                        page("https://b.example/4", TITLE, "")));

        assertThat(groups()).hasSize(4);
    }

    @Test
    void doesNotLetShortTextsCollapse() {
        hits.keep(
                search(
                        page("https://a.example/1", "Jane Doe", "Jane Doe's profile"),
                        page("https://a.example/2", "Jane Doe", "Jane Doe's profile"),
                        page("https://a.example/3", "Jane Doe - photos", "")));

        assertThat(groups()).hasSize(3);
    }

    @Test
    void groupsForFourteenDaysAndNoLonger() {
        hits.keep(search(story("https://a.example/1")));

        hits.keep(search(story("https://a.example/2").after(Duration.ofDays(14))));
        hits.keep(search(story("https://a.example/3").after(Duration.ofDays(15))));
        hits.keep(search(story("https://a.example/4").after(Duration.ofDays(16))));

        List<HitId> groups = all().stream().map(Hit::group).toList();
        assertThat(groups.get(3)).isEqualTo(groups.get(2));
        assertThat(groups.get(1)).isNotEqualTo(groups.get(2)).isEqualTo(groups.get(0));
    }

    @Test
    @Covers({"R5.6", "R6.9"})
    void neverGroupsOverTwoCases() {
        hits.keep(search(story("https://a.example/1"), story("https://a.example/2").of(OTHER)));

        assertThat(groups()).hasSize(2);
    }

    @Test
    @Covers("R6.5")
    void forgetsTheMarksOfWhatIsAboutSomebodyElse() {
        HitId first = hits.keep(search(story("https://a.example/1"))).fresh().getFirst();
        assertThat(marks()).isEqualTo(8);

        hits.label(first, Label.NOT_ME, NOW);

        assertThat(marks()).isZero();
        HitId second = hits.keep(search(story("https://a.example/2"))).fresh().getFirst();
        assertThat(hits.find(second).orElseThrow().group()).isEqualTo(second);
    }

    @Test
    void keepsNoMarksOlderThanTheyAreOfUse() {
        hits.keep(search(story("https://a.example/1")));

        hits.keep(
                search(
                        page(
                                        "https://a.example/2",
                                        "Ten other words stand here for the sake of it all",
                                        TEXT)
                                .after(Duration.ofDays(30))));

        assertThat(marks()).isBetween(1, 8);
    }

    private int marks() {
        return opened.rows("likeness");
    }
}
