package org.quietbell.hit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Names of parameters, and beginnings of names. Filled while rules are read, then only asked.
final class Names {
    private final Set<String> whole = new HashSet<>();
    private final List<String> beginnings = new ArrayList<>();

    void add(List<String> names) {
        for (String name : names) {
            if (name.endsWith("*")) {
                beginnings.add(name.substring(0, name.length() - 1));
            } else {
                whole.add(name);
            }
        }
    }

    void add(Names other) {
        whole.addAll(other.whole);
        beginnings.addAll(other.beginnings);
    }

    boolean isEmpty() {
        return whole.isEmpty() && beginnings.isEmpty();
    }

    /// @param name in lower case
    boolean holds(String name) {
        if (whole.contains(name)) {
            return true;
        }
        for (int i = 0; i < beginnings.size(); i++) {
            if (name.startsWith(beginnings.get(i))) {
                return true;
            }
        }
        return false;
    }
}
