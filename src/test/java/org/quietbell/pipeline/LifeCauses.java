package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.hit.HitId;
import org.quietbell.match.Band;
import org.quietbell.notice.Cause;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.HelperState;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.notice.NoticeLog.HeldFor;
import org.quietbell.notice.Owed;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PlainClock;
import org.quietbell.notice.QuietHours;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Tuned;
import org.quietbell.notice.Wishes;

/// Whether what is held in a simulated life is held for a cause that is the case, worked out anew
/// and plainly.
///
/// @param inPause what was held by a pause, as `recipient hit`
/// @param starts since when each of those who hear first has been named
record LifeCauses(LifeStore store, Set<String> inPause, Map<RecipientId, Instant> starts) {
    /// What takes so long to deliver counts as of its decision.
    private static final Duration SLACK = Duration.ofMinutes(61);

    /// A telling is over: what is still owed is held, each for a cause that is the case.
    ///
    /// @param before when the last telling before this one was
    void told(RecipientId who, Optional<Instant> before, Instant now) {
        for (Owed owed : owedTo(who)) {
            Optional<HeldFor> held =
                    store.log.held(owed.hit()).stream()
                            .filter(each -> each.recipient().equals(who))
                            .findFirst();
            boolean below = store.hearing.filter(h -> !owed.band().isAtLeast(h.band())).isPresent();
            if (below) {
                continue; // not owed at her band, and said so from its own standing
            }
            assertThat(held).as("owed and not told: a cause of " + owed).isPresent();
            held.get().until().ifPresent(until -> assertThat(until).isAfter(now));
            assertThat(isTrue(held.get().cause(), owed, who, before, now))
                    .as(held.get().cause() + " of " + owed + " for " + who)
                    .isTrue();
        }
    }

    /// To whoever stands in: only what waits for the helper.
    private List<Owed> owedTo(RecipientId who) {
        List<Owed> owed =
                store.log.owed(LifeStore.CASE, who, Band.LIKELY).stream()
                        .filter(each -> isShown(who, each))
                        .toList();
        if (!who.equals(LifeChoices.STAND_IN)) {
            return owed;
        }
        Set<HitId> waiting = new HashSet<>();
        owedTo(LifeChoices.HELPER).forEach(each -> waiting.add(each.hit()));
        return owed.stream().filter(each -> waiting.contains(each.hit())).toList();
    }

    /// Whether that recipient may see it: a helper nothing that is older than her start.
    boolean isShown(RecipientId who, Owed owed) {
        Instant start = starts.get(who);
        return start == null || !owed.firstSeen().isBefore(start);
    }

    private boolean isTrue(
            Cause cause, Owed owed, RecipientId who, Optional<Instant> before, Instant now) {
        boolean self = who.equals(RecipientId.SELF);
        if (store.hearing.isEmpty()) {
            return cause == Cause.NOT_CHOSEN;
        }
        Hearing hearing = forWhom(store.hearing.get(), who);
        ZonedDateTime wall = now.atZone(hearing.zone());
        return switch (cause) {
            case ONLY_WHEN_OPENED -> hearing.how() == How.ONLY_WHEN_OPENED;
            case NOT_NOW -> hearing.how() == How.NOT_NOW;
            case PAUSED, STOPPED_LOOKING ->
                    holding(now).stream().anyMatch(p -> p.covers(owed.watch(), owed.source()))
                            || isEachChannelPaused(hearing, who, now);
            case GATHERED_IN_PAUSE ->
                    hearing.wishes().afterPause() == Wishes.AfterPause.NONE
                            && inPause.contains(who + " " + owed.hit());
            case HELPER_AWAY ->
                    !self && isAway(store.helper.of(who.equals(LifeChoices.STAND_IN)), now);
            case HELPER_THERE ->
                    who.equals(LifeChoices.STAND_IN) && !isAway(store.helper.helper(), now);
            case WITH_HELPER -> self && isWithHelper(hearing, owed, now);
            case QUIET_HOURS, NO_CONTACT_DAY -> !PlainClock.isOpen(hearing, wall);
            case NOT_YET_TIME ->
                    hasTimes(hearing)
                            && !(PlainClock.isHers(hearing, wall)
                                    && before.filter(now::isAfter).isPresent()
                                    && owed.firstSeen().plus(hold(hearing)).isBefore(now));
            case CEILING -> isAtTheCeiling(hearing.ceiling(), who, now);
            case SILENT, CONSENT_ENDED -> able(hearing, who).isEmpty();
            case NOT_CHOSEN,
                    BEFORE_HELPER,
                    BASELINE,
                    JUDGED_ANEW,
                    BELOW_BAND,
                    NOT_ME,
                    DELIVERY_FAILED ->
                    false;
        };
    }

