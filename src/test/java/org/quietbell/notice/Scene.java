package org.quietbell.notice;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.quietbell.hit.HitId;
import org.quietbell.match.Band;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchId;

/// A situation put together step by step. Unless changed: 12 noon UTC on a Wednesday, `self`, a
/// channel `post` that is allowed and was confirmed yesterday.
final class Scene {
    static final Instant NOON = Instant.parse("2027-03-03T12:00:00Z");
    static final ZoneId UTC = ZoneId.of("UTC");
    static final ChannelId POST = new ChannelId("post");
    static final WatchId WATCH = new WatchId("case-17");
    static final RecipientId HELPER = new RecipientId("h1");

    RecipientId recipient = RecipientId.SELF;
    Instant now = NOON;
    Optional<Hearing> hearing = Optional.empty();
    List<Pause> pauses = new ArrayList<>();
    Set<ChannelId> allowed = new HashSet<>(Set.of(POST));
    Map<ChannelId, Instant> confirmed = new HashMap<>(Map.of(POST, NOON.minus(Duration.ofDays(1))));
    List<Owed> owed = new ArrayList<>();
    Optional<Instant> lastTelling = Optional.empty();
    List<Instant> notices = new ArrayList<>();
    Optional<Outage> outage = Optional.empty();
    HelperState helper = HelperState.NONE;
    List<Occasion> occasions = new ArrayList<>();
    Function<HitId, Glimpse> glimpses =
            _ -> {
                throw new AssertionError("a hit was opened");
            };

    Situation situation() {
        return new Situation(
                new CaseId("case-17"),
                recipient,
                now,
                hearing,
                pauses,
                allowed,
                confirmed,
                owed,
                lastTelling,
                notices,
                outage,
                helper,
                occasions,
                () -> new NoticeId("n"),
                glimpses);
    }

    Scene hears(Choice choice) {
        hearing = Optional.of(choice.hearing());
        return this;
    }

    /// Adds hits of one group each, seen two hours before now.
    Scene owes(int count) {
        int from = owed.size();
        IntStream.range(from, from + count)
                .forEach(i -> owed.add(owed(i, WATCH, now.minus(Duration.ofHours(2)))));
        return this;
    }

    static Owed owed(int i, WatchId watch, Instant firstSeen) {
        return new Owed(
                new HitId("hit" + i),
                watch,
                "news",
                Band.LIKELY,
                firstSeen,
                "group" + i,
                Optional.empty());
    }

    static Owed held(Owed owed, Cause cause) {
        return new Owed(
                owed.hit(),
                owed.watch(),
                owed.source(),
                owed.band(),
                owed.firstSeen(),
                owed.group(),
                Optional.of(cause));
    }

    /// How somebody wants to hear, put together step by step. Unless changed: as it happens, every
    /// day, UTC, all at Outline by `post`.
    static final class Choice {
        How how;
        List<LocalTime> times = new ArrayList<>();
        Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
        ZoneId zone = UTC;
        List<Tuned> channels = new ArrayList<>(List.of(new Tuned(POST, Level.OUTLINE)));
        Band band = Band.LIKELY;
        List<QuietHours> quiet = new ArrayList<>();
        Set<KeptDays> noContact = new HashSet<>();
        Ceiling ceiling = Ceiling.DEFAULT;
        Optional<Hearing.Helper> helper = Optional.empty();
        Optional<Hearing.Cover> cover = Optional.empty();
        Wishes wishes = Wishes.USUAL;

        Choice(How how) {
            this.how = how;
        }

        static Choice asItHappens() {
            return new Choice(How.AS_IT_HAPPENS);
        }

        static Choice at(String... times) {
            Choice choice = new Choice(How.FIXED_TIMES);
            for (String time : times) {
                choice.times.add(LocalTime.parse(time));
            }
            return choice;
        }

        static Choice helperFirst(Duration hold) {
            Choice choice = new Choice(How.HELPER_FIRST);
            choice.helper =
                    Optional.of(
                            new Hearing.Helper(
                                    HELPER, hold, List.of(new Tuned(POST, Level.OUTLINE))));
            return choice;
        }

        Choice in(String zone) {
            this.zone = ZoneId.of(zone);
            return this;
        }

        Choice quiet(String from, String to) {
            quiet.add(new QuietHours(LocalTime.parse(from), LocalTime.parse(to)));
            return this;
        }

        Choice keepsFree(String day) {
            noContact.add(KeptDays.of(day));
            return this;
        }

        Choice level(Level level) {
            channels = new ArrayList<>(List.of(new Tuned(POST, level)));
            return this;
        }

        Hearing hearing() {
            return new Hearing(
                    how, times, days, zone, channels, band, quiet, noContact, ceiling, helper,
                    cover, wishes);
        }
    }
}
