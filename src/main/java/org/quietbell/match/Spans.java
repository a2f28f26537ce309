package org.quietbell.match;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/// Stretches of a text, asked whether one of them holds another: in the time of a search, since a
/// text may repeat a name as often as its maker likes.
final class Spans {
    private final int[] starts;

    /// The furthest end of all that begin there or before.
    private final int[] ends;

    private Spans(int[] starts, int[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    static <T> Spans of(List<T> all, ToIntFunction<T> start, ToIntFunction<T> end) {
        List<T> sorted = all.stream().sorted(Comparator.comparingInt(start)).toList();
        int[] starts = new int[sorted.size()];
        int[] ends = new int[sorted.size()];
        int furthest = Integer.MIN_VALUE;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = start.applyAsInt(sorted.get(i));
            furthest = Math.max(furthest, end.applyAsInt(sorted.get(i)));
            ends[i] = furthest;
        }
        return new Spans(starts, ends);
    }

    /// Whether one of them begins at `from` or before and ends at `to` or after.
    boolean cover(int from, int to) {
        int last = -1;
        int beyond = starts.length;
        while (beyond - last > 1) {
            int middle = (last + beyond) >>> 1;
            if (starts[middle] <= from) {
                last = middle;
            } else {
                beyond = middle;
            }
        }
        return last >= 0 && ends[last] >= to;
    }
}
