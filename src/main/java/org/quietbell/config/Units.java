package org.quietbell.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lengths of time and sizes as they are written in settings.
public final class Units {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})(B|KiB|MiB|GiB)");

    private Units() {}

    /// A length of time: a whole number and `s`, `m`, `h` or `d`; at least `1s`.
    ///
    /// @throws IllegalArgumentException if it is written otherwise
    public static Duration duration(String text) {
        Matcher written = DURATION.matcher(text.strip());
        if (!written.matches() || Long.parseLong(written.group(1)) == 0) {
            throw new IllegalArgumentException("must be a time such as 30m, 6h or 3d");
        }
        long number = Long.parseLong(written.group(1));
        return switch (written.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /// A number of bytes: a whole number and `B`, `KiB`, `MiB` or `GiB`; at least `1B`.
    ///
    /// @throws IllegalArgumentException if it is written otherwise
    public static long size(String text) {
        Matcher written = SIZE.matcher(text.strip());
        if (!written.matches() || Long.parseLong(written.group(1)) == 0) {
            throw new IllegalArgumentException("must be a size such as 64KiB or 4MiB");
        }
        long number = Long.parseLong(written.group(1));
        return switch (written.group(2)) {
            case "B" -> number;
            case "KiB" -> number << 10;
            case "MiB" -> number << 20;
            default -> number << 30;
        };
    }
}
