package org.quietbell.app;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.match.Band;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.notice.QuietHours;
import org.quietbell.notice.Tuned;
import org.quietbell.notice.WrittenTime;

/// "How would you like to hear?" in a terminal. Who hears first, where somebody does, is asked
/// apart.
final class HearingForm {
    private static final List<How> OFFERED =
            List.of(
                    How.ONLY_WHEN_OPENED,
                    How.FIXED_TIMES,
                    How.NOT_NOW,
                    How.AS_IT_HAPPENS,
                    How.HELPER_FIRST);

    private final Prompts prompts;
    private final ZoneId here;

    HearingForm(Prompts prompts, ZoneId here) {
        this.prompts = prompts;
        this.here = here;
    }

    /// Her answer; an empty line is "only when I open it".
    How how() {
        How how =
                prompts.read(
                        line -> {
                            if (line.isBlank()) {
                                return How.ONLY_WHEN_OPENED;
                            }
                            return number(line)
                                    .or(() -> How.of(line).filter(OFFERED::contains))
                                    .orElseThrow(() ->
                                            new IllegalArgumentException(
                                                    "write a number from 1 to 5"));
                        },
                        "ask.how");
        if (how == How.AS_IT_HAPPENS && !prompts.yes("ask.how.as-it-happens.sure")) {
            return How.ONLY_WHEN_OPENED;
        }
        return how;
    }

    private static Optional<How> number(String line) {
        for (int i = 0; i < OFFERED.size(); i++) {
            if (line.equals(String.valueOf(i + 1))) {
                return Optional.of(OFFERED.get(i));
            }
        }
        return Optional.empty();
    }

    /// What else belongs to that answer.
    ///
    /// @param channels by which ways, at Discreet
    Hearing ask(How how, List<Tuned> channels) {
        boolean fixed = how == How.FIXED_TIMES;
        boolean sends = fixed || how == How.AS_IT_HAPPENS || how == How.HELPER_FIRST;
        return new Hearing(
                how,
                fixed ? times() : List.of(),
                EnumSet.allOf(DayOfWeek.class),
                sends ? zone() : here,
                channels,
                Band.LIKELY,
                sends ? quiet() : List.of(),
                Set.of(),
                Ceiling.DEFAULT,
                Optional.empty(),
                Optional.empty());
    }

    /// A channel at the level that says nothing.
    static Tuned discreet(org.quietbell.notice.ChannelId channel) {
        return new Tuned(channel, Level.DISCREET);
    }

    /// The same, by these channels.
    static Hearing by(Hearing hearing, List<Tuned> channels) {
        return new Hearing(
                hearing.how(),
                hearing.times(),
                hearing.days(),
                hearing.zone(),
                channels,
                hearing.band(),
                hearing.quiet(),
                hearing.noContact(),
                hearing.ceiling(),
                hearing.helper(),
                hearing.cover(),
                hearing.wishes());
    }

    private List<LocalTime> times() {
        return prompts.read(
                line -> {
                    List<LocalTime> times =
                            Arrays.stream(line.split(","))
                                    .map(String::strip)
                                    .filter(part -> !part.isEmpty())
                                    .map(WrittenTime::time)
                                    .toList();
                    if (times.isEmpty() || times.size() > 3) {
                        throw new IllegalArgumentException("write one to three times: 18:00");
                    }
                    return times;
                },
                "ask.times");
    }

    private ZoneId zone() {
        return prompts.read(
                line -> line.isBlank() ? here : WrittenTime.zone(line), "ask.zone", here);
    }

    private List<QuietHours> quiet() {
        return prompts.read(QuietHours::all, "ask.quiet");
    }
}
