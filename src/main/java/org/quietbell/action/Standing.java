package org.quietbell.action;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.quietbell.action.ReportEvent.Answered;
import org.quietbell.action.ReportEvent.Back;
import org.quietbell.action.ReportEvent.Ended;
import org.quietbell.action.ReportEvent.Prepared;
import org.quietbell.action.ReportEvent.Unlisted;

/// How a report stands now: what happened last, and what the clock of its route says.
public sealed interface Standing {
    /// Put together, not sent.
    record NotSent() implements Standing {}

    /// Sent; the route names no time.
    record Sent(Instant at) implements Standing {}

    /// Sent, and the time that the route names runs.
    ///
    /// @param due when it ends
    record Waiting(Due due) implements Standing {}

    /// That time is over, and no answer was noted.
    ///
    /// @param next the route that can be taken then, if the table names one
    record PastDue(Due due, Optional<String> next) implements Standing {}

    /// They answered.
    record HasAnswer(Instant at) implements Standing {}

    /// She is done with it.
    record Done(Outcome outcome, Instant at) implements Standing {}

    /// Something that it asked about is listed again.
    record ListedAgain(Instant since) implements Standing {}

    /// When a time ends.
    ///
    /// @param at the moment: so many hours of elapsed time after, whatever the clocks of her zone
    ///   do in between
    /// @param within how long the time is
    /// @param isFromReceipt false: nobody knows when they got it, so it is counted from when it was
    ///   sent, and the real end may be later, never earlier
    record Due(Instant at, Duration within, boolean isFromReceipt) {
        static Due of(ReportEvent.Sent sent, Duration within) {
            Instant from = sent.received().orElse(sent.sent());
            return new Due(from.plus(within), within, sent.received().isPresent());
        }
    }

    /// Its word in listings, e.g. `past-due`.
    default String word() {
        return switch (this) {
            case NotSent _ -> "prepared";
            case Sent _ -> "sent";
            case Waiting _ -> "waiting";
            case PastDue _ -> "past-due";
            case HasAnswer _ -> "answered";
            case Done(Outcome outcome, _) -> outcome.word();
            case ListedAgain _ -> "back";
        };
    }

    /// How it stands. The last of sent, answered, ended and back decides. A reminder does not start
    /// the clock again; what is sent after an answer, an end or a return does.
    ///
    /// @param route its row, if the table still has it
    static Standing of(Report report, Optional<Route> route, Instant now) {
        Deque<ReportEvent> turns = turns(report);
        if (turns.isEmpty()) {
            return new NotSent();
        }
        return switch (turns.getLast()) {
            case Answered answered -> new HasAnswer(answered.at());
            case Ended ended -> new Done(ended.outcome(), ended.at());
            case Back back -> new ListedAgain(back.since());
            case ReportEvent.Sent _ -> sent(firstSent(turns), route, now);
            case Prepared _, Unlisted _ -> throw new IllegalStateException("no turn");
        };
    }

    private static Standing sent(ReportEvent.Sent sent, Optional<Route> route, Instant now) {
        Optional<Due> due =
                route.flatMap(row -> row.request().within()).map(time -> Due.of(sent, time));
        if (due.isEmpty()) {
            return new Sent(sent.sent());
        }
        return now.isBefore(due.get().at())
                ? new Waiting(due.get())
                : new PastDue(due.get(), route.flatMap(row -> row.request().next()));
    }

    /// What decides, in order. A page that came back to a report that was never sent, or is away
    /// once more, decides nothing.
    private static Deque<ReportEvent> turns(Report report) {
        Deque<ReportEvent> turns = new ArrayDeque<>();
        for (ReportEvent event : report.since()) {
            switch (event) {
                case ReportEvent.Sent _, Answered _, Ended _ -> turns.add(event);
                case Back back -> {
                    if (!turns.isEmpty() && !report.unlisted().contains(back.hit())) {
                        turns.add(event);
                    }
                }
                case Prepared _, Unlisted _ -> {}
            }
        }
        return turns;
    }

    /// The earliest one sent since the last other turn; of notes about the same moment one that
    /// knows when it arrived, and the last of those.
    private static ReportEvent.Sent firstSent(Deque<ReportEvent> turns) {
        Deque<ReportEvent.Sent> latest = new ArrayDeque<>();
        for (Iterator<ReportEvent> back = turns.descendingIterator(); back.hasNext(); ) {
            if (!(back.next() instanceof ReportEvent.Sent sent)) {
                break;
            }
            latest.add(sent); // the last noted first, and min takes the first of equals
        }
        return latest.stream()
                .min(
                        Comparator.comparing(ReportEvent.Sent::sent)
                                .thenComparing(sent -> sent.received().isEmpty()))
                .orElseThrow();
    }
}
