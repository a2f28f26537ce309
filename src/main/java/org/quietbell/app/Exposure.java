package org.quietbell.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quietbell.notice.AtOnce;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.notice.Tuned;
import org.quietbell.notice.Wishes;

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
                || !levelsWithin(levels(after.channels()), levels(before.channels()))
                || !before.times().containsAll(after.times())
                || !before.days().containsAll(after.days())
                || !before.zone().equals(after.zone())
                || !after.quiet().containsAll(before.quiet())
                || !after.noContact().containsAll(before.noContact())
                || isHigher(after.ceiling(), before.ceiling())
                || !confirmedWithin(after.channels(), before.channels())
                || (after.wishes().afterPause() == Wishes.AfterPause.ONE
                        && before.wishes().afterPause() == Wishes.AfterPause.NONE)
                || after.wishes().stillLooking().compareTo(before.wishes().stillLooking()) > 0
                || !atOnceWithin(after.wishes().atOnce(), before.wishes().atOnce())
                || after.band().compareTo(before.band()) > 0
                || !helperWithin(after.helper(), before.helper())
                || !after.cover().equals(before.cover());
    }

    /// Whether nobody else hears first, and nobody in another way; that nobody stands in any more
    /// is less.
    private static boolean helperWithin(
            Optional<Hearing.Helper> after, Optional<Hearing.Helper> before) {
        return after.equals(before)
                || after.equals(before.map(helper -> helper.covered(Optional.empty())));
    }

    private static boolean atOnceWithin(Optional<AtOnce> after, Optional<AtOnce> before) {
        return after.isEmpty()
                || before.filter(was ->
                                was.to().equals(after.get().to())
                                        && was.when().containsAll(after.get().when())
                                        && levelsWithin(
                                                levels(after.get().channels()),
                                                levels(was.channels()))
                                        && confirmedWithin(after.get().channels(), was.channels())
                                        && !isHigher(after.get().ceiling(), was.ceiling()))
                        .isPresent();
    }

    private static boolean isHigher(Ceiling after, Ceiling before) {
        return after.perDay() > before.perDay()
                || after.perWeek().orElse(Integer.MAX_VALUE)
                        > before.perWeek().orElse(Integer.MAX_VALUE);
    }

    /// Whether no channel is asked about less often.
    private static boolean confirmedWithin(List<Tuned> after, List<Tuned> before) {
        return after.stream()
                .allMatch(tuned ->
                        before.stream()
                                .filter(was -> was.channel().equals(tuned.channel()))
                                .allMatch(was ->
                                        tuned.confirmEvery().compareTo(was.confirmEvery()) <= 0));
    }

    private static Map<ChannelId, Level> levels(List<Tuned> channels) {
        Map<ChannelId, Level> levels = new HashMap<>();
        for (Tuned tuned : channels) {
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
