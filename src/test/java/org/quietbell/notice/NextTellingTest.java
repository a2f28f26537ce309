package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.notice.Scene.Choice.asItHappens;
import static org.quietbell.notice.Scene.Choice.at;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;

class NextTellingTest {
    private static Instant instant(String text) {
        return Instant.parse(text);
    }

    /// Days on which clocks change: Halifax (gap 2027-03-14 02:00, overlap 2027-11-07 02:00),
    /// Berlin (gap 2027-03-28 02:00, overlap 2027-10-31 03:00), Lord Howe (gap of half an hour
    /// 2027-10-03 02:00, overlap 2027-04-04 02:00), Cairo (gap at midnight 2027-04-30).
    @ParameterizedTest
    @Covers({"R1.10", "F53"})
    @CsvSource({
        "America/Halifax, 02:30, 2027-03-14T00:00:00Z, 2027-03-14T06:00:00Z",
        "America/Halifax, 18:00, 2027-03-13T23:00:00Z, 2027-03-14T21:00:00Z",
        "America/Halifax, 01:30, 2027-11-07T03:00:00Z, 2027-11-07T04:30:00Z",
        "America/Halifax, 01:30, 2027-11-07T04:30:00Z, 2027-11-08T05:30:00Z",
        "Europe/Berlin, 02:30, 2027-03-28T00:00:00Z, 2027-03-28T01:00:00Z",
        "Europe/Berlin, 02:30, 2027-10-30T23:00:00Z, 2027-10-31T00:30:00Z",
        "Europe/Berlin, 02:30, 2027-10-31T00:30:00Z, 2027-11-01T01:30:00Z",
        "Australia/Lord_Howe, 02:15, 2027-10-02T14:00:00Z, 2027-10-02T15:30:00Z",
        "Australia/Lord_Howe, 01:45, 2027-04-03T14:45:00Z, 2027-04-04T15:15:00Z",
        "Africa/Cairo, 00:30, 2027-04-29T20:00:00Z, 2027-04-29T22:00:00Z"
    })
    void findsTheNextFixedTimeAcrossAChangeOfTheClock(
            String zone, String time, String after, String next) {
        assertThat(NextTelling.after(at(time).in(zone).hearing(), instant(after)))
                .contains(instant(next));
    }

    @ParameterizedTest
    @Covers("F53")
    @CsvSource({"America/Halifax", "Europe/Berlin", "Australia/Lord_Howe", "Africa/Cairo"})
    void comesOncePerDayAllYearAtEveryHalfHour(String zone) {
        for (int half = 0; half < 48; half++) {
            String time = "%02d:%02d".formatted(half / 2, half % 2 * 30);
            Hearing hearing = at(time).in(zone).hearing();
            List<LocalDate> days = new ArrayList<>();
            Instant moment = instant("2027-01-01T12:00:00Z");
            for (int i = 0; i < 365; i++) {
                moment = NextTelling.after(hearing, moment).orElseThrow();
                days.add(moment.atZone(hearing.zone()).toLocalDate());
            }

            assertThat(days).as(zone + " " + time).doesNotHaveDuplicates();
            assertThat(days.getLast().toEpochDay() - days.getFirst().toEpochDay()).isEqualTo(364);
        }
    }

    @Test
    void twoTimesThatTheClockJumpsOverAreOne() {
        Hearing hearing = at("02:10", "02:40").in("America/Halifax").hearing();

        Instant first = NextTelling.after(hearing, instant("2027-03-14T00:00:00Z")).orElseThrow();

        assertThat(NextTelling.after(hearing, first)).contains(instant("2027-03-15T05:10:00Z"));
    }

    @Test
    void keepsToHerDaysAndLeavesOutQuietHoursAndDaysOfNoContact() {
        Scene.Choice choice = at("07:00", "18:00").quiet("21:00", "08:00").keepsFree("2027-03-10");
        choice.days = EnumSet.of(DayOfWeek.WEDNESDAY);

        assertThat(NextTelling.after(choice.hearing(), instant("2027-03-03T18:00:00Z")))
                .contains(instant("2027-03-17T18:00:00Z"));
    }

    @Test
    void isMeantInTheZoneSheMovedTo() {
        Instant after = instant("2027-07-01T12:00:00Z");

        assertThat(NextTelling.after(at("18:00").in("America/Halifax").hearing(), after))
                .contains(instant("2027-07-01T21:00:00Z"));
        assertThat(NextTelling.after(at("18:00").in("Europe/Paris").hearing(), after))
                .contains(instant("2027-07-01T16:00:00Z"));
    }

    @Test
    void thereIsNoneWithoutTimesOrIfAllAreQuiet() {
        Instant after = instant("2027-07-01T12:00:00Z");

        assertThat(NextTelling.after(asItHappens().hearing(), after)).isEmpty();
        assertThat(NextTelling.after(at("18:00").quiet("17:00", "19:00").hearing(), after))
                .isEmpty();
    }

    @ParameterizedTest
    @Covers({"R1.10", "F53"})
    @CsvSource({
        // over midnight into the night of the gap, the window's end jumped over
        "America/Halifax, 22:00, 02:30, 2027-03-14T04:00:00Z, 2027-03-14T06:00:00Z",
        // the repeated hour: quiet again when the wall clock says so
        "America/Halifax, 22:00, 01:30, 2027-11-07T04:15:00Z, 2027-11-07T04:30:00Z",
        "America/Halifax, 22:00, 01:30, 2027-11-07T05:10:00Z, 2027-11-07T05:30:00Z",
        "Europe/Berlin, 21:00, 08:00, 2027-03-27T22:00:00Z, 2027-03-28T06:00:00Z",
        "Europe/Berlin, 21:00, 08:00, 2027-10-30T22:00:00Z, 2027-10-31T07:00:00Z",
        "UTC, 21:00, 00:00, 2027-03-03T23:59:59Z, 2027-03-04T00:00:00Z",
        "UTC, 09:00, 17:00, 2027-03-03T08:59:59Z, 2027-03-03T08:59:59Z",
        "UTC, 09:00, 17:00, 2027-03-03T09:00:00Z, 2027-03-03T17:00:00Z"
    })
    void quietHoursFollowHerWallClock(
            String zone, String from, String to, String moment, String open) {
        Hearing hearing = asItHappens().in(zone).quiet(from, to).hearing();

        assertThat(Stillness.firstOpen(hearing, instant(moment))).contains(instant(open));
    }

    @Test
    void windowsAndDaysOfNoContactThatFollowOneAnotherAreOneStillness() {
        Hearing hearing =
                asItHappens()
                        .quiet("21:00", "23:00")
                        .quiet("23:00", "08:00")
                        .keepsFree("2027-03-04")
                        .keepsFree("2027-03-05")
                        .hearing();

        assertThat(Stillness.firstOpen(hearing, instant("2027-03-03T22:00:00Z")))
                .contains(instant("2027-03-06T08:00:00Z"));
    }

    @Test
    void quietHoursOfTheWholeDayNeverEnd() {
        assertThat(Stillness.firstOpen(asItHappens().quiet("08:00", "08:00").hearing(), Scene.NOON))
                .isEqualTo(Optional.empty());
        assertThat(
                        Stillness.firstOpen(
                                asItHappens()
                                        .quiet("08:00", "20:00")
                                        .quiet("20:00", "08:00")
                                        .hearing(),
                                Scene.NOON))
                .isEmpty();
    }
}
