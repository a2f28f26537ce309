package org.quietbell.notice;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;

/// Quiet hours, kept days and fixed times worked out anew and plainly from the wall clock, without
/// the code under test. All of them must lie on quarters of an hour.
public final class PlainClock {
    static final Duration QUARTER = Duration.ofMinutes(15);

    private PlainClock() {}

    /// Whether something may be told at that moment.
    public static boolean isOpen(Hearing hearing, ZonedDateTime wall) {
        LocalDate today = wall.toLocalDate();
        boolean kept =
                hearing.noContact().stream()
                        .anyMatch(days ->
                                switch (days) {
                                    case KeptDays.Span(LocalDate a, LocalDate b) ->
                                            a.datesUntil(b.plusDays(1)).anyMatch(today::equals);
                                    case KeptDays.Yearly(MonthDay a, MonthDay b) ->
                                            isWithin(a, b, today);
                                });
        int week = (wall.getDayOfWeek().getValue() - 1) * 1440 + minute(wall.toLocalTime());
        boolean quiet =
                hearing.quiet().stream()
                        .anyMatch(window ->
                                window.days().stream()
                                        .anyMatch(day -> {
                                            int from =
                                                    (day.getValue() - 1) * 1440
                                                            + minute(window.from());
                                            int length =
                                                    Math.floorMod(
                                                            minute(window.to())
                                                                    - minute(window.from()),
                                                            1440);
                                            return Math.floorMod(week - from, 7 * 1440)
                                                    < (length == 0 ? 1440 : length);
                                        }));
        return !kept && !quiet;
    }

    private static boolean isWithin(MonthDay from, MonthDay to, LocalDate today) {
        int at = today.getMonthValue() * 100 + today.getDayOfMonth();
        int first = from.getMonthValue() * 100 + from.getDayOfMonth();
        int last = to.getMonthValue() * 100 + to.getDayOfMonth();
        if (!today.isLeapYear()) {
            first = first == 229 ? 228 : first;
            last = last == 229 ? 301 : last;
        }
        boolean overNewYear = from.isAfter(to);
        return overNewYear ? at >= first || at <= last : at >= first && at <= last;
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    /// Whether a time of hers comes at that quarter of an hour: the clock shows it for the first
    /// time that day, or has just jumped over it.
    public static boolean isHers(Hearing hearing, ZonedDateTime wall) {
        if (Math.floorMod(wall.toEpochSecond(), 900L) != 0 || wall.getNano() != 0) {
            return false;
        }
        if (!hearing.days().contains(wall.getDayOfWeek())) {
            return false;
        }
        ZonedDateTime before = wall.minus(QUARTER);
        boolean first = wall.withEarlierOffsetAtOverlap().equals(wall);
        LocalTime shown = wall.toLocalTime();
        boolean jumped =
                Duration.between(before.toLocalDateTime(), wall.toLocalDateTime())
                                .compareTo(QUARTER)
                        > 0;
        return hearing.times().stream()
                .anyMatch(time ->
                        (first && time.equals(shown))
                                || (jumped
                                        && time.isBefore(shown)
                                        && !wall.toLocalDate()
                                                .atTime(time)
                                                .isBefore(before.toLocalDateTime().plus(QUARTER))));
    }
}
