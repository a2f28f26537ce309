package org.quietbell.hit;

/// An address reduced to what tells one page from another.
///
/// @param rules version of the rules that made it: fingerprints carry it
/// @param value e.g. `example.org/a?id=1`, without scheme; for an entry without an address the
///   source and the entry's own id
public record CanonicalAddress(int rules, String value) {}
