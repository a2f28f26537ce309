package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

class GoogleNewsSourceTest extends FeedContractKit {
    @Override
    String type() {
        return "google-news";
    }

    @Override
    Json settings() {
        return Json.object().put("url", "https://news.google.com/" + CANARY).build();
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
        return Fixtures.text("google-news.rss.xml");
    }

    @Override
    List<ErrorRow> errorRows() {
        return List.of(
                ErrorRow.html(429, "<html>Fixture</html>", Fault.Kind.QUOTA),
                ErrorRow.html(503, "<html>Fixture</html>", Fault.Kind.QUOTA),
                ErrorRow.html(200, "<html>Fixture</html>", Fault.Kind.BROKEN));
    }

    @Test
    void asksOneEditionForTheExactPhrase() {
        assertThat(asked(Json.object().build(), query()))
                .containsExactly(
                        Map.entry("q", "\"Ilse Brandvold-Okoro\""),
                        Map.entry("hl", "en-US"),
                        Map.entry("gl", "US"),
                        Map.entry("ceid", "US:en"));
    }

    @Test
    void asksAnotherEditionForTheLastWeek() {
        Json settings =
                Json.object()
                        .put("language", "nb-NO")
                        .put("region", "no")
                        .put("freshness", "week")
                        .build();

        assertThat(asked(settings, account("github.com/ilse_bo")))
                .containsExactly(
                        Map.entry("q", "\"ilse_bo\" when:7d"),
                        Map.entry("hl", "nb-NO"),
                        Map.entry("gl", "NO"),
                        Map.entry("ceid", "NO:nb"));
    }

    @Test
    void isBlockedByAPageThatWantsAConsent() {
        Body consent =
                new Body(
                        "<html>Fixture</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "text/html",
                        Bodies.NOW,
                        URI.create("https://consent.google.com/m?continue=x"),
                        Map.of());

        assertThat(fault(ask(new Reply.Ok(200, consent))).kind()).isEqualTo(Fault.Kind.BLOCKED);
    }

    @Test
    void knowsAnEntryByItsIdSinceItsLinkTellsNothing() throws Exception {
        Finding one = parsed(Bodies.of(sample(), contentType())).findings().getFirst();

        assertThat(one.item()).isEqualTo("CBMiRml4dHVyZU9wYXF1ZVRva2Vu");
        assertThat(one.address()).startsWith("https://news.google.com/rss/articles/");
        assertThat(one.title()).isEqualTo("Town library opens mending room - Fixture Herald");
    }

    private Map<String, String> asked(Json settings, Query query) {
        return JsonContractKit.parameters(built(settings).request(query).orElseThrow().address());
    }
}
