package org.quietbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.lingala.zip4j.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.OtherProgram;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

/// A pack as programs read it that know nothing of ours.
class PackIT {
    private static final String PASSPHRASE = "four quiet words here";
    private static final String LONG =
            "https://forum.example/a/very/long/path/" + "part-of-it/".repeat(14) + "?last=1#end";
    private static final List<String> NAMES =
            List.of(
                    "Alma Ashbrook",
                    "ليلى الحسيني",
                    "נועה לוי",
                    "क्षत्रिय विद्या",
                    "李小龍",
                    "山田花子",
                    "김철수",
                    "Зоя Мюллер",
                    "Ελένη",
                    "தமிழ்",
                    "สมหญิง",
                    "አማርኛ");

    @TempDir Path folder;

    private final Chain chain = new Chain(new SecureRandom());
    private final List<Entry> entries = new ArrayList<>();

    private void add(Kind kind, Map<String, String> fields) {
        Optional<Head> last =
                entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast().head());
        Instant at = Instant.parse("2026-11-22T09:00:00Z").plusSeconds(entries.size());
        entries.add(chain.next(last, Draft.of(kind, Optional.empty(), fields), at));
    }

    private void found(String address, String title) {
        add(Kind.FOUND, Map.of("address", address, "title", title));
    }

    private Export export(LeftOut... leftOut) {
        Cover cover =
                new Cover(
                        "A. A.",
                        "B. B.",
                        "C. C.",
                        "a report",
                        Instant.parse("2026-11-23T09:00:00Z"),
                        ZoneId.of("America/Halifax"),
                        "quietbell");
        return new Export(
                cover,
                entries::forEach,
                entries.getLast().head(),
                new Health(List.of()),
                Set.of(leftOut));
    }

    private Path written(Export export, Language language) throws Exception {
        Path zip = folder.resolve("record.zip");
        try (OutputStream to = Files.newOutputStream(zip)) {
            Pack.write(export, PASSPHRASE.toCharArray(), Words.of(language), to);
        }
        return zip;
    }

    private Path unpacked(Export export, Language language) throws Exception {
        Path into = folder.resolve("out-" + language.tag());
        try (ZipFile zip =
                new ZipFile(written(export, language).toFile(), PASSPHRASE.toCharArray())) {
            zip.extractAll(into.toString());
        }
        return into;
    }

    private static List<String> papers(Path out) throws Exception {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
    }

    /// What a reader of PDF finds in all papers, without blanks, ends of lines and marks of
    /// direction: a long address goes over several lines.
    private static String text(Path out) throws Exception {
        OtherProgram reader = OtherProgram.of("poppler-utils", "pdftotext");
        StringBuilder all = new StringBuilder();
        for (String paper : papers(out)) {
            OtherProgram.Ended ended = reader.run(out, "-layout", "-enc", "UTF-8", paper, "-");
            assertThat(ended.exit()).isZero();
            all.append(ended.out());
        }
        return squeezed(all.toString());
    }

    private static String squeezed(String text) {
        StringBuilder to = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && (c < 0x202A || c > 0x202E))
                .forEach(to::appendCodePoint);
        return to.toString();
    }

    @Test
    @Covers("R3.7")
    void aReaderOfPdfFindsEveryAddressAndBothTimes() throws Exception {
        for (int i = 0; i < 2 * PaperTimeline.ENTRIES + 5; i++) {
            found("https://forum.example/t/" + i + "?of=these", "Title " + i);
        }
        found(LONG, "the last");

        Path out = unpacked(export(), Language.EN);
        String text = text(out);

        assertThat(papers(out))
                .containsExactly("timeline-001.pdf", "timeline-002.pdf", "timeline-003.pdf");
        for (Entry entry : entries) {
            assertThat(
                            Stream.of(
                                            "address:" + entry.text("address").orElseThrow(),
                                            entry.hash(),
                                            entry.at().toString())
                                    .filter(wanted -> !text.contains(wanted)))
                    .isEmpty();
        }
        assertThat(text)
                .contains("2026-11-2205:00:00-04:00", squeezed("Entries 501 to 506 of 506"));
        assertThat(Files.readString(out.resolve("README.txt")))
                .contains("timeline-001.pdf", "up to " + PaperTimeline.ENTRIES);
    }

    @Test
    @Covers("R3.7")
    void namesInAnyScriptStandOnPaperInEachLanguage() throws Exception {
        for (String name : NAMES) {
            found("https://forum.example/t/" + NAMES.indexOf(name), name);
        }
        for (Language language : Language.values()) {
            String text = text(unpacked(export(), language));

            for (String name : NAMES) {
                assertThat(text).as(language.tag()).contains(squeezed("title: " + name));
            }
            assertThat(text).contains(squeezed(Words.of(language).say("pack.timeline")));
        }
    }

    @Test
    @Covers({"R3.7", "R3.11", "R2.12"})
    void thePaperIsTaggedBringsItsFontsAndHoldsNothingThatActs() throws Exception {
        found("https://forum.example/t/1", String.join(" ", NAMES));
        Path out = unpacked(export(), Language.FR);

        String info =
                OtherProgram.of("poppler-utils", "pdfinfo").run(out, "timeline-001.pdf").out();
        String fonts =
                OtherProgram.of("poppler-utils", "pdffonts").run(out, "timeline-001.pdf").out();
        String images =
                OtherProgram.of("poppler-utils", "pdfimages")
                        .run(out, "-list", "timeline-001.pdf")
                        .out();

        assertThat(info)
                .containsPattern("Tagged: +yes")
                .containsPattern("JavaScript: +no")
                .containsPattern("Form: +none")
                .containsPattern("Title: +Chronologie 1\n")
                .doesNotContain("Author", "Creator", "Producer");
        assertThat(fonts.lines().skip(2))
                .hasSizeGreaterThan(4)
                .allSatisfy(line -> assertThat(line).containsPattern("Identity-H +yes yes yes"));
        assertThat(images.lines().skip(2)).isEmpty();
        assertThat(
                        OtherProgram.of("poppler-utils", "pdfdetach")
                                .run(out, "-list", "timeline-001.pdf")
                                .out())
                .contains("0 embedded files");
        assertThat(
                        OtherProgram.of("poppler-utils", "pdfinfo")
                                .run(out, "-url", "timeline-001.pdf")
                                .out())
                .doesNotContain("forum.example");
    }

    @Test
    @Covers("R3.8")
    void whatIsLeftOutStandsOnNoPaper() throws Exception {
        add(Kind.NOTE, Map.of("text", "Canary of a note", "suspected", "Canary of a name"));

        String text = text(unpacked(export(LeftOut.NOTES), Language.EN));

        assertThat(text).contains("suspected:[nothere]", "text:[nothere]").doesNotContain("Canary");
    }

    @Test
    @Covers("R3.7")
    void sevenZipOpensItWithThePassphraseOnlyAndTheManifestChecks() throws Exception {
        found("https://forum.example/t/1", "Title");
        Path zip = written(export(), Language.EN);
        OtherProgram seven = OtherProgram.of("7zip", "7z", "7zz");
        Path into = Files.createDirectory(folder.resolve("seven"));

        assertThat(seven.run(folder, "t", "-pnot this one", zip.toString()).exit()).isNotZero();
        OtherProgram.Ended opened = seven.run(into, "x", "-p" + PASSPHRASE, zip.toString());

        assertThat(opened.exit()).as(opened.out()).isZero();
        OtherProgram.Ended checked =
                OtherProgram.of("coreutils", "sha256sum")
                        .run(into, "--strict", "-c", Pack.MANIFEST);
        assertThat(checked.exit()).as(checked.out()).isZero();
        assertThat(checked.out()).contains("timeline-001.pdf: OK", "log.jsonl: OK");
    }

    @Test
    void theSameExportGivesTheSamePaper() throws Exception {
        found("https://forum.example/t/1", String.join(" ", NAMES));
        byte[] first =
                Files.readAllBytes(unpacked(export(), Language.EN).resolve("timeline-001.pdf"));

        byte[] second =
                Files.readAllBytes(unpacked(export(), Language.EN).resolve("timeline-001.pdf"));

        assertThat(new String(second, StandardCharsets.ISO_8859_1))
                .isEqualTo(new String(first, StandardCharsets.ISO_8859_1));
    }
}
