package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.EntryId;
import org.quietbell.evidence.SavedPages;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.hit.Listing;
import org.quietbell.hit.Provenance;
import org.quietbell.match.Band;
import org.quietbell.source.Finding;
import org.quietbell.source.Receipt;
import org.quietbell.source.SourceId;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchId;

/// What is saved of pages with the same text, and what becomes of them.
class SavingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final CaseId CASE = new CaseId("case-17");
    private static final HitId FIRST = new HitId("aaaaaaaaaaaaaaaa");
    private static final HitId COPY = new HitId("bbbbbbbbbbbbbbbb");
    private static final HitId STRANGER = new HitId("cccccccccccccccc");

    private final Pages pages = new Pages();
    private final MemoryEvidenceLog log = new MemoryEvidenceLog();
    private final Saving saving = new Saving(pages, log, "here");

    /// Three pages of one text, of which one is about somebody else.
    private static final class Pages implements SavedPages {
        final List<Hit> hits =
                new ArrayList<>(
                        List.of(
                                hit(FIRST, Label.ME, Listing.AS_FOUND),
                                hit(COPY, Label.NOT_SURE, Listing.AS_FOUND),
                                hit(STRANGER, Label.NOT_ME, Listing.AS_FOUND)));
        final List<HitId> hushed = new ArrayList<>();

        void listed(Listing listing) {
            hits.set(0, hit(FIRST, Label.ME, listing));
        }

        @Override
        public Optional<Hit> find(HitId id) {
            return hits.stream().filter(hit -> hit.id().equals(id)).findFirst();
        }

        @Override
        public List<Hit> withTheTextOf(HitId group) {
            return hits.stream().filter(hit -> hit.group().equals(group)).toList();
        }

        @Override
        public List<Hit> enteredAndMoved() {
            return hits.stream().filter(h -> !h.listing().equals(Listing.AS_FOUND)).toList();
        }

        @Override
        public boolean hush(HitId id) {
            return hushed.add(id);
        }
    }

    private static Hit hit(HitId id, Label label, Listing listing) {
        boolean isKept = label != Label.NOT_ME;
        Finding finding =
                new Finding(
                        "item",
                        "Canary title",
                        "Canary snippet",
                        "https://" + id.value() + ".example/",
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        Receipt receipt =
                new Receipt(
                        "https://search.example/?q=a",
                        "test/1",
                        NOW,
                        "0".repeat(64),
                        Optional.empty());
        Provenance provenance =
                new Provenance(new SourceId("meta"), receipt, "2026-11-22T12:00:00Z[UTC]", "b1");
        return new Hit(
                id,
                CASE,
                new WatchId("case-17"),
                new SourceId("meta"),
                NOW,
                NOW,
                1,
                Band.CERTAIN,
                90,
                List.of(),
                false,
                label,
                isKept ? Optional.of(finding) : Optional.empty(),
                isKept ? Optional.of(provenance) : Optional.empty(),
                FIRST,
                listing);
    }

    private List<String> kinds() {
        return log.entries.stream().map(Entry::kind).toList();
    }

    @Test
    @Covers("R6.9")
    void eachAddressOfATextIsAnEntryButNotOneOfSomebodyElse() {
        assertThat(saving.save(COPY, NOW))
                .isInstanceOfSatisfying(
                        Saving.Outcome.Saved.class,
                        saved -> {
                            assertThat(saved.fresh()).isEqualTo(2);
                            assertThat(saved.entries())
                                    .extracting(entry -> entry.text("hit").orElseThrow())
                                    .containsExactly(COPY.value(), FIRST.value());
                        });
        assertThat(saving.save(FIRST, NOW))
                .isInstanceOfSatisfying(
                        Saving.Outcome.Saved.class, saved -> assertThat(saved.fresh()).isZero());
        assertThat(log.entries).hasSize(2);
    }

    @Test
    void whatIsAboutSomebodyElseOrUnknownIsNotSaved() {
        assertThat(saving.save(STRANGER, NOW)).isInstanceOf(Saving.Outcome.Erased.class);
        assertThat(saving.save(new HitId("none"), NOW)).isInstanceOf(Saving.Outcome.Unknown.class);
    }

    @Test
    @Covers("R3.12")
    void under18ErasesTheWordsOnEachPageThatHasThem() {
        saving.save(FIRST, NOW);
        EntryId copy = log.entryOf(COPY).orElseThrow().id();

        saving.note(CASE, Optional.of(copy), Map.of("under-18", "not-sure"), NOW);

        assertThat(log.entries)
                .filteredOn(entry -> entry.kind().equals("found"))
                .hasSize(2)
                .allSatisfy(entry -> {
                    assertThat(entry.text("title")).isEmpty();
                    assertThat(entry.text("snippet")).isEmpty();
                    assertThat(entry.text("address")).isPresent();
                });
        assertThat(pages.hushed).containsExactlyInAnyOrder(FIRST, COPY, STRANGER);
        assertThat(saving.isYoung(CASE, copy)).isTrue();
        assertThat(saving.isYoung(CASE, log.entryOf(FIRST).orElseThrow().id())).isTrue();
    }

    @Test
    void anAnswerOfNoErasesNothing() {
        saving.save(FIRST, NOW);
        EntryId entry = log.entryOf(FIRST).orElseThrow().id();

        saving.note(CASE, Optional.of(entry), Map.of("under-18", "no"), NOW);

        assertThat(kinds()).containsExactly("found", "found", "note");
        assertThat(pages.hushed).isEmpty();
        assertThat(saving.isYoung(CASE, entry)).isFalse();
    }

    @Test
    @Covers("R3.1")
    void whatBecameOfAPageIsNotedOnceAndInOrder() {
        saving.save(FIRST, NOW);
        Instant back = NOW.plusSeconds(60);

        pages.listed(new Listing(false, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(saving.follow(NOW)).isOne();
        assertThat(saving.follow(NOW)).isZero();
        pages.listed(new Listing(true, Optional.of(back), Optional.empty(), Optional.empty()));
        assertThat(saving.follow(NOW)).isOne();
        assertThat(saving.follow(NOW)).isZero();
        pages.listed(
                new Listing(
                        false,
                        Optional.of(back),
                        Optional.of(back),
                        Optional.of(new Listing.Wording("Other words", ""))));
        assertThat(saving.follow(NOW)).isEqualTo(2);
        assertThat(saving.follow(NOW)).isZero();

        assertThat(kinds())
                .containsExactly("found", "found", "unlisted", "back", "changed", "unlisted");
        assertThat(log.entries.get(4).text("title")).contains("Other words");
    }
}
