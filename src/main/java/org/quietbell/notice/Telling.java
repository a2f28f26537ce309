package org.quietbell.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.words.Words;

/// Decides what one recipient is told at one moment, and why the rest is not.
///
/// The causes are asked in the order of [Cause]; the first that holds is recorded on each hit. A
/// pause of one watch or source holds what is of that watch or source only, one of a channel holds
/// a hit only if no other channel may speak. A notice is Discreet, whatever the levels, when it
/// follows a pause, quiet hours, a day of no contact or a long outage (R1.9), when it comes late
/// ([Timing]), and when it is her own turn after her helper's (R1.19); a channel that was not
/// confirmed for 30 days is Discreet by itself (R1.7).
///
/// A helper hears as things happen, under the same pauses, and under quiet hours and a ceiling of
/// her own or the same (R1.22); so does whoever stands in, while the helper is away. The person
/// hears when the holding time of a hit has run out: at her fixed times if she set any, else then.
///
/// Pure: the same situation gives the same decision. Safe for many threads.
public final class Telling {
    private final Words words;

    /// @param words in the language of the installation: for helpers, and for whoever chose none
    public Telling(Words words) {
        this.words = words;
    }

    /// What is told now, and what is held.
    ///
    /// Every owed hit is in the notice or is held, never both. Keep the decision even when both are
    /// empty: its moment is the next [Situation#lastTelling].
    public Decision decide(Situation situation) {
        HeldHits held = new HeldHits();
        Optional<Hearing> chosen = situation.hearing().filter(_ -> situation.isForSomebody());
        if (chosen.isEmpty()) {
            held.holdAll(situation.owed(), Cause.NOT_CHOSEN);
            return new Decision(Optional.empty(), held.held());
        }
        Hearing hearing =
                situation.isForHelper()
                        ? chosen.get().asHelperHears(situation.recipient())
                        : chosen.get();
        List<Owed> owed = inBand(situation, hearing, held);
        if (hearing.how() == How.ONLY_WHEN_OPENED) {
            held.holdAll(owed, Cause.ONLY_WHEN_OPENED);
            return new Decision(Optional.empty(), held.held());
        }
        Timing timing = new Timing(situation, hearing);
        Reach reach = Reach.of(situation, hearing);
        boolean reachable = reach.cause().isEmpty() && hearing.how() != How.NOT_NOW;
        List<Owed> ready = unpaused(situation, hearing, owed, timing, reach, held);
        List<Occasion> occasions = occasions(situation, reach);
        if (ready.isEmpty() && occasions.isEmpty()) {
            return new Decision(Optional.empty(), held.held());
        }
        Optional<Stop> stop = stop(situation, hearing, timing, reach, ready, occasions);
        if (stop.isPresent()) {
            boolean returns = reachable && mayReturn(stop.get().cause());
            for (Owed each : ready) {
                boolean missed = returns && timing.isWanted(each);
                held.hold(each, stop.get().cause(), stop.get().until(), missed);
            }
            return new Decision(Optional.empty(), held.held());
        }
        boolean gentle = isGentle(situation, hearing, timing, ready, occasions);
        Notice notice = notice(situation, hearing, reach, ready, occasions, gentle);
        return new Decision(Optional.of(notice), held.held());
    }

    private static List<Owed> inBand(Situation situation, Hearing hearing, HeldHits held) {
        List<Owed> owed = new ArrayList<>();
        for (Owed each : situation.owed()) {
            if (each.band().isAtLeast(hearing.band())) {
                owed.add(each);
            } else {
                held.hold(each, Cause.BELOW_BAND, Optional.empty(), false);
            }
        }
        return owed;
    }

    /// What no pause and no helper holds. Whatever a pause holds comes back gently, if it could
    /// have been told at all: also what was found after her last time before its end (R1.9).
    private static List<Owed> unpaused(
            Situation situation,
            Hearing hearing,
            List<Owed> owed,
            Timing timing,
            Reach reach,
            HeldHits held) {
        List<Pause> holding =
                situation.pauses().stream().filter(p -> p.holdsAt(situation.now())).toList();
        boolean reachable = reach.cause().isEmpty() && hearing.how() != How.NOT_NOW;
        Optional<Cause> away = away(situation);
        List<Owed> ready = new ArrayList<>();
        for (Owed each : owed) {
            List<Pause> pauses =
                    holding.stream()
                            .filter(pause -> pause.covers(each.watch(), each.source()))
                            .toList();
            if (!pauses.isEmpty()) {
                boolean looking = !pauses.stream().allMatch(Pause::stopsLooking);
                Cause cause = looking ? Cause.PAUSED : Cause.STOPPED_LOOKING;
                held.hold(each, cause, end(pauses), reachable);
            } else if (reach.isPaused()) {
                held.hold(each, Cause.PAUSED, reach.speaksAgain(), reachable);
            } else if (isLeft(hearing, each)) {
                held.hold(each, Cause.GATHERED_IN_PAUSE, Optional.empty(), false);
            } else if (away.isPresent()) {
                boolean missed = reachable && away.get() == Cause.HELPER_AWAY;
                held.hold(each, away.get(), back(situation, away.get()), missed);
            } else if (timing.isWithHelper(each)) {
                held.hold(each, Cause.WITH_HELPER, Optional.of(timing.turn(each)), false);
            } else {
                ready.add(each);
            }
        }
        return ready;
    }