    private static Duration hold(Hearing hearing) {
        return hearing.helper().map(Hearing.Helper::hold).orElse(Duration.ZERO);
    }

    private boolean isWithHelper(Hearing hearing, Owed owed, Instant now) {
        boolean looked =
                store.helper.readyUpTo().filter(r -> !owed.firstSeen().isAfter(r)).isPresent();
        return hearing.how() == How.HELPER_FIRST
                && owed.firstSeen().plus(hold(hearing)).isAfter(now)
                && hearing.helper().filter(h -> isShown(h.id(), owed)).isPresent()
                && !looked;
    }

    private boolean isAtTheCeiling(Ceiling ceiling, RecipientId who, Instant now) {
        long waiting =
                store.log.outbox().stream()
                        .filter(l -> l.recipient().equals(who) && !l.state().equals("dead"))
                        .map(l -> l.notice())
                        .distinct()
                        .count();
        Instant minute = now.minusSeconds(60);
        int day =
                store.log.noticesSince(LifeStore.CASE, who, minute.minus(SLACK.plusDays(1))).size();
        int week =
                store.log.noticesSince(LifeStore.CASE, who, minute.minus(SLACK.plusDays(7))).size();
        return day + waiting >= ceiling.perDay()
                || week + waiting >= ceiling.perWeek().orElse(Integer.MAX_VALUE);
    }

    private List<ChannelId> able(Hearing hearing, RecipientId who) {
        return channels(hearing, who).stream()
                .filter(tuned -> tuned.level() != Level.SILENT && store.consents)
                .map(Tuned::channel)
                .toList();
    }

    private boolean isEachChannelPaused(Hearing hearing, RecipientId who, Instant now) {
        List<ChannelId> able = able(hearing, who);
        return !able.isEmpty()
                && able.stream()
                        .allMatch(id -> holding(now).stream().anyMatch(p -> p.silences(id)));
    }

    /// The helper or whoever stands in, as she chose them.
    static Optional<Hearing.Helper> helper(Hearing hearing, RecipientId who) {
        return who.equals(LifeChoices.STAND_IN)
                ? hearing.helper().flatMap(Hearing.Helper::standIn)
                : hearing.helper();
    }

    static List<Tuned> channels(Hearing hearing, RecipientId who) {
        return who.equals(RecipientId.SELF)
                ? hearing.channels()
                : helper(hearing, who).map(Hearing.Helper::channels).orElse(List.of());
    }

    static Hearing forWhom(Hearing hearing, RecipientId who) {
        if (who.equals(RecipientId.SELF)) {
            return hearing;
        }
        Optional<Hearing.Helper> helper = helper(hearing, who);
        List<QuietHours> quiet = helper.flatMap(Hearing.Helper::quiet).orElse(hearing.quiet());
        Ceiling ceiling = helper.flatMap(Hearing.Helper::ceiling).orElse(hearing.ceiling());
        return new Hearing(
                hearing.how(),
                hearing.times(),
                hearing.days(),
                hearing.zone(),
                hearing.channels(),
                hearing.band(),
                quiet,
                hearing.noContact(),
                ceiling,
                hearing.helper(),
                hearing.cover(),
                hearing.wishes());
    }

    /// The pauses that hold at that moment.
    List<Pause> holding(Instant now) {
        return store.pauses.values().stream()
                .filter(p -> p.until().isEmpty() || p.until().get().isAfter(now))
                .toList();
    }

    static boolean hasTimes(Hearing hearing) {
        return hearing.how() == How.FIXED_TIMES
                || (hearing.how() == How.HELPER_FIRST && !hearing.times().isEmpty());
    }

    static boolean isAway(HelperState.One one, Instant now) {
        return one.awayUntil().filter(now::isBefore).isPresent();
    }
}
