package org.quietbell.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.json.Json;

class SectionTest {
    @TempDir Path folder;
    private final Problems problems = new Problems();

    @Test
    void readsEachKindOfValue() throws IOException {
        Section section =
                section(
                        """
                        text: Zoë
                        number: 7
                        truth: true
                        duration: 6h
                        size: 4MiB
                        address: "https://example.org/feed?x=1"
                        path: ./sub/../notices.jsonl
                        absolute: /var/x
                        list: [a, b]
                        lone: a
                        """);

        assertThat(section.text("text")).contains("Zoë");
        assertThat(section.required("text")).isEqualTo("Zoë");
        assertThat(section.number("number", 1, 0, 9)).isEqualTo(7);
        assertThat(section.truth("truth", false)).isTrue();
        assertThat(section.duration("duration", Duration.ZERO)).isEqualTo(Duration.ofHours(6));
        assertThat(section.size("size", 1)).isEqualTo(4L << 20);
        assertThat(section.address("address")).contains(URI.create("https://example.org/feed?x=1"));
        assertThat(section.path("path")).contains(folder.resolve("notices.jsonl"));
        assertThat(section.path("absolute")).contains(Path.of("/var/x"));
        assertThat(section.texts("list")).containsExactly("a", "b");
        assertThat(section.texts("lone")).containsExactly("a");
        section.finish();
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void answersWithTheFallbackWhereAKeyIsMissing() {
        Section section = Section.empty();

        assertThat(section.text("x")).isEmpty();
        assertThat(section.text("x", "y")).isEqualTo("y");
        assertThat(section.number("x", 5, 0, 1)).isEqualTo(5);
        assertThat(section.truth("x", true)).isTrue();
        assertThat(section.duration("x", Duration.ofDays(1))).isEqualTo(Duration.ofDays(1));
        assertThat(section.size("x", 9)).isEqualTo(9);
        assertThat(section.address("x")).isEmpty();
        assertThat(section.path("x")).isEmpty();
        assertThat(section.secret("x")).isEmpty();
        assertThat(section.texts("x")).isEmpty();
        assertThat(section.section("x")).isEmpty();
        assertThat(section.sectionOrEmpty("x").isEmpty()).isTrue();
        assertThat(section.sections("x")).isEmpty();
        assertThat(section.problems().all()).isEmpty();
    }

    @Test
    @Covers("F65")
    void notesEveryWrongValueAtOnceByLineWithItsFullKeyAndWithoutTheValue() throws IOException {
        Section root =
                section(
                        """
                        outer:
                          text: [jane]
                          number: jane
                          far: 77
                          truth: jane
                          duration: 6 jane
                          size: 4MBjane
                          address: jane.example
                          user: "http://jane:pw@x.example/"
                          scheme: "ftp://jane.example/"
                          odd: "http://jane.example/ x"
                          path: "jane\\0"
                          blank: ""
                          list:
                            - good
                            - [jane]
                            -
                          numbers: [1, jane]
                          below: jane
                          sections: [{ a: 1 }, jane]
                          jane:
                        """);
        Section outer = root.section("outer").orElseThrow();

        assertThat(outer.text("text")).isEmpty();
        assertThat(outer.number("number", 3, 0, 9)).isEqualTo(3);
        assertThat(outer.number("far", 3, 0, 9)).isEqualTo(3);
        assertThat(outer.truth("truth", true)).isTrue();
        assertThat(outer.duration("duration", Duration.ofDays(1))).isEqualTo(Duration.ofDays(1));
        assertThat(outer.size("size", 8)).isEqualTo(8);
        for (String key : List.of("address", "user", "scheme", "odd")) {
            assertThat(outer.address(key)).isEmpty();
        }
        assertThat(outer.path("path")).isEmpty();
        assertThat(outer.required("blank")).isEmpty();
        assertThat(outer.required("absent")).isEmpty();
        assertThat(outer.texts("list")).containsExactly("good");
        assertThat(outer.parsedAll("numbers", Integer::parseInt)).containsExactly(1);
        assertThat(outer.section("below")).isEmpty();
        assertThat(outer.sections("sections")).hasSize(1);
        outer.finish();

        String file = folder.resolve("s.yaml").toString();
        assertThat(problems.all())
                .map(Problem::toString)
                .map(line -> line.replace(file, "s.yaml"))
                .map(line -> line.replaceAll(": known are .*", ""))
                .containsExactly(
                        "s.yaml:1: outer.absent: is missing",
                        "s.yaml:2: outer.text: must be one value",
                        "s.yaml:3: outer.number: must be a whole number from 0 to 9",
                        "s.yaml:4: outer.far: must be a whole number from 0 to 9",
                        "s.yaml:5: outer.truth: must be true or false",
                        "s.yaml:6: outer.duration: must be a time such as 30m, 6h or 3d",
                        "s.yaml:7: outer.size: must be a size such as 64KiB or 4MiB",
                        "s.yaml:8: outer.address: must be an absolute http or https address",
                        "s.yaml:9: outer.user: must not hold a name or password before the host",
                        "s.yaml:10: outer.scheme: must be an absolute http or https address",
                        "s.yaml:11: outer.odd: must be an absolute http or https address",
                        "s.yaml:12: outer.path: cannot be read",
                        "s.yaml:13: outer.blank: is missing",
                        "s.yaml:16: outer.list[1]: must be one text",
                        "s.yaml:17: outer.list[2]: must be one text",
                        "s.yaml:18: outer.numbers[1]: cannot be read",
                        "s.yaml:19: outer.below: must hold keys of its own",
                        "s.yaml:20: outer.sections[1]: must hold keys of its own",
                        "s.yaml:21: outer.jane: is not a key known here");
    }

    @Test
    void notesTheSameProblemOnce() throws IOException {
        Section section = section("number: x\n");

        section.number("number", 0, 0, 9);
        section.number("number", 0, 0, 9);

        assertThat(problems.all()).hasSize(1);
    }

    @Test
    void saysWhichKeysAreKnownWhereOneIsNot() throws IOException {
        Section section = section("idd: x\n");
        section.text("type");
        section.text("id");

        section.finish();

        assertThat(problems.all().getFirst().what())
                .isEqualTo("is not a key known here: known are id, type");
    }

    @Test
    void doesNotRepeatAValueThatStandsWhereAKeyShould() throws IOException {
        section("Jane Doe: x\nJane Doe: y\n").finish();

        assertThat(problems.all())
                .extracting(Problem::line, Problem::key)
                .containsExactly(tuple(1, "…"), tuple(2, "…"));
    }

    @Test
    void leavesTheKeysThatAnotherReaderTakes() throws IOException {
        Section section = section("id: x\nurl: y\nmore: z\n");
        Section own = section.without("id");

        assertThat(own.has("id")).isFalse();
        assertThat(own.text("url")).contains("y");
        own.finish();
        assertThat(problems.all()).extracting(Problem::key).containsExactly("more");
    }

    @Test
    void takesALoneTextAsASectionWithOneKey() throws IOException {
        Section section = section("channels: [post, { id: log, level: detail }]\none: post\n");

        assertThat(section.sections("channels", "id"))
                .extracting(s -> s.text("id", "") + "/" + s.text("level", "-"))
                .containsExactly("post/-", "log/detail");
        assertThat(section.sections("one", "id")).hasSize(1);
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void keepsItsSettingsAndReadsThemAgain() throws Exception {
        Section written = section("path: a.jsonl\nport: 25\nnone:\nlist: [a, { b: c }]\n");

        Json kept = Json.read(written.settings().bytes());
        Section again = Section.of(kept, problems);

        assertThat(again.settings()).isEqualTo(kept);
        assertThat(again.path("path")).contains(folder.resolve("a.jsonl"));
        assertThat(again.number("port", 0, 1, 99)).isEqualTo(25);
        assertThat(again.has("none")).isFalse();
        again.texts("list");
        again.text("none");
        assertThat(problems.all())
                .map(Problem::toString)
                .containsExactly("list[1]: must be one text");
        again.finish(); // the kept folder is no unknown key
        assertThat(problems.all()).hasSize(1);
    }

    @Test
    void takesNumbersAndTruthsOfACommand() {
        Section section =
                Section.of(Json.object().put("port", 25).put("tls", true).build(), problems);

        assertThat(section.number("port", 0, 1, 99)).isEqualTo(25);
        assertThat(section.truth("tls", false)).isTrue();
        assertThat(section.settings().at(Section.FOLDER).isNothing()).isTrue();
        assertThatThrownBy(() -> Section.of(Json.of("x"), problems))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotLetAFileSetTheKeptFolder() throws IOException {
        Section section = section(Section.FOLDER + ": /elsewhere\npath: x\n");
        section.path("path");

        section.finish();

        assertThat(problems.all()).extracting(Problem::key).containsExactly(Section.FOLDER);
        assertThat(section.settings().at(Section.FOLDER).text()).contains(folder.toString());
    }

    @Test
    @Covers({"F65", "F66"})
    void readsASecretOnlyFromAFileOfItsOwnersAlone() throws IOException {
        secretFile("good", "pass word \n", "rw-------");
        secretFile("open", "jane", "rw-r--r--");
        secretFile("blank", "\n", "rw-------");
        Section section =
                section(
                        """
                        good-file: good
                        open-file: open
                        blank-file: blank
                        none-file: none
                        folder-file: .
                        token: jane
                        """);

        assertThat(section.secret("good").orElseThrow().reveal()).isEqualTo("pass word ");
        for (String key : List.of("open", "blank", "none", "folder", "token")) {
            assertThat(section.secret(key)).isEmpty();
        }
        section.finish();

        assertThat(problems.all())
                .map(p -> p.line() + " " + p.key() + ": " + p.what())
                .containsExactly(
                        "2 open-file: the file is open to others than its owner: run chmod 600 on"
                                + " it",
                        "3 blank-file: the file is empty: write the secret into it",
                        "4 none-file: there is no such file: make it, or name another",
                        "5 folder-file: is a folder: name a file",
                        "6 token: must not stand in the settings; write token-file with a file's"
                                + " name");
    }

    private void secretFile(String name, String content, String rights) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private Section section(String yaml) throws IOException {
        return SettingsFile.read(Files.writeString(folder.resolve("s.yaml"), yaml), problems);
    }
}
