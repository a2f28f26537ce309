package org.quietbell.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.action.ReportEvent.Answered;
import org.quietbell.action.ReportEvent.Back;
import org.quietbell.action.ReportEvent.Ended;
import org.quietbell.action.ReportEvent.Prepared;
import org.quietbell.action.ReportEvent.Sent;
import org.quietbell.action.ReportEvent.Unlisted;
import org.quietbell.hit.HitId;
import org.quietbell.watch.CaseId;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

/// How a report stands, and how that is said.
class StandingTest {
    private static final Instant SENT = Instant.parse("2027-03-01T12:00:00Z");
    private static final ReportId ID = new ReportId("r".repeat(16));
    private static final HitId PAGE = new HitId("aaaaaaaaaaaaaaaa");
    private static final ZoneId HALIFAX = ZoneId.of("America/Halifax");

    private static Report report(String route, ReportEvent... events) {
        Report report =
                Report.of(
                        new CaseId("case-1"),
                        new Prepared(
                                ID,
                                SENT.minusSeconds(60),
                                route,
                                List.of(PAGE, new HitId("b")),
                                false));
        for (ReportEvent event : events) {
            report = report.with(event).orElseThrow();
        }
        return report;
    }

    private static Sent sent(Instant at, Optional<Instant> received) {
        return new Sent(ID, at, at, received, "", "");
    }

    private static Sent sent() {
        return sent(SENT, Optional.of(SENT));
    }

    private static Standing standing(Report report, Instant now) {
        return Standing.of(report, Routes.STANDARD.find(report.prepared().route()), now);
    }

    private static List<String> said(Language language, ZoneId zone, Report report, Instant now) {
        return new StandingLines(Words.of(language), zone)
                .of(report, Routes.STANDARD.find(report.prepared().route()), now);
    }

    @Test
    @Covers("R3.3")
    void the48HoursOfTheTakeItDownActCountFromReceipt() {
        Instant received = SENT.plusSeconds(3600);
        Report report = report("us-request", sent(SENT, Optional.of(received)));
        Instant end = received.plus(Duration.ofDays(2));

        assertThat(standing(report, end.minusNanos(1)))
                .isEqualTo(new Standing.Waiting(new Standing.Due(end, Duration.ofDays(2), true)));
        assertThat(standing(report, end))
                .isEqualTo(
                        new Standing.PastDue(
                                new Standing.Due(end, Duration.ofDays(2), true),
                                Optional.of("ftc")));
    }

    @Test
    @Covers("R3.3")
    void whereNobodyKnowsWhenTheyGotItTheTimeIsSaidToBeCountedFromSending() {
        Report report = report("us-request", sent(SENT, Optional.empty()));

        assertThat(said(Language.EN, HALIFAX, report, SENT.plusSeconds(60)))
                .containsExactly(
                        "Time to act: 48 hours after they got it. You did not say when. Counted"
                                + " from when you sent it, that is at 08:00 on 3 March.");
        assertThat(said(Language.EN, HALIFAX, report, SENT.plus(Duration.ofDays(3))).getFirst())
                .startsWith("Counted from when you sent it, the 48 hours were over");
    }

    @Test
    @Covers("R3.3")
    void onceTheTimeIsOverItIsSaidWhatCanBeDoneNext() {
        Report report = report("us-request", sent());

        assertThat(said(Language.EN, HALIFAX, report, SENT.plus(Duration.ofHours(49))))
                .containsExactly(
                        "The 48 hours were over at 08:00. You noted no answer.",
                        "What you can do next: FTC complaint.");
        assertThat(said(Language.FR, HALIFAX, report, SENT.plus(Duration.ofHours(49))))
                .containsExactly(
                        "Le délai de 48 heures a fini à 08:00. Vous n'avez pas noté de réponse.",
                        "Ce que vous pouvez faire ensuite : Plainte à la FTC.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // clocks go forward on 14 March 2027 at 02:00, back on 7 November
                "America/Halifax  | 2027-03-13T09:00:00Z | 06:00 on 15 March",
                "America/Halifax  | 2027-11-06T09:00:00Z | 05:00 on 8 November",
                "America/New_York | 2027-11-05T05:30:00Z | 01:30 on 7 November (UTC-04:00)",
                "America/New_York | 2027-11-05T06:30:00Z | 01:30 on 7 November (UTC-05:00)",
                "Europe/London    | 2027-03-27T09:00:00Z | 10:00 on 29 March",
                "Asia/Kolkata     | 2027-03-13T09:00:00Z | 14:30 on 15 March"
            })
    @Covers("R3.3")
    void theEndIsSaidAsHerClockShowsItThen(String zone, Instant received, String said) {
        Report report = report("us-request", sent(received, Optional.of(received)));

        assertThat(said(Language.EN, ZoneId.of(zone), report, received).getFirst())
                .isEqualTo("Time to act: 48 hours after they got it. That is at " + said + ".");
    }

