package org.quietbell.evidence;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quietbell.hit.Ids;

/// Puts entries one after the other, so that none can be changed, left out or put in later without
/// a trace. Safe for many threads; whoever appends sees to it that one comes after the other.
public final class Chain {
    private static final int NAME = 16;
    private static final int SALT = 16;

    private final SecureRandom random;
    private final Ids ids;

    /// @param random where salts and names come from
    public Chain(SecureRandom random) {
        this.random = random;
        this.ids = new Ids(random);
    }

    /// The entry that comes next.
    ///
    /// @param last where the log ends; empty: this begins it
    /// @param at now, kept to the microsecond
    public Entry next(Optional<Head> last, Draft draft, Instant at) {
        SortedMap<String, Field> fields = new TreeMap<>();
        SortedMap<String, String> digests = new TreeMap<>();
        draft.fields()
                .forEach((name, text) -> {
                    Field field = new Field(salt(), text);
                    fields.put(name, field);
                    digests.put(name, Digests.ofField(name, field));
                });
        Entry open =
                new Entry(
                        last.map(Head::log).orElseGet(() -> ids.text(NAME)),
                        last.map(Head::seq).orElse(0L) + 1,
                        new EntryId(ids.text(NAME)),
                        draft.kind().word(),
                        draft.about(),
                        at.truncatedTo(ChronoUnit.MICROS),
                        digests,
                        last.map(Head::hash).orElse(Entry.NONE_BEFORE),
                        "",
                        fields);
        return new Entry(
                open.log(),
                open.seq(),
                open.id(),
                open.kind(),
                open.about(),
                open.at(),
                digests,
                open.before(),
                Digests.ofRecord(Lines.record(open)),
                fields);
    }

    /// An entry without what is to be erased, and what is to be said of that.
    ///
    /// @param left the same entry, for the same place
    /// @param said the draft of an entry of kind [Kind#ERASED]
    public record Erased(Entry left, Draft said) {}

    /// Erases fields of an entry. What is not there stays out of it; an entry that says what was
    /// erased keeps all it says.
    ///
    /// @return empty if there is nothing to erase
    public static Optional<Erased> erase(Entry entry, SortedSet<String> names, String reason) {
        SortedSet<String> there = new TreeSet<>(names);
        there.retainAll(entry.fields().keySet());
        return there.isEmpty() || entry.is(Kind.ERASED)
                ? Optional.empty()
                : Optional.of(
                        new Erased(
                                entry.without(there),
                                new Erasure(there, reason).draft(entry.id())));
    }

    /// The names of what an entry says of a page itself, so that nothing leads back to it.
    public static SortedSet<String> ofThePage(Entry entry) {
        SortedSet<String> names = new TreeSet<>(FoundFields.OF_THE_PAGE);
        names.retainAll(entry.fields().keySet());
        return names;
    }

    private String salt() {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
