package org.quietbell.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The context terms, details and exclusions that stand in one text, of all watches. For one
/// thread.
final class Terms {
    private final Map<Integer, List<Finder.Term>> byNumber = new HashMap<>();
    private final Spans spans;

    Terms(List<Finder.Term> all) {
        this.spans = Spans.of(all, Finder.Term::start, Finder.Term::end);
        all.forEach(
                term -> byNumber.computeIfAbsent(term.number(), _ -> new ArrayList<>()).add(term));
    }

    /// Whether that term stands there at all.
    boolean has(int number) {
        return byNumber.containsKey(number);
    }

    /// Where that term stands.
    List<Finder.Term> of(int number) {
        return byNumber.getOrDefault(number, List.of());
    }

    /// Whether those words lie within one term.
    boolean cover(int start, int end) {
        return spans.cover(start, end);
    }
}
