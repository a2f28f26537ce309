package org.quietbell.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// By which channels a recipient can be reached at this moment, each at the level that holds now.
///
/// @param speaking the channels that consent allows and that say something, each once
/// @param cause why there is none: [Cause#SILENT] or [Cause#CONSENT_ENDED]
record Reach(List<Tuned> speaking, Optional<Cause> cause) {
    /// After this a channel that was not confirmed again says the least (R1.7).
    static final Duration CONFIRMED_FOR = Duration.ofDays(30);

    Reach {
        speaking = List.copyOf(speaking);
    }

    static Reach of(Situation situation, Hearing hearing) {
        Map<ChannelId, Level> levels = new LinkedHashMap<>();
        for (Tuned tuned : chosen(situation, hearing)) {
            levels.merge(tuned.channel(), level(tuned, situation), Reach::lesser);
        }
        List<Tuned> speaking = new ArrayList<>();
        levels.forEach((channel, level) -> {
            if (level != Level.SILENT && situation.allowed().contains(channel)) {
                speaking.add(new Tuned(channel, level));
            }
        });
        return new Reach(speaking, cause(situation, levels, speaking));
    }

    private static Optional<Cause> cause(
            Situation situation, Map<ChannelId, Level> levels, List<Tuned> speaking) {
        if (!speaking.isEmpty()) {
            return Optional.empty();
        }
        boolean anyAllowed = levels.keySet().stream().anyMatch(situation.allowed()::contains);
        boolean allSilent = levels.values().stream().allMatch(level -> level == Level.SILENT);
        return Optional.of(anyAllowed || allSilent ? Cause.SILENT : Cause.CONSENT_ENDED);
    }

    private static List<Tuned> chosen(Situation situation, Hearing hearing) {
        return situation.isForHelper()
                ? hearing.helper().map(Hearing.Helper::channels).orElse(List.of())
                : hearing.channels();
    }

    private static Level level(Tuned tuned, Situation situation) {
        Instant confirmed = situation.confirmed().get(tuned.channel());
        if (confirmed == null) {
            return Level.SILENT;
        }
        boolean stale = !situation.now().isBefore(confirmed.plus(CONFIRMED_FOR));
        return stale ? lesser(tuned.level(), Level.DISCREET) : tuned.level();
    }

    static Level lesser(Level one, Level other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
