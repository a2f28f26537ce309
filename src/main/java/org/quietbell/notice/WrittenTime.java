package org.quietbell.notice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Times, days and zones as people write them: in settings, on a page, at a prompt. Every reader
/// throws [IllegalArgumentException] with a sentence that does not repeat the text.
public final class WrittenTime {
    private static final Pattern TIME = Pattern.compile("(?:[01]?[0-9]|2[0-3]):[0-5][0-9]");
    private static final List<String> DAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private WrittenTime() {}

    /// `18:00`, `8:30`.
    public static LocalTime time(String text) {
        if (!TIME.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a time of day such as \"18:00\"");
        }
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }

    /// `mon` to `sun`.
    public static DayOfWeek day(String text) {
        int index = DAYS.indexOf(text);
        if (index < 0) {
            throw new IllegalArgumentException("must be days from " + String.join(", ", DAYS));
        }
        return DayOfWeek.of(index + 1);
    }

    /// `mon-fri`, `sat,sun`, `fri-mon`.
    static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            int dash = part.indexOf('-');
            DayOfWeek day = day(dash < 0 ? part : part.substring(0, dash));
            DayOfWeek last = dash < 0 ? day : day(part.substring(dash + 1));
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    /// What [#days] reads: each day by its word.
    static String text(Set<DayOfWeek> days) {
        return days.stream()
                .sorted()
                .map(day -> DAYS.get(day.getValue() - 1))
                .collect(Collectors.joining(","));
    }

    /// `2027-02-14`.
    public static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a date such as 2027-02-14", e);
        }
    }

    /// `America/Halifax`: a region, because a fixed distance from Greenwich knows no summer time.
    public static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException("must be a time zone such as America/Halifax");
        }
        return ZoneId.of(text);
    }
}
