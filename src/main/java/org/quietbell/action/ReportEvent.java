package org.quietbell.action;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quietbell.hit.HitId;

/// One thing that happened to a report. Written once and never changed; what turns out otherwise is
/// another event.
///
/// Each is flat: ids, moments and texts. [ReportFields] writes it as texts by name.
public sealed interface ReportEvent {
    /// Of which report.
    ReportId report();

    /// When it was noted, by our clock; not before the moments that it tells of.
    Instant at();

    /// A request was put together; nobody has it yet. The first event of each report.
    ///
    /// @param route id of a row of [Routes]
    /// @param hits whose addresses it asks about, at least one, each once
    /// @param young whether somebody in the picture was or may have been under 18: then it never
    ///   holds more than addresses (R3.12)
    record Prepared(ReportId report, Instant at, String route, List<HitId> hits, boolean young)
            implements ReportEvent {
        /// @throws IllegalArgumentException if it asks about nothing or has no route
        public Prepared {
            hits = hits.stream().distinct().toList();
            if (hits.isEmpty() || route.isEmpty()) {
                throw new IllegalArgumentException("report: must have a route and an address");
            }
        }
    }

    /// She sent it, by her own hand.
    ///
    /// @param sent when
    /// @param received when they got it, if that is known: the clocks of the law begin then
    /// @param to whom: a site, an office, an officer with badge number, a lawyer; perhaps empty
    /// @param reference the number they gave it; perhaps empty
    record Sent(
            ReportId report,
            Instant at,
            Instant sent,
            Optional<Instant> received,
            String to,
            String reference)
            implements ReportEvent {
        /// @throws IllegalArgumentException if they got it before it was sent
        public Sent {
            if (received.filter(sent::isAfter).isPresent()) {
                throw new IllegalArgumentException("received: must not be before it was sent");
            }
            to = to.strip();
            reference = reference.strip();
        }
    }

    /// They answered, in words or by doing something.
    ///
    /// @param words what they said, as she notes it; perhaps empty
    record Answered(ReportId report, Instant at, String words) implements ReportEvent {
        public Answered {
            words = words.strip();
        }
    }

    /// She is done with it.
    ///
    /// @param words what more there is to say; perhaps empty
    record Ended(ReportId report, Instant at, Outcome outcome, String words)
            implements ReportEvent {
        public Ended {
            words = words.strip();
        }
    }

    /// A page that it asks about is no longer listed where it was found. Found by looking on.
    ///
    /// @param lastSeen when it was last in an answer
    record Unlisted(ReportId report, Instant at, HitId hit, Instant lastSeen)
            implements ReportEvent {}

    /// A page that was no longer listed is listed again. Found by looking on.
    ///
    /// @param since when it was first in an answer again
    record Back(ReportId report, Instant at, HitId hit, Instant since) implements ReportEvent {}
}
