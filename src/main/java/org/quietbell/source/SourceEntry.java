package org.quietbell.source;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.quietbell.json.Json;
import org.quietbell.watch.CaseId;

/// One configured source.
///
/// @param id unique in the installation
/// @param type a key of the registry [Sources]
/// @param caseId whose it is, if it belongs to one case: then it serves no other and is sealed
///   under its key
/// @param settings what its type asks for (an object of texts, numbers, truths): sealed
/// @param every how often it is asked; never less than its own minimum pace
/// @param budgets its ceilings of requests, all of which hold; none set: empty
/// @param byFile whether a settings file set it: then it is changed only there
/// @param active false once it was removed: kept, never asked
public record SourceEntry(
        SourceId id,
        String type,
        Optional<CaseId> caseId,
        Json settings,
        Duration every,
        List<Budget> budgets,
        boolean byFile,
        boolean active) {
    public SourceEntry {
        budgets = List.copyOf(budgets);
    }

    /// The address that was set, if its type has one.
    public Optional<URI> address() {
        return settings.at("url").text().flatMap(SourceEntry::address);
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // its type says so when the source is made of it
        }
    }

    /// The same entry, active or not.
    public SourceEntry active(boolean isActive) {
        return new SourceEntry(id, type, caseId, settings, every, budgets, byFile, isActive);
    }
}
