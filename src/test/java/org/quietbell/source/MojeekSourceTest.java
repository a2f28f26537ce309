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
import org.quietbell.http.Fault;
import org.quietbell.json.Json;

class MojeekSourceTest extends JsonContractKit {
    @Override
    String type() {
        return "mojeek";
    }

    @Override
    boolean isKeyed() {
        return true;
    }

    @Override
    String sample() {
        return Fixtures.text("mojeek.json");
    }

    @Override
    String entry(String title, @Nullable String address, @Nullable String date) {
        return answer(List.of(object("url", address, "title", title, "pdate", date)));
    }

    @Override
    String nothingFound() {
        return answer(List.of());
    }

    private static String answer(List<Json> results) {
        return Json.object()
                .put("response", Json.object().put("status", "OK").put("results", results).build())
                .build()
                .line();
    }

    @Override
    List<ErrorRow> errorRows() {
        String limit = Fixtures.text("mojeek-error.json");
        String key = limit.replace("Daily Limit Reached", "Invalid API Key");
        String other = limit.replace("Daily Limit Reached", "Fixture");
        return List.of(
                ErrorRow.json(200, limit, Fault.Kind.QUOTA),
                ErrorRow.json(403, limit, Fault.Kind.QUOTA),
                ErrorRow.json(429, limit, Fault.Kind.QUOTA),
                ErrorRow.json(200, key, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(401, key, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(403, "{}", Fault.Kind.MISCONFIGURED),
                ErrorRow.json(200, other, Fault.Kind.BROKEN));
    }

    @Test
    void asksForThePhraseAndTellsTheKeyToNobody() {
        Step step = source().ask(query()).orElseThrow();

        assertThat(parameters(step.request().address()))
                .containsExactly(
                        Map.entry("q", "\"Ada Marlowe-Quist\""),
                        Map.entry("fmt", "json"),
                        Map.entry("t", "20"),
                        Map.entry("s", "1"),
                        Map.entry("safe", "0"),
                        Map.entry("api_key", CANARY));
        assertThat(step.asked())
                .isEqualTo(
                        "https://api.mojeek.com/search?q=%22Ada+Marlowe-Quist%22&fmt=json&t=20"
                                + "&s=1&safe=0");
    }

    @ParameterizedTest
    @Covers("R6.8")
    @CsvSource({"off, 0", "moderate, 1", "strict, 1"})
    void saysSafeSearchOnEveryCallAsItIsSet(String setting, String parameter) {
        assertThat(asked(with("safe-search", setting), account("@ada")))
                .containsEntry("safe", parameter);
    }

    @Test
    void takesLanguageRegionAndFreshness() {
        assertThat(asked(with("language", "nb"), query())).containsEntry("lb", "NB");
        assertThat(asked(with("region", "no"), query())).containsEntry("rb", "NO");
        assertThat(asked(with("freshness", "week"), query())).containsEntry("since", "month");
        assertThat(asked(with("freshness", "day"), query())).containsEntry("since", "day");
    }

    @Test
    void readsSecondsSince1970() throws Exception {
        Finding one = parsed(Bodies.of(sample(), contentType())).findings().getFirst();

        assertThat(one.published()).contains(Instant.ofEpochSecond(1_794_475_800L));
        assertThat(one.claimed()).contains("1794475800");
    }

    @Test
    void asksForFurtherPagesByTheNumberOfTheirFirstEntry() {
        String first = sample().replace("\"results\": 2,", "\"results\": 45,");

        Page page = pages(with("pages", 3), first, first, first);

        assertThat(page.findings()).hasSize(6);
        assertThat(parameters(http.asked.get(2).address())).containsEntry("s", "41");
        assertThat(page.remark()).isEmpty();
    }
}
