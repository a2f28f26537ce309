package org.quietbell.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// When a letter that could not be delivered is tried again.
///
/// After 30 s, 2 min, 10 min, then hourly, each with full jitter: at a moment drawn evenly from the
/// last nine tenths of that time, so that letters that failed together do not come back together.
/// Given up at the first failure after seven days, but not before seven tries, since a pause may
/// have held it; at once if the fault does not pass.
///
/// @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Full
///   jitter</a>
public final class Retrying {
    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1));
    private static final Duration GIVEN_UP = Duration.ofDays(7);
    private static final int FEWEST = 7;
    private static final Duration FURTHEST = Duration.ofDays(1);

    private Retrying() {}

    /// The next try after a failure.
    ///
    /// @param attempts tries so far, the failed one included, 1 or more
    /// @param decided when the notice was decided
    /// @param now when it failed
    /// @param passing whether the fault may pass without anybody's doing
    /// @param notBefore when the other side wants to be asked again; honoured up to 24 hours ahead
    /// @param random draws the jitter
    /// @return empty: give it up; it stays visible
    public static Optional<Instant> next(
            int attempts,
            Instant decided,
            Instant now,
            boolean passing,
            Optional<Instant> notBefore,
            RandomGenerator random) {
        boolean old = attempts >= FEWEST && !now.isBefore(decided.plus(GIVEN_UP));
        if (!passing || old) {
            return Optional.empty();
        }
        Duration wait = WAITS.get(Math.clamp(attempts - 1L, 0, WAITS.size() - 1));
        long most = wait.toMillis();
        Instant next = now.plusMillis(random.nextLong(most / 10, most + 1));
        Instant furthest = now.plus(FURTHEST);
        return Optional.of(
                notBefore
                        .map(wish -> wish.isAfter(furthest) ? furthest : wish)
                        .filter(wish -> wish.isAfter(next))
                        .orElse(next));
    }
}
