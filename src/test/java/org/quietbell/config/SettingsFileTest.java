package org.quietbell.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;

class SettingsFileTest {
    @TempDir Path folder;
    private final Problems problems = new Problems();

    @Test
    void keepsTheTextOfEveryValue() throws IOException {
        Section root =
                read("a: No\nb: 0123\nc: 18:00\nd: \"null\"\ne: 1.50\nf: yes\ng: 2026-11-01\n");

        assertThat(problems.all()).isEmpty();
        assertThat(List.of("a", "b", "c", "d", "e", "f", "g"))
                .map(key -> root.text(key, ""))
                .containsExactly("No", "0123", "18:00", "null", "1.50", "yes", "2026-11-01");
    }

    @Test
    void takesAnEmptyValueAsNone() throws IOException {
        Section root = read("a:\nb: ~\nc: null\nd: \"\"\n");

        assertThat(List.of("a", "b", "c", "d"))
                .map(root::has)
                .containsExactly(false, false, false, true);
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void knowsTheLineOfEveryKeyAndItem() throws IOException {
        Section root =
                read(
                        """
                        # first
                        outer:
                          inner:
                            deep: 1
                          list:
                            - { id: a }
                            - id: b
                              x: 1
                        """);
        Section outer = root.section("outer").orElseThrow();

        assertThat(root.line("outer")).isEqualTo(2);
        assertThat(outer.line("inner")).isEqualTo(3);
        assertThat(outer.section("inner").orElseThrow().line("deep")).isEqualTo(4);
        assertThat(outer.sections("list").get(0).line("id")).isEqualTo(6);
        assertThat(outer.sections("list").get(1).line("x")).isEqualTo(8);
        assertThat(outer.line("missing")).isEqualTo(2);
    }

    @Test
    @Covers("F65")
    void namesEveryDuplicateWithBothLines() throws IOException {
        read("a: 1\nb: 2\na: 3\nc: { x: 1, x: 2 }\n");

        assertThat(problems.all())
                .extracting(Problem::line, Problem::key, Problem::what)
                .containsExactly(
                        tuple(3, "a", "stands here a second time, first on line 1: keep one"),
                        tuple(4, "c.x", "stands here a second time, first on line 4: keep one"));
    }

    @ParameterizedTest
    @Covers("F65")
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1\\n\\tb: Jane | 2 | tab",
                "a:\\n\\t- Jane | 2 | tab",
                "a: [@jane] | 1 | quotes",
                "a: 1\\nb: \"Jane | 2 | not closed",
                "a: 1\\nb: [Jane, | 2 | not closed",
                "a: {Jane: 1 b: 2} | 1 | comma",
                "a: Jane: Doe | 1 | colon",
                "a: 1\\nJane\\nb: 2 | 2 | colon",
                "a: 1\\n  b: Jane | 2 | colon",
                "a:\\n  b: Jane\\n c: 2 | 3 | indented",
                "a: *jane | 1 | references",
                "a: &jane 1\\nb: *jane | 1 | references",
                "a: 1\\nb: !jane x | 2 | tag",
                "a: !!str x | 1 | tag",
                "a: 1\\n---\\nb: Jane | 2 | second document",
                "- Jane | 1 | must hold keys",
                "Jane | 1 | must hold keys",
                "{} | 1 | must hold keys",
                "a: 1\\n[Jane]: 2 | 2 | a key must be a word",
                "a: 1\\n\"Ja\\ene\": 2 | 2 | a key must be a word",
                "%YAML 3.0\\n---\\na: 1 | 0 | not YAML",
            })
    void saysWhatIsNotReadableAndWhereWithoutRepeatingIt(String yaml, int line, String what)
            throws IOException {
        read(yaml.replace("\\n", "\n").replace("\\t", "\t"));

        assertThat(problems.all()).isNotEmpty();
        Problem problem = problems.all().getFirst();
        assertThat(problem.what()).contains(what);
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problems.all())
                .allSatisfy(p -> assertThat(p.what()).doesNotContainIgnoringCase("jane"));
    }

    @Test
    void findsTheLineOfAByteThatIsNotUtf8() throws IOException {
        read("a: 1\nb: Zo\u00eb\n".getBytes(ISO_8859_1));

        assertThat(problems.all())
                .extracting(Problem::line, Problem::what)
                .containsExactly(tuple(2, "is not UTF-8 text: save the file as UTF-8"));
    }

    @Test
    void findsTheLineOfAControlCharacter() throws IOException {
        read("a: 1\nb: x\u0000y\n");

        assertThat(problems.all()).extracting(Problem::line).containsExactly(2);
    }

    @Test
    void readsAFileWithByteOrderMarkAndWindowsLineEnds() throws IOException {
        Section root = read("\uFEFFa: 1\r\nb: 2\r\n");

        assertThat(problems.all()).isEmpty();
        assertThat(root.text("a")).contains("1");
        assertThat(root.line("b")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"''", "'# only a comment\n'", "'\n\n'"})
    void refusesAFileWithoutSettings(String yaml) throws IOException {
        Section root = read(yaml);

        assertThat(root.isEmpty()).isTrue();
        assertThat(problems.all().getFirst().toString())
                .contains("quietbell.yaml:1: holds no settings");
    }

    @Test
    @Covers("F65")
    void refusesAMissingFileAFolderAndAnUnreadableFile() throws IOException {
        SettingsFile.read(folder.resolve("none.yaml"), problems);
        SettingsFile.read(folder, problems);
        Path huge = folder.resolve("huge.yaml");
        Files.write(huge, new byte[SettingsFile.MAX_BYTES + 1]);
        SettingsFile.read(huge, problems);

        assertThat(problems.all())
                .extracting(Problem::what)
                .containsExactly(
                        "there is no such file: make it, or name another",
                        "is a folder: name a file",
                        "the file has more than 1048576 bytes: is it another one?");
    }

    @Test
    void refusesAForestOfBracketsWithoutFallingOver() throws IOException {
        Section root = read("a: " + "[".repeat(200_000));

        assertThat(root.isEmpty()).isTrue();
        assertThat(problems.all())
                .extracting(Problem::what)
                .containsExactly("is nested more than 16 deep");
    }

    @Test
    void refusesReferencesBeforeTheyGrow() throws IOException {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            String before = "*a" + (i - 1);
            laughs.append("a%d: &a%d [%s, %s, %s]\n".formatted(i, i, before, before, before));
        }
        read(laughs.toString());

        assertThat(problems.all()).hasSizeGreaterThan(30);
        assertThat(problems.all()).allSatisfy(p -> assertThat(p.what()).contains("references"));
    }

    @Test
    @Covers("F66")
    void asksForOwnerOnlyWhereOthersMayOpenTheFile() throws IOException {
        Path file = write("a: 1\n".getBytes(UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        SettingsFile.requireOwnerOnly(file, problems);

        assertThat(problems.all().getFirst().toString())
                .startsWith(file + ": holds names or recipients")
                .endsWith("run chmod 600 " + file);

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Problems none = new Problems();
        SettingsFile.requireOwnerOnly(file, none);

        assertThat(none.all()).isEmpty();
    }

    private Section read(String yaml) throws IOException {
        return read(yaml.getBytes(UTF_8));
    }

    private Section read(byte[] yaml) throws IOException {
        return SettingsFile.read(write(yaml), problems);
    }

    private Path write(byte[] yaml) throws IOException {
        return Files.write(folder.resolve("quietbell.yaml"), yaml);
    }
}
