package org.quietbell.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A temporary folder with what a person would write to start: a settings file and a key.
///
/// @param path its owner's alone
record DemoFolder(Path path) implements AutoCloseable {
    private static final int KEY_BYTES = 32;

    /// Makes it. Whoever made it closes it, which deletes all that is in it.
    static DemoFolder make() throws IOException {
        DemoFolder folder = new DemoFolder(Files.createTempDirectory("notes-"));
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        OwnerOnly.write(
                folder.path().resolve("key"),
                HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII));
        return folder;
    }

    /// Writes the settings.
    ///
    /// @param page the port of the page; 0: any free one
    /// @param places the port of the places to look at
    /// @return the settings file
    Path settings(int page, int places, LocalDate yesterday) throws IOException {
        String at = "http://127.0.0.1:" + places;
        String yaml =
                """
                data: ./data
                store: { key: file, key-file: ./key }
                web: { listen: "127.0.0.1:%d" }
                fetch: { allow-addresses: [127.0.0.1/32] }
                sources:
                  - { id: news, type: feed, url: "%s/news.xml", every: 2s }
                  - { id: alert, type: feed, url: "%s/alert.xml", every: 2s, case: demo }
                  - { id: search, type: searxng, url: "%s", every: 2s }
                channels:
                  - { id: file, type: file, path: ./outbox.jsonl }
                cases:
                  - id: demo
                    consent: { given: %s, by: self, sources: [news, alert, search], channels: [file] }
                    watch:
                      name: %s
                      handles: ["@%s"]
                      context: [%s]
                      exclude: [%s]
                    hear: { how: as-it-happens, level: discreet, channels: [file] }
                """
                        .formatted(
                                page,
                                at,
                                at,
                                at,
                                yesterday,
                                DemoStory.NAME,
                                DemoStory.HANDLE,
                                DemoStory.TOWN,
                                DemoStory.OTHER);
        Path file = path.resolve("settings.yaml");
        OwnerOnly.write(file, yaml.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /// The file that notices are written to.
    Path outbox() {
        return path.resolve("outbox.jsonl");
    }

    /// Deletes it with all that is in it.
    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new Deleting());
        } catch (IOException e) {
            throw new Refusal(
                    Exit.FAILED, "demo: its folder could not be deleted: delete " + path, e);
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault)
                throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
