package org.quietbell.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the dates that feeds write: RFC 3339 and ISO 8601 (extended and basic, ordinal days, parts
/// of a date), RFC 822 with all its accidents, `asctime`, dates in words of a dozen languages, and
/// seconds or milliseconds since 1970.
///
/// A date without a time is its first moment; without a zone it is UTC (Korean wording: Korea). A
/// wrong weekday is overlooked; an impossible day, hour or zone, or anything left over, makes the
/// whole no date. Whether a date is plausible is for the caller to say. Pure.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc3339">RFC 3339</a>
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5322#section-3.3">RFC 5322, dates and their
///   obsolete forms</a>
/// @see <a href="https://www.w3.org/TR/NOTE-datetime">W3C date and time formats</a>
public final class FeedDates {
    private static final int LONGEST = 80;

    private static final String CLOCK =
            "([0-9]{1,2})(?::([0-9]{1,2})(?::([0-9]{1,2})(?:[.,:]([0-9]{1,12}))?)?)?"
                    + "(?:\\s*([AaPp])\\.?[Mm]\\b\\.?)?";

    private static final String OFFSET =
            "(?:\\s*(?:([A-Za-z]{1,5}|Etc/[A-Za-z]{3}|(?:[Uu][Tt][Cc]|[Gg][Mm][Tt]|[Uu][Tt])"
                    + "(?=\\s*[-+\u2212]))?\\s*([-+\u2212][0-9]{1,2}(?::?[0-9]{2})?)?))";

    private static final Pattern TIME =
            Pattern.compile("(?:" + CLOCK + ")?" + OFFSET + "(?:\\s+[A-Za-z]{3,4})?");

    private static final Pattern BASIC_TIME =
            Pattern.compile("([0-9]{2})([0-9]{2})([0-9]{2})?" + OFFSET);

    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,16}");

    /// Year first: `2004-05-28`, `2004/5/28`, `20040528`, `2004-05`, `2004-149`, `2004`.
    private static final Pattern YEAR_FIRST =
            Pattern.compile(
                    "([0-9]{4})(?:([-/.])([0-9]{1,2})(?:\\2([0-9]{1,2}))?(?![0-9])"
                            + "|([0-9]{2})([0-9]{2})(?![0-9])|-([0-9]{3})(?![0-9]))?");

    private static final Pattern YEAR_WORD =
            Pattern.compile("([0-9]{4})[-. ]\\s*(\\p{L}{3,12}\\.?)[-. ]\\s*([0-9]{1,2})(?![0-9])");

    private static final Pattern HAN =
            Pattern.compile(
                    "([0-9]{4})\\s*[\u5e74\ub144]\\s*([0-9]{1,2})\\s*[\u6708\uc6d4]"
                            + "\\s*([0-9]{1,2})\\s*[\u65e5\uc77c]");

    private static final Pattern LEADING_DAY =
            Pattern.compile("(\\p{L}[\\p{L}\\p{M}]{0,14})(\\.?,|\\.(?=\\s)|\\s)\\s*");

    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    "([0-9]{1,2})(?:st|nd|rd|th|\\.)?\\s*[-/ ]?\\s*(?:de\\s+)?"
                            + "(\\p{L}[\\p{L}\\p{M}]{1,13}\\.?)\\s*[-/ ,]?\\s*(?:de\\s+)?"
                            + "([0-9]{2,4})(?![0-9:])");

    private static final Pattern MONTH_FIRST =
            Pattern.compile(
                    "(\\p{L}[\\p{L}\\p{M}]{1,13}\\.?)[\\s-]+([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9:])"
                            + "(?:,?[\\s-]+([0-9]{4})(?![0-9:]))?");

    private static final Pattern TRAILING_YEAR = Pattern.compile("(.*\\S)\\s+([0-9]{4})");

    private FeedDates() {}

    /// The moment that a text names.
    ///
    /// @param written as received; white space around it does not matter
    /// @return empty if it names none, or an impossible one
    public static Optional<Instant> read(String written) {
        String text = written.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(moment(text));
        } catch (DateTimeException _) {
            return Optional.empty(); // it looks like a date, of a day or hour that there is not
        }
    }

    private static @Nullable Instant moment(String text) {
        if (DIGITS.matcher(text).matches()) {
            Instant counted = counted(text);
            if (counted != null || text.length() > 8) {
                return counted;
            }
        }
        if (Character.isDigit(text.charAt(0))) {
            Matcher han = HAN.matcher(text);
            if (han.lookingAt()) {
                LocalDate day = day(han.group(1), han.group(2), han.group(3));
                boolean korean = text.indexOf('\ub144') > 0;
                String rest = text.substring(han.end());
                return at(day, halfDay(rest), korean ? ZoneOffset.ofHours(9) : ZoneOffset.UTC);
            }
            Matcher word = YEAR_WORD.matcher(text);
            if (word.lookingAt() && DateWords.month(word.group(2)).isPresent()) {
                return at(named(word, 3, 2, 1), text.substring(word.end()), ZoneOffset.UTC);
            }
            Matcher number = YEAR_FIRST.matcher(text);
            if (number.lookingAt()) {
                Instant at = yearFirst(number, text.substring(number.end()));
                if (at != null) {
                    return at;
                }
            }
        }
        return inWords(withoutComment(withoutDay(text)));
    }

    /// Seconds (up to 11 digits) or milliseconds since 1970; 14 digits are a date and a time.
    private static @Nullable Instant counted(String digits) {
        return switch (digits.startsWith("-") ? 0 : digits.length()) {
            case 9, 10 -> Instant.ofEpochSecond(Long.parseLong(digits));
            case 12, 13 -> Instant.ofEpochMilli(Long.parseLong(digits));
            case 14 -> {
                LocalDate day =
                        day(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6, 8));
                yield at(day, "T" + digits.substring(8), ZoneOffset.UTC);
            }
            default -> null;
        };
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
            day = LocalDate.ofYearDay(Integer.parseInt(year), Integer.parseInt(found.group(7)));
        } else if (rest.isEmpty()) {
            day = LocalDate.of(Integer.parseInt(year), 1, 1);
        } else {
            return null;
        }
        String time = rest.endsWith(".0") && rest.indexOf(':') < 0 ? "" : rest;
        return at(day, halfDay(time), isKorean(rest) ? ZoneOffset.ofHours(9) : ZoneOffset.UTC);
    }

    private static boolean isKorean(String rest) {
        return rest.contains("\uc624\uc804") || rest.contains("\uc624\ud6c4");
    }

    /// Korean "before noon" and "after noon" stand before the time.
    private static String halfDay(String rest) {
        if (!isKorean(rest)) {
            return rest;
        }
        String half = rest.contains("\uc624\uc804") ? " AM" : " PM";
        return rest.replaceFirst("\uc624[\uc804\ud6c4]\\s*", "") + half;
    }

    /// The weekday at the front says nothing: many are wrong, or in words nobody expects.
    private static String withoutDay(String text) {
        Matcher leading = LEADING_DAY.matcher(text);
        if (!leading.lookingAt()) {
            return text;
        }
        String word = leading.group(1);
        boolean comma = !leading.group(2).isBlank();
        String rest = text.substring(leading.end());
        boolean isDay = DateWords.isDay(word) || (comma && !isMonthOf(word, rest));
        return isDay ? rest : text;
    }

    /// "mar" is March, and Tuesday in French and Spanish: then another month follows.
    private static boolean isMonthOf(String word, String rest) {
        Matcher dayFirst = DAY_FIRST.matcher(rest);
        boolean another = dayFirst.lookingAt() && DateWords.month(dayFirst.group(2)).isPresent();
        return DateWords.month(word).isPresent() && !another;
    }

    private static String withoutComment(String text) {
        int open = text.lastIndexOf('(');
        return open > 0 && text.endsWith(")") ? text.substring(0, open).strip() : text;
    }

    private static @Nullable Instant inWords(String text) {
        if (text.isEmpty()) {
            return null;
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.lookingAt() && DateWords.month(dayFirst.group(2)).isPresent()) {
            String rest = text.substring(dayFirst.end());
            return at(named(dayFirst, 1, 2, 3), rest, ZoneOffset.UTC);
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (!monthFirst.lookingAt() || DateWords.month(monthFirst.group(1)).isEmpty()) {
            return null;
        }
        String rest = text.substring(monthFirst.end());
        if (monthFirst.group(3) != null) {
            return at(named(monthFirst, 2, 1, 3), rest, ZoneOffset.UTC);
        }
        Matcher year = TRAILING_YEAR.matcher(rest); // asctime: the year comes last
        if (!year.matches()) {
            return null;
        }
        int month = DateWords.month(monthFirst.group(1)).orElseThrow();
        LocalDate day =
                LocalDate.of(
                        Integer.parseInt(year.group(2)),
                        month,
                        Integer.parseInt(monthFirst.group(2)));
        return at(day, year.group(1), ZoneOffset.UTC);
    }

    private static LocalDate named(Matcher found, int day, int month, int year) {
        OptionalInt number = DateWords.month(found.group(month));
        String digits = found.group(year);
        int full = Integer.parseInt(digits);
        if (digits.length() == 3) {
            full += 1900; // RFC 5322, 4.3: three digits count from 1900
        } else if (digits.length() == 2) {
            full += full < 50 ? 2000 : 1900;
        }
        return LocalDate.of(full, number.orElseThrow(), Integer.parseInt(found.group(day)));
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    /// @param rest what follows the date: a time, a zone, both or nothing
    private static @Nullable Instant at(LocalDate day, String rest, ZoneOffset usual) {
        String time = separated(rest);
        if (time == null) {
            return null;
        }
        Matcher plain = TIME.matcher(time);
        if (plain.matches() && (plain.group(1) == null || isClock(plain))) {
            ZoneOffset zone = zone(plain.group(6), plain.group(7), usual);
            return zone == null ? null : clock(day, plain).toInstant(zone);
        }
        Matcher basic = BASIC_TIME.matcher(time);
        if (basic.matches()) {
            String seconds = basic.group(3);
            ZoneOffset zone = zone(basic.group(4), basic.group(5), usual);
            return zone == null
                    ? null
                    : time(
                                    day,
                                    basic.group(1),
                                    basic.group(2),
                                    seconds == null ? "0" : seconds,
                                    "0")
                            .toInstant(zone);
        }
        return null;
    }

    /// The time without what joins it to the date.
    private static @Nullable String separated(String rest) {
        String time = rest.strip();
        if (time.isEmpty()) {
            return time;
        }
        if (!rest.equals(time)) { // a space, and perhaps something else
            boolean joined =
                    time.charAt(0) == ','
                            || (time.charAt(0) == '-' && time.length() > 6)
                            || (time.charAt(0) == 'T'
                                    && time.length() > 1
                                    && isDigit(time.charAt(1)));
            return joined ? time.substring(1).strip() : time;
        }
        char joint = time.charAt(0);
        if (joint == 'T' || joint == 't' || joint == ',' || joint == '_') {
            return time.substring(1).strip();
        }
        boolean isZone = joint == 'Z' || joint == '+' || joint == '-';
        return isZone ? time : null;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// One number alone is an hour only beside `am` or `pm`, or before `Z` or an offset.
    private static boolean isClock(Matcher time) {
        return time.group(2) != null
                || time.group(5) != null
                || (time.group(1).length() == 2
                        && (time.group(6) != null || time.group(7) != null));
    }

    private static LocalDateTime clock(LocalDate day, Matcher time) {
        String hour = time.group(1);
        if (hour == null) {
            return day.atStartOfDay();
        }
        String half = time.group(5);
        if (half != null) {
            int twelve = Integer.parseInt(hour);
            if (twelve > 12 || twelve == 0) {
                half = null; // "14:00 PM": the half of the day is for ornament
            } else {
                twelve = twelve % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
                hour = String.valueOf(twelve);
            }
        }
        return time(day, hour, orZero(time.group(2)), orZero(time.group(3)), orZero(time.group(4)));
    }

    private static String orZero(@Nullable String digits) {
        return digits == null ? "0" : digits;
    }

    private static LocalDateTime time(
            LocalDate day, String hour, String minute, String second, String fraction) {
        int hours = Integer.parseInt(hour);
        int minutes = Integer.parseInt(minute);
        int seconds = Integer.parseInt(second);
        if (hours == 24 && minutes == 0 && seconds == 0) {
            return day.plusDays(1).atStartOfDay(); // ISO 8601: the end of the day
        }
        String nanos = (fraction + "00000000").substring(0, 9);
        LocalTime time =
                LocalTime.of(hours, minutes, Math.min(seconds, 59), Integer.parseInt(nanos));
        if (seconds > 60 || (seconds == 60 && minutes != 59 && minutes != 29 && minutes != 14)) {
            throw new DateTimeException("no such second");
        }
        return day.atTime(time).plusSeconds(seconds == 60 ? 1 : 0);
    }

    private static @Nullable ZoneOffset zone(
            @Nullable String name, @Nullable String offset, ZoneOffset usual) {
        if (offset != null) {
            boolean isPlus = offset.charAt(0) == '+';
            String digits = offset.substring(1).replace(":", "");
            int hours =
                    Integer.parseInt(
                            digits.length() < 3
                                    ? digits
                                    : digits.substring(0, digits.length() - 2));
            int minutes =
                    digits.length() < 3
                            ? 0
                            : Integer.parseInt(digits.substring(digits.length() - 2));
            if (hours > 18 || minutes > 59) {
                return null;
            }
            int seconds = (hours * 60 + minutes) * 60;
            return ZoneOffset.ofTotalSeconds(isPlus ? seconds : -seconds);
        }
        return name == null ? usual : DateWords.zone(name).orElse(null);
    }
}
