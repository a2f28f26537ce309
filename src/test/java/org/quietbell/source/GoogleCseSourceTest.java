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
import org.quietbell.SettableClock;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.json.Json;

class GoogleCseSourceTest extends JsonContractKit {
    @Override
    String type() {
        return "google-cse";
    }

    @Override
    boolean isKeyed() {
        return true;
    }

    @Override
    List<String> missing() {
        return List.of("key-file", "engine");
    }

    @Override
    Json settings() {
        return Json.object().put("key", CANARY).put("engine", "0123456789abcdef0").build();
    }

    @Override
    String sample() {
        return Fixtures.text("google-cse.json");
    }

    @Override
    String entry(String title, @Nullable String address, @Nullable String date) {
        Json tags = object("article:published_time", date);
        Json.Builder item = Json.object();
        object("title", title, "link", address).members().forEach(item::put);
        item.put("pagemap", Json.object().put("metatags", List.of(tags)).build());
        return Json.object().put("items", List.of(item.build())).build().line();
    }

    @Override
    String nothingFound() {
        return "{\"searchInformation\":{\"totalResults\":\"0\"}}";
    }

    @Override
    List<ErrorRow> errorRows() {
        String access = Fixtures.text("google-cse-error-403.json");
        return List.of(
                ErrorRow.json(403, access, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(400, reason("badRequest"), Fault.Kind.MISCONFIGURED),
                ErrorRow.json(400, reason("keyInvalid"), Fault.Kind.MISCONFIGURED),
                ErrorRow.json(403, reason("rateLimitExceeded"), Fault.Kind.QUOTA),
                ErrorRow.json(403, reason("dailyLimitExceeded"), Fault.Kind.QUOTA),
                ErrorRow.json(429, reason("rateLimitExceeded"), Fault.Kind.QUOTA),
                ErrorRow.json(429, reason("quotaExceeded"), Fault.Kind.QUOTA));
    }

    static String reason(String reason) {
        return "{\"error\":{\"code\":403,\"message\":\"Fixture\",\"errors\":[{\"reason\":\""
                + reason
                + "\"}]}}";
    }

    @Test
    void asksForThePhraseAndTellsTheKeyAndTheEngineToNobody() {
        Step step = source().ask(query()).orElseThrow();

        assertThat(parameters(step.request().address()))
                .containsExactly(
                        Map.entry("q", "\"Ada Marlowe-Quist\""),
                        Map.entry("safe", "off"),
                        Map.entry("filter", "0"),
                        Map.entry("num", "10"),
                        Map.entry("start", "1"),
                        Map.entry("cx", "0123456789abcdef0"),
                        Map.entry("key", CANARY));
        assertThat(step.asked()).endsWith("&num=10&start=1");
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
        assertThat(asked(with("language", "nb-NO"), query())).containsEntry("lr", "lang_nb");
        assertThat(asked(with("region", "NO"), query())).containsEntry("gl", "no");
        assertThat(asked(with("freshness", "week"), query())).containsEntry("dateRestrict", "w1");

        Page page = pages(with("pages", 2), sample(), sample().replace("nextPage", "x"));

        assertThat(page.findings()).hasSize(4);
        assertThat(parameters(http.asked.get(1).address())).containsEntry("start", "11");
    }

    @Test
    void readsTheDateThatThePageSaysOfItself() throws Exception {
        Finding one = parsed(Bodies.of(sample(), contentType())).findings().getFirst();

        assertThat(one.published()).contains(Instant.parse("2026-11-12T08:30:00Z"));
    }

    @Test
    void saysWithEachAnswerWhenItEnds() {
        assertThat(page(answerTo(nothingFound(), contentType())).remark())
                .contains("this service ends on 2027-01-01");
    }

    @Test
    void isNotAskedFromItsEndOn() {
        FakeHttp asked = new FakeHttp(new Reply.Ok(200, Bodies.of(sample(), contentType())));
        SettableClock clock = new SettableClock(Instant.parse("2026-12-31T23:59:59Z"));
        Asker asker = new Asker(asked, clock);

        Answer before = asker.ask(source(), query(), Validators.NONE);
        clock.set(Instant.parse("2027-01-01T00:00:00Z"));
        Answer after = asker.ask(source(), query(), Validators.NONE);

        assertThat(page(before).findings()).hasSize(2);
        assertThat(fault(after).kind()).isEqualTo(Fault.Kind.GONE);
        assertThat(asked.asked).hasSize(1);
    }

    @Test
    @Covers("F25")
    void waitsForTheNextDayThereWhenTheDaysAllowanceIsUsedUp() {
        ErrorRow day = ErrorRow.json(403, reason("dailyLimitExceeded"), Fault.Kind.QUOTA);

        assertThat(until(ask(day.reply()))).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    }
}
