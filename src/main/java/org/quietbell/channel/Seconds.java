package org.quietbell.channel;

import java.time.Duration;
import java.util.Optional;
import org.quietbell.json.Json;

/// Reads a number of seconds that may have a fraction.
final class Seconds {
    private Seconds() {}

    /// Rounded up to whole ones, however many; empty if it is no number.
    static Optional<Duration> of(Json json) {
        // digits of JSON are always digits of a double, if need be of one without end
        return json instanceof Json.Digits(String digits)
                ? Optional.of(Duration.ofSeconds((long) Math.ceil(Double.parseDouble(digits))))
                : Optional.empty();
    }
}
