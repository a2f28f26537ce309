package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.lingala.zip4j.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.json.Json;

/// The record, as somebody types it: from what was found to a file for a lawyer.
class EvidenceWalkIT {
    private static final String PASSPHRASE = "four quiet words here";

    @TempDir Path folder;
    private Walk walk;

    @BeforeEach
    void begin() throws Exception {
        walk = new Walk(folder);
        walk.settings(
                "- { id: post, type: file, path: ./notices.jsonl }", "{ how: only-when-opened }");
        walk.items.add("gate");
        walk.items.add("=HYPERLINK(1) <script>x</script>");
        assertThat(ran("check").exit()).isEqualTo(Exit.DONE);
    }

    @AfterEach
    void end() {
        walk.close();
    }

    private Walk.Ended ran(String... arguments) throws Exception {
        return ranWith("", arguments);
    }

    private Walk.Ended ranWith(String input, String... arguments) throws Exception {
        List<String> all =
                Stream.concat(Stream.of(arguments), Stream.of("--config", "quietbell.yaml"))
                        .toList();
        return walk.runWith(input, all.toArray(String[]::new));
    }

    /// The ids of what was found, the newest first.
    private List<String> hits() throws Exception {
        return ran("hits", "--json").json().items().stream()
                .map(hit -> hit.at("id").text().orElseThrow())
                .toList();
    }

    private List<Json> entries() throws Exception {
        return ran("evidence", "list", "--json").json().items();
    }

    private static String kind(Json entry) {
        return entry.at("kind").text().orElseThrow();
    }

    private static String id(Json entry) {
        return entry.at("id").text().orElseThrow();
    }

    private Path exported(String input, String... options) throws Exception {
        List<String> all =
                Stream.concat(Stream.of("evidence", "export", "record.zip"), Stream.of(options))
                        .toList();
        Walk.Ended ended =
                ranWith(input + PASSPHRASE + "\n" + PASSPHRASE + "\n", all.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.err()).isEqualTo(Exit.DONE);
        Path into = folder.resolve("out");
        try (ZipFile zip =
                new ZipFile(folder.resolve("record.zip").toFile(), PASSPHRASE.toCharArray())) {
            zip.extractAll(into.toString());
        }
        return into;
    }

    @Test
    @Covers({"R3.1", "R3.2", "R3.9"})
    void savesAPageOnceAddsNotesAndShowsWhoLooked() throws Exception {
        String hit = hits().getLast();

        assertThat(ran("evidence", "add", hit).out()).contains("in the record. New there: 1 of 1.");
        assertThat(ran("evidence", "add", hit).out()).contains("in the record. New there: 0 of 1.");
        String entry = id(entries().getFirst());
        assertThat(ranWith("It was up on Monday.\nno\n", "evidence", "note", entry).exit())
                .isEqualTo(Exit.DONE);
        assertThat(ranWith("It was up on Tuesday.\n\n", "evidence", "note", entry).exit())
                .isEqualTo(Exit.DONE);

        Walk.Ended listed = ran("evidence", "list");
        assertThat(listed.out())
                .contains(entry, "found  pages.example", "a note", "looked at")
                .doesNotContain("Alma", "gate", "Monday");
        assertThat(ran("evidence", "list", "--show", entry).out())
                .contains("https://pages.example/gate", "Alma Ashbrook opens gate")
                .containsSubsequence("It was up on Monday.", "It was up on Tuesday.");
        assertThat(entries())
                .extracting(EvidenceWalkIT::kind)
                .containsExactly("found", "custody", "note", "note", "custody");
    }

