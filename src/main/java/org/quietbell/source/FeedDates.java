package org.quietbell.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the dates that feeds write: RFC 3339 and ISO 8601 (extended and basic, weeks, ordinal
/// days, parts of a date), RFC 822 with all its accidents, `asctime`, dates in words of two dozen
/// languages, and seconds or milliseconds since 1970.
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

    private static final Pattern LEADING_DAY =
            Pattern.compile("(\\p{L}[\\p{L}\\p{M}]{0,14})(\\.?,|\\.(?=\\s)|\\s)\\s*");

    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    "([0-9]{1,2})(?:st|nd|rd|th|er|\\.|\u00ba)?\\s*[-/ ]?\\s*(?:de\\s+)?"
                            + "(\\p{L}[\\p{L}\\p{M}]{1,13}\\.?)\\s*[-/ ,]?\\s*(?:de\\s+)?"
                            + "([0-9]{4}(?=:[0-9]{2}:[0-9]{2})|[0-9]{2,4}(?![0-9:]))(?: \u0433\\.)?");

    private static final Pattern MONTH_FIRST =
            Pattern.compile(
                    "(\\p{L}[\\p{L}\\p{M}]{1,13}\\.?)[\\s-]+([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9:])"
                            + "(?:,?[\\s-]+([0-9]{4})(?![0-9:]))?");

    private static final Pattern MONTH_ALONE =
            Pattern.compile("(\\p{L}[\\p{L}\\p{M}]{1,13}\\.?),?\\s+([0-9]{4})");

    private static final Pattern TIME_FIRST =
            Pattern.compile("([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?),?\\s+([0-9]{1,2}\\s.*)");

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
        Instant plain = PlainDates.read(text);
        if (plain != null) {
            return Optional.of(plain);
        }
        try {
            return Optional.ofNullable(moment(spaced(text)));
        } catch (DateTimeException _) {
            return Optional.empty(); // it looks like a date, of a day or hour that there is not
        }
    }

    /// Spaces that do not break are spaces.
    private static String spaced(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    }

    private static @Nullable Instant moment(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (isDigit(text.charAt(0)) || text.charAt(0) == '-') {
            Instant number = IsoDates.read(text);
            if (number != null) {
                return number;
            }
        }
        String rest = withoutComment(withoutDay(text));
        if (!rest.equals(text) && !rest.isEmpty() && isDigit(rest.charAt(0))) {
            Instant number = IsoDates.read(rest); // a weekday, then the year
            if (number != null) {
                return number;
            }
        }
        Matcher timeFirst = TIME_FIRST.matcher(rest);
        return inWords(timeFirst.matches() ? timeFirst.group(2) + " " + timeFirst.group(1) : rest);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
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
        boolean isDay =
                comma ? !isMonthOf(word, rest) : DateWords.isDay(word) && !isMonthOf(word, rest);
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
            return TimesOfDay.at(named(dayFirst, 1, 2, 3), rest, ZoneOffset.UTC);
        }
        Matcher alone = MONTH_ALONE.matcher(text);
        if (alone.matches()) {
            OptionalInt month = DateWords.month(alone.group(1));
            return month.isEmpty()
                    ? null
                    : TimesOfDay.at(
                            LocalDate.of(Integer.parseInt(alone.group(2)), month.getAsInt(), 1),
                            "",
                            ZoneOffset.UTC);
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (!monthFirst.lookingAt() || DateWords.month(monthFirst.group(1)).isEmpty()) {
            return null;
        }
        String rest = text.substring(monthFirst.end());
        if (monthFirst.group(3) != null) {
            return TimesOfDay.at(named(monthFirst, 2, 1, 3), rest, ZoneOffset.UTC);
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
        return TimesOfDay.at(day, year.group(1), ZoneOffset.UTC);
    }

    /// A date of which the month is a word; the numbers say in which groups what stands.
    static LocalDate named(Matcher found, int day, int month, int year) {
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
}
