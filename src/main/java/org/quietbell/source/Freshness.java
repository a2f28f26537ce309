package org.quietbell.source;

import java.util.Locale;

/// How old a page may be by its own date. `ANY` misses nothing: many a page is found long after it
/// was made, or claims a false date.
enum Freshness {
    ANY(0),
    DAY(1),
    WEEK(7),
    MONTH(30),
    YEAR(365);

    private final int days;

    Freshness(int days) {
        this.days = days;
    }

    /// @throws IllegalArgumentException if it is no such word
    static Freshness of(String word) {
        return switch (word) {
            case "any" -> ANY;
            case "day" -> DAY;
            case "week" -> WEEK;
            case "month" -> MONTH;
            case "year" -> YEAR;
            default -> throw new IllegalArgumentException("must be any, day, week, month or year");
        };
    }

    boolean isBounded() {
        return this != ANY;
    }

    /// 0 for any.
    int days() {
        return days;
    }

    /// `day`, `week` …
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// `d`, `w`, `m` or `y`.
    String letter() {
        return word().substring(0, 1);
    }
}
