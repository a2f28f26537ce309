package org.quietbell.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Slows down whoever tries passphrases (F28): after five wrong ones from an address each further
/// one waits longer, up to a minute. An address waits only for its own; nobody is shut out by
/// others, and a right passphrase ends the waiting. Safe for many threads.
final class Tries {
    /// Wrong ones that cost nothing but the time of the check.
    static final int FREE = 5;

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int MOST_ADDRESSES = 1000;

    private final InstantSource clock;
    private final Map<String, Wrong> wrongs = new LinkedHashMap<>();

    private record Wrong(int number, Instant last) {
        Instant next() {
            int doublings = Math.min(number - FREE, 6);
            Duration wait = doublings < 0 ? Duration.ZERO : Duration.ofSeconds(1L << doublings);
            return last.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        }
    }

    Tries(InstantSource clock) {
        this.clock = clock;
    }

    /// Whether a passphrase from there is looked at now.
    synchronized boolean mayTry(String address) {
        Wrong wrong = wrongs.get(address);
        return wrong == null || !clock.instant().isBefore(wrong.next());
    }

    /// Remembers how one turned out.
    synchronized void tried(String address, boolean isWrong) {
        Instant now = clock.instant();
        if (!isWrong) {
            wrongs.remove(address);
            return;
        }
        wrongs.values().removeIf(wrong -> wrong.last().plus(FORGOTTEN).isBefore(now));
        @Nullable Wrong before = wrongs.remove(address);
        if (wrongs.size() >= MOST_ADDRESSES) {
            wrongs.remove(wrongs.keySet().iterator().next()); // the one longest quiet
        }
        wrongs.put(address, new Wrong(before == null ? 1 : before.number() + 1, now));
    }
}
