package org.quietbell.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// How often one address may try what needs no passphrase. What is tried cannot be guessed anyway;
/// this keeps somebody from making the machine work. Safe for many threads.
final class Allowance {
    /// Tries a minute from one address.
    static final int MOST = 30;

    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 1000;

    private final InstantSource clock;
    private final Map<String, Integer> tries = new HashMap<>();
    private Instant since;

    Allowance(InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /// Counts a try.
    synchronized boolean allows(String address) {
        Instant now = clock.instant();
        if (Duration.between(since, now).abs().compareTo(SPAN) >= 0) {
            tries.clear();
            since = now;
        }
        // in a crowd those not seen yet share one count
        String counted = tries.size() < MOST_ADDRESSES ? address : "";
        return tries.merge(tries.containsKey(address) ? address : counted, 1, Integer::sum) <= MOST;
    }
}