    @Test
    @Covers({"R3.7", "R3.9", "R3.11"})
    void handsOnAPackThatChecksWithoutTheStore() throws Exception {
        hits().forEach(hit -> add(hit));
        Path out = exported("A. A.\nShelter\nPolice\nA report\n");

        assertThat(Files.readString(out.resolve("cover.txt")))
                .contains("Whose record: A. A.", "For whom: Police", "Entries: 3");
        assertThat(Files.readString(out.resolve("README.txt"))).contains("It holds no picture");
        assertThat(Files.readString(out.resolve("custody.csv")))
                .contains("\"export\"", "\"Police\"", "\"A report\"");
        assertThat(Files.readString(out.resolve("entries.csv")))
                .contains("\"https://pages.example/gate\"", "\"yes\"");
        assertThat(Files.readString(out.resolve("timeline.html")))
                .contains("&lt;script&gt;", "https://pages.example/gate")
                .doesNotContain("<script", "href=", "<img");
        assertThat(manifest(out)).isEqualTo(digests(out));
        assertThat(verified(out).exit()).isEqualTo(Exit.DONE);
        assertThat(verified(out).out()).contains("Whole: 3 entries stand as written.");
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.filter(EvidenceWalkIT::isPlain).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain("0f0f0f", "\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8");
            }
        }

        Files.writeString(
                out.resolve("log.jsonl"),
                Files.readString(out.resolve("log.jsonl")).replace("opens gate", "opens gata"));
        assertThat(verified(out).exit()).isEqualTo(Exit.FAILED);
        assertThat(verified(out).out())
                .contains("Not whole. It shows first in line", "The text of title");
    }

    /// What is packed in a paper, `PackIT` and `PackOfOneCaseIT` unpack and look at.
    private static boolean isPlain(Path file) {
        return !file.toString().endsWith(".pdf");
    }

    private void add(String hit) {
        try {
            assertThat(ran("evidence", "add", hit).exit()).isEqualTo(Exit.DONE);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Walk.Ended verified(Path out, String... more) throws Exception {
        List<String> all =
                Stream.concat(
                                Stream.of(
                                        "evidence",
                                        "verify",
                                        out.resolve("log.jsonl").toString(),
                                        "--head",
                                        out.resolve("head.txt").toString()),
                                Stream.of(more))
                        .toList();
        return walk.run(all.toArray(String[]::new));
    }

    private static List<String> manifest(Path out) throws Exception {
        return Files.readAllLines(out.resolve("manifest-sha256.txt"));
    }

    private static List<String> digests(Path out) throws Exception {
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> !file.endsWith("manifest-sha256.txt"))
                    .sorted()
                    .map(file -> digest(file) + "  " + file.getFileName())
                    .toList();
        }
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Covers("R3.8")
    void leavesOutWhatSheDoesNotWantToHandOnAndSaysSo() throws Exception {
        add(hits().getFirst());
        ranWith("Canary of a note.\n", "evidence", "note");

        Path out = exported("\n\n\n\n", "--without", "notes");

        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.filter(EvidenceWalkIT::isPlain).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("Canary");
            }
        }
        assertThat(Files.readString(out.resolve("README.txt"))).contains("what people wrote");
        assertThat(Files.readString(out.resolve("custody.csv"))).contains("\"notes\"");
        assertThat(verified(out).exit()).isEqualTo(Exit.FAILED);
        Walk.Ended told = verified(out, "--left-out", out.resolve("left-out.txt").toString());
        assertThat(told.exit()).isEqualTo(Exit.DONE);
        assertThat(told.out()).contains("2 fields were left out by choice.");
    }

    @Test
    @Covers("R3.10")
    void registersAFileWithoutTakingACopy() throws Exception {
        byte[] shot = "\u0089PNG canary of a picture".getBytes(StandardCharsets.ISO_8859_1);
        Path picture = Files.write(folder.resolve("shot.png"), shot);

        Walk.Ended ended =
                ranWith(
                        picture + "\nOn a stick\nMy sister\n",
                        "evidence",
                        "add",
                        "--kept-elsewhere");

        assertThat(ended.out()).contains("SHA-256: " + digest(picture));
        assertThat(ended.err()).contains("Leave the file as it is");
        assertThat(Files.readAllBytes(picture)).isEqualTo(shot);
        assertThat(ran("evidence", "list", "--json").out())
                .contains("shot.png", "On a stick", digest(picture))
                .doesNotContain(folder.toString());
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain("canary of a picture");
            }
        }
    }

    @Test
    @Covers("R3.12")
    void erasesTheWordsOfAPageWhereSomebodyMayHaveBeenUnder18() throws Exception {
        add(hits().getLast());
        String entry = id(entries().getFirst());

        Walk.Ended noted = ranWith("\nnot-sure\n", "evidence", "note", entry);

        assertThat(noted.out()).contains("The words of the page are erased here.", "under-18");
        assertThat(ran("evidence", "list", "--json").out())
                .contains("https://pages.example/gate", "\"kind\":\"erased\"", "under-18")
                .doesNotContain("Alma Ashbrook opens gate");
        assertThat(ran("hits", "--json").out()).doesNotContain("Alma Ashbrook opens gate");
        Walk.Ended refused =
                ranWith(
                        "/etc/hostname\n\n\n",
                        "evidence",
                        "add",
                        "--kept-elsewhere",
                        "--about",
                        entry);
        assertThat(refused.exit()).isEqualTo(Exit.FAILED);
        assertThat(refused.err()).contains("under 18", "do not keep, copy or send it");
        assertThat(ran("check").exit()).isEqualTo(Exit.DONE);
        assertThat(ran("hits", "--json").out()).doesNotContain("Alma Ashbrook opens gate");
    }

    @Test
    void logsWhatIsNotOnTheWeb() throws Exception {
        assertThat(
                        ranWith(
                                        "a text\n2026-11-20 21:00\n+15550100\nHe said he would post"
                                                + " more.\non my phone\n\n",
                                        "evidence",
                                        "add",
                                        "--by-hand")
                                .exit())
                .isEqualTo(Exit.DONE);

        assertThat(entries().getFirst().at("fields").at("text").text())
                .contains("He said he would post more.");
    }

    @Test
    void refusesWhatItCannotDoInOneLine() throws Exception {
        assertThat(ran("evidence", "add").exit()).isEqualTo(Exit.USAGE);
        assertThat(ran("evidence", "add", "none").exit()).isEqualTo(Exit.FAILED);
        assertThat(ran("evidence", "note", "none").exit()).isEqualTo(Exit.FAILED);
        assertThat(ranWith("\n", "evidence", "note").exit()).isEqualTo(Exit.USAGE);
        assertThat(ran("evidence", "export", "a.zip").err())
                .contains("nothing is in the record yet");
        add(hits().getFirst());
        assertThat(ran("evidence", "export", "a.zip", "--without", "all").exit())
                .isEqualTo(Exit.USAGE);
        assertThat(ranWith("\n\n\n\nshort one\nshort one\n", "evidence", "export", "a.zip").err())
                .contains("use 12 characters or more");
        assertThat(walk.run("evidence", "verify", "nowhere").err())
                .contains("the file cannot be read");
        walk.write("odd.txt", "no head");
        assertThat(walk.run("evidence", "verify", "odd.txt", "--head", "odd.txt").exit())
                .isEqualTo(Exit.USAGE);
        assertThat(walk.run("evidence", "verify", "odd.txt").out())
                .contains("Not whole. It shows first in line 1");
    }
}
