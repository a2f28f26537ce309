package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.SettableClock;

class TriesTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final Tries tries = new Tries(clock);

    private int triedIn(Duration span, String address) {
        Instant end = clock.instant().plus(span);
        int tried = 0;
        while (clock.instant().isBefore(end)) {
            if (tries.mayTry(address)) {
                tries.tried(address, true);
                tried++;
            }
            clock.advance(Duration.ofSeconds(1));
        }
        return tried;
    }

    @Test
    @Covers("F28")
    void whoTriesOnWaitsLongerAndLonger() {
        assertThat(triedIn(Duration.ofMinutes(10), "192.0.2.1")).isBetween(10, 25);
    }

    @Test
    @Covers("F28")
    void othersDoNotWaitForIt() {
        triedIn(Duration.ofMinutes(10), "192.0.2.1");

        assertThat(tries.mayTry("192.0.2.1")).isFalse();
        assertThat(tries.mayTry("192.0.2.2")).isTrue();
    }

    @Test
    void aMinuteIsTheLongestWaitAndARightOneEndsIt() {
        triedIn(Duration.ofHours(2), "192.0.2.1");
        clock.advance(Duration.ofMinutes(1));
        assertThat(tries.mayTry("192.0.2.1")).isTrue();

        tries.tried("192.0.2.1", false);
        tries.tried("192.0.2.1", true);
        assertThat(tries.mayTry("192.0.2.1")).isTrue();
    }

    @Test
    void aCrowdOfAddressesIsNotRememberedForEver() {
        for (int i = 0; i < 5_000; i++) {
            for (int j = 0; j < Tries.FREE; j++) {
                tries.tried("192.0.2." + i, true);
            }
        }

        assertThat(tries.mayTry("192.0.2.0")).isTrue();
        assertThat(tries.mayTry("192.0.2.4999")).isFalse();
    }
}
