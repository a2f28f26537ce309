package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

class SearxngSourceTest extends JsonContractKit {
    @Override
    String type() {
        return "searxng";
    }

    @Override
    Json settings() {
        return Json.object().put("url", "https://search.example.org/" + CANARY).build();
    }

    @Override
    List<String> missing() {
        return List.of("url");
    }

    @Override
    String sample() {
        return """
        {"query": "\\"Ada Marlowe-Quist\\"", "results": [
          {"url": "https://wool.example.org/2026/talks", "title": "Talks &amp; walks", "engine": "e1",
           "content": "Saturday: <b>Ada</b> Marlowe-Quist.", "img_src": "https://x.example/i.png",
           "thumbnail": "https://x.example/t.png", "publishedDate": null, "engines": ["e1", "e2"]},
          {"url": "https://forum.example.net/t/991?a=1&b=2", "title": "Who is ada_m?",
           "content": null, "publishedDate": "2026-11-14T21:03:00"}],
         "answers": [], "infoboxes": [], "suggestions": ["ada"], "unresponsive_engines": []}
        """;
    }

    @Override
    String entry(String title, @Nullable String address, @Nullable String date) {
        Json result =
                Json.object()
                        .put("url", address)
                        .put("title", title)
                        .put("publishedDate", date)
                        .build();
        return Json.object().put("results", List.of(result)).build().line();
    }

    @Override
    String nothingFound() {
        return "{\"results\": [], \"unresponsive_engines\": []}";
    }

    @Test
    @Covers("R1.18")
    void readsResultsAndNoImages() throws Exception {
        Page page = parsed(Bodies.of(sample(), contentType()));

        Finding one = page.findings().getFirst();
        assertThat(one.title()).isEqualTo("Talks & walks");
        assertThat(one.snippet()).isEqualTo("Saturday: Ada Marlowe-Quist.");
        assertThat(one.claimed()).isEmpty();
        Finding two = page.findings().get(1);
        assertThat(two.address()).isEqualTo("https://forum.example.net/t/991?a=1&b=2");
        assertThat(two.snippet()).isEmpty();
        assertThat(two.published()).contains(Instant.parse("2026-11-14T21:03:00Z"));
        assertThat(page.toString()).doesNotContain("x.example");
    }

    @Test
    void asksForTheExactPhraseWithEveryParameterSaid() {
        Map<String, String> asked = parameters(source().request(query()).orElseThrow().address());

        assertThat(asked)
                .containsExactly(
                        Map.entry("q", "\"Ada Marlowe-Quist\""),
                        Map.entry("format", "json"),
                        Map.entry("pageno", "1"),
                        Map.entry("safesearch", "0"),
                        Map.entry("language", "all"));
    }

    @ParameterizedTest
    @CsvSource({"@ada_m, '\"ada_m\"'", "github.com/adam, '\"adam\" site:github.com'"})
    void asksForAHandleInQuotesAndOnItsSite(String handle, String words) {
        URI address = source().request(account(handle)).orElseThrow().address();

        assertThat(parameters(address)).containsEntry("q", words);
    }

    @Test
    void letsNoQuotationMarkEndThePhrase() {
        URI address =
                source().request(new Query.Phrase("Ada \"Lo\" Marlowe")).orElseThrow().address();

        assertThat(parameters(address)).containsEntry("q", "\"Ada Lo Marlowe\"");
    }

    @ParameterizedTest
    @Covers("R6.8")
    @CsvSource({"off, 0", "moderate, 1", "strict, 2"})
    void saysSafeSearchOnEveryCallAsItIsSet(String setting, String parameter) {
        Source source = with("safe-search", setting);

        for (Query query : List.of(query(), account("@ada"), account("github.com/ada"))) {
            assertThat(parameters(source.request(query).orElseThrow().address()))
                    .containsEntry("safesearch", parameter);
        }
    }

    @Test
    void refusesSettingsItDoesNotKnow() {
        Problems problems = new Problems();
        Json settings =
                Json.object()
                        .put("url", "http://127.0.0.1:8888")
                        .put("safe-search", "sometimes")
                        .put("language", "english please")
                        .put("categories", List.of("general", "a,b&c=d"))
                        .build();

        assertThat(Sources.build(new SourceId("m"), "searxng", Section.of(settings, problems)))
                .isEmpty();
        assertThat(problems.all())
                .extracting("key")
                .containsExactlyInAnyOrder("safe-search", "language", "categories[1]");
    }

