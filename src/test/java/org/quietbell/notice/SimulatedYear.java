package org.quietbell.notice;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.quietbell.hit.HitId;
import org.quietbell.hit.PlaceKind;
import org.quietbell.match.Band;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchId;
import org.quietbell.words.Words;

/// A year of one person, by the minute, from a seed: a round now and then finds something, the
/// schedule fires at her fixed times, she changes her mind, pauses, and the machine sleeps. Keeps
/// the books as the store does and hands every decision to [Promises].
final class SimulatedYear {
    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
    private static final List<String> ZONES =
            List.of(
                    "America/Halifax",
                    "America/St_Johns",
                    "Europe/Berlin",
                    "Australia/Lord_Howe",
                    "Africa/Cairo",
                    "Asia/Kathmandu");
    private static final List<ChannelId> CHANNELS =
            List.of(new ChannelId("post"), new ChannelId("push"), new ChannelId("log"));
    private static final List<WatchId> WATCHES = List.of(new WatchId("one"), new WatchId("two"));

    private final Random random;
    private final Telling telling = new Telling(Words.of(Locale.ENGLISH));
    private final Promises promises = new Promises();
    private final Map<ChannelId, Instant> confirmed = new HashMap<>();
    private final Map<RecipientId, Books> books = new HashMap<>();
    private final Books self = new Books();
    private Instant now = START;
    private Optional<Hearing> hearing = Optional.empty();
    private final List<Pause> pauses = new ArrayList<>();
    private Set<ChannelId> allowed = Set.copyOf(CHANNELS);
    private Optional<Outage> outage = Optional.empty();
    private Instant upSince = START;
    private int found;
    private int decided;

    /// What the store keeps for one recipient.
    private static final class Books {
        final Map<HitId, Owed> owed = new LinkedHashMap<>();
        final Set<HitId> told = new HashSet<>();
        final List<Instant> notices = new ArrayList<>();
        Optional<Instant> lastTelling = Optional.empty();
    }

    SimulatedYear(long seed) {
        random = new Random(seed);
        books.put(RecipientId.SELF, self);
        books.put(Scene.HELPER, new Books());
        CHANNELS.forEach(channel -> confirmed.put(channel, START));
    }

    String where() {
        return now + " " + hearing + " pauses " + pauses + " outage " + outage;
    }

    int decisions() {
        return decided;
    }

    Set<HitId> notTold() {
        return self.owed.keySet();
    }

    void run() {
        Instant end = START.plus(Duration.ofDays(366));
        Instant nextRound = now;
        while (now.isBefore(end)) {
            Optional<Instant> fixed = hearing.flatMap(h -> NextTelling.after(h, now));
            Instant next = fixed.filter(nextRound::isAfter).orElse(nextRound);
            now = next;
            if (next.equals(nextRound)) {
                live();
                round();
                nextRound = now.plus(Duration.ofMinutes(30 + random.nextInt(60 * 16)));
            }
            consider();
        }
        settle();
    }

