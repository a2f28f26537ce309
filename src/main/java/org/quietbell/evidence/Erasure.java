package org.quietbell.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What an entry of kind [Kind#ERASED] says.
///
/// @param names of the fields of the entry that it speaks of
/// @param reason why, in a word or a sentence without what was erased
public record Erasure(SortedSet<String> names, String reason) {
    private static final String FIELDS = "fields";
    private static final String REASON = "reason";

    /// What is to be entered of it.
    Draft draft(EntryId about) {
        return Draft.of(
                Kind.ERASED,
                Optional.of(about),
                Map.of(FIELDS, String.join(" ", names), REASON, reason));
    }

    /// What it says; empty if the entry is of another kind or does not say it.
    static Optional<Erasure> of(Entry entry) {
        if (!entry.is(Kind.ERASED)) {
            return Optional.empty();
        }
        return entry.text(FIELDS)
                .map(names ->
                        new Erasure(
                                new TreeSet<>(List.of(names.split(" "))),
                                entry.text(REASON).orElse("")));
    }
}
