package org.quietbell.settings;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quietbell.config.Section;
import org.quietbell.notice.Ceiling;

/// Reads `ceiling`: `3/day`, or `[3/day, 10/week]`.
final class CeilingReader {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,6})/(day|week)");

    private CeilingReader() {}

    private record Limit(int most, boolean week) {}

    /// @return empty if it is not set; a day without a number of its own has the usual one
    static Optional<Ceiling> read(Section section) {
        return read(section, Ceiling.DEFAULT.perDay());
    }

    /// The same with another usual number for the day.
    static Optional<Ceiling> read(Section section, int usual) {
        OptionalInt day = OptionalInt.empty();
        OptionalInt week = OptionalInt.empty();
        for (Limit limit : section.parsedAll("ceiling", CeilingReader::limit)) {
            if ((limit.week() ? week : day).isPresent()) {
                section.problem("ceiling", "has two numbers for the same time: keep one");
            }
            if (limit.week()) {
                week = OptionalInt.of(limit.most());
            } else {
                day = OptionalInt.of(limit.most());
            }
        }
        if (day.isEmpty() && week.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Ceiling(day.orElse(usual), week));
    }

    private static Limit limit(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches() || Integer.parseInt(written.group(1)) == 0) {
            throw new IllegalArgumentException(
                    "must be a number of notices such as 3/day or 10/week");
        }
        return new Limit(Integer.parseInt(written.group(1)), written.group(2).equals("week"));
    }
}
