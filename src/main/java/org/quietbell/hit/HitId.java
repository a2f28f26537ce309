package org.quietbell.hit;

/// Opaque name of a hit: the same in lists, in `why`, in notices and in the pages.
///
/// @param value 16 characters from `a-z 2-7`, random: it tells nothing
public record HitId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
