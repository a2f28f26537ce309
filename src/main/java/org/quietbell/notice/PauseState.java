package org.quietbell.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quietbell.watch.WatchId;
import org.quietbell.words.Words;

/// Says plainly whether it is paused, so that silence is never a riddle (R1.11), e.g. `Paused until
/// 3 May. Still saving what it finds.` Immutable; safe for many threads.
public final class PauseState {
    private static final Duration DAY = Duration.ofDays(1);

    private final Words words;
    private final ZoneId zone;

    /// @param zone her own, or that of the machine while she has chosen none
    public PauseState(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /// One sentence or two for each pause that holds, that of everything first; `Not paused.` if
    /// none does.
    public List<String> say(List<Pause> pauses, Instant now) {
        List<String> said = new ArrayList<>();
        pauses.stream()
                .filter(pause -> pause.holdsAt(now))
                .sorted(Comparator.comparing(pause -> pause.scope().key()))
                .forEach(pause -> said.add(say(pause, now)));
        return said.isEmpty() ? List.of(words.say("pause.none")) : List.copyOf(said);
    }

    private String say(Pause pause, Instant now) {
        String mode = pause.stopsLooking() ? "stopped" : "looking";
        Optional<String> end = pause.until().map(until -> end(until, now));
        return switch (pause.scope()) {
            case PauseScope.Everything _ ->
                    end.map(e -> words.say("pause." + mode, e))
                            .orElseGet(() -> words.say("pause." + mode + ".open"));
            case PauseScope.OneWatch(WatchId watch) -> say("pause.one." + mode, end, watch);
            case PauseScope.OneChannel(ChannelId channel) -> say("pause.channel", end, channel);
            case PauseScope.OneSource(String source) -> say("pause.source." + mode, end, source);
        };
    }

    private String say(String key, Optional<String> end, Object which) {
        return end.map(e -> words.say(key, e, which))
                .orElseGet(() -> words.say(key + ".open", which));
    }

    /// The day alone, as she chose it; the time of day too where it matters.
    private String end(Instant until, Instant now) {
        boolean midnight = until.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
        boolean far = Duration.between(now, until).compareTo(DAY) >= 0;
        return midnight || far
                ? words.dayInSentence(
                        until.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate())
                : words.moment(until, zone, now);
    }
}
