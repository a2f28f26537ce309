package org.quietbell.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A source that brought more in a day than anybody can look at (5.5): shown to whoever runs the
/// program, never sent. Nothing is dropped for it.
///
/// @param source its id
/// @param count what it brought in the last 24 hours, baseline not counted
public record Flood(String source, int count) {
    /// More than this in a day is a flood.
    public static final int MOST = 100;

    /// Those among the sources that bring a flood, by id.
    ///
    /// @param counts what each source brought in the last 24 hours
    public static List<Flood> among(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > MOST)
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Flood(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// What the pages may offer while there is a flood: to hear less often. Never a notice.
    ///
    /// @param most at most so many notices a day instead
    public record SlowDown(int most) {
        /// An offer for somebody who may hear more than once a day; empty: she hears so seldom that
        /// there is nothing to offer.
        ///
        /// @param floods as [Flood#among] finds them
        public static Optional<SlowDown> offer(Hearing hearing, List<Flood> floods) {
            boolean often =
                    switch (hearing.how()) {
                        case AS_IT_HAPPENS -> hearing.ceiling().perDay() > 1;
                        case FIXED_TIMES, HELPER_FIRST ->
                                Math.min(hearing.times().size(), hearing.ceiling().perDay()) > 1;
                        case ONLY_WHEN_OPENED, NOT_NOW -> false;
                    };
            return often && !floods.isEmpty() ? Optional.of(new SlowDown(1)) : Optional.empty();
        }
    }
}