    @Test
    void sendsLanguageAndCategories() {
        Json settings =
                Json.object()
                        .put("url", "http://127.0.0.1:8888/")
                        .put("language", "nb-NO")
                        .put("categories", List.of("general", "social media"))
                        .build();
        Source source =
                Sources.build(new SourceId("m"), "searxng", Section.of(settings, new Problems()))
                        .orElseThrow();

        URI address = source.request(query()).orElseThrow().address();

        assertThat(address.getPath()).isEqualTo("/search");
        assertThat(parameters(address))
                .containsEntry("language", "nb-NO")
                .containsEntry("categories", "general,social media");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8888, http://127.0.0.1:8888/search",
        "http://127.0.0.1:8888/search, http://127.0.0.1:8888/search",
        "https://x.example/sub/, https://x.example/sub/search"
    })
    void findsTheSearchBelowTheInstancesAddress(String url, String search) {
        URI address = with("url", url).request(query()).orElseThrow().address();

        assertThat(address.toString()).startsWith(search + "?q=");
    }

    @Test
    void isBlindWhereEnginesDidNotAnswerThoughOthersDid() throws Exception {
        String text =
                sample().replace(
                                "\"unresponsive_engines\": []",
                                "\"unresponsive_engines\": [[\"brave\", \"too many requests\"],"
                                        + " [\"qwant\", \"Suspended: CAPTCHA\"], [\"x<b>\", {}]]");

        Page page = parsed(Bodies.of(text, contentType()));

        assertThat(page.findings()).hasSize(2);
        assertThat(page.blind())
                .contains(
                        "3 engines did not answer: brave (too many requests),"
                                + " qwant (Suspended: CAPTCHA) and others");
    }

    @Test
    void isBlindAndNotEmptyWhenNoEngineAnswered() {
        Answer answer =
                answerTo("{\"results\":[],\"unresponsive_engines\":[[\"brave\",\"timeout\"]]}", "");

        assertThat(page(answer).isComplete()).isFalse();
        assertThat(page(answer).blind()).contains("1 engine did not answer: brave (timeout)");
    }

    @Test
    void saysWhatToChangeWhenTheInstanceGivesNoJson() {
        Fault fault =
                fault(ask(new Reply.Refused(403, Bodies.of("<html>403</html>", "text/html"))));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.MISCONFIGURED);
        assertThat(fault.detail()).contains("settings.yml").contains("formats").contains("json");
    }

    @Test
    void saysWhatToChangeWhenTheLimiterRefuses() {
        Reply limited =
                new Reply.RateLimited(
                        Bodies.NOW.plusSeconds(60),
                        429,
                        Bodies.of("Too Many Requests", "text/plain"));

        assertThat(fault(ask(limited)).detail()).contains("limiter").contains("pass_ip");
    }

    @Test
    void tellsAWrongParameterFromAFailingServer() {
        Fault wrong =
                fault(ask(new Reply.Refused(400, Bodies.of("{\"error\": \"No query\"}", ""))));
        Fault failing =
                fault(ask(new Reply.Refused(500, Bodies.of("{\"error\": \"search error\"}", ""))));

        assertThat(wrong.kind()).isEqualTo(Fault.Kind.MISCONFIGURED);
        assertThat(failing)
                .isEqualTo(
                        new Fault(
                                Fault.Kind.TROUBLED, "searxng failed (status 500, search error)"));
    }

    @Test
    void leavesOutAResultWithoutAddressAndSaysSo() throws Exception {
        Page page =
                parsed(
                        Bodies.of(
                                "{\"results\":[{\"title\":\"a\"},null,7,{\"url\":\"https://n.example/\"}]}",
                                contentType()));

        assertThat(page.findings()).extracting(Finding::rank).containsExactly(4);
        assertThat(page.remark()).contains("3 results had no address");
    }

    @Test
    void callsResultsWithoutAnyAddressMalformed() {
        Fault fault = fault(answerTo("{\"results\":[{\"title\":\"a\"}]}", contentType()));

        assertThat(fault)
                .isEqualTo(new Fault(Fault.Kind.BROKEN, "searxng: no url in any of its results"));
    }
}
