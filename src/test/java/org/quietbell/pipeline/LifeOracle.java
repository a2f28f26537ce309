package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quietbell.channel.Message;
import org.quietbell.hit.HitId;
import org.quietbell.notice.AtOnce;
import org.quietbell.notice.Cause;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.Decision;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.notice.Notice;
import org.quietbell.notice.NoticeId;
import org.quietbell.notice.Owed;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PlainClock;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Tuned;
import org.quietbell.words.Words;

/// What must hold of each message that leaves and of each hit that is held, worked out anew and
/// plainly.
final class LifeOracle {
    /// What takes so long to deliver counts as of its decision.
    private static final Duration SLACK = Duration.ofMinutes(61);

    /// What she is told of looking that goes on.
    static final String LOOKING = "Looking goes on.";

    private final Words words = Words.of(Locale.ENGLISH);
    private final LifeStore store;
    private final Map<RecipientId, List<Sent>> sent = new HashMap<>();
    private final Set<String> missed = new HashSet<>();
    private final Set<String> inPause = new HashSet<>();
    private final Set<String> missedInPause = new HashSet<>();
    private final Map<NoticeId, Integer> unsure = new HashMap<>();
    private final Map<String, NoticeId> toldIn = new HashMap<>();
    private final Map<Instant, Hearing> choices = new HashMap<>();
    private final Set<NoticeId> atOnce = new HashSet<>();
    private final Map<RecipientId, Instant> starts = new HashMap<>();
    private final LifeCauses causes;
    int notices;
    int toldAtOnce;
    int toldToStandIn;

    private record Sent(Instant at, NoticeId notice) {}

    LifeOracle(LifeStore store) {
        this.store = store;
        this.causes = new LifeCauses(store, inPause, starts);
    }

    void chose(Instant now, Hearing hearing) {
        choices.put(now, hearing);
        Set<RecipientId> named =
                hearing.helper().stream()
                        .flatMap(h -> Stream.concat(Stream.of(h), h.standIn().stream()))
                        .map(Hearing.Helper::id)
                        .collect(Collectors.toSet());
        starts.keySet().retainAll(named);
        named.forEach(who -> starts.putIfAbsent(who, now));
    }

    /// A channel took that over. Should the process end before this is written down, it may arrive
    /// once more, even in another notice.
    void taken(NoticeId notice) {
        unsure.merge(notice, 1, Integer::sum);
    }

    /// It is written down.
    void recorded(NoticeId notice) {
        unsure.computeIfPresent(notice, (_, times) -> times == 1 ? null : times - 1);
    }

    /// A decision was kept.
    void decided(RecipientId who, Decision decision, Instant now, Instant awakeSince) {
        for (Decision.Held held : decision.held()) {
            for (HitId hit : held.hits()) {
                if (held.missed()) {
                    missed.add(who + " " + hit);
                }
                if (held.cause() == Cause.PAUSED || held.cause() == Cause.STOPPED_LOOKING) {
                    inPause.add(who + " " + hit);
                    if (held.missed()) {
                        missedInPause.add(who + " " + hit);
                    }
                }
            }
        }
        decision.notice().filter(Notice::atOnce).ifPresent(notice -> mayBeAtOnce(who, notice));
        decision.notice()
                .filter(notice -> !notice.atOnce())
                .ifPresent(notice -> atARightTime(notice, now, awakeSince));
    }

    /// Told whatever the hour: only what she picked, to whom she picked, and nothing of a pause.
    private void mayBeAtOnce(RecipientId who, Notice notice) {
        atOnce.add(notice.id());
        toldAtOnce++;
        AtOnce rule = store.hearing.orElseThrow().wishes().atOnce().orElseThrow();
        assertThat(who).isEqualTo(rule.to());
        for (HitId hit : notice.hits()) {
            assertThat(store.log.matters(hit)).as("picked").containsAnyElementsOf(rule.when());
            assertThat(missedInPause.contains(who + " " + hit)).as("of a pause").isFalse();
        }
    }

