package org.quietbell.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.config.Problem;
import org.quietbell.match.Matter;
import org.quietbell.notice.AtOnce;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.KeptDays;
import org.quietbell.notice.Level;
import org.quietbell.notice.QuietHours;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.StillLooking;
import org.quietbell.notice.Tuned;
import org.quietbell.notice.Wishes;
import org.quietbell.words.Language;

/// What `hear` says of her pace.
class PaceSettingsTest {
    @TempDir Path folder;

    private Settings.Reading read(String... hear) throws IOException {
        return reading("zone: America/Halifax", hear);
    }

    private Settings.Reading readWithoutZone(String... hear) throws IOException {
        return reading("how: only-when-opened", hear);
    }

    private Settings.Reading reading(String first, String... hear) throws IOException {
        String yaml =
                """
                sources:
                  - { id: news, type: feed, url: "http://feeds.example/a.xml" }
                channels:
                  - { id: log, type: file, path: ./notices.jsonl }
                cases:
                  - id: c
                    consent: { given: 2026-11-01, by: self, sources: [news], channels: [log] }
                    watch: { name: Alma Ashbrook, details: { phones: ["902 555 0100"] } }
                    hear:
                """
                        + "      "
                        + first
                        + "\n      "
                        + String.join("\n      ", hear)
                        + "\n";
        Path file = Files.writeString(folder.resolve("quietbell.yaml"), yaml);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return Settings.read(file, new FakeOwnKeys());
    }

    private Hearing hearing(String... hear) throws IOException {
        Settings.Reading reading = read(hear);
        assertThat(reading.problems()).isEmpty();
        return reading.settings().orElseThrow().cases().getFirst().hearing().orElseThrow();
    }

