package org.quietbell.source;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// The two shapes that nearly all feeds write, read without patterns: `2004-06-03T10:00:00Z`, also
/// with an offset, and `Thu, 03 Jun 2004 10:00:00 GMT`, also with an offset in digits. Pure.
final class PlainDates {
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int NONE = -1;

    private PlainDates() {}

    /// @return null for any other shape, and for what there is not: [FeedDates] says more of it
    static @Nullable Instant read(String text) {
        int length = text.length();
        if (length < 20 || length > 31) {
            return null;
        }
        return text.charAt(10) == 'T' ? internet(text, length) : mail(text, length);
    }

    private static @Nullable Instant internet(String text, int length) {
        if (text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        boolean utc = length == 20 && text.charAt(19) == 'Z';
        if (!utc && (length != 25 || text.charAt(22) != ':')) {
            return null;
        }
        int hours = utc ? 0 : number(text, 20, 2);
        int offset = utc ? 0 : offset(text.charAt(19), hours, number(text, 23, 2));
        int year = pair(number(text, 0, 2), number(text, 2, 2));
        return instant(year, number(text, 5, 2), number(text, 8, 2), text, 11, offset);
    }

    private static @Nullable Instant mail(String text, int length) {
        int day = text.startsWith(", ", 3) ? 5 : 0;
        boolean gmt = text.endsWith(" GMT") && length == day + 24;
        if (!gmt && length != day + 26) {
            return null;
        }
        if (text.charAt(day + 2) != ' '
                || text.charAt(day + 6) != ' '
                || text.charAt(day + 11) != ' '
                || text.charAt(day + 20) != ' ') {
            return null;
        }
        int name = MONTHS.indexOf(text.substring(day + 3, day + 6));
        int month = name < 0 || name % 3 != 0 ? NONE : name / 3 + 1;
        int year = pair(number(text, day + 7, 2), number(text, day + 9, 2));
        int offset =
                gmt
                        ? 0
                        : offset(
                                text.charAt(day + 21),
                                number(text, day + 22, 2),
                                number(text, day + 24, 2));
        return instant(year, month, number(text, day, 2), text, day + 12, offset);
    }

    /// @param at where `10:00:00` stands
    /// @param offset seconds ahead of UTC
    private static @Nullable Instant instant(
            int year, int month, int day, String text, int at, int offset) {
        int hour = number(text, at, 2);
        int minute = number(text, at + 3, 2);
        int second = number(text, at + 6, 2);
        boolean isThere =
                text.charAt(at + 2) == ':'
                        && text.charAt(at + 5) == ':'
                        && year >= 0
                        && isIn(month, 1, 12)
                        && isIn(day, 1, 31)
                        && isIn(hour, 0, 23)
                        && isIn(minute, 0, 59)
                        && isIn(second, 0, 59)
                        && offset != Integer.MIN_VALUE;
        if (!isThere || (day > 28 && day > YearMonth.of(year, month).lengthOfMonth())) {
            return null;
        }
        return LocalDateTime.of(year, month, day, hour, minute, second)
                .toInstant(ZoneOffset.ofTotalSeconds(offset));
    }

    private static boolean isIn(int number, int least, int most) {
        return number >= least && number <= most;
    }

    private static int offset(char sign, int hours, int minutes) {
        boolean isOffset = (sign == '+' || sign == '-') && hours >= 0 && hours < 18;
        if (!isOffset || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = (hours * 60 + minutes) * 60;
        return sign == '+' ? seconds : -seconds;
    }

    private static int pair(int high, int low) {
        return high < 0 || low < 0 ? NONE : high * 100 + low;
    }

    private static int number(String text, int at, int length) {
        int number = 0;
        for (int i = at; i < at + length; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return NONE;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
