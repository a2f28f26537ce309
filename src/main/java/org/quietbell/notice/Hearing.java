package org.quietbell.notice;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quietbell.match.Band;

/// How one person wants to hear. Whoever has none has not chosen, and hears nothing (R1.1).
///
/// @param how her answer
/// @param times for fixed times, one to three a day, in order
/// @param days for fixed times, the days they count on; never empty
/// @param zone in which times, quiet hours and days are meant
/// @param channels each at its level
/// @param band what is told: [Band#LIKELY] or [Band#CERTAIN]
/// @param quiet windows in which nothing is told
/// @param noContact days on which nothing is told
/// @param ceiling how many notices there may be
/// @param helper who hears first, if that was chosen
/// @param cover her own words for a Discreet notice; empty: the supplied ones
/// @param wishes what few people change
public record Hearing(
        How how,
        List<LocalTime> times,
        Set<DayOfWeek> days,
        ZoneId zone,
        List<Tuned> channels,
        Band band,
        List<QuietHours> quiet,
        Set<KeptDays> noContact,
        Ceiling ceiling,
        Optional<Helper> helper,
        Optional<Cover> cover,
        Wishes wishes) {
    /// Somebody she named, who hears first.
    ///
    /// @param id never blank
    /// @param hold how long it waits for the helper
    /// @param channels the helper's own
    /// @param quiet the helper's own quiet hours; empty: those of the person
    /// @param ceiling the helper's own; empty: that of the person
    /// @param standIn somebody else, who hears instead while the helper is away (R1.22); nobody
    ///   stands in for her in turn, and her own `hold` means nothing
    public record Helper(
            RecipientId id,
            Duration hold,
            List<Tuned> channels,
            Optional<List<QuietHours>> quiet,
            Optional<Ceiling> ceiling,
            Optional<Helper> standIn) {
        /// How long her notes wait for a helper, unless she says (R1.19).
        public static final Duration USUAL_HOLD = Duration.ofDays(7);

        /// @throws IllegalArgumentException if she stands in for herself, or has somebody who
        ///   stands in for a stand-in
        public Helper {
            channels = List.copyOf(channels);
            quiet = quiet.map(List::copyOf);
            RecipientId own = id;
            if (standIn.filter(s -> s.id().equals(own) || s.standIn().isPresent()).isPresent()) {
                throw new IllegalArgumentException("stand-in: must be one person, and another");
            }
        }

        /// A helper for whom nobody stands in.
        public Helper(
                RecipientId id,
                Duration hold,
                List<Tuned> channels,
                Optional<List<QuietHours>> quiet,
                Optional<Ceiling> ceiling) {
            this(id, hold, channels, quiet, ceiling, Optional.empty());
        }

        /// The same, with that person or nobody standing in.
        public Helper covered(Optional<Helper> other) {
            return new Helper(id, hold, channels, quiet, ceiling, other);
        }

        /// A helper with the quiet hours and the ceiling of the person.
        public Helper(RecipientId id, Duration hold, List<Tuned> channels) {
            this(id, hold, channels, Optional.empty(), Optional.empty());
        }
    }

    /// What a Discreet notice says.
    public record Cover(String subject, String body) {}

    /// @throws IllegalArgumentException if fixed times lack a time or have more than three, or the
    ///   band lets through what may be somebody else
    public Hearing {
        times = times.stream().distinct().sorted().toList();
        days = Set.copyOf(days);
        channels = List.copyOf(channels);
        quiet = List.copyOf(quiet);
        noContact = Set.copyOf(noContact);
        if (how == How.FIXED_TIMES && (times.isEmpty() || times.size() > 3 || days.isEmpty())) {
            throw new IllegalArgumentException("times: must be one to three a day");
        }
        if (!band.isAtLeast(Band.LIKELY)) {
            throw new IllegalArgumentException("band: must be likely or certain");
        }
    }

    /// A hearing with single days of no contact, and no wishes of its own.
    public Hearing(
            How how,
            List<LocalTime> times,
            Set<DayOfWeek> days,
            ZoneId zone,
            List<Tuned> channels,
            Band band,
            List<QuietHours> quiet,
            Set<LocalDate> noContact,
            Ceiling ceiling,
            Optional<Helper> helper,
            Optional<Cover> cover) {
        this(
                how,
                times,
                days,
                zone,
                channels,
                band,
                quiet,
                noContact.stream().map(KeptDays::on).collect(Collectors.toSet()),
                ceiling,
                helper,
                cover,
                Wishes.USUAL);
    }

    /// The same, but by that channel at that level; it is added if it was not there.
    public Hearing by(Tuned tuned) {
        List<Tuned> others =
                channels.stream().filter(t -> !t.channel().equals(tuned.channel())).toList();
        return new Hearing(
                how,
                times,
                days,
                zone,
                Stream.concat(others.stream(), Stream.of(tuned)).toList(),
                band,
                quiet,
                noContact,
                ceiling,
                helper,
                cover,
                wishes);
    }

    /// Whether that recipient is somebody who hears first.
    public boolean isHeardFirstBy(RecipientId recipient) {
        return how == How.HELPER_FIRST && helperCalled(recipient).isPresent();
    }

    /// Whether that recipient hears only while her helper is away.
    public boolean isStandIn(RecipientId recipient) {
        return helper.flatMap(Helper::standIn).filter(s -> s.id().equals(recipient)).isPresent();
    }

    private Optional<Helper> helperCalled(RecipientId recipient) {
        return helpers().filter(h -> h.id().equals(recipient)).findFirst();
    }

    /// Whoever hears first, then whoever stands in.
    private Stream<Helper> helpers() {
        return helper.stream().flatMap(h -> Stream.concat(Stream.of(h), h.standIn().stream()));
    }

    /// The channels by which that recipient hears.
    public List<Tuned> channelsFor(RecipientId recipient) {
        return recipient.equals(RecipientId.SELF)
                ? channels
                : helperCalled(recipient).map(Helper::channels).orElse(List.of());
    }

    /// Every channel by which anybody may hear, at once or in time, each time that it is named.
    public Stream<Tuned> allChannels() {
        return Stream.of(
                        channels,
                        helperChannels(),
                        wishes.atOnce().map(AtOnce::channels).orElse(List.<Tuned>of()))
                .flatMap(List::stream);
    }

    /// The channels of whoever hears first, and of whoever stands in.
    public List<Tuned> helperChannels() {
        return helpers().flatMap(h -> h.channels().stream()).toList();
    }

    /// How that helper hears: with her own quiet hours and ceiling, if she has any.
    Hearing asHelperHears(RecipientId recipient) {
        Optional<Helper> called = helperCalled(recipient);
        return new Hearing(
                how,
                times,
                days,
                zone,
                channels,
                band,
                called.flatMap(Helper::quiet).orElse(quiet),
                noContact,
                called.flatMap(Helper::ceiling).orElse(ceiling),
                helper,
                cover,
                wishes);
    }

    /// The same, but that person hears first.
    public Hearing heardFirstBy(Helper first) {
        return new Hearing(
                How.HELPER_FIRST,
                times,
                days,
                zone,
                channels,
                band,
                quiet,
                noContact,
                ceiling,
                Optional.of(first),
                cover,
                wishes);
    }

    /// The same, but with that person, or nobody, standing in for her helper.
    public Hearing covered(Optional<Helper> standIn) {
        return new Hearing(
                how,
                times,
                days,
                zone,
                channels,
                band,
                quiet,
                noContact,
                ceiling,
                helper.map(h -> h.covered(standIn)),
                cover,
                wishes);
    }

    /// The same, but nobody hears first any more: at her own times if she set any, else when she
    /// opens it (R1.19). Never sends more than before.
    public Hearing withoutHelper() {
        boolean timed = !times.isEmpty() && !channels.isEmpty();
        return new Hearing(
                timed ? How.FIXED_TIMES : How.ONLY_WHEN_OPENED,
                times,
                days,
                zone,
                channels,
                band,
                quiet,
                noContact,
                ceiling,
                Optional.empty(),
                cover,
                wishes);
    }
}
