package org.quietbell.settings;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quietbell.notice.QuietHours;

/// Times, days and zones as they are written in settings. Every reader throws
/// [IllegalArgumentException] with a sentence that does not repeat the text.
final class WrittenTime {
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern WINDOW =
            Pattern.compile("(?:([a-z,-]{3,27}) )?([0-9:]{5})-([0-9:]{5})");
    private static final List<String> DAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private WrittenTime() {}

    /// `18:00`.
    static LocalTime time(String text) {
        if (!TIME.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a time of day such as \"18:00\"");
        }
        return LocalTime.parse(text);
    }

    /// `21:00-08:00`, also over midnight; with the days on which it begins, if not on all: `mon-fri
    /// 21:00-08:00`, `sat,sun 10:00-12:00`.
    static QuietHours window(String text) {
        Matcher written = WINDOW.matcher(text);
        if (!written.matches()
                || !TIME.matcher(written.group(2)).matches()
                || !TIME.matcher(written.group(3)).matches()) {
            throw new IllegalArgumentException(
                    "must be two times such as \"21:00-08:00\" or \"mon-fri 21:00-08:00\"");
        }
        String days = written.group(1);
        return new QuietHours(
                LocalTime.parse(written.group(2)),
                LocalTime.parse(written.group(3)),
                days == null ? EnumSet.allOf(DayOfWeek.class) : days(days));
    }

    private static Set<DayOfWeek> days(String text) {
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

    /// `mon` to `sun`.
    static DayOfWeek day(String text) {
        int index = DAYS.indexOf(text);
        if (index < 0) {
            throw new IllegalArgumentException("must be days from " + String.join(", ", DAYS));
        }
        return DayOfWeek.of(index + 1);
    }

    /// `2027-02-14`.
    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a date such as 2027-02-14", e);
        }
    }

    /// `America/Halifax`: a region, because a fixed distance from Greenwich knows no summer time.
    static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException("must be a time zone such as America/Halifax");
        }
        return ZoneId.of(text);
    }
}
