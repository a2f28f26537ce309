package org.quietbell.hit;

import java.util.List;

/// What became of one answer's candidates.
///
/// @param fresh the hits kept for the first time, in order
/// @param duplicates how many were known already, 0 or more
public record Kept(List<HitId> fresh, int duplicates) {
    public Kept {
        fresh = List.copyOf(fresh);
    }
}
