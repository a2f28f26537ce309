package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.store.OpenedStore.JANE;
import static org.quietbell.store.OpenedStore.NOW;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.evidence.EvidenceLog;
import org.quietbell.evidence.FoundFields;
import org.quietbell.evidence.SavedPages;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Listing;

/// Which of the saved pages are no longer listed as they were found, and words that stay erased.
class FollowIT {
    private static final Seen PAGE =
            Seen.page("https://forum.example/t/7", "Jane Doe in Halifax", "More of Jane Doe");
    private static final Seen OTHER =
            Seen.page("https://other.example/a", "Jane Doe elsewhere", "Less of Jane Doe");

    private @TempDir Path folder;

    private static HitId saved(OpenedStore opened) {
        HitId hit = opened.store().hits().keep(Seen.search(PAGE)).fresh().getFirst();
        EvidenceLog log = opened.store().evidence();
        log.enter(
                JANE,
                hit,
                FoundFields.of(opened.store().hits().find(hit).orElseThrow(), "here").orElseThrow(),
                NOW);
        return hit;
    }

    private static void rounds(OpenedStore opened, int count, Seen page) {
        for (int i = 1; i <= count; i++) {
            opened.store().hits().keep(Seen.search(page.after(Duration.ofHours(i))));
        }
    }

    private static List<HitId> moved(OpenedStore opened) {
        return opened.store().savedPages().enteredAndMoved().stream().map(Hit::id).toList();
    }

    @Test
    @Covers("R3.1")
    void onlySavedPagesAreFollowedFromNoLongerListedToBack() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            HitId hit = saved(opened);
            assertThat(moved(opened)).isEmpty();

            rounds(opened, Listing.MISSES, OTHER); // another page, never saved, is found with it

            assertThat(moved(opened)).containsExactly(hit);
            assertThat(opened.store().savedPages().find(hit).orElseThrow().listing().isListed())
                    .isFalse();

            opened.store().hits().keep(Seen.search(PAGE.after(Duration.ofDays(1))));

            assertThat(moved(opened)).containsExactly(hit);
            assertThat(opened.store().savedPages().find(hit).orElseThrow().listing().back())
                    .isPresent();
        }
    }

    @Test
    @Covers("R3.12")
    void wordsThatWereErasedAreNotTakenUpAgain() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            HitId hit = saved(opened);
            SavedPages pages = opened.store().savedPages();

            assertThat(pages.hush(hit)).isTrue();
            assertThat(pages.hush(new HitId("none"))).isFalse();
            rounds(opened, 2, PAGE.titled("Quite other words about Jane Doe today"));

            Hit after = pages.find(hit).orElseThrow();
            assertThat(after.finding().orElseThrow().title()).isEmpty();
            assertThat(after.finding().orElseThrow().snippet()).isEmpty();
            assertThat(after.finding().orElseThrow().address()).isEqualTo(PAGE.address());
            assertThat(after.listing().latest()).isEmpty();
            assertThat(after.sightings()).isEqualTo(3);
        }
    }

    @Test
    void pagesWithTheSameTextAreFoundTogether() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            String title = "Jane Doe of Halifax opens the gate of the old town library tonight";
            String snippet = "The gate of the old town library is opened by Jane Doe of Halifax";
            List<HitId> hits =
                    opened.store()
                            .hits()
                            .keep(
                                    Seen.search(
                                            Seen.page("https://a.example/1", title, snippet),
                                            Seen.page("https://b.example/2", title, snippet),
                                            OTHER))
                            .fresh();

            assertThat(opened.store().savedPages().withTheTextOf(hits.getFirst()))
                    .extracting(Hit::id)
                    .containsExactly(hits.get(0), hits.get(1));
        }
    }
}
