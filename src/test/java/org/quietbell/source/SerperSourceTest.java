package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;

class SerperSourceTest extends JsonContractKit {
    @Override
    String type() {
        return "serper";
    }

    @Override
    boolean isKeyed() {
        return true;
    }

    @Override
    String sample() {
        return Fixtures.text("serper-search.json");
    }

    @Override
    String entry(String title, @Nullable String address, @Nullable String date) {
        Json result = object("title", title, "link", address, "date", date);
        return Json.object().put("organic", List.of(result)).build().line();
    }

    @Override
    String nothingFound() {
        return "{\"searchParameters\":{\"q\":\"x\"},\"credits\":1}";
    }

    @Override
    List<ErrorRow> errorRows() {
        String error = Fixtures.text("serper-error.json");
        String credit = error.replace("unauthorized", "not enough credits");
        return List.of(
                ErrorRow.json(400, error, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(401, error, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(403, error, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(400, credit, Fault.Kind.QUOTA),
                ErrorRow.json(429, error, Fault.Kind.QUOTA),
                ErrorRow.json(200, error, Fault.Kind.BROKEN));
    }

    @Test
    void handsOverThePhraseWithoutCorrection() {
        Json asked = payload(with("freshness", "week"), query());

        assertThat(asked.line())
                .isEqualTo(
                        "{\"q\":\"\\\"Ada Marlowe-Quist\\\"\",\"num\":10,\"page\":1,"
                                + "\"autocorrect\":false,\"safe\":\"off\",\"tbs\":\"qdr:w\"}");
        assertThat(payload(with("region", "NO"), query()).at("gl").text()).contains("no");
        assertThat(source().request(query()).orElseThrow().headers())
                .containsEntry("X-API-KEY", CANARY);
    }

    @ParameterizedTest
    @Covers("R6.8")
    @CsvSource({"off, off", "moderate, active", "strict, active"})
    void saysSafeSearchOnEveryCallAsItIsSet(String setting, String parameter) {
        assertThat(payload(with("safe-search", setting), account("@ada")).at("safe").text())
                .contains(parameter);
    }

    @Test
    void asksItsNewsAtAnotherPath() {
        String news = sample().replace("\"organic\"", "\"news\"");

        Page page = pages(with("search", List.of("web", "news")), sample(), news);

        assertThat(page.findings()).hasSize(4);
        assertThat(http.asked)
                .extracting(asked -> asked.address().getPath())
                .containsExactly("/search", "/news");
    }

    @Test
    void readsOnlyDatesThatNameADayAndKeepsTheOthersAsTheyCame() throws Exception {
        List<Finding> findings = parsed(Bodies.of(sample(), contentType())).findings();

        assertThat(findings.getFirst().claimed()).contains("3 days ago");
        assertThat(findings.getFirst().published()).isEmpty();
        assertThat(findings.get(1).published()).contains(Instant.parse("2026-11-14T00:00:00Z"));
    }
}
