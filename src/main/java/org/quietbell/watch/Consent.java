package org.quietbell.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whose agreement there is that a name be asked about: which source may learn it, which channel
/// may carry a notice, and until when (R2.17, R5.1, R5.2).
///
/// @param by `self` for the person's own; else who signed
/// @param given the day it was given
/// @param end the first moment at which it no longer holds; empty only for `self`
/// @param sources ids of the sources that may be asked
/// @param channels ids of the channels that may carry notices
/// @param record the other fields of the consent form (R5.1), by name; empty for `self`
public record Consent(
        String by,
        LocalDate given,
        Optional<Instant> end,
        Set<String> sources,
        Set<String> channels,
        Map<String, String> record) {
    /// The fields that a consent given for somebody else must hold besides who, when and what.
    public static final List<String> FIELDS =
            List.of(
                    "client-ref",
                    "purpose",
                    "kept",
                    "services-do-not-depend",
                    "right-to-withdraw",
                    "language",
                    "signed-how",
                    "witness",
                    "text-version",
                    "not-the-person-causing-harm");

    /// @throws IllegalArgumentException if it is by somebody else and has no end or lacks a field
    public Consent {
        sources = Set.copyOf(sources);
        channels = Set.copyOf(channels);
        record = Map.copyOf(record);
        if (!by.equals("self")) {
            if (end.isEmpty()) {
                throw new IllegalArgumentException("consent: must have an end");
            }
            for (String field : FIELDS) {
                if (record.getOrDefault(field, "").isBlank()) {
                    throw new IllegalArgumentException("consent: lacks " + field);
                }
            }
        }
    }

    /// Whether it holds at that moment.
    public boolean holdsAt(Instant now) {
        return end.isEmpty() || now.isBefore(end.get());
    }

    /// Whether that source may be asked at that moment.
    public boolean allowsSource(String sourceId, Instant now) {
        return holdsAt(now) && sources.contains(sourceId);
    }

    /// Whether that channel may carry a notice at that moment.
    public boolean allowsChannel(String channelId, Instant now) {
        return holdsAt(now) && channels.contains(channelId);
    }
}
