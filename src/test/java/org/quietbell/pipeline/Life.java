package org.quietbell.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.quietbell.SettableClock;
import org.quietbell.channel.Channel;
import org.quietbell.channel.Delivery;
import org.quietbell.channel.Message;
import org.quietbell.hit.HitId;
import org.quietbell.http.Fault;
import org.quietbell.match.Band;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Decision;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.HelperState;
import org.quietbell.notice.How;
import org.quietbell.notice.NextTelling;
import org.quietbell.notice.NoticeId;
import org.quietbell.notice.Occasion;
import org.quietbell.notice.Outage;
import org.quietbell.notice.Owed;
import org.quietbell.notice.Pause;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Telling;
import org.quietbell.words.Words;

/// A year of one person on a simulated clock, from a seed, through the real [Tell] and [Relay]:
/// rounds find nothing, something or a flood; she chooses, pauses, resumes, moves; channels fail
/// for days; the machine sleeps; the process ends between any two steps and starts again.
final class Life {
    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
    private static final Duration LONG_SLEEP = Duration.ofMinutes(10);

    private final Random random;
    private final LifeChoices choices;
    private final LifeStore store = new LifeStore(START);
    private final LifeOracle oracle = new LifeOracle(store);
    private final SettableClock clock = new SettableClock(START);
    private final Map<ChannelId, Channel> channels = new HashMap<>();
    private final Set<ChannelId> down = new HashSet<>();
    private final Tell tell;
    private final Relay relay;
    private Optional<Outage> outage = Optional.empty();
    private Instant awakeSince = START;
    private List<Occasion> silent = List.of();
    private boolean crashes;
    private int found;
    private int notices;
    private String doing = "";

    Life(long seed) {
        random = new Random(seed);
        choices = new LifeChoices(random);
        for (ChannelId id : LifeStore.CHANNELS) {
            channels.put(id, new Unreliable(id));
        }
        store.danger =
                () -> {
                    if (crashes && choices.chance(120)) {
                        throw new LifeStore.Crash();
                    }
                };
        store.delivered = oracle::recorded;
        store.kept = (who, decision) -> oracle.decided(who, decision, now(), awakeSince);
        tell =
                new Tell(
                        store.hits(),
                        store.hearings(),
                        store.dangerous(),
                        store.channels(),
                        new Telling(Words.of(Locale.ENGLISH)),
                        () -> outage,
                        _ -> occasions(),
                        () -> new NoticeId("n" + notices++),
                        clock);
        relay =
                new Relay(
                        store.dangerous(),
                        store.hearings(),
                        store.cases(),
                        store.hits(),
                        store.channels(),
                        () -> channels,
                        _ -> Optional.empty(),
                        clock,
                        random);
    }

    /// A way that fails for days, refuses for good, or takes a message over just before the process
    /// ends.
    private final class Unreliable implements Channel {
        private final ChannelId id;

        Unreliable(ChannelId id) {
            this.id = id;
        }

        @Override
        public ChannelId id() {
            return id;
        }

        @Override
        public String type() {
            return "file";
        }

        @Override
        public Delivery send(Message message) {
            if (down.contains(id)) {
                return new Delivery.Later(
                        new Fault(Fault.Kind.UNREACHABLE, "no answer"), Optional.empty());
            }
            if (choices.chance(300)) {
                return new Delivery.Never(new Fault(Fault.Kind.GONE, "no such mailbox"));
            }
            oracle.sends(message, now());
            oracle.taken(message.notice());
            if (crashes && choices.chance(40)) {
                throw new LifeStore.Crash();
            }
            return new Delivery.Delivered();
        }
    }

    String where() {
        return now()
                + " doing "
                + doing
                + ", "
                + store.hearing
                + " pauses "
                + store.pauses
                + " outage "
                + outage
                + " down "
                + down
                + " helper "
                + store.helper;
    }

    int noticesSeen() {
        return oracle.notices;
    }

    int toldToStandIn() {
        return oracle.toldToStandIn;
    }

    int hitsFound() {
        return found;
    }

    private List<Occasion> occasions() {
        return Stream.concat(
                        silent.stream().filter(o -> !o.since().isAfter(now())),
                        store.hearing.stream()
                                .flatMap(h ->
                                        h
                                                .wishes()
                                                .stillLooking()
                                                .occasion(h, now(), LifeOracle.LOOKING)
                                                .stream()))
                .toList();
    }

    private Instant now() {
        return clock.instant();
    }

    void run(Duration length) {
        Instant end = START.plus(length);
        crashes = true;
        Instant round = START;
        while (now().isBefore(end)) {
            Instant next =
                    Stream.concat(
                                    Stream.of(round),
                                    Stream.concat(nextTelling().stream(), nextRelay().stream()))
                            .min(Instant::compareTo)
                            .orElseThrow();
            clock.set(next.isBefore(now()) ? now() : next);
            if (next.equals(round)) {
                attempt("living", this::live);
                attempt("finding", this::find);
                attempt("telling after a round", this::tellAndSend);
                round = now().plus(Duration.ofMinutes(30 + random.nextInt(60 * 12)));
            } else if (nextRelay().filter(at -> !at.isAfter(now())).isPresent()) {
                attempt("sending", relay::run);
                pass(Duration.ofSeconds(1));
            } else {
                attempt("telling at her time", this::tellAndSend);
            }
        }
        settle();
    }

    private Optional<Instant> nextTelling() {
        return store.hearing.flatMap(hearing -> NextTelling.after(hearing, now()));
    }

