package org.quietbell.channel;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.quietbell.json.Json;

/// Reads a number of seconds that may have a fraction.
final class Seconds {
    private static final BigDecimal MOST = BigDecimal.valueOf(Duration.ofDays(1).toSeconds());
    private static final int LONGEST = 40;

    private Seconds() {}

    /// Rounded up to whole ones, at most a day; empty if it is no number or below zero.
    static Optional<Duration> of(Json json) {
        if (!(json instanceof Json.Digits(String digits)) || digits.length() > LONGEST) {
            return Optional.empty();
        }
        // compared before it is rounded: a great exponent would make a great many digits
        BigDecimal seconds = new BigDecimal(digits).min(MOST);
        return seconds.signum() < 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds((long) Math.ceil(seconds.doubleValue())));
    }
}
