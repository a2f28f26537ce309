package org.quietbell.notice;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A window of wall-clock time in which nothing is told. It may reach over midnight.
///
/// @param from first quiet minute
/// @param to first minute that is not quiet; equal to `from` means until then on the next day
/// @param days the days on which it begins; never empty
public record QuietHours(LocalTime from, LocalTime to, Set<DayOfWeek> days) {
    private static final Pattern WINDOW =
            Pattern.compile("(?:([a-z,-]{3,27}) )?([0-9:]{4,5}) ?- ?([0-9:]{4,5})");

    /// A comma after a time; one after a day stands inside a window.
    private static final Pattern BETWEEN = Pattern.compile("(?<=[0-9])\\s*[,\n]");

    /// @throws IllegalArgumentException if it begins on no day
    public QuietHours {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("quiet: must begin on some day");
        }
    }

    /// A window of every day.
    public QuietHours(LocalTime from, LocalTime to) {
        this(from, to, EnumSet.allOf(DayOfWeek.class));
    }

    /// Reads `21:00-08:00`, also over midnight; with the days on which it begins, if not on all:
    /// `mon-fri 21:00-08:00`, `sat,sun 10:00-12:00`.
    ///
    /// @throws IllegalArgumentException if it is nothing of the kind; the text is not repeated
    public static QuietHours of(String text) {
        Matcher written = WINDOW.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException(
                    "must be two times such as \"21:00-08:00\" or \"mon-fri 21:00-08:00\"");
        }
        String days = written.group(1);
        return new QuietHours(
                WrittenTime.time(written.group(2)),
                WrittenTime.time(written.group(3)),
                days == null ? EnumSet.allOf(DayOfWeek.class) : WrittenTime.days(days));
    }

    /// Reads several windows on one line or on several, with commas between.
    ///
    /// @throws IllegalArgumentException if one cannot be read
    public static List<QuietHours> all(String text) {
        return Arrays.stream(BETWEEN.split(text))
                .map(String::strip)
                .filter(window -> !window.isEmpty())
                .map(QuietHours::of)
                .toList();
    }

    /// As [#of] reads it.
    public String text() {
        String times = from + "-" + to;
        return days.size() == DayOfWeek.values().length
                ? times
                : WrittenTime.text(days) + " " + times;
    }

    /// Whether that moment of the wall clock lies in the window.
    public boolean contains(LocalDateTime moment) {
        LocalTime time = moment.toLocalTime();
        DayOfWeek today = moment.getDayOfWeek();
        if (from.isBefore(to)) {
            return days.contains(today) && !time.isBefore(from) && time.isBefore(to);
        }
        return (time.isBefore(to) && days.contains(today.minus(1)))
                || (!time.isBefore(from) && days.contains(today));
    }
}
