package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quietbell.hit.HitId;
import org.quietbell.words.Words;

/// What must hold of every decision, worked out anew and plainly, without the code under test.
final class Promises {
    private final Words words = Words.of(Locale.ENGLISH);
    private final Map<RecipientId, List<Instant>> sent = new HashMap<>();

    /// @param upSince since when the machine has been awake without a break
    /// @param told what this recipient was told before
    void check(Situation situation, Decision decision, Instant upSince, Set<HitId> told) {
        List<HitId> all = new ArrayList<>();
        decision.held().forEach(held -> all.addAll(held.hits()));
        decision.notice().ifPresent(notice -> all.addAll(notice.hits()));
        Set<HitId> once = Set.copyOf(all);
        assertThat(once.size()).as("told or held, not both").isEqualTo(all.size());
        assertThat(once.equals(hits(situation.owed()))).as("every owed hit").isTrue();
        assertThat(Collections.disjoint(once, told)).as("nothing is told twice").isTrue();
        decision.held().forEach(held -> isTrue(situation, held));
        decision.notice().ifPresent(notice -> mayGoOut(situation, notice, upSince));
    }

    private static Set<HitId> hits(List<Owed> owed) {
        return owed.stream().map(Owed::hit).collect(Collectors.toUnmodifiableSet());
    }

    private void mayGoOut(Situation situation, Notice notice, Instant upSince) {
        Instant now = situation.now();
        Hearing hearing = situation.hearing().orElseThrow();
        boolean helper = situation.recipient().equals(Scene.HELPER);
        assertThat(hearing.how())
                .isIn(
                        helper
                                ? List.of(How.HELPER_FIRST)
                                : List.of(How.AS_IT_HAPPENS, How.FIXED_TIMES, How.HELPER_FIRST));
        assertThat(isQuiet(hearing, now)).as("quiet").isFalse();
        assertThat(isFree(hearing, now)).as("day of no contact").isFalse();
        Set<HitId> hits = Set.copyOf(notice.hits());
        List<Owed> told = situation.owed().stream().filter(o -> hits.contains(o.hit())).toList();
        for (Owed owed : told) {
            assertThat(pause(situation, owed)).as("pause").isEmpty();
        }
        if (!helper && hearing.how() == How.FIXED_TIMES) {
            isAtAFixedTime(hearing, now, upSince);
        }
        underTheCeiling(situation, hearing);
        boolean returns = told.stream().anyMatch(owed -> owed.held().isPresent());
        boolean turn = !helper && hearing.how() == How.HELPER_FIRST;
        letters(situation, hearing, notice, returns || turn || situation.isFirstAfterOutage());
    }

    private void underTheCeiling(Situation situation, Hearing hearing) {
        List<Instant> before = sent.computeIfAbsent(situation.recipient(), _ -> new ArrayList<>());
        long lately =
                before.stream()
                        .filter(n -> n.plus(Duration.ofDays(1)).isAfter(situation.now()))
                        .count();
        assertThat(lately).as("ceiling").isLessThan(hearing.ceiling().perDay());
        before.add(situation.now());
    }

    private void letters(Situation situation, Hearing hearing, Notice notice, boolean gentle) {
        assertThat(notice.letters()).as("somebody hears").isNotEmpty();
        assertThat(notice.letters()).extracting(Notice.Letter::channel).doesNotHaveDuplicates();
        for (Notice.Letter letter : notice.letters()) {
            assertThat(situation.allowed()).contains(letter.channel());
            Instant confirmed = situation.confirmed().getOrDefault(letter.channel(), Instant.EPOCH);
            boolean stale = !confirmed.plus(Duration.ofDays(30)).isAfter(situation.now());
            if (gentle || stale) {
                assertThat(letter.level()).as("says the least").isEqualTo(Level.DISCREET);
            }
            Level set =
                    hearing.channels().stream()
                            .filter(tuned -> tuned.channel().equals(letter.channel()))
                            .findFirst()
                            .orElseThrow()
                            .level();
            assertThat(letter.level()).isBetween(Level.DISCREET, set);
            if (letter.level() == Level.DISCREET) {
                assertThat(letter.subject()).isEqualTo(words.say("notice.discreet.subject"));
                assertThat(letter.body()).isEqualTo(words.say("notice.discreet.body"));
            }
        }
    }

