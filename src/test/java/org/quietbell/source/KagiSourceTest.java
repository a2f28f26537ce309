package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;

class KagiSourceTest extends JsonContractKit {
    @Override
    String type() {
        return "kagi";
    }

    @Override
    boolean isKeyed() {
        return true;
    }

    @Override
    String sample() {
        return Fixtures.text("kagi.json");
    }

    @Override
    String entry(String title, @Nullable String address, @Nullable String date) {
        Json result = object("url", address, "title", title, "time", date);
        return Json.object()
                .put("meta", Json.object().build())
                .put("data", Json.object().put("search", List.of(result)).build())
                .build()
                .line();
    }

    @Override
    String nothingFound() {
        return "{\"meta\":{\"ms\":3},\"data\":{}}";
    }

    @Override
    List<ErrorRow> errorRows() {
        String error = Fixtures.text("kagi-error.json");
        return List.of(
                ErrorRow.json(400, error, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(401, error, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(403, error, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(429, error, Fault.Kind.QUOTA),
                ErrorRow.json(200, error, Fault.Kind.BROKEN));
    }

    @Test
    void handsThePhraseOverAndTellsItButNotTheKey() {
        Step step = source().ask(query()).orElseThrow();

        assertThat(payload(source(), query()).line())
                .isEqualTo(
                        "{\"query\":\"\\\"Ada Marlowe-Quist\\\"\",\"workflow\":\"search\",\"page\":1,"
                                + "\"limit\":100,\"safe_search\":false,"
                                + "\"filters\":{\"region\":\"no_region\"}}");
        assertThat(step.asked()).startsWith("https://kagi.com/api/v1/search {\"query\":");
        assertThat(step.request().headers()).containsEntry("Authorization", "Bearer " + CANARY);
    }

    @ParameterizedTest
    @Covers("R6.8")
    @CsvSource({"off, false", "moderate, true", "strict, true"})
    void saysSafeSearchOnEveryCallAsItIsSet(String setting, boolean parameter) {
        assertThat(payload(with("safe-search", setting), account("@ada")).at("safe_search").truth())
                .contains(parameter);
    }

    @Test
    void asksForNewsAfterPagesOfTheWeb() {
        String news = sample().replace("\"search\": [", "\"news\": [");

        Page page = pages(with("search", List.of("web", "news")), sample(), news);

        assertThat(page.findings()).hasSize(4);
    }
}
