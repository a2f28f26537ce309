package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.store.OpenedStore.JANE;
import static org.quietbell.store.OpenedStore.NAME;
import static org.quietbell.store.OpenedStore.NOW;
import static org.quietbell.store.OpenedStore.SELF;
import static org.quietbell.store.OpenedStore.WATCH;
import static org.quietbell.store.OpenedStore.answer;
import static org.quietbell.store.OpenedStore.candidate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitFilter;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.hit.OtherSite;
import org.quietbell.hit.Rejudged;
import org.quietbell.hit.SiteJudge;
import org.quietbell.match.Band;
import org.quietbell.match.Judge;
import org.quietbell.match.Match;
import org.quietbell.match.Reason;
import org.quietbell.notice.Cause;
import org.quietbell.notice.NoticeLog.HeldFor;
import org.quietbell.notice.Owed;

/// What she teaches it changes what is kept, and tells nothing by that alone.
class RejudgingIT {
    /// Takes every finding for her, as the first judgement did.
    private static final Judge AS_BEFORE =
            _ ->
                    List.of(
                            new Match(
                                    WATCH,
                                    80,
                                    List.of(new Reason("exact-name", List.of("Jane Doe"), 80)),
                                    Set.of(NAME)));

    private static final OtherSite CLUB = new OtherSite("rule-1", WATCH, "club.example", NOW);
    private static final Judge BY_RULE = new SiteJudge(AS_BEFORE, List.of(CLUB));

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

    private HitId kept(String address, int score) {
        return opened.store()
                .hits()
                .keep(answer(candidate(address, score, false)))
                .fresh()
                .getFirst();
    }

    private List<HitId> listed() {
        List<HitId> ids = new ArrayList<>();
        opened.store().hits().each(HitFilter.ALL, hit -> ids.add(hit.id()));
        return ids;
    }

    private List<HitId> owed() {
        return opened.store().notices().owed(JANE, SELF, Band.LIKELY).stream()
                .map(Owed::hit)
                .toList();
    }

    @Test
    @Covers("R6.4")
    void aRulePutsTheSitesPagesAsideAndTakingItBackRestoresThem() {
        HitId club = kept("club.example/1", 80);
        HitId forum = kept("forum.example/1", 80);
        Hit before = opened.store().hits().find(club).orElseThrow();

        Rejudged preview = opened.store().hits().preview(WATCH, BY_RULE);
        List<HitId> afterPreview = listed();
        Rejudged done = opened.store().hits().rejudge(WATCH, BY_RULE, false);
        List<HitId> withRule = listed();
        List<HitId> owedWithRule = owed();
        opened.store().hits().rejudge(WATCH, AS_BEFORE, true);

        assertThat(preview).isEqualTo(new Rejudged(0, 1, 1)).isEqualTo(done);
        assertThat(afterPreview).containsExactlyInAnyOrder(club, forum);
        assertThat(withRule).containsExactly(forum);
        assertThat(owedWithRule).containsExactly(forum);
        assertThat(opened.store().hits().find(club)).contains(before);
        assertThat(owed()).containsExactlyInAnyOrder(club, forum);
    }

    @Test
    void whatBecomesLikelyByAChangeAloneIsKeptAndSaysWhyItIsNotTold() {
        HitId quiet = kept("forum.example/1", 30);

        Rejudged raised = opened.store().hits().rejudge(WATCH, AS_BEFORE, false);

        assertThat(raised).isEqualTo(new Rejudged(1, 0, 0));
        assertThat(opened.store().hits().find(quiet).orElseThrow().band()).isEqualTo(Band.CERTAIN);
        assertThat(owed()).isEmpty();
        Map<HitId, List<HeldFor>> held = opened.store().notices().heldOf(List.of(quiet));
        assertThat(held.get(quiet)).extracting(HeldFor::cause).containsExactly(Cause.JUDGED_ANEW);
    }

    @Test
    void whatBecomesLikelyIsOwedIfSheSaysSo() {
        HitId told = kept("forum.example/1", 30);

        opened.store().hits().rejudge(WATCH, AS_BEFORE, true);

        assertThat(owed()).containsExactly(told);
    }

    @Test
    void whatWasKeptQuietOnceIsOwedIfSheSaysSoTheNextTime() {
        HitId hit = kept("club.example/1", 30);
        opened.store().hits().rejudge(WATCH, AS_BEFORE, false);
        opened.store().hits().rejudge(WATCH, BY_RULE, false);

        opened.store().hits().rejudge(WATCH, AS_BEFORE, true);

        assertThat(owed()).containsExactly(hit);
    }

    @Test
    void whatSheLabelledStaysAsSheSaidAndWhatWasErasedStaysErased() {
        HitId me = kept("club.example/1", 80);
        HitId notMe = kept("club.example/2", 80);
        opened.store().hits().label(me, Label.ME, NOW);
        opened.store().hits().label(notMe, Label.NOT_ME, NOW);

        Rejudged nothing = opened.store().hits().rejudge(WATCH, BY_RULE, false);

        assertThat(nothing).isEqualTo(new Rejudged(0, 0, 0));
        assertThat(opened.store().hits().find(me).orElseThrow().band()).isEqualTo(Band.CERTAIN);
        assertThat(opened.store().hits().find(notMe).orElseThrow().finding()).isEmpty();
    }

    @Test
    void rulesAreSealedKeptOnceAndTakenBack() {
        opened.store().otherSites().add(CLUB);
        opened.store().otherSites().add(new OtherSite("rule-2", WATCH, "club.example", NOW));

        assertThat(opened.store().otherSites().all()).containsExactly(CLUB);
        assertThat(opened.store().otherSites().remove("rule-9")).isFalse();
        assertThat(opened.store().otherSites().remove("rule-1")).isTrue();
        assertThat(opened.store().otherSites().all()).isEmpty();
    }
}
