package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.http.Reply;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchedCase;

/// Whose places are counted for whom.
@Covers("R1.25")
class CoverageIT {
    private static final String NOTHING = "{\"query\":\"x\",\"results\":[]}";

    @TempDir Path folder;
    private World world;

    @BeforeEach
    void open() {
        world = new World(folder);
        for (String feed : List.of("news", "local", "club")) {
            world.feed(feed);
            world.web.says(feed + ".example", "text/xml", World.rss("a shop"));
        }
        world.search("meta");
        world.web.says("meta.example", "application/json", NOTHING);
        world.watched(Set.of("news", "meta"));
        berta(Set.of("local", "club", "meta"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void berta(Set<String> sources, String... watches) {
        world.store.cases().put(SomebodyElse.called("Berta Birch", "case-18", sources, watches));
    }

    private Coverage of(String caseId) {
        return world.pacing().coverage(world.store.cases().find(new CaseId(caseId)).orElseThrow());
    }

    private void round() {
        world.clock.advance(Duration.ofHours(1));
        for (String source : List.of("news", "local", "club", "meta")) {
            world.ask(source);
        }
    }

    private static Reply refusal(String host) {
        return new Reply.Refused(403, ScriptedWeb.body(host, "text/html", "", Map.of()));
    }

    @Test
    void countsOnlyThePlacesThatHerCaseIsAskedOf() {
        world.web.is("club.example", refusal("club.example"));

        round();

        assertThat(of("case-17").asked()).isEqualTo(2);
        assertThat(of("case-17").answered()).isEqualTo(2);
        assertThat(of("case-18").asked()).isEqualTo(3);
        assertThat(of("case-18").answered()).isEqualTo(2);
        assertThat(of("case-17").places()).noneMatch(Coverage.Place::isTroubled);
        assertThat(of("case-18").places())
                .filteredOn(Coverage.Place::isTroubled)
                .extracting(place -> place.source().value())
                .containsExactly("club");
    }

    @Test
    void aListIsOnePlaceThatDoesAsItDoesItselfHoweverManySheHasWatched() {
        berta(Set.of("local", "club"), "case-18", "nickname", "maiden-name");
        round();
        Instant well = world.clock.instant();
        world.web.is("club.example", refusal("club.example"));

        round();

        assertThat(of("case-18").asked()).isEqualTo(2);
        assertThat(of("case-18").answered()).isEqualTo(1);
        assertThat(of("case-18").places())
                .filteredOn(Coverage.Place::isFaulty)
                .singleElement()
                .satisfies(club -> {
                    assertThat(club.state()).isEqualTo(world.standing("club").name());
                    assertThat(club.since()).isEqualTo(world.standing("club").since());
                    assertThat(club.lastAnswer()).contains(well);
                });
    }

    @Test
    void countsNoPlaceThatWasNeverAsked() {
        Coverage before = of("case-17");

        assertThat(before.asked()).isZero();
        assertThat(before.last()).isEmpty();
        assertThat(before.places()).hasSize(2).noneMatch(Coverage.Place::isTroubled);
    }

    @Test
    void tellsASearchThatAnsweredForOneFromTheSameThatDidNotForAnother() {
        round();
        Instant well = world.clock.instant();
        world.web.meanwhile =
                () -> {
                    boolean isHers =
                            world.web.asked.getLast().address().toString().contains("Birch");
                    if (isHers) {
                        world.web.is("meta.example", refusal("meta.example"));
                    } else {
                        world.web.says("meta.example", "application/json", NOTHING);
                    }
                };

        round();

        assertThat(of("case-17").answered()).isEqualTo(2);
        assertThat(of("case-18").answered()).isEqualTo(2);
        assertThat(of("case-18").places())
                .filteredOn(Coverage.Place::isFaulty)
                .singleElement()
                .satisfies(meta -> {
                    assertThat(meta.source().value()).isEqualTo("meta");
                    assertThat(meta.state()).isEqualTo("misconfigured");
                    assertThat(meta.lastAnswer()).contains(well);
                });
    }

    @Test
    void isTroubledByAFeedThatAlwaysHeldSomethingAndHoldsNothing() {
        for (int i = 0; i < 4; i++) {
            world.web.says("news.example", "text/xml", World.rss("shop " + i));
            round();
        }
        world.web.says("news.example", "text/xml", World.rss());

        round();

        assertThat(of("case-17").answered()).isEqualTo(2);
        assertThat(of("case-17").places())
                .filteredOn(Coverage.Place::isTroubled)
                .extracting(place -> place.source().value())
                .containsExactly("news");
        assertThat(of("case-18").places()).noneMatch(Coverage.Place::isTroubled);
    }

    @Test
    void asksNothingForAPersonWhoseConsentEnded() {
        round();
        WatchedCase ended =
                World.watchedCase(Set.of("news", "meta"), Optional.of(world.clock.instant()));

        assertThat(world.pacing().coverage(ended).places()).isEmpty();
    }

    @Test
    void addsPeopleUpWithoutCountingAPlaceTwice() {
        round();

        Coverage all = Coverage.of(List.of(of("case-17"), of("case-18")));

        assertThat(all.asked()).isEqualTo(4);
        assertThat(all.answered()).isEqualTo(4);
        assertThat(all.last()).contains(world.clock.instant());
    }
}
