package org.quietbell.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// When a recipient may hear: what [Telling] knows of time.
///
/// **A fixed time that nobody was awake for.** Several that were slept over are one telling. It is
/// made up for on the same day in her zone, if it is then outside quiet hours and days of no
/// contact; more than an hour late it says the least. It is never made up for on another day: she
/// chose the minutes for a reason, and a machine that comes back at three at night does not know
/// it. What waits is then told, once and Discreet, at her next fixed time. A fixed time within
/// quiet hours does not count; what it would have told waits for the next one (R1.10).
final class Timing {
    private static final Duration LATE = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private final Situation situation;
    private final Hearing hearing;
    private final boolean fixed;
    private final Duration hold;
    private final List<Instant> notices;
    private final Instant before;
    private final Optional<Instant> latest;
    private final Optional<Instant> latestOpen;

    Timing(Situation situation, Hearing hearing) {
        Instant now = situation.now();
        this.situation = situation;
        this.hearing = hearing;
        boolean helper = situation.isForHelper();
        this.fixed = !helper && NextTelling.hasTimes(hearing);
        this.hold =
                helper || hearing.how() != How.HELPER_FIRST
                        ? Duration.ZERO
                        : hearing.helper().map(Hearing.Helper::hold).orElse(Duration.ZERO);
        this.notices =
                situation.notices().stream().filter(n -> !known(n).equals(Instant.MIN)).toList();
        this.before =
                situation
                        .lastTelling()
                        .map(this::known)
                        .filter(at -> !at.equals(Instant.MIN))
                        .orElse(notices.isEmpty() ? Instant.MIN : notices.getLast());
        this.latest = fixed ? NextTelling.latest(hearing, now) : Optional.empty();
        this.latestOpen = fixed ? NextTelling.latestOpenToday(hearing, now) : Optional.empty();
    }

    /// When it is this recipient's turn with that hit.
    Instant turn(Owed owed) {
        Instant seen = known(owed.firstSeen());
        if (seen.equals(Instant.MIN) || hold.isZero() || !isShownToHelper(owed)) {
            return seen;
        }
        Instant ends = seen.plus(hold);
        return situation
                .helper()
                .readyUpTo()
                .filter(ready -> !ready.isBefore(seen) && ready.isBefore(ends))
                .orElse(ends);
    }

    /// A moment more than a day ahead was written by a clock that was wrong (F52). It counts as
    /// long past: else one jump to 2040 would silence or flood her for years.
    private Instant known(Instant moment) {
        return moment.isAfter(situation.now().plus(DAY)) ? Instant.MIN : moment;
    }

    /// Whether a helper still has it first.
    boolean isWithHelper(Owed owed) {
        return !hold.isZero() && situation.now().isBefore(turn(owed));
    }

    /// What is older than the helper's start waits for nobody (R1.20).
    private boolean isShownToHelper(Owed owed) {
        return situation.helper().helper().isShown(owed.firstSeen());
    }

    /// Whether it would be told now if nothing but the time counted: always between fixed times
    /// that have none, else when one went by since the last telling.
    boolean isWanted(Owed owed) {
        return !isWithHelper(owed)
                && (!fixed || latest.filter(time -> time.isAfter(since(owed))).isPresent());
    }

    /// Whether a fixed time has come for at least one of these, or times do not matter.
    boolean isDue(List<Owed> ready, List<Occasion> occasions) {
        return !fixed
                || latestOpen
                        .filter(time ->
                                ready.stream().anyMatch(o -> time.isAfter(since(o)))
                                        || occasions.stream()
                                                .anyMatch(o ->
                                                        time.isAfter(later(before, o.since()))))
                        .isPresent();
    }

    /// Whether it comes more than an hour late, or after a fixed time that went by unheard.
    boolean isLate(List<Owed> ready) {
        if (latestOpen.isEmpty()) {
            return false;
        }
        Instant due = latestOpen.get();
        if (Duration.between(due, situation.now()).compareTo(LATE) > 0) {
            return true;
        }
        return NextTelling.latest(hearing, due.minusNanos(1))
                .filter(time -> ready.stream().anyMatch(owed -> time.isAfter(since(owed))))
                .isPresent();
    }

    private Instant since(Owed owed) {
        return later(before, turn(owed));
    }

    /// When the ceiling lets the next notice through; empty: now.
    ///
    /// Counted in whole minutes, as her clock shows them: a telling at 18:00 must not block that of
    /// the next day by the milliseconds it took.
    Optional<Instant> ceilingLifts() {
        Optional<Instant> day = lifts(hearing.ceiling().perDay(), DAY);
        OptionalInt perWeek = hearing.ceiling().perWeek();
        Optional<Instant> week =
                perWeek.isPresent() ? lifts(perWeek.getAsInt(), WEEK) : Optional.empty();
        return Stream.concat(day.stream(), week.stream()).max(Instant::compareTo);
    }

    private Optional<Instant> lifts(int most, Duration window) {
        Instant minute = wholeMinute(situation.now());
        List<Instant> counted =
                notices.stream()
                        .map(Timing::wholeMinute)
                        .filter(notice -> notice.plus(window).isAfter(minute))
                        .toList();
        int over = counted.size() - most;
        return over < 0 ? Optional.empty() : Optional.of(counted.get(over).plus(window));
    }

    /// The first right moment to tell, from that one on.
    Optional<Instant> firstRight(Instant from) {
        return fixed
                ? NextTelling.after(hearing, from.minusNanos(1))
                : Stillness.firstOpen(hearing, from);
    }

    /// The next right moment to tell.
    Optional<Instant> nextRight() {
        return firstRight(situation.now().plusNanos(1));
    }

    private static Instant wholeMinute(Instant moment) {
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), 60L) * 60);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
