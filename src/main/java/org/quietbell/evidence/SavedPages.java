package org.quietbell.evidence;

import java.util.List;
import java.util.Optional;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;

/// What the log needs of the hits. Safe for many threads.
public interface SavedPages {
    /// That hit, if it is kept.
    Optional<Hit> find(HitId id);

    /// The hits that have the same text as that one, itself included, in the order they came.
    List<Hit> withTheTextOf(HitId group);

    /// The hits that were entered in a log, and are not listed as they were found.
    List<Hit> enteredAndMoved();

    /// Erases title and snippet, and with them the words it was last seen with; the address and how
    /// it was come by stay (R3.12). They are not taken up again, and it is not judged anew.
    ///
    /// @return false if there is no such hit
    boolean hush(HitId id);
}