    private void atARightTime(Notice notice, Instant now, Instant awakeSince) {
        notices++;
        Hearing hearing = store.hearing.orElseThrow();
        if (!notice.recipient().equals(RecipientId.SELF) || !LifeCauses.hasTimes(hearing)) {
            return;
        }
        ZonedDateTime wall = now.atZone(hearing.zone());
        Instant midnight = wall.toLocalDate().atStartOfDay(hearing.zone()).toInstant();
        assertThat(hearing.days()).contains(wall.getDayOfWeek());
        if (awakeSince.isBefore(midnight)) {
            assertThat(PlainClock.isHers(hearing, wall)).as("in a minute she chose").isTrue();
        } else {
            assertThat(hearing.times().getFirst()).isBeforeOrEqualTo(wall.toLocalTime());
        }
    }

    /// A message is about to leave.
    void sends(Message message, Instant now) {
        Hearing hearing = store.hearing.orElseThrow();
        RecipientId who = new RecipientId(message.recipient());
        boolean self = who.equals(RecipientId.SELF);
        boolean soon = atOnce.contains(message.notice());
        assertThat(hearing.how())
                .isIn(
                        self || soon
                                ? List.of(How.FIXED_TIMES, How.AS_IT_HAPPENS, How.HELPER_FIRST)
                                : List.of(How.HELPER_FIRST));
        assertThat(
                        soon
                                || PlainClock.isOpen(
                                        LifeCauses.forWhom(hearing, who),
                                        now.atZone(hearing.zone())))
                .as("neither quiet nor kept free")
                .isTrue();
        if (soon) {
            assertThat(hearing.wishes().atOnce().map(AtOnce::to)).contains(who);
        }
        assertThat(store.consents).as("consent").isTrue();
        if (!self) {
            assertThat(isThere(who, now)).as("there, or standing in").isTrue();
            toldToStandIn += who.equals(LifeChoices.STAND_IN) ? 1 : 0;
        }
        for (Pause pause : causes.holding(now)) {
            assertThat(pause.isOfEverything() || pause.silences(message.channel()))
                    .as("paused")
                    .isFalse();
        }
        for (String id : message.hits()) {
            Owed hit = store.log.hit(new HitId(id)).orElseThrow();
            assertThat(causes.holding(now)).noneMatch(p -> p.covers(hit.watch(), hit.source()));
            assertThat(causes.isShown(who, hit)).as("not from before her start").isTrue();
            once(who, hit.hit(), message.notice());
        }
        if (self && !soon && LifeCauses.hasTimes(hearing)) {
            assertThat(message.at().atZone(hearing.zone()).toLocalDate())
                    .as("on the day of her time")
                    .isEqualTo(now.atZone(hearing.zone()).toLocalDate());
        }
        level(message, hearing, who, soon, now);
        underTheCeiling(who, message.notice(), now);
    }

    private void once(RecipientId who, HitId hit, NoticeId notice) {
        NoticeId before = toldIn.put(who + " " + hit, notice);
        assertThat(before == null || before.equals(notice) || unsure.containsKey(before))
                .as("told once: " + hit + " in " + before + " and " + notice)
                .isTrue();
    }

    /// Whether a helper hears at that moment: the first unless she is away; then the other, unless
    /// she is away too.
    private boolean isThere(RecipientId who, Instant now) {
        boolean firstAway = LifeCauses.isAway(store.helper.helper(), now);
        return who.equals(LifeChoices.STAND_IN)
                ? firstAway && !LifeCauses.isAway(store.helper.standIn(), now)
                : !firstAway;
    }

