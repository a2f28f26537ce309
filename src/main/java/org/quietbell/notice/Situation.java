package org.quietbell.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.quietbell.hit.HitId;
import org.quietbell.watch.CaseId;

/// All that a telling for one recipient depends on.
///
/// Whether a fixed time has come is read from it, and is nobody's to claim: a telling that was
/// asked for by hand or after a round cannot leave at another time than she chose.
///
/// @param caseId about whose case
/// @param recipient who may hear: herself or her helper
/// @param now the moment of the telling
/// @param hearing what she chose; empty: nothing yet
/// @param pauses every pause that was not taken back, ended or not
/// @param allowed the channels that her consent allows at this moment and that are in use
/// @param confirmed when each channel was last confirmed; one that never was carries nothing
/// @param owed what this recipient has not been told, oldest first
/// @param lastTelling when a telling was last decided on for this recipient, whatever came of it;
///   also set (by keeping an empty decision) when she chooses or changes how she hears, so that a
///   time of that day which has gone by does not count
/// @param notices when notices to this recipient count, since [#noticesSince], oldest first
/// @param outage the last time that nothing ran, if that is known
/// @param helper how far her helper has come
/// @param occasions what else this recipient has not been told
/// @param ids gives the name of the notice, if there is one
/// @param glimpses opens a hit; asked only for what a level says
public record Situation(
        CaseId caseId,
        RecipientId recipient,
        Instant now,
        Optional<Hearing> hearing,
        List<Pause> pauses,
        Set<ChannelId> allowed,
        Map<ChannelId, Instant> confirmed,
        List<Owed> owed,
        Optional<Instant> lastTelling,
        List<Instant> notices,
        Optional<Outage> outage,
        HelperState helper,
        List<Occasion> occasions,
        Supplier<NoticeId> ids,
        Function<HitId, Glimpse> glimpses) {
    private static final Duration WEEK = Duration.ofDays(7);

    public Situation {
        pauses = List.copyOf(pauses);
        allowed = Set.copyOf(allowed);
        confirmed = Map.copyOf(confirmed);
        owed = List.copyOf(owed);
        occasions = List.copyOf(occasions);
        notices = notices.stream().sorted().toList();
    }

    /// Since when the notices to a recipient must be known: for a week and a minute, or since a
    /// long outage ended if that is longer ago.
    public static Instant noticesSince(Instant now, Optional<Outage> outage) {
        Instant week = now.minus(WEEK).minusSeconds(60);
        return outage.filter(Outage::isLong)
                .map(Outage::to)
                .map(end -> Collections.min(List.of(end, week)))
                .orElse(week);
    }

    /// Whether no notice has gone out since the last long outage.
    boolean isFirstAfterOutage() {
        return outage.filter(Outage::isLong)
                .filter(o -> notices.stream().noneMatch(notice -> !notice.isBefore(o.to())))
                .isPresent();
    }

    /// Whether the recipient is her helper, and she still wants a helper to hear first.
    boolean isForHelper() {
        return hearing.filter(h -> h.isHeardFirstBy(recipient)).isPresent();
    }

    /// Whether the recipient hears only while her helper is away.
    boolean isForStandIn() {
        return hearing.filter(h -> h.isStandIn(recipient)).isPresent();
    }

    /// Whether the recipient is somebody who may hear at all.
    boolean isForSomebody() {
        return recipient.equals(RecipientId.SELF) || isForHelper();
    }
}
