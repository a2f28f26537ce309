package org.quietbell.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.quietbell.http.Fault;

/// How a source is doing after an answer. Pure.
public final class Standings {
    private static final Fault OVER =
            new Fault(
                    Fault.Kind.GONE,
                    "the feed says that it is over: look whether another one took its place");

    private Standings() {}

    /// The next state.
    ///
    /// A partly blind answer is a fault that does not hold the source off: it is asked again at its
    /// own pace, and has not answered completely. One that asks for a wait gets at least that. A
    /// list that says it is over is gone, whatever it holds.
    ///
    /// @param randomness 0 (inclusive) to 1 (exclusive), see [BackOff]
    /// @param interval how often it is asked when all is well
    /// @param set the address that was set, if the source is a list at an address of its own
    public static Standing after(
            Standing before,
            Answer answer,
            Instant now,
            double randomness,
            Duration interval,
            Optional<URI> set) {
        return after(before, answer, now, randomness, interval)
                .with(before.habits().after(answer, now, set));
    }

    private static Standing after(
            Standing before, Answer answer, Instant now, double randomness, Duration interval) {
        return switch (answer) {
            case Answer.Found(Page page, _, _, Answer.Aside aside) ->
                    page.blind()
                            .map(words -> new Fault(Fault.Kind.PARTLY_BLIND, words))
                            .or(() -> page.ended() ? Optional.of(OVER) : Optional.empty())
                            .map(fault -> failing(before, fault, now, aside.rests()))
                            .orElseGet(() -> well(before, now, aside.rests()));
            case Answer.Unchanged(_, _, Answer.Aside aside) -> well(before, now, aside.rests());
            case Answer.RateLimited(Instant until, Fault fault) -> {
                Instant ours = BackOff.next(before, fault, now, randomness, interval);
                yield failing(before, fault, now, Optional.of(until.isAfter(ours) ? until : ours));
            }
            case Answer.Gone(Fault fault) -> failing(before, fault, now, Optional.empty());
            case Answer.Failed(Fault fault) ->
                    failing(
                            before,
                            fault,
                            now,
                            Optional.of(BackOff.next(before, fault, now, randomness, interval)));
        };
    }

    /// A source that answered last, and had not answered all that it was asked in the same round.
    ///
    /// @param before how it did before that round
    /// @param well how it does by its last answer
    /// @param missed the first of what went wrong
    public static Standing partly(Standing before, Standing well, Fault missed) {
        boolean isSame =
                before.fault().filter(fault -> fault.kind() == Fault.Kind.PARTLY_BLIND).isPresent();
        return new Standing(
                Optional.of(
                        new Fault(
                                Fault.Kind.PARTLY_BLIND,
                                "not all that it was asked was answered: " + missed.detail())),
                isSame ? before.since() : well.lastAsked(),
                well.lastAsked(),
                before.lastAnswer(),
                before.faults() == Integer.MAX_VALUE ? before.faults() : before.faults() + 1,
                well.notBefore(),
                well.habits());
    }

    private static Standing well(Standing before, Instant now, Optional<Instant> rests) {
        boolean isNew = before.fault().isPresent() || before.since().isEmpty();
        return new Standing(
                Optional.empty(),
                isNew ? Optional.of(now) : before.since(),
                Optional.of(now),
                Optional.of(now),
                0,
                rests);
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
