package org.quietbell.evidence;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is to become an entry.
///
/// @param about the earlier entry that it speaks of
/// @param fields texts by name: names of lower-case letters, digits and hyphens, texts not empty
public record Draft(Kind kind, Optional<EntryId> about, SortedMap<String, String> fields) {
    /// @throws IllegalArgumentException if a name or a text is none
    public Draft {
        fields.forEach((name, text) -> {
            if (!isName(name) || text.isEmpty()) {
                throw new IllegalArgumentException("field " + name + ": must have a name and text");
            }
        });
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// A draft of these fields.
    public static Draft of(Kind kind, Optional<EntryId> about, Map<String, String> fields) {
        return new Draft(kind, about, new TreeMap<>(fields));
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(
                                c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }
}
