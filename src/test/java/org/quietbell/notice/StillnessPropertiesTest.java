package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;

/// Her next time and the end of a stillness, against a search that looks at every quarter of an
/// hour and knows nothing but the wall clock.
class StillnessPropertiesTest {
    private static final Duration QUARTER = PlainClock.QUARTER;
    private static final int LOOKED_THROUGH = 96 * 75;
    private static final List<String> ZONES =
            List.of(
                    "America/Halifax",
                    "America/St_Johns",
                    "Europe/Berlin",
                    "Australia/Lord_Howe",
                    "Africa/Cairo",
                    "Asia/Kathmandu");

    private static LocalTime time(Random random) {
        return LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
    }

    private static Set<DayOfWeek> days(Random random) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (int i = 1 + random.nextInt(7); i > 0; i--) {
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
        }
        return days;
    }

    private static KeptDays kept(Random random, LocalDate near) {
        LocalDate day = near.plusDays(random.nextInt(60) - 5);
        return switch (random.nextInt(4)) {
            case 0 -> KeptDays.on(day);
            case 1 -> new KeptDays.Span(day, day.plusDays(random.nextInt(15)));
            case 2 -> new KeptDays.Yearly(MonthDay.from(day), MonthDay.from(day));
            default ->
                    new KeptDays.Yearly(
                            MonthDay.from(day), MonthDay.from(day.plusDays(random.nextInt(10))));
        };
    }

    private static Hearing hearing(Random random, Instant now) {
        Scene.Choice choice = Scene.Choice.at();
        choice.zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            choice.times.add(time(random));
        }
        choice.days = days(random);
        for (int i = random.nextInt(4); i > 0; i--) {
            choice.quiet.add(new QuietHours(time(random), time(random), days(random)));
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            choice.noContact.add(kept(random, now.atZone(choice.zone).toLocalDate()));
        }
        return choice.hearing();
    }

    private static Optional<Instant> search(Hearing hearing, Instant from, boolean hers) {
        long quarter = Math.ceilDiv(from.getEpochSecond(), 900L);
        for (int i = 0; i < LOOKED_THROUGH; i++) {
            Instant moment = Instant.ofEpochSecond((quarter + i) * 900);
            ZonedDateTime wall = moment.atZone(hearing.zone());
            if (PlainClock.isOpen(hearing, wall) && (!hers || PlainClock.isHers(hearing, wall))) {
                return Optional.of(moment);
            }
        }
        return Optional.empty();
    }

    @RepeatedTest(250)
    @Covers({"R1.10", "F53"})
    void herNextTimeIsTheOneASearchByTheWallClockFinds(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        Instant now =
                Instant.parse("2027-01-01T00:00:00Z")
                        .plus(QUARTER.multipliedBy(random.nextInt(96 * 3000)));
        Hearing hearing = hearing(random, now);

        Optional<Instant> time = search(hearing, now.plus(QUARTER), true);
        Optional<Instant> open = search(hearing, now, false);
        String about = "seed " + seed + " at " + now + ": " + hearing;
        if (time.isPresent()) {
            assertThat(NextTelling.after(hearing, now)).as(about).isEqualTo(time);
        } else {
            Instant far = now.plus(QUARTER.multipliedBy(LOOKED_THROUGH));
            NextTelling.after(hearing, now)
                    .ifPresent(at -> assertThat(at).as(about).isAfterOrEqualTo(far));
        }
        if (open.isPresent()) {
            assertThat(Stillness.firstOpen(hearing, now)).as(about).isEqualTo(open);
        }
    }

    @ParameterizedTest
    @Covers("R1.10")
    @CsvSource({
        "2027-02-14, 2027-02-14, true",
        "2027-02-14, 2028-02-14, false",
        "2027-07-01..2027-07-14, 2027-07-14, true",
        "2027-07-01..2027-07-14, 2027-07-15, false",
        "--02-14, 2031-02-14, true",
        "--12-24..--01-01, 2027-12-31, true",
        "--12-24..--01-01, 2027-01-01, true",
        "--12-24..--01-01, 2027-01-02, false",
        // the 29th of February: in a year without it, the days before and after are kept
        "--02-29, 2028-02-29, true",
        "--02-29, 2028-02-28, false",
        "--02-29, 2027-02-28, true",
        "--02-29, 2027-03-01, true",
        "--02-20..--02-29, 2027-02-28, true"
    })
    void keepsDaysOnceAndEveryYear(String written, LocalDate day, boolean kept) {
        assertThat(KeptDays.of(written).contains(day)).isEqualTo(kept);
        assertThat(KeptDays.of(written).text()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"2027-02-30", "2027-07-14..2027-07-01", "--02-30", "--02-14..2027-03-01", "easter"})
    void refusesDaysThatAreNone(String written) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> KeptDays.of(written))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @Covers("R1.10")
    @CsvSource({
        // Friday the 5th of March 2027 until Saturday morning, and not from Saturday on
        "2027-03-05T20:59, false",
        "2027-03-05T21:00, true",
        "2027-03-06T07:59, true",
        "2027-03-06T08:00, false",
        "2027-03-06T22:00, false",
        "2027-03-08T03:00, false",
        "2027-03-08T21:30, true"
    })
    void aWindowOfSomeDaysBelongsToTheDayOnWhichItBegins(String moment, boolean quiet) {
        QuietHours window =
                new QuietHours(
                        LocalTime.of(21, 0),
                        LocalTime.of(8, 0),
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

        assertThat(window.contains(java.time.LocalDateTime.parse(moment))).isEqualTo(quiet);
    }
}
