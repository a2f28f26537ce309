package org.quietbell.app;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
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

/// "How would you like to hear?" in a terminal. The answers that need a helper are given in a
/// settings file.
final class HearingForm {
    private static final List<How> OFFERED =
            List.of(How.ONLY_WHEN_OPENED, How.FIXED_TIMES, How.NOT_NOW, How.AS_IT_HAPPENS);

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
                                                    "write a number from 1 to 4"));
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
        boolean sends = fixed || how == How.AS_IT_HAPPENS;
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
                                    .filter(part -> !part.isBlank())
                                    .map(part -> time(part.strip()))
                                    .toList();
                    if (times.isEmpty() || times.size() > 3) {
                        throw new IllegalArgumentException("write one to three times: 18:00");
                    }
                    return times;
                },
                "ask.times");
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("write a time such as 18:00", e);
        }
    }

    private ZoneId zone() {
        return prompts.read(
                line -> {
                    try {
                        return line.isBlank() ? here : ZoneId.of(line);
                    } catch (DateTimeException e) {
                        throw new IllegalArgumentException(
                                "write a zone such as America/Halifax", e);
                    }
                },
                "ask.zone",
                here);
    }

    private List<QuietHours> quiet() {
        return prompts.read(
                line -> {
                    if (line.isBlank()) {
                        return List.of();
                    }
                    String[] ends = line.split("-", -1);
                    if (ends.length != 2) {
                        throw new IllegalArgumentException("write a window such as 21:00-08:00");
                    }
                    return List.of(new QuietHours(time(ends[0].strip()), time(ends[1].strip())));
                },
                "ask.quiet");
    }
}
