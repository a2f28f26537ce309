package org.quietbell.notice;

import java.time.Instant;
import java.util.Set;

/// Which pause links were used, and which pauses they made. Safe for many threads.
public interface LinkUses {
    /// Uses a link and pauses by it, in one step that a crash does not split. A pause of the same
    /// scope that holds longer stays as it is.
    ///
    /// @param link its opaque id, at most 64 characters
    /// @param expires when the link itself is good for nothing any more
    /// @param pause what it makes; it must end
    /// @return false if it was used before; then nothing is changed
    /// @throws IllegalArgumentException if the pause has no end
    boolean use(String link, Instant expires, Pause pause);

    /// Of the pauses that stand, those that a link made.
    Set<PauseScope> madeByLink();
}
