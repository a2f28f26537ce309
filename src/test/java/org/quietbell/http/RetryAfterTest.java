package org.quietbell.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @Covers("F25")
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | PT2M",
                "3600 | PT1H",
                "' 300 ' | PT5M",
                "0 | PT1M",
                "59 | PT1M",
                "-5 | PT1M",
                "'' | PT1M",
                "soon | PT1M",
                "1.5 | PT1M",
                "86400 | PT24H",
                "86401 | PT24H",
                "99999999999999999999999 | PT24H",
                "Sun, 01 Mar 2026 14:00:00 GMT | PT2H",
                "Sun, 01 Mar 2026 11:00:00 GMT | PT1M",
                "Thu, 01 Jan 1970 00:00:00 GMT | PT1M",
                "Fri, 31 Dec 9999 23:59:59 GMT | PT24H",
                "Sun, 01 Mar 2026 | PT1M"
            })
    void waitsAtLeastAMinuteAndAtMostADay(String text, Duration wait) {
        assertThat(RetryAfter.until(text, NOW)).isEqualTo(NOW.plus(wait));
    }
}