    @Test
    @Covers("R1.10")
    void readsQuietHoursOfSomeDaysAndKeptDaysOfEveryKind() throws IOException {
        Hearing hearing =
                hearing(
                        "quiet: [\"mon-fri 21:00-08:00\", \"sat,sun 22:30-10:00\","
                                + " \"12:00-13:00\"]",
                        "no-contact: [2027-02-14, 2027-07-01..2027-07-14, --02-29,"
                                + " --12-24..--01-01]");

        assertThat(hearing.quiet())
                .containsExactly(
                        new QuietHours(
                                LocalTime.of(21, 0),
                                LocalTime.of(8, 0),
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                        new QuietHours(
                                LocalTime.of(22, 30),
                                LocalTime.of(10, 0),
                                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)),
                        new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0)));
        assertThat(hearing.noContact())
                .containsExactlyInAnyOrder(
                        KeptDays.on(LocalDate.of(2027, 2, 14)),
                        new KeptDays.Span(LocalDate.of(2027, 7, 1), LocalDate.of(2027, 7, 14)),
                        new KeptDays.Yearly(MonthDay.of(2, 29), MonthDay.of(2, 29)),
                        new KeptDays.Yearly(MonthDay.of(12, 24), MonthDay.of(1, 1)));
    }

    @Test
    void daysMayGoOverTheWeekend() throws IOException {
        assertThat(hearing("quiet: [\"fri-mon 21:00-08:00\"]").quiet().getFirst().days())
                .containsExactlyInAnyOrder(
                        DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
    }

    @Test
    @Covers("R1.12")
    void readsCeilingsOfADayAndAWeek() throws IOException {
        assertThat(hearing("ceiling: 2/day").ceiling()).isEqualTo(new Ceiling(2));
        assertThat(hearing("ceiling: [2/day, 10/week]").ceiling())
                .isEqualTo(new Ceiling(2, OptionalInt.of(10)));
        assertThat(hearing("ceiling: 5/week").ceiling())
                .isEqualTo(new Ceiling(Ceiling.DEFAULT.perDay(), OptionalInt.of(5)));
        assertThat(hearing("band: likely").ceiling()).isEqualTo(Ceiling.DEFAULT);
    }

    @Test
    @Covers({"R1.7", "R1.9", "R1.22"})
    void readsWhatFollowsAPauseWhenAChannelIsAskedAboutAndTheHelpersOwnPace() throws IOException {
        Hearing hearing =
                hearing(
                        "how: helper-first",
                        "after-pause: none",
                        "language: es",
                        "channels: [{ id: log, confirm-every: 60d }]",
                        "helper: { id: h1, channels: [log], quiet: [\"18:00-09:00\"],"
                                + " ceiling: 1/day }");

        assertThat(hearing.wishes().afterPause()).isEqualTo(Wishes.AfterPause.NONE);
        assertThat(hearing.wishes().language()).contains(Language.ES);
        assertThat(hearing.channels().getFirst().confirmEvery()).isEqualTo(Duration.ofDays(60));
        Hearing.Helper helper = hearing.helper().orElseThrow();
        assertThat(helper.quiet())
                .contains(List.of(new QuietHours(LocalTime.of(18, 0), LocalTime.of(9, 0))));
        assertThat(helper.ceiling()).contains(new Ceiling(1));
    }

    @Test
    @Covers("R1.22")
    void readsWhoStandsInForTheHelper() throws IOException {
        Hearing hearing =
                hearing(
                        "how: helper-first",
                        "helper: { id: h1, hold: 2d, channels: [log],"
                                + " stand-in: { id: h2, channels: [{ id: log, level: outline }],"
                                + " ceiling: 1/day } }");

        assertThat(hearing.helper().flatMap(Hearing.Helper::standIn))
                .contains(
                        new Hearing.Helper(
                                new RecipientId("h2"),
                                Duration.ofDays(2),
                                List.of(new Tuned(new ChannelId("log"), Level.OUTLINE)),
                                Optional.empty(),
                                Optional.of(new Ceiling(1))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ id: h1, channels: [log] } | is the helper",
                "{ id: h2 } | is missing",
                "{ id: self, channels: [log] } | not the word self",
                "{ id: h2, channels: [log], stand-in: { id: h3, channels: [log] } } | not a key known",
                "{ id: h2, channels: [log], hold: 1d } | not a key known"
            })
    @Covers({"R1.22", "F66"})
    void saysWhatIsWrongWithWhoStandsIn(String standIn, String problem) throws IOException {
        Settings.Reading reading =
                read(
                        "how: helper-first",
                        "helper: { id: h1, channels: [log], stand-in: " + standIn + " }");

        assertThat(reading.problems()).singleElement().asString().contains(problem);
    }

    @Test
    @Covers("R1.21")
    void readsWhatIsToldAtOnceAndToWhom() throws IOException {
        Hearing hearing =
                hearing(
                        "how: fixed-times",
                        "times: [\"18:00\"]",
                        "level: outline",
                        "channels: [log]",
                        "helper: { id: h1, channels: [log] }",
                        "at-once: { when: [phone, meeting], to: h1, channels: [log],"
                                + " ceiling: 4/week }");

        assertThat(hearing.wishes().atOnce())
                .contains(
                        new AtOnce(
                                Set.of(Matter.PHONE, Matter.MEETING),
                                new RecipientId("h1"),
                                List.of(new Tuned(new ChannelId("log"), Level.DISCREET)),
                                new Ceiling(1, OptionalInt.of(4))));
        assertThat(
                        hearing("at-once: { when: [meeting], channels: [log] }")
                                .wishes()
                                .atOnce()
                                .orElseThrow())
                .satisfies(rule -> {
                    assertThat(rule.to()).isEqualTo(RecipientId.SELF);
                    assertThat(rule.ceiling()).isEqualTo(new Ceiling(1));
                });
    }

    @Test
    @Covers("R1.25")
    void readsHowOftenSheHearsThatLookingGoesOnWhichNeedsTimes() throws IOException {
        assertThat(
                        hearing(
                                        "how: fixed-times",
                                        "times: [\"18:00\"]",
                                        "channels: [log]",
                                        "still-looking: weekly")
                                .wishes()
                                .stillLooking())
                .isEqualTo(StillLooking.WEEKLY);
        assertThat(hearing("still-looking: off").wishes().stillLooking())
                .isEqualTo(StillLooking.OFF);
        assertThat(read("how: as-it-happens", "channels: [log]", "still-looking: monthly"))
                .satisfies(reading ->
                        assertThat(reading.problems())
                                .singleElement()
                                .satisfies(problem ->
                                        assertThat(problem.key()).endsWith("still-looking")));
    }

    @Test
    void hasADefaultForEachThatIsLeftOut() throws IOException {
        Hearing hearing =
                hearing(
                        "how: helper-first",
                        "channels: [log]",
                        "helper: { id: h1, channels: [log] }");

        assertThat(hearing.wishes()).isEqualTo(Wishes.USUAL);
        assertThat(Wishes.USUAL.stillLooking()).isEqualTo(StillLooking.OFF);
        assertThat(Wishes.USUAL.atOnce()).isEmpty();
        assertThat(Wishes.USUAL.afterPause()).isEqualTo(Wishes.AfterPause.ONE);
        assertThat(hearing.channels().getFirst().confirmEvery()).isEqualTo(Tuned.CONFIRMED_FOR);
        assertThat(hearing.helper().orElseThrow().quiet()).isEqualTo(Optional.empty());
        assertThat(hearing.helper().orElseThrow().ceiling()).isEqualTo(Optional.empty());
    }

    @Test
    @Covers("R1.22")
    void refusesAHelpersOwnQuietHoursWithoutAZone() throws IOException {
        String helper = "helper: { id: h1, channels: [log], quiet: [\"18:00-09:00\"] }";

        assertThat(readWithoutZone("channels: [log]", helper).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("cases[0].hear.zone"));
        assertThat(read("channels: [log]", helper).problems()).isEmpty();
    }

    @ParameterizedTest
    @Covers("F65")
    @CsvSource(
            delimiter = '|',
            value = {
                "quiet: [\"someday 21:00-08:00\"]| quiet[0]",
                "quiet: [\"mon- 21:00-08:00\"]| quiet[0]",
                "quiet: [\"mon-fri 21:00\"]| quiet[0]",
                "quiet: [\"21:00-25:00\"]| quiet[0]",
                "no-contact: [2027-02-30]| no-contact[0]",
                "no-contact: [2027-07-14..2027-07-01]| no-contact[0]",
                "no-contact: [--02-30]| no-contact[0]",
                "no-contact: [--02-14..2027-02-15]| no-contact[0]",
                "ceiling: 3| ceiling",
                "ceiling: 0/day| ceiling",
                "ceiling: 3/month| ceiling",
                "ceiling: [3/day, 4/day]| ceiling",
                "still-looking: daily| still-looking",
                "at-once: { when: [meeting] }| at-once.channels",
                "at-once: { channels: [log] }| at-once.when",
                "at-once: { when: [fire], channels: [log] }| at-once.when",
                "at-once: { when: [address], channels: [log] }| at-once.when",
                "at-once: { when: [meeting], channels: [post] }| at-once.channels",
                "at-once: { when: [meeting], channels: [log], to: h1 }| at-once.to",
                "at-once: { when: [meeting], channels: [log], ceiling: 0/day }| at-once.ceiling",
                "after-pause: two| after-pause",
                "language: de| language",
                "channels: [{ id: log, confirm-every: 1h }]| channels[0].confirm-every",
                "channels: [{ id: log, confirm-every: 900d }]| channels[0].confirm-every"
            })
    void refusesWhatMakesNoSenseByLineAndKey(String line, String key) throws IOException {
        List<Problem> problems = read(line).problems();

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(11);
                    assertThat(problem.key()).startsWith("cases[0].hear." + key);
                    assertThat(problem.what()).isNotBlank();
                });
    }
}
