package org.quietbell.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Flood;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.NextTelling;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;
import org.quietbell.notice.PauseState;
import org.quietbell.store.Store;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Words;

/// What commands and pages say of people's pace. Changes nothing.
///
/// @param zone the machine's own, for whoever has chosen none
record HerPace(Store store, Words words, ZoneId zone, InstantSource clock) {
    /// How pauses show.
    List<String> pauseLines() {
        Instant now = clock.instant();
        List<Pause> pauses = store.hearings().pauses();
        List<String> lines =
                new ArrayList<>(
                        new PauseState(words, zone(new PauseScope.Everything())).say(pauses, now));
        Set<PauseScope> byLink = store.linkUses().madeByLink();
        for (Pause pause : pauses) {
            if (pause.holdsAt(now)
                    && pause.scope() instanceof PauseScope.OneChannel(ChannelId channel)
                    && byLink.contains(pause.scope())) {
                lines.add(words.say("pause.by-link", channel));
            }
        }
        return lines;
    }

    /// The zone of that case's person.
    ZoneId zone(CaseId caseId) {
        return store.hearings().of(caseId).map(Hearing::zone).orElse(zone);
    }

    /// The zone in which a date on a pause is meant: hers, where it is about one person or all
    /// chose the same; else the machine's.
    ZoneId zone(PauseScope scope) {
        List<ZoneId> zones =
                store.cases().all().stream()
                        .filter(each -> each.active() && isAbout(scope, each))
                        .flatMap(each -> store.hearings().of(each.id()).stream())
                        .filter(NextTelling::isByTheClock)
                        .map(Hearing::zone)
                        .distinct()
                        .toList();
        return zones.size() == 1 ? zones.getFirst() : zone;
    }

    private static boolean isAbout(PauseScope scope, WatchedCase watchedCase) {
        return !(scope instanceof PauseScope.OneWatch(WatchId id))
                || watchedCase.watches().stream().anyMatch(watch -> watch.id().equals(id));
    }

    /// The sources that brought a flood in the last day.
    List<Flood> floods() {
        return Flood.among(store.broughtSince(clock.instant().minus(Duration.ofDays(1))));
    }

    /// Says so where somebody hears first and has not looked at what was found then (R1.19).
    Optional<String> nobodyLooked(CaseId caseId, Instant firstSeen) {
        return store.hearings()
                .of(caseId)
                .filter(hearing -> hearing.how() == How.HELPER_FIRST)
                .filter(_ -> !store.hearings().helper(caseId).hasLookedAt(firstSeen))
                .map(_ -> words.say("line.helper-has-not-looked"));
    }

    /// When somebody's next fixed time comes.
    Optional<Instant> nextTelling(Instant now) {
        Set<Instant> next = new HashSet<>();
        for (WatchedCase watchedCase : store.cases().all()) {
            store.hearings()
                    .of(watchedCase.id())
                    .filter(_ -> watchedCase.active())
                    .flatMap(hearing -> NextTelling.after(hearing, now))
                    .ifPresent(next::add);
        }
        return next.stream().min(Instant::compareTo);
    }

    /// Whether somebody who hears as things happen or at once, or whose helper does, is owed
    /// something.
    boolean isSomebodyWaiting() {
        return store.notices().owedCount() > 0
                && store.cases().all().stream()
                        .filter(WatchedCase::active)
                        .flatMap(watchedCase -> store.hearings().of(watchedCase.id()).stream())
                        .anyMatch(hearing ->
                                hearing.how() == How.AS_IT_HAPPENS
                                        || hearing.wishes().atOnce().isPresent()
                                        || hearing.how() == How.HELPER_FIRST);
    }
}
