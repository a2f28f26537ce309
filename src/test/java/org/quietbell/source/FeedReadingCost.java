package org.quietbell.source;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Measures what reading a folder of feeds costs: `FeedReadingCost FOLDER ROUNDS`. No test: run by
/// hand, see docs/decisions/0009-feeds-are-read-by-streaming.md.
final class FeedReadingCost {
    private FeedReadingCost() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (int round = 1; round <= Integer.parseInt(arguments[1]); round++) {
            measure(files, round);
        }
    }

    private static void measure(List<Path> files, int round) throws IOException {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        long entries = 0;
        long bytes = 0;
        int malformed = 0;
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            bytes += content.length;
            try {
                entries +=
                        FeedSource.page(FeedSource.TYPE, Bodies.of(content, "text/xml"))
                                .findings()
                                .size();
            } catch (MalformedReplyException _) {
                malformed++;
            }
        }
        double seconds = (system.getProcessCpuTime() - before) / 1e9;
        System.out.printf(
                "round %d: %d files, %.1f MB, %d entries, %d malformed, %.2f CPU s%n",
                round, files.size(), bytes / 1e6, entries, malformed, seconds);
    }
}
