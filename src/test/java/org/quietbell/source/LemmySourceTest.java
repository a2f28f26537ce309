package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.SettableClock;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.json.Json;

class LemmySourceTest extends JsonContractKit {
    private static final String THIRD = "{\"version\":\"0.19.5\",\"site_view\":{}}";
    private static final String FOURTH = "{\"version\":\"1.0.0\",\"site_view\":{}}";

    @Override
    String type() {
        return "lemmy";
    }

    @Override
    List<String> missing() {
        return List.of("url");
    }

    @Override
    Json settings() {
        return Json.object().put("url", "https://lemmy.example.org/" + CANARY).build();
    }

    @Override
    List<Reply> conversation(Reply answer) {
        return List.of(new Reply.Ok(200, Bodies.of(THIRD, contentType())), answer);
    }

    @Override
    Step step(Source source) throws MalformedReplyException {
        Step version = source.ask(query()).orElseThrow();
        return version.reading().read(Bodies.of(THIRD, contentType())).next().orElseThrow();
    }

    @Override
    String sample() {
        return Fixtures.text("lemmy-v3-search.json");
    }

    @Override
    String entry(String title, @Nullable String address, @Nullable String date) {
        Json post = object("name", title, "ap_id", address, "published", date);
        Json row = Json.object().put("post", post).build();
        return Json.object().put("posts", List.of(row)).build().line();
    }

    @Override
    String nothingFound() {
        return "{\"type_\":\"All\",\"comments\":[],\"posts\":[],\"communities\":[],\"users\":[]}";
    }

    @Override
    List<ErrorRow> errorRows() {
        String rate = Fixtures.text("lemmy-error.json");
        String other = "{\"error\":\"fixture\"}";
        return List.of(
                ErrorRow.json(400, rate, Fault.Kind.QUOTA),
                ErrorRow.json(429, rate, Fault.Kind.QUOTA),
                ErrorRow.json(400, other, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(404, other, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(200, rate, Fault.Kind.BROKEN));
    }

    @Test
    void asksForTheVersionOnceAndThenByThatVersion() {
        Source source = source();
        pages(source, THIRD, sample());
        pages(source, sample());

        assertThat(http.asked).hasSize(1);
        assertThat(http.asked.getFirst().address().getPath()).endsWith("/api/v3/search");
        assertThat(parameters(http.asked.getFirst().address()))
                .containsExactly(
                        Map.entry("q", "Ada Marlowe-Quist"),
                        Map.entry("type_", "All"),
                        Map.entry("sort", "New"),
                        Map.entry("listing_type", "All"),
                        Map.entry("page", "1"),
                        Map.entry("limit", "50"));
    }

    @ParameterizedTest
    @Covers("R6.8")
    @CsvSource({"off, true", "moderate, false", "strict, false"})
    void asksANewServerByTheFourthWithSafeSearchAsItIsSet(String setting, String shown) {
        pages(with("safe-search", setting), FOURTH, sample());

        assertThat(http.asked.get(1).address().getPath()).endsWith("/api/v4/search");
        assertThat(parameters(http.asked.get(1).address()))
                .containsEntry("search_term", "Ada Marlowe-Quist")
                .containsEntry("show_nsfw", shown);
    }

    @Test
    void asksByTheFourthWhereTheThirdIsGone() {
        FakeHttp asked =
                new FakeHttp(
                        new Reply.Refused(404, Bodies.of("{}", contentType())),
                        new Reply.Ok(200, Bodies.of(sample(), contentType())));

        Answer answer =
                new Asker(asked, new SettableClock(Bodies.NOW))
                        .ask(source(), query(), Validators.NONE);

        assertThat(page(answer).findings()).hasSize(2);
    }

    @Test
    void readsPostsCommentsCommunitiesAndPeople() {
        String more =
                sample().replace(
                                "\"communities\": []",
                                "\"communities\": [{\"community\":{\"name\":\"ilse\",\"title\":"
                                        + "\"Ilse\",\"actor_id\":\"https://l.example/c/ilse\"}}]")
                        .replace(
                                "\"users\": []",
                                "\"users\": [{\"person\":{\"name\":\"ilse_bo\",\"bio\":\"hi\","
                                        + "\"actor_id\":\"https://l.example/u/ilse_bo\"}}]");

        List<Finding> findings = pages(source(), THIRD, more).findings();

        assertThat(findings)
                .extracting(Finding::address)
                .containsExactly(
                        "https://lemmy.example.org/post/501",
                        "https://lemmy.example.org/comment/77",
                        "https://l.example/c/ilse",
                        "https://l.example/u/ilse_bo");
        assertThat(findings.getFirst().snippet())
                .isEqualTo(
                        "With *Ilse Brandvold-Okoro* and others."
                                + " | https://weaving.example.org/2026/speakers | threadfan"
                                + " | Thread Fan");
        assertThat(findings.get(1).published()).contains(Instant.parse("2026-11-14T19:00:00.5Z"));
    }
}
