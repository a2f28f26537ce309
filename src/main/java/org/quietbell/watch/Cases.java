package org.quietbell.watch;

import java.util.List;
import java.util.Optional;

/// The cases that are kept. Safe for many threads.
public interface Cases {
    /// Every case, active or not, by id.
    List<WatchedCase> all();

    /// That case, if it is kept.
    Optional<WatchedCase> find(CaseId id);

    /// Keeps a case: a new one gets its own key first; one that is there is replaced.
    void put(WatchedCase watchedCase);
}
