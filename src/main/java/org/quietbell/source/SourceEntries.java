package org.quietbell.source;

import java.util.List;
import java.util.Optional;

/// The configured sources. Safe for many threads.
public interface SourceEntries {
    /// Every source, active or not, by id.
    List<SourceEntry> all();

    /// That source, if it is configured.
    Optional<SourceEntry> find(SourceId id);

    /// Keeps a source; one of that id is replaced.
    void put(SourceEntry entry);
}
