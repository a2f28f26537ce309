package org.quietbell.evidence;

import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One entry of a log: written once, never changed, but that fields can be erased.
///
/// @param log the random name of the log, the same in all its entries; it is not the person's
/// @param seq its number, from 1, without a gap
/// @param kind the word of its [Kind]; perhaps one that only a later version knows
/// @param about the earlier entry that it speaks of
/// @param at when it was written, by our clock
/// @param digests of every field it was written with, by name, see [Digests#ofField]
/// @param before the hash of the entry before; [#NONE_BEFORE] in the first
/// @param hash of all the above, see [Digests#ofRecord]
/// @param fields what is not erased, by name
public record Entry(
        String log,
        long seq,
        EntryId id,
        String kind,
        Optional<EntryId> about,
        Instant at,
        SortedMap<String, String> digests,
        String before,
        String hash,
        SortedMap<String, Field> fields) {
    /// Stands where the first entry names the one before.
    public static final String NONE_BEFORE = "0".repeat(64);

    public Entry {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// The text of a field; empty if it never was there, or was erased.
    public Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).map(Field::text);
    }

    /// Whether it is of that kind.
    public boolean is(Kind other) {
        return kind.equals(other.word());
    }

    /// The log's end, if this is its last.
    public Head head() {
        return new Head(log, seq, hash);
    }

    /// The same without the texts of these fields.
    Entry without(Iterable<String> names) {
        NavigableMap<String, Field> left = new TreeMap<>(fields);
        names.forEach(left::remove);
        return new Entry(log, seq, id, kind, about, at, digests, before, hash, left);
    }
}
