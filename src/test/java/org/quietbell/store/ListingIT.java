package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.store.OpenedStore.JANE;
import static org.quietbell.store.OpenedStore.NAME;
import static org.quietbell.store.OpenedStore.NEWS;
import static org.quietbell.store.OpenedStore.NOW;
import static org.quietbell.store.OpenedStore.POST;
import static org.quietbell.store.OpenedStore.SELF;
import static org.quietbell.store.Seen.answer;
import static org.quietbell.store.Seen.page;
import static org.quietbell.store.Seen.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitFilter;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Hits;
import org.quietbell.hit.Label;
import org.quietbell.hit.Listing;
import org.quietbell.match.Band;
import org.quietbell.watch.Query;

class ListingIT {
    private static final Seen PAGE =
            page(
                    "https://a.example/1",
                    "Jane Doe opens a pottery",
                    "She moved her wheel and both kilns into the mill.");

    private @TempDir Path folder;
    private OpenedStore opened;
    private Hits hits;
    private HitId id;

    @BeforeEach
    void keepOne() {
        opened = OpenedStore.withCases(folder);
        hits = opened.store().hits();
        id = hits.keep(search(PAGE)).fresh().getFirst();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private Hit hit() {
        return hits.find(id).orElseThrow();
    }

    private void searches(int count) {
        for (int i = 0; i < count; i++) {
            hits.keep(search());
        }
    }

    @Test
    @Covers("R6.11")
    void isNoLongerListedAfterThreeCompleteAnswersWithoutIt() {
        searches(2);
        assertThat(hit().state()).isEqualTo("new");

        searches(1);

        assertThat(hit().listing().isListed()).isFalse();
        assertThat(hit().state()).isEqualTo("unlisted");
        assertThat(listed("unlisted")).containsExactly(id);
        assertThat(listed("new")).isEmpty();
    }

    @Test
    void isBackWhenItIsListedAgain() {
        searches(5);

        hits.keep(search(PAGE.after(Duration.ofDays(2))));

        assertThat(hit().state()).isEqualTo("back");
        assertThat(hit().listing().back()).contains(PAGE.after(Duration.ofDays(2)).at());
        assertThat(hit().sightings()).isEqualTo(2);
        assertThat(listed("back")).containsExactly(id);
    }

    @Test
    void isNotBackAfterTwoAnswersWithoutIt() {
        searches(2);
        hits.keep(search(PAGE));
        searches(2);
        hits.keep(search(PAGE));

        assertThat(hit().state()).isEqualTo("new");
    }

    @Test
    @Covers("R1.25")
    void staysListedWhileNobodyCouldLookThroughAll() {
        for (int i = 0; i < 5; i++) {
            hits.keep(answer(NAME, false));
        }

        assertThat(hit().listing().isListed()).isTrue();
    }

    @Test
    void staysListedWhileAnotherQuestionAlsoShowsIt() {
        Query alias = new Query.Phrase("Jane Roe");
        for (int i = 0; i < 5; i++) {
            hits.keep(search());
            hits.keep(answer(alias, true, PAGE));
        }

        assertThat(hit().state()).isEqualTo("new");
    }

    @Test
    void learnsNothingFromWhatLeavesAFeed() {
        Seen entry = page("https://a.example/2", "In the news", "Jane Doe").from(NEWS);
        HitId second = hits.keep(answer(new Query.Everything(), true, entry)).fresh().getFirst();
        for (int i = 0; i < 5; i++) {
            hits.keep(answer(new Query.Everything(), true, PAGE.from(NEWS)));
        }

        assertThat(hits.find(second).orElseThrow().state()).isEqualTo("new");
        assertThat(hit().listing().isListed()).isTrue();
    }

    @Test
    @Covers("R6.10")
    void isChangedAndNotNewWhenItsTitleIsAnother() {
        Seen retitled = PAGE.titled("Jane Doe closes a pottery").after(Duration.ofDays(1));

        assertThat(hits.keep(search(retitled)).fresh()).isEmpty();

        assertThat(hit().state()).isEqualTo("changed");
        assertThat(hit().finding().orElseThrow().title()).isEqualTo("Jane Doe opens a pottery");
        assertThat(hit().listing())
                .isEqualTo(
                        new Listing(
                                true,
                                Optional.empty(),
                                Optional.of(retitled.at()),
                                Optional.of(
                                        new Listing.Wording(
                                                retitled.title(), retitled.snippet()))));
        assertThat(listed("changed")).containsExactly(id);
    }

    @Test
    void isNotChangedByAPublisherBehindTheTitleOrAnotherSource() {
        hits.keep(search(PAGE.titled(PAGE.title() + " - Brack Post")));
        hits.keep(answer(NAME, true, PAGE.titled("Something else").from(NEWS)));

        assertThat(hit().state()).isEqualTo("new");
    }

    @Test
    @Covers("R6.10")
    void tellsNothingAgainBecauseOfAState() {
        opened.store().notices().keep(JANE, SELF, NOW, OpenedStore.notice("n1", List.of(id), POST));

        searches(4);
        hits.keep(search(PAGE.titled("Jane Doe closes a pottery")));

        assertThat(opened.store().notices().owed(JANE, SELF, Band.LIKELY)).isEmpty();
    }

    @Test
    @Covers("R6.5")
    void erasesTheLaterWordsToo() {
        hits.keep(search(PAGE.titled("Jane Doe closes a pottery")));

        hits.label(id, Label.NOT_ME, NOW);
        hits.keep(search(PAGE.titled("Jane Doe moves a pottery")));

        assertThat(hit().listing().latest()).isEmpty();
        assertThat(hit().state()).isEqualTo("not-me");
    }

    @Test
    void listsNewestFirstFromAnyHitOn() {
        List<HitId> more = new ArrayList<>();
        for (int i = 2; i < 8; i++) {
            Seen other = page("https://a.example/" + i, "Title " + i, "Jane Doe");
            more.addFirst(hits.keep(search(other)).fresh().getFirst());
        }

        List<Hit> first = hits.page(HitFilter.ALL, Optional.empty(), 4);
        List<Hit> second = hits.page(HitFilter.ALL, Optional.of(first.getLast().id()), 4);

        assertThat(first).extracting(Hit::id).containsExactlyElementsOf(more.subList(0, 4));
        assertThat(second).extracting(Hit::id).containsExactly(more.get(4), more.get(5), id);
        assertThat(hits.page(HitFilter.ALL, Optional.of(id), 4)).isEmpty();
        assertThat(hits.page(HitFilter.ALL, Optional.of(new HitId("nothere")), 4)).isEmpty();
    }

    private List<HitId> listed(String state) {
        HitFilter filter =
                new HitFilter(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(state));
        return hits.page(filter, Optional.empty(), 10).stream().map(Hit::id).toList();
    }
}
