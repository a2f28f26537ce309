package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.lingala.zip4j.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.OtherProgram;
import org.quietbell.json.Json;
import org.quietbell.stamp.LoopbackAuthority;

/// What a pack holds of an installation that watches for two people: the record of one, and nothing
/// of the other, of keys or of the machine.
class PackOfOneCaseIT {
    private static final String PASSPHRASE = "four quiet words here";
    private static final String KEY = "0f".repeat(32);
    private static final String TOKEN = "canary-token-0123456789abcdef";
    private static final List<String> MAGIC =
            List.of("\u0089PNG", "\u00ff\u00d8\u00ff", "GIF87a", "GIF89a", "OggS", "RIFF", "ftyp");

    @TempDir Path folder;
    private Walk walk;
    private Walk other;

    @BeforeEach
    void begin() throws Exception {
        walk = new Walk(folder);
        other = new Walk(folder); // its feed only
        walk.write("house-key", KEY);
        walk.write("topic", "canary-topic-of-sixteen-signs");
        walk.write("token", TOKEN);
        walk.write(
                "quietbell.yaml",
                """
                data: ./data
                store: { key: file, key-file: ./house-key }
                web: { listen: "127.0.0.1:0" }
                fetch: { allow-addresses: [127.0.0.1/32] }
                sources:
                  - { id: news, type: feed, url: "http://127.0.0.1:%d/feed.xml", every: 1s }
                  - { id: other, type: feed, url: "http://127.0.0.1:%d/feed.xml", every: 1s }
                channels:
                  - { id: post, type: file, path: ./notices.jsonl }
                  - { id: push, type: ntfy, url: "https://push.example", topic-file: ./topic, token-file: ./token }
                cases:
                  - id: case-17
                    consent: { given: 2026-03-01, by: self, sources: [news], channels: [post] }
                    watch: { name: Alma Ashbrook }
                    hear: { how: only-when-opened }
                  - id: case-canary
                    consent: { given: 2026-03-01, by: self, sources: [other], channels: [post] }
                    watch: { name: Bryony Canary }
                    hear: { how: only-when-opened }
                """
                        .formatted(walk.feedPort(), other.feedPort()));
        walk.items.add("gate");
        other.items.add("canary-page by Bryony Canary");
        Walk.Ended looked = ran("", "check");
        assertThat(looked.exit()).as(looked.err()).isEqualTo(Exit.DONE);
        for (Json hit : ran("", "hits", "--json").json().items()) {
            String id = hit.at("id").text().orElseThrow();
            assertThat(ran("", "evidence", "add", id).exit()).isEqualTo(Exit.DONE);
        }
        noted("case-canary", "Canary of the other one.");
        noted("case-17", "It is me.");
    }

    @AfterEach
    void end() {
        walk.close();
        other.close();
    }

    private void noted(String whose, String text) throws Exception {
        assertThat(ran(text + "\n\n", "evidence", "note", "--watch", whose).exit())
                .isEqualTo(Exit.DONE);
    }

    private Walk.Ended ran(String input, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", "quietbell.yaml"));
        return walk.runWith(input, all.toArray(String[]::new));
    }

