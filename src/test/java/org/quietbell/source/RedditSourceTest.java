package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

class RedditSourceTest extends FeedContractKit {
    @Override
    String type() {
        return "reddit";
    }

    @Override
    boolean isKeyed() {
        return true;
    }

    @Override
    List<String> missing() {
        return List.of();
    }

    @Override
    Json settings() {
        return Json.object().put("user", "ilse_bo").put("feed-token", CANARY).build();
    }

    @Override
    Query query() {
        return new Query.Phrase("Ilse Brandvold-Okoro");
    }

    @Override
    String sample() {
        return Fixtures.text("reddit-search.atom.xml");
    }

    @Override
    List<ErrorRow> errorRows() {
        return List.of(
                ErrorRow.html(403, "<html>Fixture</html>", Fault.Kind.BLOCKED),
                ErrorRow.html(429, "<html>Fixture</html>", Fault.Kind.QUOTA),
                ErrorRow.json(200, "{\"kind\":\"Listing\"}", Fault.Kind.BROKEN));
    }

    @Test
    void asksTheFeedForTheNewestAndTellsNeitherTokenNorUser() {
        Step step = source().ask(query()).orElseThrow();

        assertThat(JsonContractKit.parameters(step.request().address()))
                .containsExactly(
                        Map.entry("q", "\"Ilse Brandvold-Okoro\""),
                        Map.entry("sort", "new"),
                        Map.entry("t", "all"),
                        Map.entry("limit", "100"),
                        Map.entry("include_over_18", "on"),
                        Map.entry("feed", CANARY),
                        Map.entry("user", "ilse_bo"));
        assertThat(step.asked())
                .startsWith("https://www.reddit.com/search.rss?q=")
                .endsWith("&include_over_18=on");
    }

    @ParameterizedTest
    @Covers("R6.8")
    @CsvSource({"off, on", "moderate, off", "strict, off"})
    void saysSafeSearchOnEveryCallAsItIsSet(String setting, String parameter) {
        Source source = built(Json.object().put("safe-search", setting).build());

        assertThat(asked(source, account("@ilse_bo")))
                .containsEntry("include_over_18", parameter)
                .containsEntry("q", "\"ilse_bo\"");
    }

    @Test
    void asksInOneSubredditForOneWeek() {
        Source source =
                built(Json.object().put("subreddit", "weaving").put("freshness", "week").build());

        assertThat(source.request(query()).orElseThrow().address().getPath())
                .isEqualTo("/r/weaving/search.rss");
        assertThat(asked(source, query()))
                .containsEntry("restrict_sr", "1")
                .containsEntry("t", "week");
    }

    @Test
    void takesNoTokenWithoutItsUser() {
        Problems problems = new Problems();
        Json settings = Json.object().put("feed-token", "x").build();

        Sources.build(new SourceId("r"), type(), Section.of(settings, problems));

        assertThat(problems.all()).extracting("key").containsExactly("user");
    }

    @Test
    void isBlockedByALoginPageUnderAGoodStatus() {
        String login = "<!doctype html><html><head><title>Log in</title></head></html>";

        assertThat(fault(answerTo(login, "text/html")).kind()).isEqualTo(Fault.Kind.BLOCKED);
    }

    @Test
    void readsAPostWithoutItsPicture() throws Exception {
        Page page = parsed(Bodies.of(sample(), contentType()));

        assertThat(page.findings().getFirst().item()).isEqualTo("t3_fixt01");
        assertThat(page.findings().getFirst().snippet())
                .startsWith("Asking about a weaver & teacher.");
        assertThat(page.toString()).doesNotContain("img.example.org");
    }

    private static Map<String, String> asked(Source source, Query query) {
        return JsonContractKit.parameters(source.request(query).orElseThrow().address());
    }
}
