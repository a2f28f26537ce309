package org.quietbell.evidence;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What can be left out of an export by choice (R3.8). The manifest says so, and the chain stays.
public enum LeftOut {
    /// All that she said herself.
    NOTES,
    /// Whom she suspects.
    SUSPECTED,
    /// What else of hers was posted: her street, phone, work or school.
    DETAILS;

    /// Its word.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The choice of that word.
    public static Optional<LeftOut> of(String word) {
        for (LeftOut one : values()) {
            if (one.word().equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /// Which fields of an entry these choices leave out.
    static SortedSet<String> fields(Entry entry, Set<LeftOut> choices) {
        SortedSet<String> names = new TreeSet<>();
        boolean isSaid = entry.is(Kind.NOTE) || entry.is(Kind.LOGGED);
        if (isSaid && choices.contains(NOTES)) {
            names.addAll(entry.fields().keySet());
        }
        if (isSaid && choices.contains(SUSPECTED)) {
            names.add(Notes.SUSPECTED);
        }
        if (isSaid && choices.contains(DETAILS)) {
            names.add("details-posted");
        }
        names.retainAll(entry.fields().keySet());
        return names;
    }
}