    /// Why a helper hears nothing at this moment, or whoever stands in.
    private static Optional<Cause> away(Situation situation) {
        return situation.isForHelper()
                ? situation.helper().hindrance(situation.isForStandIn(), situation.now())
                : Optional.empty();
    }

    private static Optional<Instant> back(Situation situation, Cause away) {
        return away == Cause.HELPER_AWAY
                ? situation.helper().of(situation.isForStandIn()).awayUntil()
                : Optional.empty();
    }

    /// What else she may hear of: nothing in a pause of everything. Nothing is held of it; it is
    /// asked for again at the next telling.
    private static List<Occasion> occasions(Situation situation, Reach reach) {
        boolean paused =
                reach.isPaused()
                        || situation.pauses().stream()
                                .anyMatch(p -> p.isOfEverything() && p.holdsAt(situation.now()));
        return paused ? List.of() : situation.occasions();
    }

    /// Whether it gathered in a pause after which she wants no notice.
    private static boolean isLeft(Hearing hearing, Owed owed) {
        return hearing.wishes().afterPause() == Wishes.AfterPause.NONE
                && owed.held().filter(Cause::isOfPause).isPresent();
    }

    /// When the last of them has ended; empty: when she says.
    private static Optional<Instant> end(List<Pause> pauses) {
        return pauses.stream().allMatch(p -> p.until().isPresent())
                ? pauses.stream().flatMap(p -> p.until().stream()).max(Instant::compareTo)
                : Optional.empty();
    }

    private record Stop(Cause cause, Optional<Instant> until) {}

    /// The first cause that holds for all that is ready.
    private static Optional<Stop> stop(
            Situation situation,
            Hearing hearing,
            Timing timing,
            Reach reach,
            List<Owed> ready,
            List<Occasion> occasions) {
        Instant now = situation.now();
        if (Stillness.isQuiet(hearing, now)) {
            return Optional.of(new Stop(Cause.QUIET_HOURS, timing.nextRight()));
        }
        if (Stillness.isKeptFree(hearing, now)) {
            return Optional.of(new Stop(Cause.NO_CONTACT_DAY, timing.nextRight()));
        }
        if (!timing.isDue(ready, occasions)) {
            return Optional.of(new Stop(Cause.NOT_YET_TIME, timing.nextRight()));
        }
        Optional<Instant> lifts = timing.ceilingLifts();
        if (lifts.isPresent()) {
            return Optional.of(new Stop(Cause.CEILING, timing.firstRight(lifts.get())));
        }
        if (hearing.how() == How.NOT_NOW) {
            return Optional.of(new Stop(Cause.NOT_NOW, Optional.empty()));
        }
        return reach.cause().map(cause -> new Stop(cause, Optional.empty()));
    }

    /// Whether what this cause holds comes back gently, if it would have been told but for it. A
    /// fixed time that went by unheard counts as well.
    private static boolean mayReturn(Cause cause) {
        return cause == Cause.QUIET_HOURS
                || cause == Cause.NO_CONTACT_DAY
                || cause == Cause.NOT_YET_TIME;
    }

    private static boolean isGentle(
            Situation situation,
            Hearing hearing,
            Timing timing,
            List<Owed> ready,
            List<Occasion> occasions) {
        boolean speechless =
                ready.isEmpty() && occasions.stream().allMatch(o -> o.line().isEmpty());
        return speechless
                || ready.stream().anyMatch(owed -> owed.held().isPresent())
                || situation.isFirstAfterOutage()
                || timing.isLate(ready)
                || (hearing.how() == How.HELPER_FIRST && !situation.isForHelper());
    }

    private Notice notice(
            Situation situation,
            Hearing hearing,
            Reach reach,
            List<Owed> ready,
            List<Occasion> occasions,
            boolean gentle) {
        Optional<Hearing.Cover> cover =
                situation.isForHelper() ? Optional.empty() : hearing.cover();
        Wording wording =
                new Wording(situation.isForHelper() ? words : hearing.wishes().words(words));
        List<Notice.Letter> letters = new ArrayList<>();
        for (Tuned tuned : reach.speaking()) {
            Level level = gentle ? Reach.lesser(tuned.level(), Level.DISCREET) : tuned.level();
            letters.add(
                    wording.letter(
                            tuned.channel(), level, cover, ready, occasions, situation.glimpses()));
        }
        return new Notice(
                situation.ids().get(),
                situation.caseId(),
                situation.recipient(),
                situation.now(),
                letters,
                ready.stream().map(Owed::hit).toList(),
                occasions);
    }
}
