package org.quietbell.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.quietbell.http.Fault;

/// How a source is doing.
///
/// @param fault what is wrong since [#since]; empty: it answers
/// @param since when this state began; empty: never asked
/// @param lastAsked when it was asked last
/// @param lastAnswer when it last answered completely (unchanged counts)
/// @param faults consecutive faults, 0 or more
/// @param notBefore it is not asked before this, by its own wish or by our back-off; without a
///   fault only by its own wish
/// @param habits what its answers have taught
public record Standing(
        Optional<Fault> fault,
        Optional<Instant> since,
        Optional<Instant> lastAsked,
        Optional<Instant> lastAnswer,
        int faults,
        Optional<Instant> notBefore,
        Habits habits) {
    /// Never asked.
    public static final Standing NEVER_ASKED =
            new Standing(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    Optional.empty());

    /// A source of which nothing more is known.
    public Standing(
            Optional<Fault> fault,
            Optional<Instant> since,
            Optional<Instant> lastAsked,
            Optional<Instant> lastAnswer,
            int faults,
            Optional<Instant> notBefore) {
        this(fault, since, lastAsked, lastAnswer, faults, notBefore, Habits.NONE);
    }

    /// The state's name in `status` and in the pages: `never-asked`, `ok`, or the fault's kind.
    public String name() {
        return lastAsked.isEmpty() ? "never-asked" : fault.map(f -> f.kind().word()).orElse("ok");
    }

    /// The same with other habits.
    public Standing with(Habits other) {
        return new Standing(fault, since, lastAsked, lastAnswer, faults, notBefore, other);
    }

    /// Before which moment no round asks it by its own wish for a pace; empty: it has none, or none
    /// that is slower than ours.
    ///
    /// @param every how often it is to be asked
    public Optional<Instant> due(Duration every) {
        FeedPace pace = habits.pace();
        boolean isSlower = pace.least().compareTo(every) > 0;
        boolean skips = !pace.skipHours().isEmpty() || !pace.skipDays().isEmpty();
        return isSlower || skips
                ? lastAsked.map(asked -> pace.from(asked.plus(pace.stretched(every))))
                : Optional.empty();
    }
}
