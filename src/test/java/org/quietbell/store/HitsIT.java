package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.store.OpenedStore.JANE;
import static org.quietbell.store.OpenedStore.NAME;
import static org.quietbell.store.OpenedStore.NEWS;
import static org.quietbell.store.OpenedStore.NOW;
import static org.quietbell.store.OpenedStore.OTHER;
import static org.quietbell.store.OpenedStore.WATCH;
import static org.quietbell.store.OpenedStore.answer;
import static org.quietbell.store.OpenedStore.candidate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.quietbell.hit.Candidate;
import org.quietbell.hit.Collected;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitFilter;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Hits;
import org.quietbell.hit.Kept;
import org.quietbell.hit.Label;
import org.quietbell.match.Band;
import org.quietbell.source.Validators;
import org.quietbell.watch.Query;

class HitsIT {
    @TempDir Path folder;
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

    private List<Hit> all(HitFilter filter) {
        List<Hit> all = new ArrayList<>();
        hits.each(filter, all::add);
        return all;
    }

    @Test
    void givesBackAllThatWasKept() {
        Candidate candidate = candidate("a.example/1", 80, false);

        HitId id = hits.keep(answer(candidate)).fresh().getFirst();
        Hit hit = hits.find(id).orElseThrow();

        assertThat(id.value()).matches("[a-z2-7]{16}");
        assertThat(hit.caseId()).isEqualTo(JANE);
        assertThat(hit.watch()).isEqualTo(WATCH);
        assertThat(hit.source()).isEqualTo(NEWS);
        assertThat(hit.firstSeen()).isEqualTo(NOW);
        assertThat(hit.band()).isEqualTo(Band.CERTAIN);
        assertThat(hit.score()).isEqualTo(80);
        assertThat(hit.reasons()).isEqualTo(candidate.match().reasons());
        assertThat(hit.finding()).contains(candidate.finding());
        assertThat(hit.provenance()).contains(candidate.provenance());
        assertThat(hit.state()).isEqualTo("new");
    }

    @Test
    void countsASecondSightingWithoutMakingAHit() {
        HitId id = hits.keep(answer(candidate("a.example/1", 80, false))).fresh().getFirst();

        Kept again =
                hits.keep(
                        answer(
                                candidate("a.example/1", 30, true),
                                candidate("b.example", 60, true)));

        assertThat(again.fresh()).hasSize(1).doesNotContain(id);
        assertThat(again.duplicates()).isEqualTo(1);
        assertThat(hits.find(id).orElseThrow().sightings()).isEqualTo(2);
        assertThat(hits.find(id).orElseThrow().score()).isEqualTo(80);
    }

    @Test
    void keepsAPageThatStandsTwiceInOneAnswerOnce() {
        Kept kept =
                hits.keep(
                        answer(
                                candidate("a.example/1", 30, true),
                                candidate("b.example/1", 60, false),
                                candidate("a.example/1", 90, false)));

        assertThat(kept.fresh()).hasSize(2);
        assertThat(kept.duplicates()).isEqualTo(1);
        Hit hit = hits.find(kept.fresh().getFirst()).orElseThrow();
        assertThat(hit.score()).isEqualTo(90);
        assertThat(hit.baseline()).isFalse();
        assertThat(hit.sightings()).isEqualTo(1);
    }

    @Test
    @Covers({"R5.6", "F37"})
    void keepsTheSamePageForEachCaseApart() {
        Kept kept =
                hits.keep(
                        answer(
                                candidate(JANE, "a.example/1", 80, false),
                                candidate(OTHER, "a.example/1", 80, false)));

        assertThat(kept.fresh()).hasSize(2);
        assertThat(kept.duplicates()).isZero();
        assertThat(all(HitFilter.ALL)).extracting(Hit::sightings).containsExactly(1, 1);
    }

    @Test
    void keepsTheValidatorsOfEachQuestionApart() {
        Validators validators = new Validators(Optional.of("W/\"1\""), Optional.of(" Fri "));
        hits.keep(new Collected(NEWS, Optional.of(WATCH), NAME, validators, List.of(), Set.of()));

        assertThat(opened.store().sourceStates().validators(NEWS, Optional.of(WATCH), NAME))
                .isEqualTo(validators);
        assertThat(
                        opened.store()
                                .sourceStates()
                                .validators(NEWS, Optional.empty(), new Query.Everything()))
                .isEqualTo(Validators.NONE);
    }

