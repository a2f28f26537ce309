package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;

class GdeltSourceTest extends JsonContractKit {
    @Override
    String type() {
        return "gdelt";
    }

    @Override
    String sample() {
        return Fixtures.text("gdelt-artlist.json");
    }

    @Override
    String entry(String title, @Nullable String address, @Nullable String date) {
        Json article = object("url", address, "title", title, "seendate", date);
        return Json.object().put("articles", List.of(article)).build().line();
    }

    @Override
    String nothingFound() {
        return Fixtures.text("gdelt-empty.json");
    }

    @Override
    List<ErrorRow> errorRows() {
        String pace = Fixtures.text("gdelt-429.txt");
        return List.of(
                ErrorRow.plain(429, pace, Fault.Kind.QUOTA),
                ErrorRow.plain(200, pace, Fault.Kind.QUOTA),
                ErrorRow.html(200, "Fixture: what is this", Fault.Kind.BROKEN));
    }

    @Test
    void asksForTheNewestOfThreeMonthsOrLess() {
        assertThat(asked(source(), query()))
                .containsExactly(
                        Map.entry("query", "\"Ada Marlowe-Quist\""),
                        Map.entry("mode", "artlist"),
                        Map.entry("format", "json"),
                        Map.entry("maxrecords", "250"),
                        Map.entry("sort", "datedesc"),
                        Map.entry("timespan", "90d"));
        assertThat(asked(with("freshness", "week"), query())).containsEntry("timespan", "7d");
        assertThat(asked(with("freshness", "year"), query())).containsEntry("timespan", "90d");
    }

    @Test
    @Covers("F26")
    void isBlindAndNotEmptyForANameThatItDoesNotLookFor() {
        Page page = page(answerTo(Fixtures.text("gdelt-200-error.html"), "text/html"));

        assertThat(page.findings()).isEmpty();
        assertThat(page.blind()).contains("gdelt does not look for so short a name");
    }

    @Test
    void readsItsDatesAndTitlesAndNoPicture() throws Exception {
        List<Finding> findings = parsed(Bodies.of(sample(), contentType())).findings();

        assertThat(findings.getFirst().published()).contains(Instant.parse("2026-11-15T07:45:00Z"));
        assertThat(findings.getFirst().language()).contains("English");
        assertThat(findings.get(1).title())
                .isEqualTo("Vevdager i Fjordlys : Brandvold - Okoro holder kurs");
        assertThat(findings.get(1).snippet()).contains("Brandvold-Okoro holder kurs");
    }

    @Test
    void readsControlCharactersWithinTexts() {
        String odd = sample().replace("Town library", "Town\u0001 library\n");

        assertThat(page(answerTo(odd, contentType())).findings().getFirst().title())
                .isEqualTo("Town library opens mending room");
    }

    @Test
    void isLeftAloneForTwentyMinutesWhenItIsBusy() {
        Answer answer = ask(errorRows().getFirst().reply());

        assertThat(((Answer.RateLimited) answer).until())
                .isEqualTo(Bodies.NOW.plus(Duration.ofMinutes(20)));
    }

    @Test
    void saysWhenItsOnlyPageIsFull() throws Exception {
        String one = "{\"url\":\"https://n.example/%d\",\"title\":\"t\"}";
        StringBuilder many = new StringBuilder("{\"articles\":[").append(one.formatted(0));
        for (int i = 1; i < 250; i++) {
            many.append(',').append(one.formatted(i));
        }

        Page page = parsed(Bodies.of(many.append("]}").toString(), contentType()));

        assertThat(page.remark())
                .hasValueSatisfying(said -> assertThat(said).contains("freshness"));
    }
}
