package org.quietbell.match;

import java.util.List;
import org.quietbell.source.Finding;

/// Judges findings for a fixed set of watches. Pure and safe for many threads.
public interface Judge {
    /// One match for each watch that the finding may be about, at `possible` or better; an empty
    /// list for most findings. Time grows with the finding, not with the number of watches.
    List<Match> judge(Finding finding);
}
