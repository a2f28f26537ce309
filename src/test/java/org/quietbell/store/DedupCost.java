package org.quietbell.store;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quietbell.hit.Candidate;
import org.quietbell.hit.CanonicalRules;
import org.quietbell.hit.Collected;
import org.quietbell.hit.Hits;
import org.quietbell.hit.Provenance;
import org.quietbell.match.Match;
import org.quietbell.match.Reason;
import org.quietbell.source.Finding;
import org.quietbell.source.Receipt;
import org.quietbell.source.SourceId;
import org.quietbell.source.Validators;
import org.quietbell.vault.Key;
import org.quietbell.vault.Vault;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Consent;
import org.quietbell.watch.Details;
import org.quietbell.watch.Query;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;

/// What it costs to keep a finding when few hits are stored, and when a million are.
///
/// Makes both stores (a million takes some minutes and about a gigabyte), then measures in turns,
/// so that whatever else the machine does hits both alike. Prints the median over the turns.
///
/// All but the last thousand hits are rows as wide as real ones, with random fingerprints in order,
/// written straight into the tables: with sealing it would take an hour.
///
/// Arguments: the folder for the stores (kept and used again), few, many, turns. Run by
/// `bench/dedup.sh`.
public final class DedupCost {
    private static final CaseId CASE = new CaseId("case-1");
    private static final WatchId WATCH = new WatchId("case-1");
    private static final SourceId SOURCE = new SourceId("meta");
    private static final Query QUERY = new Query.Phrase("Jane Doe");
    private static final Instant BEGIN = Instant.parse("2023-11-22T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(3 * 365);
    private static final int ENTRIES = 50;
    private static final int ANSWERS = 10;
    private static final int AT_ONCE = 10_000;
    private static final int REAL = 1_000;
    private static final int SEALED = 900;

    private DedupCost() {}

    /// @param arguments see above
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/dedup");
        int few = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        int many = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000_000;
        int turns = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 15;
        try (Side small = Side.open(folder, few);
                Side large = Side.open(folder, many)) {
            for (Kind kind : Kind.values()) {
                compare(kind, small, large, turns);
            }
        }
    }

    private enum Kind {
        FRESH_ALONE(1, "a new finding, alone in its answer"),
        FRESH(ENTRIES, "a new finding among 50"),
        REPOST(ENTRIES, "a new address of a known text among 50"),
        KNOWN(ENTRIES, "a known finding among 50");

        private final int entries;
        private final String words;

        Kind(int entries, String words) {
            this.entries = entries;
            this.words = words;
        }
    }

    /// For one finding.
    private record Cost(double wall, double cpu, double bytes) {}

