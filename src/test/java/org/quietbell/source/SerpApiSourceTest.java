package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;

class SerpApiSourceTest extends JsonContractKit {
    @Override
    String type() {
        return "serpapi";
    }

    @Override
    boolean isKeyed() {
        return true;
    }

    @Override
    String sample() {
        return Fixtures.text("serpapi.json");
    }

    @Override
    String entry(String title, @Nullable String address, @Nullable String date) {
        Json result = object("title", title, "link", address, "date", date);
        return Json.object()
                .put("search_metadata", Json.object().put("status", "Success").build())
                .put("organic_results", List.of(result))
                .build()
                .line();
    }

    @Override
    String nothingFound() {
        return "{\"search_metadata\":{\"status\":\"Success\"},"
                + "\"error\":\"Google hasn't returned any results for this query.\"}";
    }

    @Override
    List<ErrorRow> errorRows() {
        String error = Fixtures.text("serpapi-error.json");
        return List.of(
                ErrorRow.json(400, error, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(401, error, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(403, error, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(429, error, Fault.Kind.QUOTA),
                ErrorRow.json(200, error, Fault.Kind.BROKEN),
                ErrorRow.json(200, status("Error"), Fault.Kind.TROUBLED),
                ErrorRow.json(200, status("Processing"), Fault.Kind.TROUBLED),
                ErrorRow.json(200, status("Success"), Fault.Kind.BROKEN));
    }

    private static String status(String status) {
        return "{\"search_metadata\":{\"status\":\"" + status + "\"},\"error\":\"Fixture\"}";
    }

    @Test
    void asksForThePhraseAndTellsTheKeyToNobody() {
        Step step = source().ask(query()).orElseThrow();

        assertThat(parameters(step.request().address()))
                .containsExactly(
                        Map.entry("engine", "google"),
                        Map.entry("q", "\"Ada Marlowe-Quist\""),
                        Map.entry("safe", "off"),
                        Map.entry("nfpr", "1"),
                        Map.entry("start", "0"),
                        Map.entry("api_key", CANARY));
        assertThat(step.asked()).endsWith("&nfpr=1&start=0");
    }

    @ParameterizedTest
    @Covers("R6.8")
    @CsvSource({"off, off", "moderate, active", "strict, active"})
    void saysSafeSearchOnEveryCallAsItIsSet(String setting, String parameter) {
        assertThat(asked(with("safe-search", setting), account("@ada")))
                .containsEntry("safe", parameter);
    }

    @Test
    void takesLanguageRegionFreshnessAndDepth() {
        assertThat(asked(with("language", "nb"), query())).containsEntry("hl", "nb");
        assertThat(asked(with("region", "NO"), query())).containsEntry("gl", "no");
        assertThat(asked(with("freshness", "day"), query())).containsEntry("tbs", "qdr:d");

        Page page = pages(with("pages", 2), sample(), sample());

        assertThat(page.findings()).hasSize(4);
        assertThat(parameters(http.asked.get(1).address())).containsEntry("start", "10");
        assertThat(page.remark()).contains("it has more than was asked for");
    }

    @Test
    void takesASuccessWithoutAListForEmpty() {
        assertThat(page(answerTo("{\"search_metadata\":{\"status\":\"Success\"}}", "")).findings())
                .isEmpty();
    }
}
