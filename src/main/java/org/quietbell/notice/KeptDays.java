package org.quietbell.notice;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;

/// Days on which nothing is told: court dates, a holiday, an anniversary.
public sealed interface KeptDays {
    /// From one date to another, both included.
    ///
    /// @param last not before `first`
    record Span(LocalDate first, LocalDate last) implements KeptDays {
        /// @throws IllegalArgumentException if it ends before it begins
        public Span {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("no-contact: ends before it begins");
            }
        }
    }

    /// The same days each year, both included, also over New Year.
    ///
    /// In a year without a 29th of February, the 28th and the 1st of March are kept for it: which
    /// of them she means is not ours to guess.
    record Yearly(MonthDay first, MonthDay last) implements KeptDays {}

    /// As it is written: `2027-02-14`, `2027-07-01..2027-07-14`, and without the year for days that
    /// come again each year: `--02-14`, `--12-24..--01-01` (ISO 8601, as in vCard).
    default String text() {
        return switch (this) {
            case Span(LocalDate first, LocalDate last) -> text(first, last);
            case Yearly(MonthDay first, MonthDay last) -> text(first, last);
        };
    }

    private static String text(Object first, Object last) {
        return first.equals(last) ? first.toString() : first + ".." + last;
    }

    /// Reads what [#text] wrote.
    ///
    /// @throws IllegalArgumentException if it is nothing of the kind; the text is not repeated
    static KeptDays of(String text) {
        int dots = text.indexOf("..");
        String first = dots < 0 ? text : text.substring(0, dots);
        String last = dots < 0 ? text : text.substring(dots + 2);
        try {
            return first.startsWith("-")
                    ? new Yearly(MonthDay.parse(first), MonthDay.parse(last))
                    : new Span(LocalDate.parse(first), LocalDate.parse(last));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "must be a date such as 2027-02-14, a range such as 2027-07-01..2027-07-14,"
                            + " or --02-14 for every year",
                    e);
        }
    }

    /// One date.
    static KeptDays on(LocalDate day) {
        return new Span(day, day);
    }

    /// Whether nothing is told on that day.
    default boolean contains(LocalDate day) {
        return switch (this) {
            case Span(LocalDate first, LocalDate last) ->
                    !day.isBefore(first) && !day.isAfter(last);
            case Yearly(MonthDay first, MonthDay last) -> {
                MonthDay today = MonthDay.from(day);
                boolean afterFirst = !today.isBefore(first(first, day.getYear()));
                boolean beforeLast = !today.isAfter(last(last, day.getYear()));
                yield first.isAfter(last) ? afterFirst || beforeLast : afterFirst && beforeLast;
            }
        };
    }

    /// The first day after these, seen from one of them. It may be kept free for another reason.
    default LocalDate after(LocalDate day) {
        return switch (this) {
            case Span(_, LocalDate last) -> last.plusDays(1);
            case Yearly _ -> day.plusDays(1);
        };
    }

    private static MonthDay first(MonthDay day, int year) {
        return day.isValidYear(year) ? day : MonthDay.of(2, 28);
    }

    private static MonthDay last(MonthDay day, int year) {
        return day.isValidYear(year) ? day : MonthDay.of(3, 1);
    }
}
