package org.quietbell.source;

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
/// @param notBefore it is not asked before this, by its own wish or by our back-off
public record Standing(
        Optional<Fault> fault,
        Optional<Instant> since,
        Optional<Instant> lastAsked,
        Optional<Instant> lastAnswer,
        int faults,
        Optional<Instant> notBefore) {
    /// Never asked.
    public static final Standing NEVER_ASKED =
            new Standing(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    Optional.empty());

    /// The state's name in `status` and in the pages: `never-asked`, `ok`, or the fault's kind.
    public String name() {
        return lastAsked.isEmpty() ? "never-asked" : fault.map(f -> f.kind().word()).orElse("ok");
    }
}
