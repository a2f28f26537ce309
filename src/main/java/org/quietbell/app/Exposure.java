package org.quietbell.app;

import java.util.HashMap;
import java.util.Map;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.notice.Tuned;

/// Whether a change says or sends more than before (R1.6). Pure.
final class Exposure {
    private Exposure() {}

    /// Whether `after` could send anything, to anybody, at any time or in any words, that `before`
    /// could not. In doubt it is yes.
    static boolean isRaised(Hearing before, Hearing after) {
        if (after.how() == How.ONLY_WHEN_OPENED || after.how() == How.NOT_NOW) {
            return false;
        }
        return before.how() != after.how()
                || !levelsWithin(levels(after), levels(before))
                || !before.times().containsAll(after.times())
                || !before.days().containsAll(after.days())
                || !before.zone().equals(after.zone())
                || !after.quiet().containsAll(before.quiet())
                || !after.noContact().containsAll(before.noContact())
                || after.ceiling().perDay() > before.ceiling().perDay()
                || after.band().compareTo(before.band()) > 0
                || !after.helper().equals(before.helper())
                || !after.cover().equals(before.cover());
    }

    private static Map<ChannelId, Level> levels(Hearing hearing) {
        Map<ChannelId, Level> levels = new HashMap<>();
        for (Tuned tuned : hearing.channels()) {
            levels.put(tuned.channel(), tuned.level());
        }
        return levels;
    }

    private static boolean levelsWithin(Map<ChannelId, Level> after, Map<ChannelId, Level> before) {
        return after.entrySet().stream()
                .allMatch(entry ->
                        entry.getValue()
                                        .compareTo(
                                                before.getOrDefault(entry.getKey(), Level.SILENT))
                                <= 0);
    }
}
