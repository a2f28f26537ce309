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

class YoutubeSourceTest extends JsonContractKit {
    @Override
    String type() {
        return "youtube";
    }

    @Override
    boolean isKeyed() {
        return true;
    }

    @Override
    boolean givesAddresses() {
        return false;
    }

    @Override
    String sample() {
        return Fixtures.text("youtube-search.json");
    }

    @Override
    String entry(String title, @Nullable String address, @Nullable String date) {
        Json item =
                Json.object()
                        .put("id", object("videoId", "v1"))
                        .put("snippet", object("title", title, "publishedAt", date))
                        .build();
        return Json.object().put("items", List.of(item)).build().line();
    }

    @Override
    String nothingFound() {
        return "{\"kind\":\"youtube#searchListResponse\",\"items\":[]}";
    }

    @Override
    List<ErrorRow> errorRows() {
        return List.of(
                ErrorRow.json(403, Fixtures.text("youtube-error-403.json"), Fault.Kind.QUOTA),
                ErrorRow.json(
                        400, GoogleCseSourceTest.reason("keyInvalid"), Fault.Kind.MISCONFIGURED),
                ErrorRow.json(
                        400, GoogleCseSourceTest.reason("badRequest"), Fault.Kind.MISCONFIGURED),
                ErrorRow.json(403, "{\"error\":{\"code\":403}}", Fault.Kind.MISCONFIGURED));
    }

    @Test
    void asksForVideosAndChannelsNewestFirstAndTellsTheKeyToNobody() {
        Step step = source().ask(query()).orElseThrow();

        assertThat(parameters(step.request().address()))
                .containsExactly(
                        Map.entry("part", "snippet"),
                        Map.entry("q", "\"Ada Marlowe-Quist\""),
                        Map.entry("type", "video,channel"),
                        Map.entry("order", "date"),
                        Map.entry("maxResults", "50"),
                        Map.entry("safeSearch", "none"),
                        Map.entry("key", CANARY));
        assertThat(step.asked()).endsWith("&safeSearch=none");
    }

    @ParameterizedTest
    @Covers("R6.8")
    @CsvSource({"off, none", "moderate, moderate", "strict, strict"})
    void saysSafeSearchOnEveryCallAsItIsSet(String setting, String parameter) {
        assertThat(asked(with("safe-search", setting), account("@ada")))
                .containsEntry("safeSearch", parameter);
    }

    @Test
    void followsThePageTokenAsDeepAsIsSet() {
        Page page = pages(with("pages", 2), sample(), sample());

        assertThat(page.findings()).hasSize(4);
        assertThat(parameters(http.asked.get(1).address())).containsEntry("pageToken", "CAUQAA");
        assertThat(page.remark()).contains("it has more than was asked for");
    }

    @Test
    void makesAddressesOfIdsAndReadsNoPicture() throws Exception {
        List<Finding> findings = parsed(Bodies.of(sample(), contentType())).findings();

        assertThat(findings)
                .extracting(Finding::address)
                .containsExactly(
                        "https://www.youtube.com/watch?v=FIXTUREvid1",
                        "https://www.youtube.com/channel/UCfixture2");
        assertThat(findings.getFirst().title())
                .isEqualTo("Ilse Brandvold-Okoro & the lost pattern");
        assertThat(findings.getFirst().snippet()).isEqualTo("Talk recording. | Fjordlight");
    }

    @Test
    @Covers("F25")
    void waitsForTheNextDayThereWhenTheDaysAllowanceIsUsedUp() {
        assertThat(until(ask(errorRows().getFirst().reply())))
                .isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    }
}
