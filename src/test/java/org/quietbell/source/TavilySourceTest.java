package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.SettableClock;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;
import org.quietbell.json.Json;

class TavilySourceTest extends JsonContractKit {
    @Override
    String type() {
        return "tavily";
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
        // on, so that a refusal is not tried again without the parameter
        return Json.object().put("key", CANARY).put("safe-search", "strict").build();
    }

    @Override
    String sample() {
        return Fixtures.text("tavily.json");
    }

    @Override
    String entry(String title, @Nullable String address, @Nullable String date) {
        Json result = object("title", title, "url", address, "published_date", date);
        return Json.object().put("results", List.of(result)).build().line();
    }

    @Override
    String nothingFound() {
        return "{\"query\":\"x\",\"results\":[]}";
    }

    @Override
    List<ErrorRow> errorRows() {
        String error = Fixtures.text("tavily-error.json");
        String limit = Fixtures.text("tavily-keyless-limit.json");
        return List.of(
                ErrorRow.json(400, error, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(401, error, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(403, error, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(429, error, Fault.Kind.QUOTA),
                ErrorRow.json(432, error, Fault.Kind.QUOTA),
                ErrorRow.json(433, error, Fault.Kind.QUOTA),
                ErrorRow.json(403, limit, Fault.Kind.QUOTA),
                ErrorRow.json(429, limit, Fault.Kind.QUOTA),
                ErrorRow.json(200, limit, Fault.Kind.QUOTA));
    }

    @Test
    void handsOverTheExactPhraseWithItsKeyOrWithout() {
        Request keyed = source().request(query()).orElseThrow();
        Request keyless = built(Json.object().build()).request(query()).orElseThrow();

        assertThat(payload(source(), query()).line())
                .isEqualTo(
                        "{\"query\":\"\\\"Ada Marlowe-Quist\\\"\",\"exact_match\":true,"
                                + "\"max_results\":20,\"search_depth\":\"basic\","
                                + "\"include_images\":false,\"topic\":\"general\","
                                + "\"safe_search\":true}");
        assertThat(keyed.headers()).containsEntry("Authorization", "Bearer " + CANARY);
        assertThat(keyless.headers())
                .containsEntry("X-Tavily-Access-Mode", "keyless")
                .doesNotContainKey("Authorization");
    }

    @Test
    void looksForAHandleOnItsSite() {
        assertThat(payload(source(), account("github.com/ada_m")).at("include_domains").line())
                .isEqualTo("[\"github.com\"]");
    }

    @ParameterizedTest
    @Covers("R6.8")
    @CsvSource({"off, false", "moderate, true", "strict, true"})
    void saysSafeSearchOnEveryCallAsItIsSet(String setting, boolean parameter) {
        assertThat(payload(with("safe-search", setting), account("@ada")).at("safe_search").truth())
                .contains(parameter);
    }

    @Test
    void asksAgainWithoutSafeSearchWhereThatIsRefusedAndOff() {
        Reply refused = new Reply.Refused(400, Bodies.of("{}", contentType()));
        FakeHttp asked =
                new FakeHttp(refused, new Reply.Ok(200, Bodies.of(sample(), contentType())));

        Answer answer =
                new Asker(asked, new SettableClock(Bodies.NOW))
                        .ask(built(Json.object().build()), query(), Validators.NONE);

        assertThat(page(answer).findings()).hasSize(2);
        assertThat(sent(asked.asked.get(1))).doesNotContain("safe_search");
        assertThat(fault(ask(refused)).kind()).isEqualTo(Fault.Kind.MISCONFIGURED);
    }

    @Test
    @Covers("F25")
    void waitsAsLongAsItSaysInItsText() {
        ErrorRow limit =
                ErrorRow.json(403, Fixtures.text("tavily-keyless-limit.json"), Fault.Kind.QUOTA);

        assertThat(until(ask(limit.reply()))).isEqualTo(Bodies.NOW.plusSeconds(3_600));
    }

    @Test
    void readsItsDatesAndAsksForNewsToo() {
        Page page = pages(with("search", List.of("web", "news")), sample(), sample());

        assertThat(page.findings()).hasSize(4);
        assertThat(page.findings().getFirst().published())
                .contains(Instant.parse("2026-11-15T07:05:00Z"));
        assertThat(sent(http.asked.get(1))).contains("\"topic\":\"news\"");
    }

    private static String sent(Request request) {
        return new String(request.payload().orElseThrow().bytes(), StandardCharsets.UTF_8);
    }
}
