package org.quietbell.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Reads `Retry-After`.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, Retry-After</a>
final class RetryAfter {
    static final Duration LEAST = Duration.ofMinutes(1);
    static final Duration MOST = Duration.ofHours(24);

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss z", Locale.ENGLISH);

    private RetryAfter() {}

    /// Until when to wait: a minute to 24 hours from now, a minute if the text says nothing usable.
    ///
    /// @param text seconds, or an HTTP date; perhaps empty
    static Instant until(String text, Instant now) {
        Instant asked = read(text.strip(), now);
        if (asked.isBefore(now.plus(LEAST))) {
            return now.plus(LEAST);
        }
        return asked.isAfter(now.plus(MOST)) ? now.plus(MOST) : asked;
    }

    private static Instant read(String text, Instant now) {
        if (text.matches("[0-9]+")) {
            // more than nine digits are more than the most, whatever they are
            return text.length() > 9 ? now.plus(MOST) : now.plusSeconds(Long.parseLong(text));
        }
        try {
            return ZonedDateTime.parse(text, DATE).toInstant();
        } catch (DateTimeException _) {
            return now;
        }
    }
}
