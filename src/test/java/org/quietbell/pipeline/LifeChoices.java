package org.quietbell.pipeline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.quietbell.match.Band;
import org.quietbell.match.Matter;
import org.quietbell.notice.AtOnce;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.KeptDays;
import org.quietbell.notice.Level;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;
import org.quietbell.notice.QuietHours;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.StillLooking;
import org.quietbell.notice.Tuned;
import org.quietbell.notice.Wishes;

/// What a simulated person may choose.
final class LifeChoices {
    static final RecipientId HELPER = new RecipientId("h1");
    static final RecipientId STAND_IN = new RecipientId("h2");
    static final List<String> SOURCES = List.of("news", "forum", "video");
    private static final List<String> ZONES =
            List.of(
                    "America/Halifax",
                    "America/St_Johns",
                    "Europe/Berlin",
                    "Australia/Lord_Howe",
                    "Africa/Cairo",
                    "Asia/Kathmandu");

    private final Random random;

    LifeChoices(Random random) {
        this.random = random;
    }

    boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private LocalTime time() {
        return LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
    }

    private Set<DayOfWeek> days() {
        Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
        while (days.size() > 1 && !chance(4)) {
            days.remove(DayOfWeek.of(1 + random.nextInt(7)));
        }
        return days;
    }

    private List<QuietHours> quiet() {
        List<QuietHours> quiet = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            quiet.add(chance(2) ? new QuietHours(time(), time()) : window());
        }
        return quiet;
    }

    private QuietHours window() {
        return new QuietHours(time(), time(), days());
    }

    private Ceiling ceiling() {
        return new Ceiling(
                1 + random.nextInt(4),
                chance(2) ? OptionalInt.empty() : OptionalInt.of(2 + random.nextInt(9)));
    }

    private List<Tuned> channels() {
        List<Tuned> channels = new ArrayList<>();
        for (ChannelId channel : LifeStore.CHANNELS) {
            if (!chance(4)) {
                channels.add(
                        new Tuned(
                                channel,
                                any(List.of(Level.values())),
                                Duration.ofDays(any(List.of(2, 30, 60)))));
            }
        }
        return channels;
    }

    private Set<KeptDays> kept(LocalDate today) {
        Set<KeptDays> kept = new HashSet<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            LocalDate day = today.plusDays(random.nextInt(40));
            kept.add(
                    switch (random.nextInt(3)) {
                        case 0 -> KeptDays.on(day);
                        case 1 -> new KeptDays.Span(day, day.plusDays(random.nextInt(15)));
                        default ->
                                new KeptDays.Yearly(
                                        MonthDay.from(day),
                                        MonthDay.from(day.plusDays(random.nextInt(4))));
                    });
        }
        return kept;
    }

    Hearing hearing(Instant now) {
        How how = any(List.of(How.values()));
        how = chance(2) ? any(List.of(How.FIXED_TIMES, How.AS_IT_HAPPENS)) : how;
        List<LocalTime> times = new ArrayList<>();
        int most = how == How.FIXED_TIMES ? 1 + random.nextInt(3) : random.nextInt(2);
        for (int i = 0; i < most; i++) {
            times.add(time());
        }
        ZoneId zone = ZoneId.of(any(ZONES));
        Optional<Hearing.Helper> helper =
                how != How.HELPER_FIRST
                        ? Optional.empty()
                        : Optional.of(helper(HELPER))
                                .map(h ->
                                        h.covered(
                                                chance(3)
                                                        ? Optional.empty()
                                                        : Optional.of(helper(STAND_IN))));
        return new Hearing(
                how,
                times,
                how == How.FIXED_TIMES || how == How.HELPER_FIRST
                        ? days()
                        : EnumSet.allOf(DayOfWeek.class),
                zone,
                channels(),
                chance(3) ? Band.CERTAIN : Band.LIKELY,
                quiet(),
                kept(now.atZone(zone).toLocalDate()),
                ceiling(),
                helper,
                Optional.empty(),
                new Wishes(
                        any(List.of(Wishes.AfterPause.values())),
                        atOnce(helper.isPresent()),
                        any(List.of(StillLooking.values()))));
    }

    private Hearing.Helper helper(RecipientId id) {
        return new Hearing.Helper(
                id,
                Duration.ofHours(random.nextInt(24 * 8)),
                channels(),
                chance(2) ? Optional.empty() : Optional.of(quiet()),
                chance(2) ? Optional.empty() : Optional.of(ceiling()));
    }

    private Optional<AtOnce> atOnce(boolean helped) {
        List<Tuned> ways = channels();
        Set<Matter> when = matters();
        return chance(2) || ways.isEmpty() || when.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new AtOnce(
                                when,
                                helped && chance(2) ? HELPER : RecipientId.SELF,
                                ways,
                                chance(2) ? AtOnce.USUAL_CEILING : ceiling()));
    }

    /// What a page says beyond a name: mostly nothing.
    Set<Matter> matters() {
        return Matter.of(chance(2) ? 0 : random.nextInt(8));
    }

    /// In the end nothing hinders.
    static Hearing open() {
        return new Hearing(
                How.AS_IT_HAPPENS,
                List.of(),
                EnumSet.allOf(DayOfWeek.class),
                ZoneId.of("UTC"),
                List.of(new Tuned(LifeStore.CHANNELS.getFirst(), Level.OUTLINE)),
                Band.LIKELY,
                List.of(),
                Set.of(),
                new Ceiling(99),
                Optional.empty(),
                Optional.empty(),
                Wishes.USUAL);
    }

    Pause pause(Instant now) {
        PauseScope scope =
                switch (random.nextInt(4)) {
                    case 0 -> new PauseScope.Everything();
                    case 1 -> new PauseScope.OneWatch(any(LifeStore.WATCHES));
                    case 2 -> new PauseScope.OneChannel(any(LifeStore.CHANNELS));
                    default -> new PauseScope.OneSource(any(SOURCES));
                };
        boolean stops = chance(3) && !(scope instanceof PauseScope.OneChannel);
        Optional<Instant> until =
                chance(4)
                        ? Optional.empty()
                        : Optional.of(
                                now.plus(Duration.ofMinutes(1 + random.nextInt(60 * 24 * 8))));
        return new Pause(scope, now, until, stops);
    }
}
