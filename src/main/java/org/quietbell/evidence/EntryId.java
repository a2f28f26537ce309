package org.quietbell.evidence;

/// Opaque name of an entry: the same in lists, in exports and in what refers to it.
///
/// @param value 16 characters from `a-z 2-7`, random: it tells nothing
public record EntryId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
