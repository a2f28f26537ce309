package org.quietbell.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.quietbell.http.Fault;

/// How a source is doing after an answer. Pure.
public final class Standings {
    private Standings() {}

    /// The next state.
    ///
    /// A partly blind answer is a fault that does not hold the source off: it is asked again at its
    /// own pace, and has not answered completely. One that asks for a wait gets at least that.
    ///
    /// @param randomness 0 (inclusive) to 1 (exclusive), see [BackOff]
    /// @param interval how often it is asked when all is well
    public static Standing after(
            Standing before, Answer answer, Instant now, double randomness, Duration interval) {
        return switch (answer) {
            case Answer.Found(Page page, _, _) ->
                    page.blind()
                            .map(words -> new Fault(Fault.Kind.PARTLY_BLIND, words))
                            .map(fault -> failing(before, fault, now, Optional.empty()))
                            .orElseGet(() -> well(before, now));
            case Answer.Unchanged _ -> well(before, now);
            case Answer.RateLimited(Instant until, Fault fault) -> {
                Instant ours = BackOff.next(before, fault, now, randomness, interval);
                yield failing(before, fault, now, Optional.of(until.isAfter(ours) ? until : ours));
            }
            case Answer.Failed(Fault fault) ->
                    failing(
                            before,
                            fault,
                            now,
                            Optional.of(BackOff.next(before, fault, now, randomness, interval)));
        };
    }

    private static Standing well(Standing before, Instant now) {
        boolean isNew = before.fault().isPresent() || before.since().isEmpty();
        return new Standing(
                Optional.empty(),
                isNew ? Optional.of(now) : before.since(),
                Optional.of(now),
                Optional.of(now),
                0,
                Optional.empty());
    }

    private static Standing failing(
            Standing before, Fault fault, Instant now, Optional<Instant> notBefore) {
        boolean isSame =
                before.fault().map(old -> old.kind() == fault.kind()).orElse(false)
                        && before.since().isPresent();
        return new Standing(
                Optional.of(fault),
                isSame ? before.since() : Optional.of(now),
                Optional.of(now),
                before.lastAnswer(),
                before.faults() == Integer.MAX_VALUE ? before.faults() : before.faults() + 1,
                notBefore);
    }
}