    @Test
    void aRouteForWhichNoTimeIsKnownHasNone() {
        for (Route route : Routes.STANDARD.all()) {
            boolean hasTime =
                    standing(report(route.id(), sent()), SENT.plusSeconds(1))
                            instanceof Standing.Waiting;
            assertThat(hasTime).as(route.id()).isEqualTo(route.id().equals("us-request"));
        }
        assertThat(standing(report("gone-from-the-table", sent()), SENT))
                .isEqualTo(new Standing.Sent(SENT));
        assertThat(standing(report("us-request"), SENT)).isEqualTo(new Standing.NotSent());
    }

    @Test
    @Covers("R3.3")
    void anAnswerOrAnEndStopsTheClock() {
        Instant late = SENT.plus(Duration.ofDays(9));
        Answered answered = new Answered(ID, SENT.plusSeconds(9), "no");
        Ended ended = new Ended(ID, SENT.plusSeconds(10), Outcome.REFUSED, "");

        assertThat(standing(report("us-request", sent(), answered), late))
                .isEqualTo(new Standing.HasAnswer(answered.at()));
        assertThat(standing(report("us-request", sent(), answered, ended), late))
                .isEqualTo(new Standing.Done(Outcome.REFUSED, ended.at()));
    }

    @Test
    @Covers("R3.3")
    void aReminderDoesNotStartTheClockAgainAndALaterNoteOfReceiptCounts() {
        Sent reminder = sent(SENT.plus(Duration.ofHours(47)), Optional.empty());
        Sent known =
                new Sent(ID, reminder.sent(), SENT, Optional.of(SENT.plusSeconds(600)), "", "7");
        Instant end = SENT.plus(Duration.ofDays(2));

        assertThat(standing(report("us-request", sent(), reminder), end))
                .isInstanceOf(Standing.PastDue.class);
        Report unsure = report("us-request", sent(SENT, Optional.empty()), reminder, known);
        assertThat(standing(unsure, end))
                .isEqualTo(
                        new Standing.Waiting(
                                new Standing.Due(end.plusSeconds(600), Duration.ofDays(2), true)));
    }

    @Test
    @Covers("R6.11")
    void aPageListedAgainOpensAReportThatWasDone() {
        Ended ended = new Ended(ID, SENT.plusSeconds(10), Outcome.UNLISTED, "");
        Unlisted unlisted = new Unlisted(ID, SENT.plusSeconds(5), PAGE, SENT);
        Instant since = SENT.plusSeconds(90);
        Back back = new Back(ID, SENT.plusSeconds(99), PAGE, since);
        Report done = report("us-request", sent(), unlisted, ended);

        assertThat(said(Language.EN, HALIFAX, done, SENT.plusSeconds(20)))
                .containsExactly(
                        "You ended it at 08:00: no longer listed there.",
                        "No longer listed there: 1 of 2. It may still be on the site itself.");
        Report again = done.with(back).orElseThrow();
        assertThat(standing(again, since)).isEqualTo(new Standing.ListedAgain(since));
        Unlisted away = new Unlisted(ID, SENT.plusSeconds(200), PAGE, since);
        assertThat(standing(again.with(away).orElseThrow(), since))
                .isEqualTo(new Standing.Done(Outcome.UNLISTED, ended.at()));
        Sent anew = sent(SENT.plusSeconds(150), Optional.of(SENT.plusSeconds(150)));
        assertThat(standing(again.with(anew).orElseThrow(), SENT.plusSeconds(150)))
                .isEqualTo(new Standing.Waiting(Standing.Due.of(anew, Duration.ofDays(2))));
    }

    @Test
    void everyStandingIsSaidInEachLanguageAndHasItsWord() {
        for (Language language : Language.values()) {
            for (Outcome outcome : Outcome.values()) {
                Ended ended = new Ended(ID, SENT, outcome, "");
                assertThat(said(language, HALIFAX, report("ftc", ended), SENT)).hasSize(1);
                assertThat(standing(report("ftc", ended), SENT).word()).isEqualTo(outcome.word());
            }
        }
    }
}
