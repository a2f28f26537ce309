package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
import org.quietbell.hit.Hit;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.json.Json;
import org.quietbell.source.Budget;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.watch.Watch;

/// When several terms of a person go into one question, and what becomes of the answer.
class TogetherIT {
    private static final String[] HANDLES = {"@a_ashbrook1", "@ashbrook_b2", "@c_ash3"};
    private static final String HOST = "api.search.brave.com";
    private static final SourceId META = new SourceId("meta");

    @TempDir Path folder;
    private World world;

    @BeforeEach
    void open() {
        world = new World(folder);
        world.watched(Set.of("meta"), HANDLES);
        says();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void says(String... titles) {
        Json.Builder web = Json.object();
        web.put(
                "results",
                java.util.Arrays.stream(titles)
                        .map(title ->
                                Json.object()
                                        .put("title", title)
                                        .put("url", "https://p.example/" + title.hashCode())
                                        .build())
                        .toList());
        Json answer =
                Json.object().put("query", Json.object().build()).put("web", web.build()).build();
        world.web.says(
                HOST, "application/json", new String(answer.bytes(), StandardCharsets.UTF_8));
    }

    /// Asked every six hours.
    private void brave(int perDay, String together) {
        world.store
                .sources()
                .put(
                        new SourceEntry(
                                META,
                                "brave",
                                Optional.empty(),
                                Json.object().put("key", "k").put("together", together).build(),
                                Duration.ofHours(6),
                                List.of(new Budget(perDay, Duration.ofDays(1))),
                                false,
                                true));
    }

    private List<String> sent() {
        return world.web.asked.stream()
                .map(request ->
                        URLDecoder.decode(request.address().getRawQuery(), StandardCharsets.UTF_8)
                                .replaceAll("^q=|&.*", ""))
                .toList();
    }

    private List<String> nextRound() {
        world.web.asked.clear();
        world.clock.advance(Duration.ofDays(1));
        world.ask("meta");
        return sent();
    }

    private Tempo tempo() {
        return world.pacing().tempo(world.roster().place(META).orElseThrow().entry());
    }

    @Test
    void asksForEachByItselfFirstSinceThatIsTheBaseline() {
        brave(8, "when-needed");

        world.ask("meta");

        assertThat(sent())
                .containsExactlyInAnyOrder(
                        "\"Alma Ashbrook\"", "\"a_ashbrook1\"", "\"ashbrook_b2\"", "\"c_ash3\"");
    }

    @Test
    void putsAsManyTogetherAsTheBudgetNeedsAndNoMore() {
        brave(8, "when-needed"); // four rounds a day: two questions in each
        world.ask("meta");

        assertThat(tempo().reason()).isEqualTo(Tempo.Reason.CHOSEN);
        assertThat(nextRound())
                .containsExactly(
                        "\"Alma Ashbrook\" OR \"a_ashbrook1\"", "\"ashbrook_b2\" OR \"c_ash3\"");
        brave(4, "when-needed");
        assertThat(nextRound())
                .containsExactly(
                        "\"Alma Ashbrook\" OR \"a_ashbrook1\" OR \"ashbrook_b2\" OR \"c_ash3\"");
        brave(16, "when-needed");
        assertThat(nextRound()).hasSize(4).noneMatch(question -> question.contains(" OR "));
    }

    @Test
    void obeysWhoeverWantsThemNeverOrAlwaysTogether() {
        brave(8, "never");
        world.ask("meta");

        assertThat(nextRound()).hasSize(4);
        assertThat(tempo()).isEqualTo(new Tempo(Duration.ofHours(12), Tempo.Reason.BUDGET));
        brave(16, "always");
        assertThat(nextRound()).hasSize(1);
    }

    @Test
    @Covers({"R5.6", "R5.2"})
    void neverPutsTwoPeopleIntoOneQuestionNorAnybodyWhoseConsentLacksTheSource() {
        other("case-18", "Berta Birch", Set.of("meta"));
        other("case-19", "Cora Cole", Set.of("elsewhere"));
        brave(100, "always");
        world.ask("meta");

        assertThat(nextRound())
                .hasSize(2)
                .contains("\"Berta Birch\"")
                .noneMatch(question -> question.contains("Cora"))
                .anyMatch(question -> question.startsWith("\"Alma Ashbrook\" OR "));
    }

    private void other(String id, String name, Set<String> sources) {
        world.store.cases().put(SomebodyElse.called(name, id, sources));
    }

    @Test
    void saysWhatItWillSendExactlyAsItSendsIt() {
        brave(8, "when-needed");
        world.ask("meta");
        Watch watch = world.roster().watches().getFirst();

        List<String> foretold = world.pacing().asked(watch).get(META);
        nextRound();

        assertThat(world.web.asked)
                .extracting(request -> request.address().toString())
                .containsExactlyElementsOf(foretold);
        assertThat(world.pacing().joined(META, watch)).isEqualTo(4);
    }

    @Test
    @Covers({"R1.3", "R3.1"})
    void tellsOfWhatAJoinedAnswerBringsForAnyOfItsTerms() {
        brave(8, "always");
        says("Alma Ashbrook sings");
        world.ask("meta");
        says("Alma Ashbrook sings", "Alma Ashbrook paints", "c_ash3 was here");

        nextRound();

        List<Hit> hits = world.hits();
        assertThat(hits)
                .filteredOn(hit -> !hit.baseline())
                .extracting(hit -> hit.finding().orElseThrow().title())
                .contains("Alma Ashbrook paints")
                .doesNotContain("Alma Ashbrook sings");
        assertThat(hits.getFirst().provenance().orElseThrow().receipt().asked()).contains("+OR+");
    }

    @Test
    void asksForEachByItselfAgainAfterAJoinedQuestionWasRefused() {
        brave(100, "always");
        world.ask("meta");
        world.web.is(
                HOST,
                new Reply.Refused(422, ScriptedWeb.body(HOST, "application/json", "{}", Map.of())));
        assertThat(nextRound()).hasSize(1);
        assertThat(world.standing("meta").fault().map(Fault::kind))
                .contains(Fault.Kind.MISCONFIGURED);
        says();

        assertThat(nextRound()).hasSize(4);
        assertThat(nextRound()).hasSize(1);
    }

    @Test
    @Covers("F25")
    void staysWithinTheBudgetAndLeavesNoTermOut() {
        brave(5, "when-needed");
        Instant end = World.NOW.plus(Duration.ofDays(12));
        int asked = 0;
        List<Instant> times = new java.util.ArrayList<>();
        for (int round = 0; round < 400 && world.clock.instant().isBefore(end); round++) {
            world.askBySchedule("meta");
            for (; asked < world.web.asked.size(); asked++) {
                times.add(world.clock.instant());
            }
            world.clock.set(world.turn("meta").next().orElseThrow());
        }

        for (int i = 5; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - 5), times.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofDays(1));
        }
        for (String term : List.of("Alma Ashbrook", "a_ashbrook1", "ashbrook_b2", "c_ash3")) {
            // every six hours, but for the first day
            assertThat(sent().stream().filter(question -> question.contains(term)).count())
                    .as(term)
                    .isGreaterThanOrEqualTo(40);
        }
    }
}