    /// In the end nothing hinders, and all must have been told.
    private void settle() {
        pauses.clear();
        allowed = Set.copyOf(CHANNELS);
        Scene.Choice choice = Scene.Choice.asItHappens();
        choice.channels = List.of(new Tuned(CHANNELS.getFirst(), Level.OUTLINE));
        choose(choice.hearing());
        now = now.plus(Duration.ofDays(2));
        consider();
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void live() {
        if (chance(60)) {
            sleep(Duration.ofMinutes(10 + random.nextInt(60 * 24 * 4)));
        }
        if (chance(hearing.isEmpty() ? 8 : 40)) {
            choose(randomHearing());
        }
        if (chance(30)) {
            pauses.add(randomPause());
        }
        if (!pauses.isEmpty() && chance(12)) {
            pauses.remove(random.nextInt(pauses.size()));
        }
        if (chance(20)) {
            CHANNELS.forEach(channel -> confirmed.put(channel, now));
        }
        if (chance(60)) {
            allowed = allowed.isEmpty() ? Set.copyOf(CHANNELS) : Set.of();
        }
    }

    private void sleep(Duration duration) {
        Instant from = now;
        now = now.plus(duration);
        outage = Optional.of(new Outage(from, now));
        upSince = now;
    }

    private void choose(Hearing choice) {
        hearing = Optional.of(choice);
        books.values().forEach(each -> each.lastTelling = Optional.of(now));
    }

    private Pause randomPause() {
        return new Pause(
                chance(2) ? Optional.empty() : Optional.of(any(WATCHES)),
                now,
                chance(4)
                        ? Optional.empty()
                        : Optional.of(now.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 8)))),
                chance(3));
    }

    private LocalTime randomTime() {
        return LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
    }

    private Hearing randomHearing() {
        Scene.Choice choice = new Scene.Choice(any(List.of(How.values())));
        if (chance(3)) {
            choice.how = How.FIXED_TIMES;
        }
        choice.zone = ZoneId.of(any(ZONES));
        choice.channels.clear();
        for (ChannelId channel : CHANNELS) {
            choice.channels.add(new Tuned(channel, any(List.of(Level.values()))));
        }
        int times = choice.how == How.FIXED_TIMES ? 1 + random.nextInt(3) : random.nextInt(2);
        for (int i = 0; i < times; i++) {
            choice.times.add(randomTime());
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            if (choice.days.size() > 1 && chance(4)) {
                choice.days.remove(day);
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            choice.quiet.add(new QuietHours(randomTime(), randomTime()));
        }
        LocalDate today = now.atZone(choice.zone).toLocalDate();
        for (int i = random.nextInt(5); i > 0; i--) {
            choice.noContact.add(KeptDays.on(today.plusDays(random.nextInt(20))));
        }
        choice.ceiling = new Ceiling(1 + random.nextInt(4));
        if (choice.how == How.HELPER_FIRST) {
            choice.helper =
                    Optional.of(
                            new Hearing.Helper(
                                    Scene.HELPER,
                                    Duration.ofHours(random.nextInt(24 * 8)),
                                    List.copyOf(choice.channels)));
        }
        return choice.hearing();
    }

    private void round() {
        int hits = chance(6) ? 1 + random.nextInt(3) : chance(100) ? 50 : 0;
        for (int i = 0; i < hits; i++) {
            Owed owed =
                    new Owed(
                            new HitId("hit" + found++),
                            any(WATCHES),
                            "news",
                            chance(2) ? Band.LIKELY : Band.CERTAIN,
                            now,
                            "group" + random.nextInt(1000),
                            Optional.empty());
            books.values().forEach(each -> each.owed.put(owed.hit(), owed));
        }
    }

    private void consider() {
        books.forEach(this::consider);
    }

    private void consider(RecipientId recipient, Books kept) {
        Instant since = Situation.noticesSince(now, outage);
        Situation situation =
                new Situation(
                        new CaseId("case-17"),
                        recipient,
                        now,
                        hearing,
                        pauses,
                        allowed,
                        confirmed,
                        List.copyOf(kept.owed.values()),
                        kept.lastTelling,
                        kept.notices.stream().filter(n -> !n.isBefore(since)).toList(),
                        outage,
                        HelperState.NONE,
                        List.of(),
                        () -> new NoticeId("n" + decided),
                        hit ->
                                new Glimpse(
                                        PlaceKind.FORUM,
                                        Optional.of(hit.value()),
                                        Optional.of("hxxps://a[.]example/" + hit)));
        Decision decision = telling.decide(situation);
        decided++;
        promises.check(situation, decision, upSince, kept.told);
        keep(kept, decision);
    }

    private void keep(Books kept, Decision decision) {
        kept.lastTelling = Optional.of(now);
        decision.notice()
                .ifPresent(notice -> {
                    kept.notices.add(now);
                    kept.told.addAll(notice.hits());
                    notice.hits().forEach(kept.owed::remove);
                });
        for (Decision.Held held : decision.held()) {
            if (held.missed()) {
                held.hits()
                        .forEach(hit ->
                                kept.owed.computeIfPresent(
                                        hit, (_, o) -> Scene.held(o, held.cause())));
            }
        }
    }
}