    private Walk.Ended exported(String input, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("evidence", "export", "record.zip"));
        all.addAll(List.of("--watch", "case-17"));
        all.addAll(List.of(options));
        return ran(
                input + "\n\n\n\n" + PASSPHRASE + "\n" + PASSPHRASE + "\n",
                all.toArray(String[]::new));
    }

    private Path unpacked() throws IOException {
        Path into = folder.resolve("out");
        try (ZipFile zip =
                new ZipFile(folder.resolve("record.zip").toFile(), PASSPHRASE.toCharArray())) {
            zip.extractAll(into.toString());
        }
        return into;
    }

    private static List<Path> files(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.sorted().toList();
        }
    }

    /// All that a file says: of a paper its text and every stream in it, unpacked.
    private static String everything(Path file) throws IOException {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (!file.toString().endsWith(".pdf")) {
            return Files.readString(file);
        }
        StringBuilder all = new StringBuilder(bytes);
        try (PDDocument read = Loader.loadPDF(file.toFile())) {
            all.append(new PDFTextStripper().getText(read));
            for (String stream : streams(read)) {
                all.append(stream);
            }
        }
        return all.toString();
    }

    private static List<String> streams(PDDocument read) throws IOException {
        List<String> streams = new ArrayList<>();
        for (var key : read.getDocument().getXrefTable().keySet()) {
            COSObject object = read.getDocument().getObjectFromPool(key);
            if (object.getObject() instanceof COSStream stream) {
                try (var in = stream.createInputStream()) {
                    streams.add(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return streams;
    }

    @Test
    @Covers({"R3.7", "R3.11"})
    void nothingOfAnotherPersonNoKeyAndNoPictureIsInAPack() throws Exception {
        assertThat(exported("").exit()).isEqualTo(Exit.DONE);

        Path out = unpacked();
        assertThat(files(out)).hasSizeGreaterThan(10);
        for (Path file : files(out)) {
            String all = everything(file);
            assertThat(
                            Stream.of(
                                            "Canary of the other",
                                            "canary-page",
                                            "Bryony",
                                            "case-canary",
                                            KEY,
                                            TOKEN,
                                            PASSPHRASE,
                                            folder.toString())
                                    .filter(all::contains))
                    .as(file.getFileName().toString())
                    .isEmpty();
            String head = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(MAGIC.stream().filter(head.substring(0, 12)::contains))
                    .as(file.getFileName().toString())
                    .isEmpty();
        }
        assertThat(everything(out.resolve("timeline-001.pdf")))
                .contains("https://pages.example/gate", "It is me.");
        assertThat(everything(out.resolve("log.jsonl"))).contains("pages.example/gate");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT)))
                    .noneMatch(name -> name.contains("pdfbox") || name.contains("font"));
        }
        try (PDDocument read = Loader.loadPDF(out.resolve("timeline-001.pdf").toFile())) {
            for (String stream : streams(read)) {
                assertThat(MAGIC.stream().filter(stream::startsWith)).isEmpty();
            }
        }
    }

    @Test
    @Covers({"R3.5", "R2.8"})
    void aStampIsAskedForOnlyWhenNamedAndAgreedAndChecksWithOpenssl() throws Exception {
        try (LoopbackAuthority authority = new LoopbackAuthority()) {
            String address = authority.address().toString();
            Walk.Ended declined = exported("no\n", "--time-stamp", address);
            assertThat(declined.exit()).as(declined.err()).isEqualTo(Exit.DONE);
            assertThat(declined.err()).contains("It learns one hash", "address of this machine");
            assertThat(authority.asked()).isEmpty();

            Walk.Ended stamped = exported("yes\n", "--time-stamp", address);

            assertThat(stamped.out()).contains("Stamped by 127.0.0.1 at 2026-11-22");
            assertThat(authority.asked()).hasSize(1);
            Path out = unpacked();
            assertThat(Files.readString(out.resolve("custody.csv"))).contains("127.0.0.1");
            Files.writeString(out.resolve("authority.pem"), authority.rootPem());
            String command =
                    Files.readString(out.resolve("README.txt"))
                            .lines()
                            .filter(line -> line.startsWith("  openssl "))
                            .findFirst()
                            .orElseThrow();
            OtherProgram.Ended checked =
                    OtherProgram.of("openssl", "openssl")
                            .run(out, command.strip().substring("openssl ".length()).split(" "));
            assertThat(checked.out()).contains("Verification: OK");
            assertThat(Files.readString(out.resolve("manifest-sha256.txt"))).contains("head.tsr");

            authority.answers(LoopbackAuthority.Way.PAGE);
            Walk.Ended without = exported("yes\n", "--time-stamp", address);
            assertThat(without.exit()).isEqualTo(Exit.DONE);
            assertThat(without.err())
                    .contains("What came back is no time stamp.", "written without a time stamp");
            try (ZipFile zip = new ZipFile(folder.resolve("record.zip").toFile())) {
                assertThat(zip.getFileHeader("head.tsr")).isNull();
            }
        }
        assertThat(exported("", "--time-stamp", "ftp://stamps.example").exit())
                .isEqualTo(Exit.USAGE);
    }
}
