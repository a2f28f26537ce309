package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.action.Report;
import org.quietbell.action.ReportEvent;
import org.quietbell.evidence.Entry;
import org.quietbell.hit.HitId;

/// The pages of what was asked of whom.
class AskedPagesTest {
    private static final String ADDRESS = "https://forum.canary.example/t/9?a=1&b=2";

    private final OpenPages pages = new OpenPages();
    private final FakeRecord record = pages.inside.record;

    @SuppressWarnings("NullAway.Init")
    private HitId item;

    @BeforeEach
    void find() {
        item = pages.inside.add("b", "Same", "Text", ADDRESS);
        pages.inside.add("c", "Same", "Text", "https://www.other.example/2");
        pages.page("/turn?of=" + item);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private Map<String, String> wish(String route, String age) {
        return Map.of("route", route, "of", item.value(), "age", age);
    }

    private Report add(String route, String age, String... also) {
        Map<String, String> form = new HashMap<>(wish(route, age));
        if (also.length > 0) {
            form.put("also", also[0]);
        }
        String where = location(pages.send("/asked/add", form));
        assertThat(where).startsWith("/asked/").endsWith("/text");
        return reports().getLast();
    }

    private List<Report> reports() {
        return record.reports.of(FakeInside.CASE);
    }

    private HttpResponse<String> note(Report report, String step, Map<String, String> form) {
        return pages.send("/asked/" + report.id() + "/" + step, form);
    }

    @Test
    @Covers({"R4.1", "R4.2", "R4.3"})
    void aWayLeadsToWhatIsSavedAndPastThatToItsText() {
        String ways =
                pages.send("/turn", Map.of("of", item.value(), "age", "adult", "country", "us"))
                        .body();
        assertThat(ways).contains("action=\"/asked/open\"", "value=\"us-request\"");

        String check = pages.send("/asked/open", wish("us-request", "adult")).body();

        assertThat(check)
                .contains("Saved enough to report?", "The account that shows it", "Skip this")
                .contains("Put it in the record first")
                .doesNotContain("canary", "page with the same text");
        assertThat(reports()).isEmpty();
        String where = location(pages.send("/asked/add", wish("us-request", "adult")));
        assertThat(pages.page(where))
                .contains("readonly", "https://forum.canary.example/t/9?a=1&amp;b=2", "48 hours")
                .contains("Nothing here is sent for you.", "signature")
                .doesNotContain("href=\"http", "mailto:", "tel:");
        assertThat(pages.page(where + "?in=fr")).contains("lang=\"fr\"", "chaque copie identique");
        assertThat(location(pages.send("/asked/add", wish("us-request", "adult"))))
                .isEqualTo(where); // sent twice
        assertThat(reports()).hasSize(1);
    }

    @Test
    void itIsPutInTheRecordFirstAndAboutOtherPagesOnlyIfSheSaysSo() {
        add("google-images", "adult");
        assertThat(record.log.entries).isEmpty();
        assertThat(reports().getLast().hits()).containsExactly(item);
        assertThat(pages.send("/asked/open", wish("google-images", "adult")).body())
                .contains("Ask about one other page with the same text too");

        add("google-images", "adult", "same");
        assertThat(reports().getLast().hits()).hasSize(2);
        add("google-gone", "adult", "record");
        assertThat(record.kinds()).containsExactly("found");
    }

    @Test
    @Covers("R3.12")
    void whereSomebodyWasOrMayHaveBeenUnder18ThereAreAddressesAndNoLetter() {
        assertThat(pages.send("/asked/open", wish("ncmec", "not-sure")).body())
                .contains("Do not save, copy, print")
                .doesNotContain("Saved enough", "Put it in the record");
        assertThat(pages.send("/asked/open", wish("us-request", "under-18")).statusCode())
                .isEqualTo(400);
        Report report = add("ncmec", "not-sure");

        assertThat(report.prepared().young()).isTrue();
        assertThat(pages.page("/asked/" + report.id() + "/text"))
                .contains("Do not save, copy, print", "forum.canary.example")
                .doesNotContain("The letters in");
    }

    @Test
    @Covers("R3.12")
    void whatSheNotedOfTheAgeHoldsWhateverIsAnsweredLater() {
        pages.page("/n/" + item + "/record");
        pages.send("/n/" + item + "/record", Map.of("under-18", "yes"));

        HttpResponse<String> answer = pages.send("/asked/add", wish("us-request", "adult"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("You noted that somebody in it was under 18");
        assertThat(reports()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"us-request,7", "nowhere,adult", "us-request,''"})
    void whatDoesNotFitIsRefusedCalmly(String route, String age) {
        HttpResponse<String> answer = pages.send("/asked/open", wish(route, age));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("cannot be put together", "Nothing was changed");
        assertThat(pages.send("/asked/add", wish(route, age)).statusCode()).isEqualTo(400);
        assertThat(reports()).isEmpty();
    }

    @Test
    @Covers("R3.3")
    void theClockOfALawRunsFromReceiptInHerZoneAndEndsInWords() {
        Report report = add("us-request", "adult");
        String page = "/asked/" + report.id();
        assertThat(pages.page(page)).contains("You have not noted that you sent it");
        Map<String, String> sent =
                Map.of(
                        "at", "2026-11-22T06:00",
                        "received", "2026-11-22T07:30",
                        "to", "CanarySite",
                        "reference", "No. 17");

        assertThat(location(note(report, "sent", sent))).isEqualTo(page);
        note(report, "sent", sent); // the form of another tab

        assertThat(reports().getLast().since()).hasSize(1);
        assertThat(pages.page(page))
                .contains("48 hours after they got it. That is at 07:30 on 24 November")
                .contains("CanarySite", "No. 17");
        assertThat(pages.page("/asked"))
                .contains("48 hours", "sheltersafe.ca")
                .doesNotContain("CanarySite", "canary.example");
        pages.desk.clock.advance(Duration.ofHours(50));
        pages.visitor.enter(FakeDesk.PASSPHRASE);
        assertThat(pages.page(page)).contains("hours were over", "What you can do next");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T06:00,'',still to come",
        "2026-11-22T06:00,2026-11-22T05:00,cannot have got it before",
        "'',2026-11-22T05:00,when you sent it",
        "soon,'',cannot be read",
        "2026-02-30,'',cannot be read"
    })
    void aTimeThatCannotBeIsSaidAndWhatWasTypedIsKept(String at, String received, String said) {
        Report report = add("us-request", "adult");

        HttpResponse<String> answer =
                note(report, "sent", Map.of("at", at, "received", received, "to", "Somebody"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(said, "value=\"Somebody\"", "value=\"" + at + "\"");
        assertThat(reports().getLast().since()).isEmpty();
    }

    @Test
    @Covers({"R3.3", "R6.11"})
    void whatTheySaidAndHowItEndedAreNotedInHerWords() {
        Report report = add("google-images", "adult");
        note(report, "sent", Map.of());
        note(report, "answered", Map.of("words", "They\r\nlooked."));
        assertThat(note(report, "ended", Map.of("words", "more")).body())
                .contains("Please choose how it ended.", "more</textarea>");
        assertThat(note(report, "answered", Map.of("words", "a".repeat(10_001))).statusCode())
                .isEqualTo(400);
        note(report, "ended", Map.of("outcome", "unlisted", "words", ""));

        String page = pages.page("/asked/" + report.id());

        assertThat(page)
                .contains("no longer listed there", "They\nlooked.", "You sent it")
                .doesNotContain("removed");
        assertThat(reports().getLast().since())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Sent", "Answered", "Ended");
        assertThat(reports().getLast().since().getLast()).isInstanceOf(ReportEvent.Ended.class);
    }

    @Test
    void anEntryLeadsToItsRequestsAndThoseOfNobodyHereAreMissed() {
        Report report = add("google-images", "adult", "record");
        Entry entry = record.log.entryOf(item).orElseThrow();

        assertThat(pages.page("/record/" + entry.id())).contains("/asked/" + report.id());
        assertThat(pages.page("/asked")).contains("/asked/" + report.id());
        pages.inside.isClosed = true;
        for (String end : List.of("", "/text", "/sent", "/answered", "/ended")) {
            assertThat(pages.visitor.get("/asked/" + report.id() + end).statusCode())
                    .isEqualTo(404);
        }
    }
}
