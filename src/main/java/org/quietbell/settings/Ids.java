package org.quietbell.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quietbell.config.Section;

/// The ids of one kind of entry, each to be used once. Not safe for many threads.
final class Ids {
    private final Map<String, Integer> lines = new HashMap<>();

    /// The id of an entry; empty, with a problem noted, if it is missing, misspelt or taken.
    <T> Optional<T> read(Section entry, Function<String, T> reader) {
        String text = entry.required("id");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Integer before = lines.putIfAbsent(text, entry.line("id"));
        if (before != null) {
            entry.problem("id", "is used already on line " + before + ": choose another");
        }
        return entry.parsed("id", reader);
    }

    /// The ids that entries have, right or wrong: what refers to one of them is not wrong as well.
    static Set<String> among(List<Section> entries) {
        return entries.stream()
                .flatMap(entry -> entry.text("id").stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
