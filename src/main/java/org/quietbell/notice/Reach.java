package org.quietbell.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// By which channels a recipient can be reached at this moment, each at the level that holds now.
///
/// @param able the channels that consent allows and that say something, each once, paused or not
/// @param speaking those of them that no pause silences
/// @param cause why none is able: [Cause#SILENT] or [Cause#CONSENT_ENDED]
/// @param speaksAgain when the first of the paused channels speaks again, if that is known
record Reach(
        List<Tuned> able,
        List<Tuned> speaking,
        Optional<Cause> cause,
        Optional<Instant> speaksAgain) {
    Reach {
        able = List.copyOf(able);
        speaking = List.copyOf(speaking);
    }

    static Reach of(Situation situation, Hearing hearing) {
        Map<ChannelId, Level> levels = new LinkedHashMap<>();
        for (Tuned tuned : chosen(situation, hearing)) {
            Level level =
                    tuned.levelAt(
                            Optional.ofNullable(situation.confirmed().get(tuned.channel())),
                            situation.now());
            levels.merge(tuned.channel(), level, Reach::lesser);
        }
        List<Tuned> able = new ArrayList<>();
        levels.forEach((channel, level) -> {
            if (level != Level.SILENT && situation.allowed().contains(channel)) {
                able.add(new Tuned(channel, level));
            }
        });
        List<Pause> pauses =
                situation.pauses().stream().filter(p -> p.holdsAt(situation.now())).toList();
        List<Tuned> speaking =
                able.stream()
                        .filter(t -> pauses.stream().noneMatch(p -> p.silences(t.channel())))
                        .toList();
        Optional<Instant> again =
                pauses.stream()
                        .filter(p -> able.stream().anyMatch(t -> p.silences(t.channel())))
                        .flatMap(p -> p.until().stream())
                        .min(Instant::compareTo);
        return new Reach(able, speaking, cause(situation, levels, able), again);
    }

    /// Whether every channel that could speak is paused.
    boolean isPaused() {
        return speaking.isEmpty() && !able.isEmpty();
    }

    private static Optional<Cause> cause(
            Situation situation, Map<ChannelId, Level> levels, List<Tuned> able) {
        if (!able.isEmpty()) {
            return Optional.empty();
        }
        boolean anyAllowed = levels.keySet().stream().anyMatch(situation.allowed()::contains);
        boolean allSilent = levels.values().stream().allMatch(level -> level == Level.SILENT);
        return Optional.of(anyAllowed || allSilent ? Cause.SILENT : Cause.CONSENT_ENDED);
    }

    private static List<Tuned> chosen(Situation situation, Hearing hearing) {
        return hearing.channelsFor(situation.recipient());
    }

    static Level lesser(Level one, Level other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
