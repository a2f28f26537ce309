package org.quietbell.notice;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
/// @param ceiling how many notices there may be in 24 hours
/// @param helper who hears first, if that was chosen
/// @param cover her own words for a Discreet notice; empty: the supplied ones
public record Hearing(
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
    /// Somebody she named, who hears first.
    ///
    /// @param id never blank
    /// @param hold how long it waits for the helper
    /// @param channels the helper's own
    public record Helper(RecipientId id, Duration hold, List<Tuned> channels) {
        public Helper {
            channels = List.copyOf(channels);
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
}
