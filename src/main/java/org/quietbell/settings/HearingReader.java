package org.quietbell.settings;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.config.Section;
import org.quietbell.match.Band;
import org.quietbell.notice.AtOnce;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.KeptDays;
import org.quietbell.notice.Level;
import org.quietbell.notice.QuietHours;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.StillLooking;
import org.quietbell.notice.Tuned;
import org.quietbell.notice.Wishes;
import org.quietbell.notice.WrittenTime;
import org.quietbell.watch.Watch;
import org.quietbell.words.Language;

/// Reads a case's `hear`.
final class HearingReader {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int MOST_TIMES = 3;

    private final Set<String> channelIds;
    private final Set<String> agreedChannels;
    private final Optional<Watch> watch;

    /// @param agreedChannels the channels that the case's consent names
    /// @param watch whose words a cover sentence must not hold
    HearingReader(Set<String> channelIds, Set<String> agreedChannels, Optional<Watch> watch) {
        this.channelIds = channelIds;
        this.agreedChannels = agreedChannels;
        this.watch = watch;
    }

    /// @return empty if something is wrong
    Optional<Hearing> read(Section hear) {
        How how = hear.parsed("how", OneOf.of(How.class)).orElse(How.ONLY_WHEN_OPENED);
        Level level = hear.parsed("level", OneOf.of(Level.class)).orElse(Level.DISCREET);
        List<LocalTime> times = times(hear, how);
        Set<DayOfWeek> days = days(hear);
        ZoneId zone = zone(hear);
        List<Tuned> channels =
                channels(hear, level, how == How.FIXED_TIMES || how == How.AS_IT_HAPPENS);
        Band band =
                hear.parsed("band", OneOf.of(List.of(Band.LIKELY, Band.CERTAIN)))
                        .orElse(Band.LIKELY);
        List<QuietHours> quiet = hear.parsedAll("quiet", QuietHours::of);
        Set<KeptDays> noContact = Set.copyOf(hear.parsedAll("no-contact", KeptDays::of));
        Ceiling ceiling = CeilingReader.read(hear).orElse(Ceiling.DEFAULT);
        if (how == How.HELPER_FIRST && !hear.has("helper")) {
            hear.problem("helper", "is missing: helper-first needs to know who hears first");
        }
        Optional<Hearing.Helper> helper =
                hear.section("helper").flatMap(section -> helper(section, level));
        Wishes wishes =
                new Wishes(
                        hear.parsed("after-pause", OneOf.of(Wishes.AfterPause.class))
                                .orElse(Wishes.USUAL.afterPause()),
                        hear.section("at-once").flatMap(section -> atOnce(section, helper)),
                        stillLooking(hear, how),
                        hear.parsed("language", OneOf.of(Language.class)));
        Optional<Hearing.Cover> cover =
                hear.section("cover").flatMap(section -> CoverReader.read(section, watch));
        hear.finish();
        if (!hear.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Hearing(
                        how, times, days, zone, channels, band, quiet, noContact, ceiling, helper,
                        cover, wishes));
    }

    private static List<LocalTime> times(Section hear, How how) {
        List<String> written = hear.texts("times");
        if (written.size() > MOST_TIMES || (written.isEmpty() && how == How.FIXED_TIMES)) {
            hear.problem("times", "must be one to three times of day, such as [\"18:00\"]");
        }
        return hear.parsedAll("times", WrittenTime::time);
    }

    private static Set<DayOfWeek> days(Section hear) {
        if (!hear.has("days")) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        List<DayOfWeek> days = hear.parsedAll("days", WrittenTime::day);
        if (hear.texts("days").isEmpty()) {
            hear.problem("days", "must name a day, or be left out for all days");
        }
        return Set.copyOf(days);
    }

    private static ZoneId zone(Section hear) {
        boolean needed =
                List.of("times", "days", "quiet", "no-contact").stream().anyMatch(hear::has)
                        || hear.section("helper").filter(HearingReader::hasQuiet).isPresent();
        if (needed && !hear.has("zone")) {
            hear.problem(
                    "zone", "is missing: times and days need a time zone such as America/Halifax");
        }
        return hear.parsed("zone", WrittenTime::zone).orElse(ZoneOffset.UTC);
    }

