package org.quietbell.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What follows a date: a time, a zone, both or nothing. Pure.
final class TimesOfDay {
    private static final String CLOCK =
            "([0-9]{1,2})(?::([0-9]{1,2})(?::([0-9]{1,2})(?:[.,:]([0-9]{1,12}))?)?)?"
                    + "(?:\\s*([AaPp])\\.?[Mm]\\b\\.?)?";

    private static final String OFFSET =
            "(?:\\s*(?:([A-Za-z]{1,5}|[A-Z][A-Za-z]{2,12}/[A-Za-z_]{2,20}"
                    + "|(?:[Uu][Tt][Cc]|[Gg][Mm][Tt]|[Uu][Tt])(?=\\s*[-+\u2212]))?"
                    + "\\s*([-+\u2212][0-9]{1,2}(?::?[0-9]{2})?)?))";

    private static final Pattern TIME =
            Pattern.compile("(?:" + CLOCK + ")?" + OFFSET + "(\\s+[A-Za-z]{3,4})?");

    private static final Pattern BASIC_TIME =
            Pattern.compile("([0-9]{2})([0-9]{2})([0-9]{2})?" + OFFSET);

    private static final Pattern DOTTED =
            Pattern.compile("([0-9]{1,2})\\.([0-9]{2})\\.([0-9]{2})(?![0-9])");

    /// A zone's name behind an offset, which says all: RFC 9557.
    private static final Pattern BRACKETED =
            Pattern.compile(
                    "(.*(?:[Zz]|[-+][0-9]{2}:?[0-9]{2}))\\[[A-Za-z_]{2,20}(?:/[A-Za-z_]{2,20})?]");

    private static final Pattern WORD = Pattern.compile("(\\p{L}{1,5})\\.?,?\\s+(?=[0-9])");

    private TimesOfDay() {}

    /// @param rest what follows the date
    /// @param usual the zone where none is named
    /// @return null if it is neither time nor zone, or one too many
    /// @throws DateTimeException for an hour, minute or second that there is not
    static @Nullable Instant at(LocalDate day, String rest, ZoneId usual) {
        String time = separated(rest);
        if (time == null) {
            return null;
        }
        Matcher plain = TIME.matcher(time);
        if (plain.matches() && (plain.group(1) == null || isClock(plain))) {
            boolean tooMany = plain.group(8) != null && plain.group(7) == null;
            tooMany |= plain.group(8) != null && plain.group(6) != null;
            ZoneId zone = tooMany ? null : zone(plain.group(6), plain.group(7), usual);
            return zone == null ? null : clock(day, plain).atZone(zone).toInstant();
        }
        Matcher basic = BASIC_TIME.matcher(time);
        if (basic.matches()) {
            ZoneId zone = zone(basic.group(4), basic.group(5), usual);
            LocalDateTime at =
                    time(day, basic.group(1), basic.group(2), orZero(basic.group(3)), "0");
            return zone == null ? null : at.atZone(zone).toInstant();
        }
        return null;
    }

    /// The time without what joins it to the date.
    private static @Nullable String separated(String rest) {
        String time = rest.strip();
        if (time.isEmpty()) {
            return time;
        }
        Matcher bracketed = BRACKETED.matcher(time);
        if (bracketed.matches()) {
            time = bracketed.group(1);
        }
        if (Character.isWhitespace(rest.charAt(0))) {
            boolean joined =
                    time.charAt(0) == ','
                            || (time.charAt(0) == '-' && time.length() > 6)
                            || (time.charAt(0) == 'T' && isDigit(time.substring(1).strip()));
            return plain(joined ? time.substring(1).strip() : time);
        }
        char joint = time.charAt(0);
        String after = time.substring(1).strip();
        return switch (joint) {
            case 'T', 't', '_' -> isDigit(after) ? plain(after) : null;
            case ',' -> plain(after);
            case ':' -> isDigit(after) ? after : null; // as servers write their logs
            case 'Z', '+', '-', '\u2212' -> time;
            default -> null;
        };
    }

    private static boolean isDigit(String text) {
        return !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    }

    /// Without the words that lead to a time or end it, and with colons for dots.
    private static String plain(String time) {
        String text = time;
        Matcher word = WORD.matcher(text);
        if (word.lookingAt() && DateWords.isJoint(word.group(1))) {
            text = text.substring(word.end());
        }
        if (text.endsWith(" Uhr") || text.endsWith(" uhr")) {
            text = text.substring(0, text.length() - 4);
        }
        Matcher dotted = DOTTED.matcher(text);
        return dotted.lookingAt()
                ? dotted.group(1)
                        + ":"
                        + dotted.group(2)
                        + ":"
                        + dotted.group(3)
                        + text.substring(dotted.end())
                : text;
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
            if (twelve <= 12 && twelve > 0) { // "14:00 PM": then it is for ornament
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

    private static @Nullable ZoneId zone(
            @Nullable String name, @Nullable String offset, ZoneId usual) {
        if (offset == null) {
            return name == null ? usual : DateWords.zone(name).orElse(null);
        }
        boolean isPlus = offset.charAt(0) == '+';
        String digits = offset.substring(1).replace(":", "");
        int length = digits.length();
        int hours = Integer.parseInt(length < 3 ? digits : digits.substring(0, length - 2));
        int minutes = length < 3 ? 0 : Integer.parseInt(digits.substring(length - 2));
        if (hours > 18 || minutes > 59) {
            return null;
        }
        int seconds = (hours * 60 + minutes) * 60;
        return ZoneOffset.ofTotalSeconds(isPlus ? seconds : -seconds);
    }
}