    private static void compare(Kind kind, Side small, Side large, int turns) {
        small.measure(kind);
        large.measure(kind);
        List<Cost> few = new ArrayList<>();
        List<Cost> many = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            few.add(small.measure(kind));
            many.add(large.measure(kind));
        }
        System.out.printf("%s: with %,d and with %,d hits%n", kind.words, small.size, large.size);
        line(
                "microseconds",
                few.stream().mapToDouble(Cost::wall),
                many.stream().mapToDouble(Cost::wall));
        line("of CPU", few.stream().mapToDouble(Cost::cpu), many.stream().mapToDouble(Cost::cpu));
        line(
                "bytes allocated",
                few.stream().mapToDouble(Cost::bytes),
                many.stream().mapToDouble(Cost::bytes));
    }

    private static void line(
            String what, java.util.stream.DoubleStream few, java.util.stream.DoubleStream many) {
        double one = median(few);
        double other = median(many);
        System.out.printf("  %-16s %,12.0f %,12.0f   x %.2f%n", what, one, other, other / one);
    }

    private static double median(java.util.stream.DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /// A store of some size.
    private static final class Side implements AutoCloseable {
        private final DataFolder folder;
        private final Vault vault;
        private final Database database;
        private final Store store;
        private final Hits hits;
        private final int size;
        private int next;
        private final Random random = new Random(7);
        private Instant now = BEGIN.plus(SPAN);

        private Side(DataFolder folder, Vault vault, Database database, Store store, int size) {
            this.folder = folder;
            this.vault = vault;
            this.database = database;
            this.store = store;
            this.hits = store.hits();
            this.size = size;
            this.next = size + (int) (System.nanoTime() & 0xFFFFFF) + 10_000_000;
        }

        static Side open(Path parent, int size) {
            Path path = parent.resolve("of-" + size);
            boolean isNew = !Files.exists(path.resolve("done"));
            try {
                Files.createDirectories(parent);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            DataFolder folder = DataFolder.claim(path);
            byte[] key = new byte[32];
            Vault vault =
                    Vault.exists(path)
                            ? Vault.open(path, new Key.Raw(key))
                            : Vault.create(path, new Key.Raw(key));
            Store store = Store.open(folder, vault, () -> BEGIN);
            Database database = store.database();
            store.cases().put(person());
            Side side = new Side(folder, vault, database, store, size);
            if (isNew) {
                side.fill();
                try {
                    Files.createFile(path.resolve("done"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return side;
        }

        private void fill() {
            long began = System.nanoTime();
            int there =
                    database.read(session ->
                            session.first("SELECT COUNT(*) FROM hit", row -> row.getInt(1))
                                    .orElse(0)); // of an attempt that was cut off
            for (int from = there; from < size - REAL; from += AT_ONCE) {
                rows(from, Math.min(size - REAL, from + AT_ONCE));
            }
            for (int from = size - REAL; from < size; from += ENTRIES) {
                Instant at = at(from);
                hits.keep(
                        answer(
                                IntStream.range(from, from + ENTRIES)
                                        .mapToObj(i -> page(i, i, at))
                                        .toList()));
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf("made a store of %,d hits in %.0f s%n", size, seconds);
        }

        private Instant at(int hit) {
            return BEGIN.plus(SPAN.multipliedBy(hit).dividedBy(size));
        }

        private void rows(int from, int to) {
            List<Object[]> rows = new ArrayList<>();
            List<Object[]> marks = new ArrayList<>();
            for (int i = from; i < to; i++) {
                byte[] fingerprint = new byte[36];
                random.nextBytes(fingerprint);
                long step = Long.MAX_VALUE / size * i;
                ByteBuffer.wrap(fingerprint)
                        .putInt(CanonicalRules.STANDARD.rules().version())
                        .putLong(step);
                byte[] sealed = new byte[SEALED];
                random.nextBytes(sealed);
                String id = String.format("%016d", i);
                long at = Moments.number(at(i));
                rows.add(new Object[] {id, fingerprint, at, at, sealed, random.nextLong()});
                if (at(i).isAfter(now.minus(Groups.WINDOW))) {
                    for (int mark = 0; mark < 8; mark++) {
                        marks.add(new Object[] {random.nextLong() & -4, id, at});
                    }
                }
            }
            database.write(session -> {
                session.batch(
                        "INSERT INTO hit (id, case_id, watch_id, source_id, fingerprint,"
                                + " first_seen, last_seen, sightings, band, score, baseline, label,"
                                + " sealed, wording) VALUES (?, 'case-1', 'case-1', 'meta', ?, ?, ?, 1,"
                                + " 'likely', 65, FALSE, 'not-sure', ?, ?)",
                        rows);
                session.batch("INSERT INTO likeness (mark, hit_id, at) VALUES (?, ?, ?)", marks);
                return true;
            });
        }

        Cost measure(Kind kind) {
            List<Collected> answers = new ArrayList<>();
            int count = kind == Kind.FRESH_ALONE ? ENTRIES : ANSWERS;
            for (int i = 0; i < count; i++) {
                now = now.plusSeconds(60);
                answers.add(
                        answer(
                                IntStream.range(0, kind.entries)
                                        .mapToObj(_ -> entry(kind))
                                        .toList()));
            }
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            OperatingSystemMXBean system =
                    (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long bytes = threads.getTotalThreadAllocatedBytes();
            long cpu = system.getProcessCpuTime();
            long began = System.nanoTime();
            answers.forEach(hits::keep);
            double each = (double) count * kind.entries;
            return new Cost(
                    (System.nanoTime() - began) / each / 1e3,
                    (system.getProcessCpuTime() - cpu) / each / 1e3,
                    (threads.getTotalThreadAllocatedBytes() - bytes) / each);
        }

        private Candidate entry(Kind kind) {
            return switch (kind) {
                case FRESH, FRESH_ALONE -> {
                    int id = next++;
                    yield page(id, id, now);
                }
                // of the last thousand before the measuring: within the days in which groups form
                case REPOST -> page(next++, size - 1 - random.nextInt(REAL), now);
                case KNOWN -> {
                    int id = size - 1 - random.nextInt(REAL);
                    yield page(id, id, now);
                }
            };
        }

        @Override
        public void close() {
            store.close();
            vault.close();
            folder.close();
        }
    }

    private static Collected answer(List<Candidate> candidates) {
        return new Collected(
                SOURCE, Optional.of(WATCH), QUERY, Validators.NONE, candidates, Set.of());
    }

    private static WatchedCase person() {
        Watch watch =
                new Watch(
                        WATCH,
                        CASE,
                        "Jane Doe",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Details(List.of(), List.of(), List.of()));
        Consent consent =
                new Consent(
                        "self",
                        LocalDate.parse("2026-11-01"),
                        Optional.empty(),
                        Set.of("meta"),
                        Set.of(),
                        Map.of());
        return new WatchedCase(CASE, consent, List.of(watch), true, true);
    }

    /// An entry whose words follow from a number.
    private static Candidate page(int id, int text, Instant at) {
        Random words = new Random(text);
        String title = "Jane Doe " + sentence(words, 8);
        String address = "https://site" + id % 997 + ".example/" + id % 31 + "/story-" + id;
        Finding finding =
                new Finding(
                        "item-" + id,
                        title,
                        sentence(words, 30),
                        address,
                        1,
                        Optional.of("en"),
                        Optional.of(at),
                        Optional.of("a while ago"));
        Match match =
                new Match(
                        WATCH,
                        65,
                        List.of(new Reason("exact-name", List.of("Jane Doe"), 65)),
                        Set.of(QUERY));
        Receipt receipt =
                new Receipt(
                        "https://search.example/?q=x", "b/1", at, "0".repeat(64), Optional.empty());
        return new Candidate(
                CASE,
                finding,
                match,
                CanonicalRules.canonical(address),
                new Provenance(SOURCE, receipt, "2026-11-22T08:00:00Z[UTC]", "bench"),
                false);
    }

    private static String sentence(Random words, int count) {
        return words.ints(count, 0, 20_000)
                .mapToObj(word -> Integer.toString(word + 100_000, 26).replaceAll("[0-9]", "z"))
                .collect(Collectors.joining(" "));
    }
}