    private static boolean hasQuiet(Section helper) {
        return helper.has("quiet")
                || helper.section("stand-in").filter(s -> s.has("quiet")).isPresent();
    }

    private List<Tuned> channels(Section section, Level level, boolean needed) {
        List<Section> entries = section.sections("channels", "id");
        if (needed && entries.isEmpty()) {
            section.problem("channels", "is missing: name the channels that may tell");
        }
        Set<String> seen = new HashSet<>();
        List<Tuned> channels = new ArrayList<>();
        for (Section entry : entries) {
            Optional<ChannelId> id = entry.required("id", ChannelId::new);
            Level own = entry.parsed("level", OneOf.of(Level.class)).orElse(level);
            Duration confirmEvery = confirmEvery(entry);
            entry.finish();
            id.ifPresent(channel -> {
                checkChannel(entry, channel.value(), seen);
                channels.add(new Tuned(channel, own, confirmEvery));
            });
        }
        return channels;
    }

    private void checkChannel(Section entry, String id, Set<String> seen) {
        if (!channelIds.contains(id)) {
            entry.problem("id", "there is no channel of that id");
        } else if (!agreedChannels.contains(id)) {
            entry.problem("id", "is not among the channels of this case's consent");
        } else if (!seen.add(id)) {
            entry.problem("id", "stands here twice: keep one");
        }
    }

    private Optional<Hearing.Helper> helper(Section section, Level level) {
        Optional<Section> other = section.section("stand-in");
        Optional<Hearing.Helper> helper = somebody(section, level, Optional.empty());
        Duration hold = helper.map(Hearing.Helper::hold).orElse(Hearing.Helper.USUAL_HOLD);
        Optional<Hearing.Helper> standIn =
                other.flatMap(instead -> somebody(instead, level, Optional.of(hold)));
        if (standIn.isPresent()
                && helper.filter(h -> h.id().equals(standIn.get().id())).isPresent()) {
            other.get().problem("id", "is the helper: name somebody else, or leave it out");
            return helper;
        }
        return helper.map(first -> first.covered(standIn));
    }

    /// @param same how long it waits for her, if that is not hers to say
    private Optional<Hearing.Helper> somebody(
            Section helper, Level level, Optional<Duration> same) {
        Optional<RecipientId> id = helper.required("id", RecipientId::ofHelper);
        Duration hold = same.orElseGet(() -> helper.duration("hold", Hearing.Helper.USUAL_HOLD));
        List<Tuned> channels = channels(helper, level, true);
        Optional<List<QuietHours>> quiet =
                helper.has("quiet")
                        ? Optional.of(helper.parsedAll("quiet", QuietHours::of))
                        : Optional.empty();
        Optional<Ceiling> ceiling = CeilingReader.read(helper);
        helper.finish();
        return id.map(recipient -> new Hearing.Helper(recipient, hold, channels, quiet, ceiling));
    }

    private static StillLooking stillLooking(Section hear, How how) {
        StillLooking often =
                hear.parsed("still-looking", OneOf.of(StillLooking.class)).orElse(StillLooking.OFF);
        boolean sends =
                how == How.AS_IT_HAPPENS
                        || (how == How.HELPER_FIRST && hear.texts("times").isEmpty());
        if (often != StillLooking.OFF && sends) {
            hear.problem(
                    "still-looking", "comes at times that are set: add times, or leave it out");
        }
        return often;
    }

    /// It says the least unless it has a level of its own: that of `hear` is for other hours.
    private Optional<AtOnce> atOnce(Section section, Optional<Hearing.Helper> helper) {
        List<Tuned> channels = channels(section, Level.DISCREET, true);
        return AtOnceReader.read(section, channels, helper, watch);
    }

    private static Duration confirmEvery(Section entry) {
        Duration every = entry.duration("confirm-every", Tuned.CONFIRMED_FOR);
        if (every.compareTo(DAY) < 0 || every.compareTo(YEAR) > 0) {
            entry.problem("confirm-every", "must be from 1d to 365d");
            return Tuned.CONFIRMED_FOR;
        }
        return every;
    }
}
