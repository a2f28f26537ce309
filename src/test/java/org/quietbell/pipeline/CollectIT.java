package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.hit.Hit;
import org.quietbell.hit.Label;
import org.quietbell.hit.Provenance;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.notice.Pause;
import org.quietbell.source.Budget;
import org.quietbell.source.SourceId;
import org.quietbell.watch.WatchedCase;

class CollectIT {
    @TempDir Path folder;
    private World world;

    @BeforeEach
    void open() {
        world = new World(folder);
        world.feed("news");
        world.watched(Set.of("news", "meta"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Covers("R1.3")
    void keepsTheFirstCompleteAnswerAsBaselineAndWhatComesLaterAsNew() {
        world.web.says("news.example", "text/xml", World.rss("a", "b"));
        Tally first = world.ask("news");
        world.web.says("news.example", "text/xml", World.rss("c", "a", "b"));

        Tally second = world.ask("news");

        assertThat(first.fresh()).isEqualTo(2);
        assertThat(first.matched()).isEqualTo(2);
        assertThat(second.fresh()).isEqualTo(1);
        assertThat(second.duplicate()).isEqualTo(2);
        assertThat(world.hits())
                .extracting(hit -> hit.finding().orElseThrow().item() + " " + hit.baseline())
                .containsExactlyInAnyOrder("a true", "b true", "c false");
    }

    @Test
    void asksWithoutConditionsUntilThereIsABaselineAndSendsTheValidatorBackAfterwards() {
        world.web.says("news.example", "text/xml", World.rss("a"));

        world.ask("news");
        world.ask("news");

        assertThat(world.web.asked.getFirst().headers()).doesNotContainKey("If-None-Match");
        assertThat(world.web.asked.getLast().headers()).containsEntry("If-None-Match", "\"v1\"");
    }

    @Test
    void asksWithoutConditionsAgainWhenAHandleWasAddedAndTakesWhatItFindsAsBaseline() {
        world.web.says("news.example", "text/xml", World.rss("a"));
        world.ask("news");
        world.watched(Set.of("news"), "@ashbrook_alma7");
        world.web.says(
                "news.example",
                "text/xml",
                World.rss("a")
                        .replace(
                                "</channel>",
                                "<item><title>Post by @ashbrook_alma7</title><guid>h</guid>"
                                        + "<link>https://pages.example/h</link></item>"
                                        + "<item><title>Alma Ashbrook again</title><guid>n</guid>"
                                        + "<link>https://pages.example/n</link></item>"
                                        + "</channel>"));

        world.ask("news");

        assertThat(world.web.asked.getLast().headers()).doesNotContainKey("If-None-Match");
        assertThat(world.hits())
                .extracting(hit -> hit.finding().orElseThrow().item() + " " + hit.baseline())
                .containsExactlyInAnyOrder("a true", "h true", "n false");
    }

    @Test
    void leavesTheBaselineOpenAfterAnAnswerThatIsPartlyBlind() {
        world.search("meta");
        String blind =
                "{\"query\":\"x\",\"results\":[{\"title\":\"Alma Ashbrook\","
                        + "\"url\":\"https://pages.example/s\",\"content\":\"\"}],"
                        + "\"unresponsive_engines\":[[\"brave\",\"timeout\"]]}";
        world.web.says("meta.example", "application/json", blind);

        Tally tally = world.ask("meta");
        world.web.says(
                "meta.example",
                "application/json",
                blind.replace("/s\"", "/t\"").replace("[\"brave\",\"timeout\"]", ""));
        world.ask("meta");

        assertThat(tally.failed()).isEqualTo(1);
        assertThat(tally.faults().getFirst().fault().kind()).isEqualTo(Fault.Kind.PARTLY_BLIND);
        assertThat(world.hits()).hasSize(2).allMatch(Hit::baseline);
    }

    @Test
    @Covers({"R5.1", "R5.2", "R5.3"})
    void asksNothingWithoutConsentThatNamesTheSourceAndHolds() {
        world.web.says("news.example", "text/xml", World.rss("a"));
        world.watched(Set.of("other"));
        Tally unnamed = world.ask("news");
        world.store.cases().put(World.watchedCase(Set.of("news"), Optional.of(World.NOW)));

        Tally ended = world.ask("news");

        assertThat(unnamed).isEqualTo(Tally.NONE);
        assertThat(ended).isEqualTo(Tally.NONE);
        assertThat(world.web.asked).isEmpty();
    }

    @Test
    @Covers("R1.8")
    void asksNothingWhileLookingIsStoppedAndGoesOnLookingInAPlainPause() {
        world.web.says("news.example", "text/xml", World.rss("a"));
        world.store
                .hearings()
                .pause(new Pause(Optional.empty(), World.NOW, Optional.empty(), true));
        Tally stopped = world.ask("news");
        world.store
                .hearings()
                .pause(new Pause(Optional.empty(), World.NOW, Optional.empty(), false));

        Tally paused = world.ask("news");

        assertThat(stopped).isEqualTo(Tally.NONE);
        assertThat(paused.fresh()).isEqualTo(1);
        assertThat(world.web.asked).hasSize(1);
    }

    @Test
    void asksNothingOfARemovedCase() {
        world.web.says("news.example", "text/xml", World.rss("a"));
        WatchedCase kept = world.store.cases().find(World.CASE).orElseThrow();
        world.store.cases().put(kept.active(false));

        assertThat(world.ask("news")).isEqualTo(Tally.NONE);
        assertThat(world.web.asked).isEmpty();
    }

    @Test
    void spendsItsBudgetAndThenSaysThatItIsUsedUp() {
        world.search("meta", new Budget(1, Duration.ofDays(1)));
        world.web.says("meta.example", "application/json", "{\"query\":\"x\",\"results\":[]}");
        world.ask("meta");

        Tally second = world.ask("meta");

        assertThat(world.web.asked).hasSize(1);
        assertThat(second.faults().getFirst().fault().kind()).isEqualTo(Fault.Kind.QUOTA);
    }

    @Test
    void waitsAsLongAsASourceAsksForEvenOnRequest() {
        world.web.is(
                "news.example",
                new Reply.RateLimited(
                        World.NOW.plusSeconds(600),
                        429,
                        ScriptedWeb.body("news.example", "text/plain", "", Map.of())));
        world.ask("news");
        int asked = world.web.asked.size();
        Tally soon = world.ask("news");
        world.clock.advance(Duration.ofDays(1));
        world.ask("news");

        assertThat(soon).isEqualTo(Tally.NONE);
        assertThat(world.web.asked).hasSize(asked + 1);
    }

    @Test
    @Covers("F24")
    void leavesAFailingSourceAloneForAWhileByScheduleAndShowsSinceWhenItFails() {
        Tally failed = world.askBySchedule("news");
        Tally soon = world.askBySchedule("news");

        assertThat(failed.failed()).isEqualTo(1);
        assertThat(soon).isEqualTo(Tally.NONE);
        assertThat(world.store.sourceStates().standing(new SourceId("news")).name())
                .isEqualTo("unreachable");
        assertThat(world.store.sourceStates().standing(new SourceId("news")).since())
                .contains(World.NOW);
    }

    @Test
    void recordsHowEachFindingWasComeBy() {
        world.web.says("news.example", "text/xml", World.rss("a"));

        world.ask("news");

        Provenance provenance = world.hits().getFirst().provenance().orElseThrow();
        assertThat(provenance.source()).isEqualTo(new SourceId("news"));
        assertThat(provenance.receipt().asked()).isEqualTo("https://news.example/feed");
        assertThat(provenance.receipt().connector()).startsWith("feed/");
        assertThat(provenance.receipt().digest()).matches("[0-9a-f]{64}");
        assertThat(provenance.firstSeenLocal())
                .isEqualTo("2026-03-02T08:00:00-04:00[America/Halifax]");
        assertThat(provenance.build()).isEqualTo("test");
        assertThat(world.hits().getFirst().finding().orElseThrow().address())
                .isEqualTo("https://pages.example/a");
    }

    @Test
    @Covers("R6.5")
    void keepsAwayWhatWasSaidToBeSomebodyElse() {
        world.web.says("news.example", "text/xml", World.rss("a"));
        world.ask("news");
        Hit hit = world.hits().getFirst();
        world.store.hits().label(hit.id(), Label.NOT_ME, Instant.EPOCH);

        Tally again = world.ask("news");

        assertThat(again.fresh()).isZero();
        assertThat(world.hits()).hasSize(1);
        assertThat(world.hits().getFirst().finding()).isEmpty();
    }

    @Test
    void asksASearchOncePerTermAndAFeedOnceForEverybody() {
        world.search("meta");
        world.watched(Set.of("news", "meta"), "@ashbrook_alma7");
        world.web.says("news.example", "text/xml", World.rss("a"));
        world.web.says("meta.example", "application/json", "{\"query\":\"x\",\"results\":[]}");

        world.ask("news");
        world.ask("meta");

        assertThat(world.web.asked)
                .extracting(request -> request.address().getHost())
                .containsExactly("news.example", "meta.example", "meta.example");
    }

    @Test
    void isNewWhicheverOfHerQueriesFoundIt() {
        world.search("meta");
        world.watched(Set.of("meta"), "@ashbrook_alma7");
        world.web.says("meta.example", "application/json", "{\"query\":\"x\",\"results\":[]}");
        world.ask("meta");
        // the query for the name is put first, and what it finds says the handle alone
        world.web.says(
                "meta.example",
                "application/json",
                "{\"query\":\"x\",\"results\":[{\"title\":\"Post by @ashbrook_alma7\","
                        + "\"url\":\"https://pages.example/h\",\"content\":\"\"}]}");

        world.ask("meta");

        assertThat(world.hits()).hasSize(1).noneMatch(Hit::baseline);
    }

    @Test
    @Covers({"R1.8", "R5.3"})
    void asksNoFurtherQuestionOfARoundInWhichConsentOrLookingEnds() {
        world.search("meta");
        world.watched(Set.of("meta"), "@ashbrook_alma7");
        world.web.says("meta.example", "application/json", "{\"query\":\"x\",\"results\":[]}");
        world.web.meanwhile = () -> world.watched(Set.of("other"), "@ashbrook_alma7");
        world.ask("meta");
        int afterWithdrawal = world.web.asked.size();
        world.watched(Set.of("meta"), "@ashbrook_alma7");
        world.web.meanwhile =
                () ->
                        world.store
                                .hearings()
                                .pause(
                                        new Pause(
                                                Optional.empty(),
                                                World.NOW,
                                                Optional.empty(),
                                                true));
        world.ask("meta");

        assertThat(afterWithdrawal).isEqualTo(1);
        assertThat(world.web.asked).hasSize(2);
    }

    @Test
    @Covers("R2.12")
    void neverGoesWhereAnItemLives() {
        world.web.says("news.example", "text/xml", World.rss("a", "b"));

        world.ask("news");
        world.ask("news");

        assertThat(world.web.asked)
                .allMatch(request -> request.address().getHost().equals("news.example"));
    }
}
