package org.quietbell.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

/// What making a pack costs: `bench/pack.sh [entries]`. Not a test.
final class PackCost {
    private static final int FIELDS = 24;

    private PackCost() {}

    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        List<Entry> entries = entries(count);
        Cover cover =
                new Cover(
                        "A. A.",
                        "B. B.",
                        "C. C.",
                        "a report",
                        Instant.parse("2026-11-22T09:00:00Z"),
                        ZoneId.of("America/Halifax"),
                        "quietbell");
        Export export =
                new Export(
                        cover,
                        entries::forEach,
                        entries.getLast().head(),
                        new Health(List.of()),
                        Set.of());
        for (int turn = 1; turn <= 3; turn++) {
            long from = System.nanoTime();
            ByteArrayOutputStream to = new ByteArrayOutputStream();
            Pack.write(export, "four quiet words here".toCharArray(), Words.of(Language.EN), to);
            System.out.printf(
                    "%,d entries, %,d bytes: %.1f s%n",
                    count, to.size(), (System.nanoTime() - from) / 1e9);
        }
    }

    private static List<Entry> entries(int count) {
        Chain chain = new Chain(new SecureRandom());
        List<Entry> entries = new ArrayList<>();
        Optional<Head> head = Optional.empty();
        for (int i = 0; i < count; i++) {
            SortedMap<String, String> fields = new TreeMap<>();
            fields.put("address", "https://forum.example/t/" + i);
            fields.put("first-seen", "2026-11-22T09:00:00Z");
            for (int field = 2; field < FIELDS; field++) {
                fields.put("field-" + field, "what stands in field " + field + " of " + i);
            }
            Entry entry =
                    chain.next(
                            head,
                            new Draft(Kind.FOUND, Optional.empty(), fields),
                            Instant.parse("2026-11-22T09:00:00Z").plusSeconds(i));
            entries.add(entry);
            head = Optional.of(entry.head());
        }
        return entries;
    }
}