    /// While the machine was awake a notice goes out in a chosen minute; else later on that day.
    private static void isAtAFixedTime(Hearing hearing, Instant now, Instant upSince) {
        ZonedDateTime wall = now.atZone(hearing.zone());
        assertThat(hearing.days()).contains(wall.getDayOfWeek());
        boolean asleep =
                wall.toLocalDate().atStartOfDay(hearing.zone()).toInstant().isBefore(upSince);
        if (asleep) {
            assertThat(hearing.times().getFirst()).isBeforeOrEqualTo(wall.toLocalTime());
        } else {
            assertThat(hearing.times())
                    .anyMatch(time -> time.equals(wall.toLocalTime()) || isJumpedOver(wall, time));
        }
    }

    private static boolean isJumpedOver(ZonedDateTime wall, LocalTime time) {
        LocalTime before = wall.minusNanos(1).toLocalTime();
        return time.isAfter(before) && time.isBefore(wall.toLocalTime());
    }

    private static boolean isQuiet(Hearing hearing, Instant now) {
        int minute = minute(now.atZone(hearing.zone()).toLocalTime());
        for (QuietHours window : hearing.quiet()) {
            int length = Math.floorMod(minute(window.to()) - minute(window.from()), 1440);
            int into = Math.floorMod(minute - minute(window.from()), 1440);
            if (into < (length == 0 ? 1440 : length)) {
                return true;
            }
        }
        return false;
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static boolean isFree(Hearing hearing, Instant now) {
        return hearing.noContact().stream()
                .anyMatch(kept -> kept.contains(now.atZone(hearing.zone()).toLocalDate()));
    }

    private static Optional<Pause> pause(Situation situation, Owed owed) {
        return situation.pauses().stream()
                .filter(p -> p.until().isEmpty() || p.until().get().isAfter(situation.now()))
                .filter(p -> p.watch().isEmpty() || p.watch().get().equals(owed.watch()))
                .findFirst();
    }

    /// Whether a recorded cause is the case.
    private static void isTrue(Situation situation, Decision.Held held) {
        Instant now = situation.now();
        held.until().ifPresent(until -> assertThat(until).as(held.cause().name()).isAfter(now));
        if (held.cause() == Cause.NOT_CHOSEN) {
            assertThat(situation.hearing().isEmpty() || situation.recipient().equals(Scene.HELPER))
                    .isTrue();
            return;
        }
        Hearing hearing = situation.hearing().orElseThrow();
        Set<HitId> hits = Set.copyOf(held.hits());
        boolean holds =
                switch (held.cause()) {
                    case PAUSED, STOPPED_LOOKING ->
                            situation.owed().stream()
                                    .filter(owed -> hits.contains(owed.hit()))
                                    .allMatch(owed -> pause(situation, owed).isPresent());
                    case ONLY_WHEN_OPENED -> hearing.how() == How.ONLY_WHEN_OPENED;
                    case NOT_NOW -> hearing.how() == How.NOT_NOW;
                    case GATHERED_IN_PAUSE, HELPER_AWAY, HELPER_THERE, BEFORE_HELPER -> false;
                    case WITH_HELPER -> hearing.how() == How.HELPER_FIRST;
                    case QUIET_HOURS -> isQuiet(hearing, now);
                    case NO_CONTACT_DAY -> isFree(hearing, now);
                    case NOT_YET_TIME -> !hearing.times().isEmpty();
                    case CEILING -> situation.notices().size() >= hearing.ceiling().perDay();
                    case SILENT -> true;
                    case CONSENT_ENDED -> situation.allowed().isEmpty();
                    case NOT_CHOSEN, BASELINE, JUDGED_ANEW, BELOW_BAND, NOT_ME, DELIVERY_FAILED ->
                            false;
                };
        assertThat(holds).as(held.cause().name()).isTrue();
    }
}