    private Optional<Instant> nextRelay() {
        return relay.next().map(at -> at.isBefore(now()) ? now() : at);
    }

    /// One step, which the end of the process may cut off; what it left is found again at the next
    /// start.
    private void attempt(String what, Runnable step) {
        doing = what;
        try {
            step.run();
        } catch (LifeStore.Crash _) {
            store.log.recover();
            sleep(Duration.ofSeconds(20 + random.nextInt(3000)));
        }
    }

    private void pass(Duration duration) {
        clock.advance(duration);
    }

    private void sleep(Duration duration) {
        Instant from = now();
        pass(duration);
        awakeSince = now();
        if (duration.compareTo(LONG_SLEEP) > 0) {
            outage = Optional.of(new Outage(from, now()));
        }
    }

    private void tellAndSend() {
        Optional<Instant> before = store.log.lastTelling(LifeStore.CASE, RecipientId.SELF);
        Optional<Instant> helper = store.log.lastTelling(LifeStore.CASE, LifeChoices.HELPER);
        Optional<Instant> instead = store.log.lastTelling(LifeStore.CASE, LifeChoices.STAND_IN);
        tell.about(store.watchedCase());
        oracle.told(RecipientId.SELF, before, now());
        if (store.hearing.filter(h -> h.how() == How.HELPER_FIRST).isPresent()) {
            oracle.told(LifeChoices.HELPER, helper, now());
            if (store.hearing.filter(h -> h.isStandIn(LifeChoices.STAND_IN)).isPresent()) {
                oracle.told(LifeChoices.STAND_IN, instead, now());
            }
        }
        relay.run();
    }

    private void live() {
        if (choices.chance(60)) {
            sleep(Duration.ofMinutes(10 + random.nextInt(60 * 24 * 4)));
        }
        if (choices.chance(store.hearing.isEmpty() ? 8 : 40)) {
            choose(choices.hearing(now()));
        }
        if (choices.chance(25)) {
            Pause pause = choices.pause(now());
            store.hearings().pause(pause);
            relay.heedPauses();
            relay.run();
            tell.about(store.watchedCase());
        }
        if (!store.pauses.isEmpty() && choices.chance(12)) {
            store.hearings().resume(choices.any(List.copyOf(store.pauses.keySet())));
            tellAndSend();
        }
        if (choices.chance(20)) {
            store.entries.replaceAll((_, entry) -> entry.confirmed(now()));
        }
        if (choices.chance(60)) {
            store.consents = !store.consents;
        }
        helper();
        weather();
    }

    private void helper() {
        for (boolean standIn : new boolean[] {false, true}) {
            HelperState.One one = store.helper.of(standIn);
            if (choices.chance(15)) {
                store.helper = store.helper.with(standIn, one.ready(now()));
            }
            if (choices.chance(standIn ? 40 : 12)) {
                Instant back = now().plus(Duration.ofHours(1 + random.nextInt(72)));
                store.helper = store.helper.with(standIn, one.away(Optional.of(back)));
            }
        }
    }

    private void weather() {
        if (silent.isEmpty() ? choices.chance(30) : choices.chance(12)) {
            silent =
                    silent.isEmpty()
                            ? List.of(
                                    new Occasion(
                                            "source:news:" + now().getEpochSecond(),
                                            now().plus(Duration.ofDays(2))))
                            : List.of();
        }
        for (ChannelId id : LifeStore.CHANNELS) {
            if (down.contains(id) ? choices.chance(6) : choices.chance(30)) {
                if (!down.remove(id)) {
                    down.add(id);
                }
            }
        }
    }

    private void choose(Hearing choice) {
        oracle.chose(now(), choice);
        store.helper = store.helper.after(store.hearing, choice, now());
        store.hearings().put(LifeStore.CASE, choice);
        store.log.keep(
                LifeStore.CASE, RecipientId.SELF, now(), new Decision(Optional.empty(), List.of()));
    }

    private void find() {
        int hits = choices.chance(5) ? 1 + random.nextInt(3) : choices.chance(90) ? 60 : 0;
        for (int i = 0; i < hits; i++) {
            HitId id = new HitId("hit" + found++);
            store.log.add(
                    LifeStore.CASE,
                    new Owed(
                            id,
                            choices.any(LifeStore.WATCHES),
                            choices.any(LifeChoices.SOURCES),
                            choices.chance(2) ? Band.LIKELY : Band.CERTAIN,
                            now(),
                            id.value(),
                            Optional.empty()),
                    choices.matters());
        }
    }

    /// In the end nothing hinders, and all must have been told.
    private void settle() {
        crashes = false;
        doing = "settling";
        store.pauses.clear();
        silent = List.of();
        down.clear();
        store.consents = true;
        store.entries.replaceAll((_, entry) -> entry.confirmed(now()));
        choose(LifeChoices.open());
        pass(Duration.ofDays(9));
        store.entries.replaceAll((_, entry) -> entry.confirmed(now()));
        tellAndSend();
        pass(Duration.ofHours(2));
        tellAndSend();
    }

    /// What she was never told.
    List<HitId> notTold() {
        return store.log.owed(LifeStore.CASE, RecipientId.SELF, Band.LIKELY).stream()
                .map(Owed::hit)
                .toList();
    }

    /// What is still under way.
    int onTheWay() {
        return (int) store.log.outbox().stream().filter(l -> !l.state().equals("dead")).count();
    }
}
