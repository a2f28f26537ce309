package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

class BraveSourceTest extends JsonContractKit {
    @Override
    Map<String, String> nothingLeft() {
        return Map.of("x-ratelimit-remaining", "1, 0", "x-ratelimit-reset", "1, 600");
    }

    @Override
    String type() {
        return "brave";
    }

    @Override
    boolean isKeyed() {
        return true;
    }

    @Override
    String sample() {
        return Fixtures.text("brave-web.json").replace("results_available\": true", "x\": true");
    }

    @Override
    String entry(String title, @Nullable String address, @Nullable String date) {
        Json result = object("title", title, "url", address, "page_age", date);
        return Json.object()
                .put("query", Json.object().build())
                .put("web", Json.object().put("results", List.of(result)).build())
                .build()
                .line();
    }

    @Override
    String nothingFound() {
        return "{\"type\":\"search\",\"query\":{\"original\":\"x\"}}";
    }

    @Override
    List<ErrorRow> errorRows() {
        String missing =
                "{\"error\":{\"code\":\"VALIDATION\",\"status\":422,\"meta\":{\"errors\":"
                        + "[{\"loc\":[\"header\",\"x-subscription-token\"]}]}}}";
        return List.of(
                ErrorRow.json(
                        422, Fixtures.text("brave-error-422-key.json"), Fault.Kind.MISCONFIGURED),
                ErrorRow.json(422, missing, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(404, error("SUBSCRIPTION_NOT_FOUND"), Fault.Kind.MISCONFIGURED),
                ErrorRow.json(400, error("OPTION_NOT_IN_PLAN"), Fault.Kind.MISCONFIGURED),
                ErrorRow.json(429, Fixtures.text("brave-error-429.json"), Fault.Kind.QUOTA),
                ErrorRow.json(429, error("QUOTA_LIMITED"), Fault.Kind.QUOTA),
                ErrorRow.json(403, error("QUOTA_LIMITED"), Fault.Kind.QUOTA));
    }

    private static String error(String code) {
        return "{\"errors\":[{\"code\":\"" + code + "\",\"detail\":\"Fixture\"}]}";
    }

    @Test
    void asksForTheExactPhraseWithEveryParameterSaid() {
        assertThat(asked(source(), query()))
                .containsExactly(
                        Map.entry("q", "\"Ada Marlowe-Quist\""),
                        Map.entry("count", "20"),
                        Map.entry("offset", "0"),
                        Map.entry("country", "ALL"),
                        Map.entry("safesearch", "off"),
                        Map.entry("spellcheck", "false"),
                        Map.entry("text_decorations", "false"),
                        Map.entry("result_filter", "web,news,discussions,videos"));
        assertThat(asked(source(), account("github.com/ada_m")))
                .containsEntry("q", "\"ada_m\" site:github.com");
        assertThat(source().request(query()).orElseThrow().headers())
                .containsEntry("X-Subscription-Token", CANARY);
    }

    @ParameterizedTest
    @Covers("R6.8")
    @ValueSource(strings = {"off", "moderate", "strict"})
    void saysSafeSearchOnEveryCallAsItIsSet(String setting) {
        for (Query query : List.of(query(), account("@ada"), account("github.com/ada"))) {
            assertThat(asked(with("safe-search", setting), query))
                    .containsEntry("safesearch", setting);
        }
    }

    @Test
    void takesLanguageRegionAndFreshness() {
        assertThat(asked(with("language", "nb-NO"), query())).containsEntry("search_lang", "nb");
        assertThat(asked(with("region", "no"), query())).containsEntry("country", "NO");
        assertThat(asked(with("freshness", "week"), query())).containsEntry("freshness", "pw");
        assertThat(problemsWith("region", "Norway")).containsExactly("region");
        assertThat(problemsWith("pages", 11)).containsExactly("pages");
        assertThat(problemsWith("search", "images")).containsExactly("search");
    }

    @Test
    void readsTextWithoutMarkupAndADateWithoutAZoneAsUtc() throws Exception {
        List<Finding> findings = parsed(Bodies.of(sample(), contentType())).findings();

        assertThat(findings.getFirst().title())
                .isEqualTo("Speakers & workshops – Fjordlight Weaving Days");
        assertThat(findings.getFirst().snippet())
                .isEqualTo(
                        "Saturday: Ilse Brandvold-Okoro on mending 'lost' patterns."
                                + " | Tickets are free for members.");
        assertThat(findings.getFirst().published()).contains(Instant.parse("2026-11-12T09:30:00Z"));
        assertThat(findings.get(1).published()).isEmpty();
    }

    @Test
    void asksForPagesThenForNews() {
        String first = Fixtures.text("brave-web.json");
        Json two =
                Json.object()
                        .put("key", "k")
                        .put("search", List.of("web", "news"))
                        .put("pages", 2)
                        .build();

        Page page = pages(built(two), first, sample(), Fixtures.text("brave-news.json"));

        assertThat(page.findings()).extracting(Finding::rank).containsExactly(1, 2, 3, 4, 5);
        assertThat(http.asked)
                .extracting(asked -> asked.address().getPath())
                .containsExactly("/res/v1/web/search", "/res/v1/web/search", "/res/v1/news/search");
        assertThat(parameters(http.asked.get(1).address())).containsEntry("offset", "1");
        assertThat(parameters(http.asked.get(2).address()))
                .containsEntry("count", "50")
                .containsEntry("safesearch", "off");
    }

    @Test
    @Covers("F26")
    void isBlindWhereSafeSearchHidSomething() throws Exception {
        String hidden = sample().replace("strict_warning\": false", "strict_warning\": true");

        assertThat(parsed(Bodies.of(hidden, contentType())).blind())
                .contains("safe search at brave hid some of what it has");
    }

    @Test
    @Covers("F25")
    void waitsAsItsHeadersSay() {
        ErrorRow fast =
                ErrorRow.json(429, Fixtures.text("brave-error-429.json"), Fault.Kind.QUOTA)
                        .header("x-ratelimit-reset", "70, 1419704");
        ErrorRow month =
                ErrorRow.json(403, error("QUOTA_LIMITED"), Fault.Kind.QUOTA)
                        .header("x-ratelimit-reset", "1, 7200");

        assertThat(until(ask(fast.reply()))).isEqualTo(Bodies.NOW.plusSeconds(70));
        assertThat(until(ask(month.reply()))).isEqualTo(Bodies.NOW.plus(Duration.ofHours(2)));
    }

    @Test
    void goesOnWhenOnlyTheSecondIsUsedUpSinceRequestsAreKeptThatFarApart() {
        Map<String, String> second =
                Map.of("x-ratelimit-remaining", "0, 900", "x-ratelimit-reset", "1, 600");
        Reply web = new Reply.Ok(200, Bodies.of(sample(), contentType(), second));
        FakeHttp asked = new FakeHttp(web, web);

        Answer answer =
                new Asker(asked, new org.quietbell.SettableClock(Bodies.NOW))
                        .ask(with("pages", 2), query(), Validators.NONE);

        assertThat(((Answer.Found) answer).aside().rests()).isEmpty();
        assertThat(asked.asked)
                .isNotEmpty()
                .allMatch(request -> request.apart().equals(Duration.ofSeconds(1)));
    }

    @Test
    void cutsAPhraseThatIsTooLongAtTheEndOfAWord() {
        Query query = new Query.Phrase("Ada " + "Marlowe ".repeat(60));
        String words = asked(source(), query).getOrDefault("q", "");

        assertThat(words.length()).isLessThanOrEqualTo(400);
        assertThat(words).startsWith("\"Ada Marlowe").endsWith("Marlowe\"");
        assertThat(words.split(" ", -1)).hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void asksAnotherAddressIfOneIsSet() {
        URI address = with("url", "http://127.0.0.1:9/b/").request(query()).orElseThrow().address();

        assertThat(address.toString()).startsWith("http://127.0.0.1:9/b/res/v1/web/search?q=");
    }
}
