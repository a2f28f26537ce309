package org.quietbell.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.quietbell.watch.WatchId;

/// Whether a letter that was decided on may still be sent when its moment comes.
///
/// It may have waited for a mail server. What she has changed since then counts, and so does the
/// hour: a pause takes effect before the next send (R1.8).
public final class StillRight {
    private StillRight() {}

    /// Why the letter must not be sent now.
    ///
    /// @param hearing what she chose, as it stands now
    /// @param watches whose hits the letter tells of
    /// @param allowed whether her consent allows the channel and it is in use
    /// @return the first cause that holds, in the order of [Cause]; empty: it may be sent
    public static Optional<Cause> hindrance(
            Optional<Hearing> hearing,
            Collection<Pause> pauses,
            Set<WatchId> watches,
            Notice.Letter letter,
            boolean allowed,
            Instant now) {
        if (hearing.isEmpty()) {
            return Optional.of(Cause.NOT_CHOSEN);
        }
        Hearing chosen = hearing.get();
        if (chosen.how() == How.ONLY_WHEN_OPENED) {
            return Optional.of(Cause.ONLY_WHEN_OPENED);
        }
        Optional<Pause> pause =
                pauses.stream()
                        .filter(p -> p.holdsAt(now))
                        .filter(p -> p.watch().isEmpty() || watches.stream().anyMatch(p::covers))
                        .findFirst();
        if (pause.isPresent()) {
            return Optional.of(pause.get().stopsLooking() ? Cause.STOPPED_LOOKING : Cause.PAUSED);
        }
        if (Stillness.isQuiet(chosen, now)) {
            return Optional.of(Cause.QUIET_HOURS);
        }
        if (Stillness.isKeptFree(chosen, now)) {
            return Optional.of(Cause.NO_CONTACT_DAY);
        }
        if (chosen.how() == How.NOT_NOW) {
            return Optional.of(Cause.NOT_NOW);
        }
        if (levelNow(chosen, letter.channel()).compareTo(letter.level()) < 0) {
            // she has turned it down since: what it would say is said again at her new level
            return Optional.of(Cause.SILENT);
        }
        return allowed ? Optional.empty() : Optional.of(Cause.CONSENT_ENDED);
    }

    private static Level levelNow(Hearing hearing, ChannelId channel) {
        return java.util.stream.Stream.concat(
                        hearing.channels().stream(),
                        hearing.helper().stream().flatMap(helper -> helper.channels().stream()))
                .filter(tuned -> tuned.channel().equals(channel))
                .map(Tuned::level)
                .findFirst()
                .orElse(Level.SILENT);
    }
}
