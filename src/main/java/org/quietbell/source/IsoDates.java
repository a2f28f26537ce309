package org.quietbell.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates that begin with a number: ISO 8601 with all its short forms, the Far East's, and seconds
/// since 1970. Pure.
///
/// @see <a href="https://www.w3.org/TR/NOTE-datetime">W3C date and time formats</a>
final class IsoDates {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");

    /// `2004-05-28`, `2004/5/28`, `20040528`, `2004-05`, `2004-149`, `2004149`, `2004`.
    private static final Pattern YEAR_FIRST =
            Pattern.compile(
                    "([0-9]{4})(?:([-/.])([0-9]{1,2})(?:\\2([0-9]{1,2}))?(?![0-9])"
                            + "|([0-9]{2})([0-9]{2})(?![0-9])|-?([0-9]{3})(?![0-9]))?");

    /// `2004-W22-5`, `2004W225`, `2004-W22`.
    private static final Pattern WEEK =
            Pattern.compile("([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?(?![0-9-])");

    /// The century left out, as ISO 8601 allowed until 2004: `-04-05`, `-0405`, `-04-05-28`,
    /// `04-05-28`, `040528`, `04149`, `04-149`.
    private static final Pattern SHORT =
            Pattern.compile(
                    "-([0-9]{2})-?([0-9]{2})(?:-([0-9]{2}))?"
                            + "|([0-9]{2})(?:-([0-9]{2})-([0-9]{2})|([0-9]{2})([0-9]{2})"
                            + "|-?([0-9]{3}))");

    private static final Pattern YEAR_WORD =
            Pattern.compile(
                    "([0-9]{4})[-. ]\\s*(\\p{L}{3,12}\\.?)[-. ]\\s*([0-9]{1,2})(?![0-9])\\.?");

    private static final Pattern HAN =
            Pattern.compile(
                    "([0-9]{4})\\s*[\u5e74\ub144]\\s*([0-9]{1,2})\\s*[\u6708\uc6d4]"
                            + "\\s*([0-9]{1,2})\\s*[\u65e5\uc77c]");

    private static final ZoneId KOREA = ZoneOffset.ofHours(9);
    private static final Pattern HALF_DAY = Pattern.compile("\uc624[\uc804\ud6c4]?\\s*");

    private IsoDates() {}

    /// @return null if it is none of these
    /// @throws DateTimeException for a day or hour that there is not
    static @Nullable Instant read(String text) {
        if (DIGITS.matcher(text).matches()) {
            Instant counted = counted(text);
            if (counted != null || text.length() > 8) {
                return counted;
            }
        }
        Matcher brief = SHORT.matcher(text);
        if (brief.matches()) {
            return brief(brief).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        Matcher han = HAN.matcher(text);
        if (han.lookingAt()) {
            LocalDate day = day(han.group(1), han.group(2), han.group(3));
            boolean korean = text.indexOf('\ub144') > 0;
            String rest = text.substring(han.end());
            return TimesOfDay.at(day, halfDay(rest), korean ? KOREA : ZoneOffset.UTC);
        }
        Matcher word = YEAR_WORD.matcher(text);
        if (word.lookingAt() && DateWords.month(word.group(2)).isPresent()) {
            LocalDate day = FeedDates.named(word, 3, 2, 1);
            return TimesOfDay.at(day, text.substring(word.end()), ZoneOffset.UTC);
        }
        Matcher week = WEEK.matcher(text);
        if (week.lookingAt()) {
            return TimesOfDay.at(ofWeek(week), text.substring(week.end()), ZoneOffset.UTC);
        }
        Matcher number = YEAR_FIRST.matcher(text);
        return number.lookingAt() ? yearFirst(number, text.substring(number.end())) : null;
    }

    /// Seconds (up to 11 digits) or milliseconds since 1970; 14 digits are a date and a time.
    private static @Nullable Instant counted(String digits) {
        return switch (digits.length()) {
            case 9, 10 -> Instant.ofEpochSecond(Long.parseLong(digits));
            case 12, 13 -> Instant.ofEpochMilli(Long.parseLong(digits));
            case 14 -> {
                LocalDate day =
                        day(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6, 8));
                yield TimesOfDay.at(day, "T" + digits.substring(8), ZoneOffset.UTC);
            }
            default -> null;
        };
    }

    private static LocalDate brief(Matcher found) {
        if (found.group(1) != null) {
            String day = found.group(3) == null ? "1" : found.group(3);
            return day(full(found.group(1)), found.group(2), day);
        }
        String year = full(found.group(4));
        if (found.group(9) != null) {
            return ofYearDay(year, found.group(9));
        }
        return found.group(5) != null
                ? day(year, found.group(5), found.group(6))
                : day(year, found.group(7), found.group(8));
    }

    private static String full(String year) {
        return (Integer.parseInt(year) < 50 ? "20" : "19") + year;
    }

    private static @Nullable Instant yearFirst(Matcher found, String rest) {
        String year = found.group(1);
        LocalDate day;
        if (found.group(3) != null) {
            String date = found.group(4);
            day = day(year, found.group(3), date == null ? "1" : date);
        } else if (found.group(5) != null) {
            day = day(year, found.group(5), found.group(6));
        } else if (found.group(7) != null) {
            day = ofYearDay(year, found.group(7));
        } else if (rest.isEmpty()) {
            day = day(year, "1", "1");
        } else {
            return null;
        }
        String time = rest.endsWith(".0") && rest.indexOf(':') < 0 ? "" : rest;
        return TimesOfDay.at(day, halfDay(time), isKorean(rest) ? KOREA : ZoneOffset.UTC);
    }

    private static boolean isKorean(String rest) {
        return rest.indexOf('\uc624') >= 0;
    }

    /// Korean "before noon" and "after noon" stand before the time; a feed that lost the second
    /// letter means the afternoon.
    private static String halfDay(String rest) {
        if (!isKorean(rest)) {
            return rest;
        }
        String half = rest.contains("\uc624\uc804") ? " AM" : " PM";
        return HALF_DAY.matcher(rest).replaceFirst("") + half;
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static LocalDate ofYearDay(String year, String day) {
        return LocalDate.ofYearDay(Integer.parseInt(year), Integer.parseInt(day));
    }

    /// The first week is the one that holds 4 January; a week begins on Monday.
    private static LocalDate ofWeek(Matcher found) {
        int year = Integer.parseInt(found.group(1));
        int week = Integer.parseInt(found.group(2));
        LocalDate fourth = LocalDate.of(year, 1, 4);
        LocalDate monday =
                fourth.minusDays(fourth.getDayOfWeek().getValue() - 1L).plusWeeks(week - 1L);
        if (week < 1 || monday.get(IsoFields.WEEK_BASED_YEAR) != year) {
            throw new DateTimeException("no such week");
        }
        return found.group(3) == null
                ? monday
                : monday.plusDays(Long.parseLong(found.group(3)) - 1);
    }
}
