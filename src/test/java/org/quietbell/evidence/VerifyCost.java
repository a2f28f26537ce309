package org.quietbell.evidence;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What checking a long log costs: `bench/verify.sh [entries]`. Not a test.
final class VerifyCost {
    private static final int FIELDS = 24;

    private VerifyCost() {}

    public static void main(String[] arguments) throws IOException {
        int entries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path file = Files.createTempFile(Path.of("target"), "log", ".jsonl");
        try {
            Head head = write(file, entries);
            for (int turn = 1; turn <= 3; turn++) {
                long from = System.nanoTime();
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                    Verdict verdict = Verifier.check(in, Optional.of(head));
                    System.out.printf(
                            "%,d entries, %,d bytes: %.1f s, %s%n",
                            entries,
                            Files.size(file),
                            (System.nanoTime() - from) / 1e9,
                            verdict.getClass().getSimpleName());
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    private static Head write(Path file, int entries) throws IOException {
        Chain chain = new Chain(new SecureRandom());
        Optional<Head> head = Optional.empty();
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i < entries; i++) {
                SortedMap<String, String> fields = new TreeMap<>();
                for (int field = 0; field < FIELDS; field++) {
                    fields.put("field-" + field, "what stands in field " + field + " of " + i);
                }
                Entry entry =
                        chain.next(
                                head,
                                new Draft(Kind.FOUND, Optional.empty(), fields),
                                Instant.parse("2026-11-22T09:00:00Z").plusSeconds(i));
                writer.write(Lines.write(entry));
                writer.write('\n');
                head = Optional.of(entry.head());
            }
        }
        return head.orElseThrow();
    }
}