    @Test
    @Covers("R6.5")
    void erasesWhatIsAboutSomebodyElseAndNeverLetsItReturn() {
        HitId id = hits.keep(answer(candidate("a.example/1", 80, false))).fresh().getFirst();

        assertThat(hits.label(id, Label.NOT_ME, NOW)).isTrue();
        Kept again = hits.keep(answer(candidate("a.example/1", 80, false)));

        Hit hit = hits.find(id).orElseThrow();
        assertThat(hit.finding()).isEmpty();
        assertThat(hit.provenance()).isEmpty();
        assertThat(hit.state()).isEqualTo("not-me");
        assertThat(again.fresh()).isEmpty();
        assertThat(again.duplicates()).isEqualTo(1);
    }

    @Test
    void takesALabelBackButNotWhatItErased() {
        List<HitId> ids = opened.hits("a.example/1", "a.example/2");
        hits.label(ids.get(0), Label.ME, NOW);
        hits.label(ids.get(1), Label.NOT_ME, NOW);

        hits.label(ids.get(0), Label.NOT_SURE, NOW);
        hits.label(ids.get(1), Label.NOT_SURE, NOW);

        assertThat(hits.find(ids.get(0)).orElseThrow().finding()).isPresent();
        assertThat(hits.find(ids.get(1)).orElseThrow().finding()).isEmpty();
        assertThat(hits.label(new HitId("nothere"), Label.ME, NOW)).isFalse();
    }

    @Test
    void streamsNewestFirstOverManyPages() {
        for (int answer = 0; answer < 5; answer++) {
            int from = answer * 100;
            opened.hits(
                    IntStream.range(from, from + 100)
                            .mapToObj(i -> "a.example/" + i)
                            .toArray(String[]::new));
        }

        assertThat(all(HitFilter.ALL))
                .extracting(hit -> hit.finding().orElseThrow().address())
                .hasSize(500)
                .startsWith("https://a.example/499", "https://a.example/498")
                .endsWith("https://a.example/0");
    }

    @Test
    void listsOnlyWhatFitsTheFilter() {
        List<HitId> ids =
                hits.keep(
                                answer(
                                        candidate("a.example/1", 80, false),
                                        candidate("a.example/2", 60, true),
                                        candidate("a.example/3", 30, false)))
                        .fresh();
        hits.label(ids.get(2), Label.ME, NOW);

        assertThat(all(state("new"))).extracting(Hit::id).containsExactly(ids.get(0));
        assertThat(all(state("baseline"))).extracting(Hit::id).containsExactly(ids.get(1));
        assertThat(all(state("me"))).extracting(Hit::id).containsExactly(ids.get(2));
        assertThat(all(state("nonsense"))).isEmpty();
        assertThat(all(filter(Optional.of(Band.LIKELY), Optional.empty())))
                .extracting(Hit::id)
                .containsExactly(ids.get(1), ids.get(0));
        assertThat(
                        all(
                                new HitFilter(
                                        Optional.of(WATCH),
                                        Optional.of(NOW.plusSeconds(1)),
                                        Optional.empty(),
                                        Optional.empty())))
                .isEmpty();
    }

    private static HitFilter state(String state) {
        return filter(Optional.empty(), Optional.of(state));
    }

    private static HitFilter filter(Optional<Band> band, Optional<String> state) {
        return new HitFilter(Optional.empty(), Optional.empty(), band, state);
    }

    @Test
    void keepsAnEntryWithAnEndlessTextCutShort() {
        Candidate huge = candidate("a.example/" + "x".repeat(2_000_000), 80, false);

        HitId id = hits.keep(answer(huge)).fresh().getFirst();

        assertThat(hits.find(id).orElseThrow().finding().orElseThrow().title()).hasSize(50_000);
    }

    @Test
    void keepsEachPageOnceWhenManyAnswersComeAtOnce() throws Exception {
        List<Future<Kept>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 24; i++) {
                answers.add(
                        threads.submit(() ->
                                hits.keep(
                                        answer(
                                                candidate("a.example/1", 80, false),
                                                candidate("a.example/2", 80, false)))));
            }
        }
        int fresh = 0;
        for (Future<Kept> answer : answers) {
            fresh += answer.get().fresh().size();
        }

        assertThat(fresh).isEqualTo(2);
        assertThat(all(HitFilter.ALL)).extracting(Hit::sightings).containsExactly(24, 24);
    }
}
