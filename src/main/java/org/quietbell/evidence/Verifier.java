package org.quietbell.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.quietbell.evidence.Verdict.Flaw;

/// Checks a log line by line, from its file alone: each line by itself on all processors, and then
/// how one follows the other. It holds in memory some lines, and what is missing of erased fields.
public final class Verifier {
    /// Bytes of lines that are looked at together.
    private static final int AT_ONCE = 1024 * 1024;

    private final Map<EntryId, Gap> gaps = new HashMap<>();
    private Optional<Head> last = Optional.empty();
    private final Set<String> leftOut;
    private long line;
    private long erased;
    private long notHere;

    private Verifier(Set<String> leftOut) {
        this.leftOut = leftOut;
    }

    /// Fields that are missing, until an entry says that they were erased.
    private record Gap(long line, Set<String> names) {}

    /// Checks a whole file. Each of its bytes counts, also where the lines end.
    ///
    /// @param noted the end as it was noted apart, if that is at hand; the log may go on after it
    /// @throws IOException if the file cannot be read
    public static Verdict check(InputStream file, Optional<Head> noted) throws IOException {
        return check(file, noted, Set.of());
    }

    /// Checks a whole file of which some fields were left out by choice when it was handed on.
    ///
    /// @param leftOut the name of an entry, a blank, and that of a field, for each of them
    /// @throws IOException if the file cannot be read
    public static Verdict check(InputStream file, Optional<Head> noted, Set<String> leftOut)
            throws IOException {
        Verifier verifier = new Verifier(leftOut);
        WholeLines lines = new WholeLines(file);
        boolean met = noted.isEmpty();
        for (List<byte[]> some = lines.next(AT_ONCE); !some.isEmpty(); some = lines.next(AT_ONCE)) {
            for (Checked checked : some.parallelStream().map(Checked::of).toList()) {
                Optional<Verdict> broken = verifier.next(checked);
                if (broken.isPresent()) {
                    return broken.get();
                }
                met |= verifier.last.equals(noted);
            }
        }
        if (lines.isLeft()) {
            return new Verdict.Broken(verifier.line + 1, Optional.empty(), new Flaw.Unreadable());
        }
        return met ? verifier.end() : verifier.without(noted.orElseThrow());
    }

    /// What can be said of a line by itself.
    private record Checked(Optional<Entry> entry, Optional<Flaw> flaw) {
        static Checked of(byte[] line) {
            Optional<Lines.Read> read = WholeLines.text(line).flatMap(Lines::read);
            return read.isEmpty()
                    ? new Checked(Optional.empty(), Optional.of(new Flaw.Unreadable()))
                    : new Checked(read.map(Lines.Read::entry), flaw(read.get()));
        }

        private static Optional<Flaw> flaw(Lines.Read read) {
            Entry entry = read.entry();
            if (!read.hash().equals(entry.hash())) {
                return Optional.of(new Flaw.Changed());
            }
            for (Map.Entry<String, Field> field : entry.fields().entrySet()) {
                String digest = entry.digests().get(field.getKey());
                if (digest == null) {
                    return Optional.of(new Flaw.FieldAdded(field.getKey()));
                }
                if (!digest.equals(Digests.ofField(field.getKey(), field.getValue()))) {
                    return Optional.of(new Flaw.FieldChanged(field.getKey()));
                }
            }
            return Optional.empty();
        }
    }

    private Optional<Verdict> next(Checked checked) {
        line++;
        Optional<Flaw> flaw = checked.flaw().or(() -> flaw(checked.entry().orElseThrow()));
        if (flaw.isPresent()) {
            return broken(line, checked.entry().map(Entry::id), flaw.get());
        }
        Entry entry = checked.entry().orElseThrow();
        last = Optional.of(entry.head());
        return Erasure.of(entry).flatMap(said -> fill(entry, said));
    }

    /// What is wrong with its place in the log, or with what it lacks.
    private Optional<Flaw> flaw(Entry entry) {
        boolean follows =
                entry.seq() == last.map(Head::seq).orElse(0L) + 1
                        && entry.before().equals(last.map(Head::hash).orElse(Entry.NONE_BEFORE))
                        && entry.log().equals(last.map(Head::log).orElse(entry.log()));
        if (!follows) {
            return Optional.of(new Flaw.OutOfPlace());
        }
        if (entry.digests().size() == entry.fields().size()) {
            return Optional.empty(); // each of them has one
        }
        Set<String> missing = new TreeSet<>(entry.digests().keySet());
        missing.removeAll(entry.fields().keySet());
        long all = missing.size();
        missing.removeIf(name -> leftOut.contains(entry.id() + " " + name));
        notHere += all - missing.size();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        if (entry.is(Kind.ERASED)) {
            return Optional.of(new Flaw.FieldMissing(missing.iterator().next()));
        }
        gaps.put(entry.id(), new Gap(line, missing));
        return Optional.empty();
    }

    /// Takes what was erased off what is missing.
    private Optional<Verdict> fill(Entry entry, Erasure said) {
        Set<String> missing =
                entry.about()
                        .flatMap(id -> Optional.ofNullable(gaps.get(id)))
                        .map(Gap::names)
                        .orElseGet(TreeSet::new);
        for (String name : said.names()) {
            if (!missing.remove(name)) {
                return broken(line, Optional.of(entry.id()), new Flaw.FieldAdded(name));
            }
            erased++;
        }
        if (missing.isEmpty()) {
            entry.about().ifPresent(gaps::remove);
        }
        return Optional.empty();
    }

    /// After the last line.
    private Verdict end() {
        return gaps.entrySet().stream()
                .min(Comparator.comparingLong(gap -> gap.getValue().line()))
                .<Verdict>map(gap ->
                        new Verdict.Broken(
                                gap.getValue().line(),
                                Optional.of(gap.getKey()),
                                new Flaw.FieldMissing(gap.getValue().names().iterator().next())))
                .orElseGet(() -> new Verdict.Whole(last, erased, notHere));
    }

    /// All lines follow each other, but none is the end that was noted.
    private Verdict without(Head noted) {
        boolean isShort = last.map(Head::seq).orElse(0L) < noted.seq();
        return new Verdict.Broken(
                line + 1,
                Optional.empty(),
                isShort ? new Flaw.CutShort(noted.seq()) : new Flaw.OtherEnd());
    }

    private static Optional<Verdict> broken(long line, Optional<EntryId> id, Flaw flaw) {
        return Optional.of(new Verdict.Broken(line, id, flaw));
    }
}
