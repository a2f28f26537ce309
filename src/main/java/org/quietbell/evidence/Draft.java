package org.quietbell.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is to become an entry.
///
/// @param about the earlier entry that it speaks of
/// @param fields texts by name: names of lower-case letters, digits and hyphens, texts not empty;
///   half characters become U+FFFD
public record Draft(Kind kind, Optional<EntryId> about, SortedMap<String, String> fields) {
    /// @throws IllegalArgumentException if a name or a text is none
    public Draft {
        fields.forEach((name, text) -> {
            if (!isName(name) || text.isEmpty()) {
                throw new IllegalArgumentException("field " + name + ": must have a name and text");
            }
        });
        SortedMap<String, String> whole = new TreeMap<>();
        fields.forEach((name, text) -> whole.put(name, wellFormed(text)));
        fields = Collections.unmodifiableSortedMap(whole);
    }

    /// Half a character (a surrogate without the other) is none in UTF-8.
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
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
