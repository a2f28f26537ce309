package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.http.Hop;
import org.quietbell.http.Reply;
import org.quietbell.source.Move;
import org.quietbell.source.SourceId;
import org.quietbell.source.Standing;

/// How rounds go: how often a source is asked, where, and when no more.
class RoundsIT {
    private static final URI SET = URI.create("https://news.example/feed");
    private static final URI NEW = URI.create("https://news.example/new");
    private static final URI AWAY = URI.create("https://away.example/feed");
    private static final String TTL = "<title>News</title><ttl>120</ttl>";

    @TempDir Path folder;
    private World world;

    @BeforeEach
    void open() {
        world = new World(folder);
        world.feed("news");
        world.watched(Set.of("news"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static String slow(String... items) {
        return World.rss(items).replace("<title>News</title>", TTL);
    }

    private int asked() {
        return world.web.asked.size();
    }

    private void unchanged(Map<String, String> headers) {
        world.web.is(
                "news.example",
                new Reply.NotModified(ScriptedWeb.body("news.example", "text/xml", "", headers)));
    }

    @Test
    void comesNoEarlierThanAFeedWishesByTheScheduleAndAtOnceOnRequest() {
        world.web.says("news.example", "text/xml", slow("a"));
        world.askBySchedule("news");
        world.clock.advance(Duration.ofMinutes(119));

        Tally early = world.askBySchedule("news");
        int byThen = asked();
        world.ask("news");
        world.clock.advance(Duration.ofHours(2));
        world.askBySchedule("news");

        assertThat(early).isEqualTo(Tally.NONE);
        assertThat(byThen).isEqualTo(1);
        assertThat(asked()).isEqualTo(3);
        assertThat(world.turn("news"))
                .isEqualTo(
                        new Turn(
                                Duration.ofHours(2),
                                world.standing("news")
                                        .lastAsked()
                                        .map(at -> at.plus(Duration.ofHours(2)))));
    }

    @Test
    void remembersTheWishOverAnUnchangedAnswerWhoseHeadersCountToo() {
        world.web.says("news.example", "text/xml", slow("a"));
        world.askBySchedule("news");
        world.clock.advance(Duration.ofHours(2));
        unchanged(Map.of());
        world.askBySchedule("news");
        Duration byItsWords = world.standing("news").habits().pace().least();
        world.clock.advance(Duration.ofHours(2));
        unchanged(Map.of("cache-control", "max-age=36000"));
        world.askBySchedule("news");
        world.clock.advance(Duration.ofHours(9));
        Tally early = world.askBySchedule("news");

        assertThat(byItsWords).isEqualTo(Duration.ofHours(2));
        assertThat(world.standing("news").habits().pace().least()).isEqualTo(Duration.ofHours(10));
        assertThat(early).isEqualTo(Tally.NONE);
        assertThat(asked()).isEqualTo(3);
    }

    @Test
    void keepsAwayInTheHoursToSkipAlsoAfterARestart() {
        world.clock.set(Instant.parse("2026-03-02T21:40:00Z"));
        world.web.says(
                "news.example",
                "text/xml",
                World.rss("a")
                        .replace(
                                "<title>News</title>",
                                "<skipHours><hour>22</hour><hour>23</hour></skipHours>"));
        world.askBySchedule("news");
        world.close();
        world = new World(folder);
        world.web.says("news.example", "text/xml", World.rss("a"));
        world.clock.set(Instant.parse("2026-03-02T23:59:59Z"));
        Tally night = world.askBySchedule("news");
        Turn turn = world.turn("news");
        world.clock.set(Instant.parse("2026-03-03T00:00:00Z"));
        Tally morning = world.askBySchedule("news");

        assertThat(night).isEqualTo(Tally.NONE);
        assertThat(turn.next()).contains(Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(turn.every()).isEqualTo(Duration.ofMinutes(30));
        assertThat(morning.ok()).isEqualTo(1);
    }

    @Test
    void takesUpANewAddressOnTheSameHostOnceTwoAnswersAgree() {
        world.web.moves("news.example", World.rss("a"), new Hop(301, NEW));

        world.ask("news");
        world.ask("news");
        world.ask("news");

        assertThat(world.web.asked)
                .extracting(request -> request.address())
                .containsExactly(SET, SET, NEW);
        assertThat(world.standing("news").habits().move().orElseThrow().isWaiting()).isFalse();
    }

    @Test
    void staysWhereItWasSetAfterARedirectThatOnlyOneAnswerGave() {
        world.web.moves("news.example", World.rss("a"), new Hop(308, NEW));
        world.ask("news");
        world.web.says("news.example", "text/xml", World.rss("a"));
        world.ask("news");
        world.web.moves("news.example", World.rss("a"), new Hop(308, NEW));
        world.ask("news");
        world.ask("news");

        assertThat(world.web.asked).allMatch(request -> request.address().equals(SET));
    }

    @Test
    void waitsForAYesBeforeItAsksAnotherHost() {
        world.web.moves("news.example", World.rss("a"), new Hop(301, AWAY));
        world.web.says("away.example", "text/xml", World.rss("a", "b"));
        world.ask("news");
        world.ask("news");
        Tally third = world.ask("news");
        Move asks = world.standing("news").habits().move().orElseThrow();
        Standing standing = world.standing("news");
        world.store
                .sourceStates()
                .remember(new SourceId("news"), standing.with(standing.habits().confirmed()));
        world.ask("news");

        assertThat(third.failed()).isZero();
        assertThat(asks.isWaiting()).isTrue();
        assertThat(asks.next()).contains(AWAY);
        assertThat(world.web.asked)
                .extracting(request -> request.address())
                .containsExactly(SET, SET, SET, AWAY);
        assertThat(world.standing("news").habits().move().flatMap(move -> move.of(SET)))
                .contains(AWAY);
    }

    @Test
    void stopsAskingWhatIsGoneForGoodUntilSomebodyAsksAndItAnswers() {
        world.web.is(
                "news.example",
                new Reply.Refused(
                        410, ScriptedWeb.body("news.example", "text/plain", "", Map.of())));
        Tally gone = world.askBySchedule("news");
        world.clock.advance(Duration.ofDays(400));
        Tally later = world.askBySchedule("news");
        Standing standing = world.standing("news");
        Turn turn = world.turn("news");
        world.web.says("news.example", "text/xml", World.rss("a"));
        Tally onRequest = world.ask("news");
        world.clock.advance(Duration.ofMinutes(30));
        Tally bySchedule = world.askBySchedule("news");

        assertThat(gone.failed()).isEqualTo(1);
        assertThat(later).isEqualTo(Tally.NONE);
        assertThat(standing.name()).isEqualTo("gone");
        assertThat(standing.habits().gone()).isTrue();
        assertThat(turn.next()).isEmpty();
        assertThat(onRequest.ok()).isEqualTo(1);
        assertThat(bySchedule.asked()).isEqualTo(1);
    }

    @Test
    void keepsWhatAFeedHoldsThatSaysItIsOverAndStopsAskingIt() {
        String feed =
                """
                {"version":"https://jsonfeed.org/version/1.1","title":"N","expired":%s,
                 "items":[{"id":"1","url":"https://p.example/1","title":"Alma Ashbrook sings"}]}\
                """;
        world.web.says("news.example", "application/json", feed.formatted("true"));
        Tally last = world.askBySchedule("news");
        Standing standing = world.standing("news");
        world.clock.advance(Duration.ofDays(400));
        Tally later = world.askBySchedule("news");
        Turn turn = world.turn("news");
        world.web.says("news.example", "application/json", feed.formatted("false"));
        world.ask("news");

        assertThat(last.fresh()).isEqualTo(1);
        assertThat(standing.name()).isEqualTo("gone");
        assertThat(standing.habits().gone()).isTrue();
        assertThat(later).isEqualTo(Tally.NONE);
        assertThat(turn.next()).isEmpty();
        assertThat(world.standing("news").name()).isEqualTo("ok");
        assertThat(world.standing("news").habits().gone()).isFalse();
    }

    @Test
    void goesOnAskingForWhatIsMissing() {
        world.web.is(
                "news.example",
                new Reply.Refused(
                        404, ScriptedWeb.body("news.example", "text/plain", "", Map.of())));
        world.askBySchedule("news");
        Instant next = world.turn("news").next().orElseThrow();
        world.clock.set(next);
        world.askBySchedule("news");

        assertThat(next).isBefore(World.NOW.plus(Duration.ofMinutes(6)));
        assertThat(asked()).isEqualTo(2);
        assertThat(world.standing("news").habits().gone()).isFalse();
    }

    @Test
    void flagsAFeedThatAlwaysHeldSomethingAndHoldsNothing() {
        world.web.says("news.example", "text/xml", World.rss("a"));
        world.ask("news");
        world.ask("news");
        world.ask("news");
        world.clock.advance(Duration.ofHours(1));
        world.web.says("news.example", "text/xml", World.rss());
        world.ask("news");
        Instant first = world.clock.instant();
        world.clock.advance(Duration.ofHours(1));
        world.ask("news");
        Standing empty = world.standing("news");
        world.web.says("news.example", "text/xml", World.rss("b"));
        world.ask("news");

        assertThat(empty.name()).isEqualTo("ok");
        assertThat(empty.habits().emptySince()).contains(first);
        assertThat(world.standing("news").habits().emptySince()).isEmpty();
    }

    @Test
    void saysNothingOfAFeedThatIsEmptyAtTimes() {
        world.web.says("news.example", "text/xml", World.rss("a"));
        world.ask("news");
        world.ask("news");
        world.web.says("news.example", "text/xml", World.rss());
        world.ask("news");
        world.web.says("news.example", "text/xml", World.rss("a"));
        world.ask("news");
        world.web.says("news.example", "text/xml", World.rss());
        world.ask("news");

        assertThat(world.standing("news").habits().emptySince()).isEmpty();
    }
}
