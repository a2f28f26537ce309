package org.quietbell.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong, so that all of it is told at once. Not safe for many threads.
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /// Notes one.
    public void add(Problem problem) {
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    /// All that were noted, by line.
    public List<Problem> all() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }

    /// Whether nothing is wrong.
    public boolean isEmpty() {
        return found.isEmpty();
    }
}
