package org.quietbell.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

/// Lets whoever reads the console set up by the pages, once (F27): 128 random bits, good for half
/// an hour, printed there and kept nowhere. Safe for many threads.
final class FirstKey {
    static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private static final int BYTES = 16;

    private final InstantSource clock;
    private final Instant made;
    private final String key;
    private boolean used;

    FirstKey(InstantSource clock) {
        this.clock = clock;
        this.made = clock.instant();
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        this.key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What follows the address of the pages.
    String path() {
        return "begin?k=" + key;
    }

    /// Whether that is the key, unused and not too old.
    synchronized boolean isGood(String offered) {
        return !used
                && Duration.between(made, clock.instant()).abs().compareTo(GOOD_FOR) < 0
                && MessageDigest.isEqual(
                        key.getBytes(StandardCharsets.US_ASCII),
                        offered.getBytes(StandardCharsets.UTF_8));
    }

    /// From now on it is used.
    synchronized void use() {
        used = true;
    }
}
