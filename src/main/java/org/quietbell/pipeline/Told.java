package org.quietbell.pipeline;

import java.util.EnumMap;
import java.util.Map;
import org.quietbell.notice.Cause;

/// What a telling came to, in numbers.
///
/// @param notices notices decided on
/// @param delivered letters that a channel took over
/// @param later letters that are tried again
/// @param dead letters that were given up
/// @param held hits that are held
/// @param causes how many hits are held for each cause
public record Told(
        int notices, int delivered, int later, int dead, int held, Map<Cause, Integer> causes) {
    /// Nothing.
    public static final Told NOTHING = new Told(0, 0, 0, 0, 0, Map.of());

    public Told {
        causes = Map.copyOf(causes);
    }

    /// Both together.
    public Told plus(Told other) {
        Map<Cause, Integer> both = new EnumMap<>(Cause.class);
        both.putAll(causes);
        other.causes.forEach((cause, count) -> both.merge(cause, count, Integer::sum));
        return new Told(
                notices + other.notices,
                delivered + other.delivered,
                later + other.later,
                dead + other.dead,
                held + other.held,
                both);
    }
}
