package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

class BingNewsSourceTest extends FeedContractKit {
    @Override
    String type() {
        return "bing-news";
    }

    @Override
    Json settings() {
        return Json.object().put("url", "https://www.bing.com/" + CANARY).build();
    }

    @Override
    List<String> missing() {
        return List.of();
    }

    @Override
    Query query() {
        return new Query.Phrase("Ilse Brandvold-Okoro");
    }

    @Override
    String sample() {
        return Fixtures.text("bing-news.rss.xml");
    }

    @Override
    List<ErrorRow> errorRows() {
        return List.of(
                ErrorRow.html(429, "<html>Fixture</html>", Fault.Kind.QUOTA),
                ErrorRow.html(200, "<html>Fixture</html>", Fault.Kind.BROKEN));
    }

    @ParameterizedTest
    @Covers("R6.8")
    @ValueSource(strings = {"off", "moderate", "strict"})
    void saysSafeSearchOnEveryCallAsItIsSet(String setting) {
        Source source = built(Json.object().put("safe-search", setting).build());

        for (Query query : List.of(query(), account("@ilse_bo"))) {
            assertThat(asked(source, query)).containsEntry("adlt", setting);
        }
    }

    @Test
    void asksForTheExactPhraseInItsMarketAndTime() {
        Json settings =
                Json.object()
                        .put("language", "en")
                        .put("region", "GB")
                        .put("freshness", "day")
                        .build();

        assertThat(asked(built(settings), query()))
                .containsExactly(
                        Map.entry("q", "\"Ilse Brandvold-Okoro\""),
                        Map.entry("format", "rss"),
                        Map.entry("adlt", "off"),
                        Map.entry("mkt", "en-GB"),
                        Map.entry("qft", "interval=\"7\""));
    }

    @Test
    @Covers("R3.11")
    void readsItsEntriesWithoutPictures() throws Exception {
        Page page = parsed(Bodies.of(sample(), contentType()));

        assertThat(page.findings()).hasSize(2);
        assertThat(page.findings().getFirst().address()).contains("url=https%3a%2f%2fnews.example");
        assertThat(page.toString()).doesNotContain("th?id=").doesNotContain("w={0}");
    }

    private static Map<String, String> asked(Source source, Query query) {
        return JsonContractKit.parameters(source.request(query).orElseThrow().address());
    }
}
