package org.quietbell.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a letter that was decided on may still be sent when its moment comes.
///
/// It may have waited for a mail server. What she has changed since then counts, and so does the
/// hour: a pause takes effect before the next send (R1.8). A letter of a fixed time is tried on the
/// day of that time and on no other (R1.2); what it told of then waits for her next one.
public final class StillRight {
    private StillRight() {}

    /// A letter whose moment has come.
    ///
    /// @param recipient to whom
    /// @param decided when the notice was decided
    /// @param origins whence the hits come that it tells of
    /// @param allowed whether her consent allows the channel and it is in use
    /// @param confirmed when the channel was last confirmed
    /// @param atOnce as [Notice#atOnce]
    public record Waiting(
            RecipientId recipient,
            Instant decided,
            Notice.Letter letter,
            Set<Origin> origins,
            boolean allowed,
            Optional<Instant> confirmed,
            boolean atOnce) {
        public Waiting {
            origins = Set.copyOf(origins);
        }

        /// A letter of an ordinary notice.
        public Waiting(
                RecipientId recipient,
                Instant decided,
                Notice.Letter letter,
                Set<Origin> origins,
                boolean allowed,
                Optional<Instant> confirmed) {
            this(recipient, decided, letter, origins, allowed, confirmed, false);
        }
    }

    /// Why the letter must not be sent now.
    ///
    /// @param hearing what she chose, as it stands now
    /// @param helper how far those have come who hear first
    /// @return a cause that holds; empty: it may be sent
    public static Optional<Cause> hindrance(
            Optional<Hearing> hearing,
            HelperState helper,
            Collection<Pause> pauses,
            Waiting waiting,
            Instant now) {
        Optional<Cause> cause =
                waiting.atOnce()
                        ? hindranceAtOnce(hearing, pauses, waiting, now)
                        : hindranceInTime(hearing, pauses, waiting, now);
        return cause.or(() -> away(hearing, helper, waiting.recipient(), now));
    }

    /// Whether it is for a helper who wants to hear nothing now, or for whoever stands in for one
    /// who is there (R1.22).
    private static Optional<Cause> away(
            Optional<Hearing> hearing, HelperState helper, RecipientId recipient, Instant now) {
        return hearing.filter(h -> h.isHeardFirstBy(recipient))
                .flatMap(h -> helper.hindrance(h.isStandIn(recipient), now));
    }

    /// What stands in the way of one told at once: her word, a pause, its level, consent. No hour.
    private static Optional<Cause> hindranceAtOnce(
            Optional<Hearing> hearing, Collection<Pause> pauses, Waiting waiting, Instant now) {
        Optional<AtOnce> rule =
                hearing.flatMap(chosen -> chosen.wishes().atOnce().filter(r -> isHeard(r, chosen)))
                        .filter(r -> r.to().equals(waiting.recipient()));
        if (rule.isEmpty()) {
            return Optional.of(Cause.NOT_CHOSEN);
        }
        Optional<Cause> paused = paused(pauses, waiting, now);
        return paused.isPresent() ? paused : unfit(rule.get().channels(), waiting, now);
    }

    private static boolean isHeard(AtOnce rule, Hearing chosen) {
        return rule.heard(chosen).isPresent();
    }

    private static Optional<Cause> hindranceInTime(
            Optional<Hearing> hearing, Collection<Pause> pauses, Waiting waiting, Instant now) {
        boolean self = waiting.recipient().equals(RecipientId.SELF);
        if (hearing.isEmpty() || !(self || hearing.get().isHeardFirstBy(waiting.recipient()))) {
            return Optional.of(Cause.NOT_CHOSEN);
        }
        Hearing chosen = self ? hearing.get() : hearing.get().asHelperHears(waiting.recipient());
        if (chosen.how() == How.ONLY_WHEN_OPENED) {
            return Optional.of(Cause.ONLY_WHEN_OPENED);
        }
        Optional<Cause> paused = paused(pauses, waiting, now);
        if (paused.isPresent()) {
            return paused;
        }
        if (Stillness.isQuiet(chosen, now)) {
            return Optional.of(Cause.QUIET_HOURS);
        }
        if (Stillness.isKeptFree(chosen, now)) {
            return Optional.of(Cause.NO_CONTACT_DAY);
        }
        if (self && NextTelling.hasTimes(chosen) && !isSameDay(chosen, waiting.decided(), now)) {
            return Optional.of(Cause.NOT_YET_TIME);
        }
        if (chosen.how() == How.NOT_NOW) {
            return Optional.of(Cause.NOT_NOW);
        }
        return unfit(chosen.channelsFor(waiting.recipient()), waiting, now);
    }

    private static Optional<Cause> unfit(List<Tuned> channels, Waiting waiting, Instant now) {
        if (levelNow(channels, waiting, now).compareTo(waiting.letter().level()) < 0) {
            // she has turned it down since: what it would say is said again at her new level
            return Optional.of(Cause.SILENT);
        }
        return waiting.allowed() ? Optional.empty() : Optional.of(Cause.CONSENT_ENDED);
    }

    /// Whether a pause holds the letter back.
    public static Optional<Cause> paused(Collection<Pause> pauses, Waiting waiting, Instant now) {
        List<Pause> holding =
                pauses.stream()
                        .filter(pause -> pause.holdsAt(now))
                        .filter(pause -> holds(pause, waiting))
                        .toList();
        if (holding.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                holding.stream().allMatch(Pause::stopsLooking)
                        ? Cause.STOPPED_LOOKING
                        : Cause.PAUSED);
    }

    private static boolean holds(Pause pause, Waiting waiting) {
        return pause.isOfEverything()
                || pause.silences(waiting.letter().channel())
                || waiting.origins().stream()
                        .anyMatch(origin -> pause.covers(origin.watch(), origin.source()));
    }

    private static boolean isSameDay(Hearing hearing, Instant one, Instant other) {
        return one.atZone(hearing.zone())
                .toLocalDate()
                .equals(other.atZone(hearing.zone()).toLocalDate());
    }

    private static Level levelNow(List<Tuned> channels, Waiting waiting, Instant now) {
        return channels.stream()
                .filter(tuned -> tuned.channel().equals(waiting.letter().channel()))
                .map(tuned -> tuned.levelAt(waiting.confirmed(), now))
                .reduce(Reach::lesser)
                .orElse(Level.SILENT);
    }
}