    private void level(
            Message message, Hearing hearing, RecipientId who, boolean soon, Instant now) {
        boolean self = who.equals(RecipientId.SELF);
        List<Tuned> channels =
                soon
                        ? hearing.wishes().atOnce().orElseThrow().channels()
                        : LifeCauses.channels(hearing, who);
        Tuned tuned =
                channels.stream()
                        .filter(each -> each.channel().equals(message.channel()))
                        .findFirst()
                        .orElseThrow();
        assertThat(message.level()).isBetween(Level.DISCREET, tuned.level());
        Instant confirmed =
                Objects.requireNonNull(store.entries.get(message.channel()))
                        .confirmed()
                        .orElseThrow();
        boolean gentle =
                message.hits().stream().anyMatch(hit -> missed.contains(who(message, hit)));
        boolean stale = Duration.between(confirmed, now).compareTo(tuned.confirmEvery()) >= 0;
        if (gentle
                || stale
                || (message.hits().isEmpty() && !message.body().equals(LOOKING))
                || (self && !soon && hearing.how() == How.HELPER_FIRST)) {
            assertThat(message.level()).as("says the least").isEqualTo(Level.DISCREET);
        }
        if (message.body().contains(LOOKING)) {
            assertThat(message.level()).isGreaterThan(Level.DISCREET);
        }
        if (message.level() == Level.DISCREET) {
            assertThat(message.subject()).isEqualTo(words.say("notice.discreet.subject"));
            assertThat(message.body()).isEqualTo(words.say("notice.discreet.body"));
        }
    }

    private static String who(Message message, String hit) {
        return message.recipient() + " " + hit;
    }

    private void underTheCeiling(RecipientId who, NoticeId notice, Instant now) {
        List<Sent> before = sent.computeIfAbsent(who, _ -> new ArrayList<>());
        before.add(new Sent(now, notice));
        Duration day = Duration.ofDays(1);
        Duration week = Duration.ofDays(7);
        for (Duration window : List.of(day, week)) {
            underItsOwnCeiling(before, now, window);
            assertThat(within(before, now, window))
                    .as("within " + window)
                    .isLessThanOrEqualTo(most(now, who, window) + mostAtOnce(now, window));
        }
    }

    private void underItsOwnCeiling(List<Sent> before, Instant now, Duration window) {
        List<Sent> soon = before.stream().filter(each -> atOnce.contains(each.notice())).toList();
        assertThat(within(soon, now, window))
                .as("at once, within " + window)
                .isLessThanOrEqualTo(mostAtOnce(now, window));
    }

    /// The highest of what she allowed at once, as far as it may still count.
    private long mostAtOnce(Instant now, Duration window) {
        return held(now, window)
                .flatMap(hearing -> hearing.wishes().atOnce().stream())
                .mapToLong(rule -> most(rule.ceiling(), window))
                .max()
                .orElse(0);
    }

    private long within(List<Sent> before, Instant now, Duration window) {
        Instant from = now.minus(window).plus(SLACK);
        return before.stream()
                .filter(each -> each.at().isAfter(from))
                .map(Sent::notice)
                .filter(notice -> !unsure.containsKey(notice))
                .distinct()
                .count();
    }

    /// The highest that held in that time: what was decided under it may arrive under a lower one.
    private int most(Instant now, RecipientId who, Duration window) {
        return held(now, window)
                .mapToInt(hearing -> most(LifeCauses.forWhom(hearing, who).ceiling(), window))
                .max()
                .orElseThrow();
    }

    /// What she chose in that time, and what held when it began.
    private Stream<Hearing> held(Instant now, Duration window) {
        Instant from = now.minus(window);
        Optional<Instant> first =
                choices.keySet().stream()
                        .filter(at -> !at.isAfter(from))
                        .max(Comparator.naturalOrder());
        return choices.entrySet().stream()
                .filter(choice ->
                        choice.getKey().isAfter(from)
                                || first.filter(choice.getKey()::equals).isPresent())
                .map(Map.Entry::getValue);
    }

    private static int most(Ceiling ceiling, Duration window) {
        return window.equals(Duration.ofDays(1))
                ? ceiling.perDay()
                : ceiling.perWeek().orElse(Integer.MAX_VALUE);
    }

    /// A telling is over: what is still owed is held, each for a cause that is the case.
    ///
    /// @param before when the last telling before this one was
    void told(RecipientId who, Optional<Instant> before, Instant now) {
        causes.told(who, before, now);
    }
}
