package org.quietbell.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;

/// `bin/quietbell` on machines that lack something. Each test has a PATH that holds the shell's
/// common tools and nothing else; `java` and `mvn` are scripts that say what they were given.
class LauncherIT {
    private static final List<String> TOOLS =
            List.of(
                    "sh",
                    "basename",
                    "cat",
                    "chmod",
                    "cp",
                    "dirname",
                    "find",
                    "head",
                    "ln",
                    "mkdir",
                    "mv",
                    "readlink",
                    "rm",
                    "rmdir",
                    "sed",
                    "sleep",
                    "touch");

    private static final String FAKE_JAVA =
            """
            #!/bin/sh
            for word do echo "word: $word"; done
            cat <&3
            """;

    @TempDir private Path folder;

    private Path home;
    private Path path;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void makeAMachine() throws IOException {
        home = Files.createDirectories(folder.resolve("the home"));
        path = Files.createDirectories(folder.resolve("path"));
        for (String tool : TOOLS) {
            Path found = Path.of("/bin", tool);
            Path real = Files.exists(found) ? found : Path.of("/usr/bin", tool);
            program(path.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
        }
        Files.createDirectories(home.resolve("bin"));
        Files.copy(Path.of("bin", "quietbell"), home.resolve("bin/quietbell"));
        environment.put("PATH", path.toString());
        environment.put("HOME", folder.toString());
        environment.put("QUIETBELL_JDK_FOLDERS", "");
    }

    @Test
    void saysWhatToInstallWhereThereIsNoJava() throws Exception {
        checkout();

        Shell.Outcome outcome = start("run", "--demo");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors())
                .startsWith("quietbell: no JDK 25 was found")
                .contains(": there is no Java at all: install a JDK 25")
                .hasLineCount(1);
    }

    @Test
    void namesTheOldJavaThatItFound() throws Exception {
        checkout();
        environment.put("JAVA_HOME", jdk("old", "17.0.15").toString());

        Shell.Outcome outcome = start("run");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.errors())
                .contains("there is only 17 in ", "/old: install")
                .hasLineCount(1);
    }

    @Test
    void asksAJavaWithoutAReleaseFileForItsVersion() throws Exception {
        installed();
        Path java = jdk("unnamed", "25");
        Files.delete(java.resolve("release"));
        Files.writeString(
                java.resolve("bin/java"),
                """
                #!/bin/sh
                [ "$1" = -version ] && echo 'openjdk version "25.0.3" 2026-04-21' >&2 || echo started
                """);
        environment.put("JAVA_HOME", java.toString());

        assertThat(start("status").output()).isEqualTo("started\n");
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        checkout();
        environment.put("JAVA_HOME", jdk("new", "25.0.3").toString());

        Shell.Outcome outcome = start("run");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors())
                .startsWith("quietbell: the program is not built: Maven (mvn) was not found")
                .contains(": install Maven")
                .hasLineCount(1);
    }

    @Test
    void aJavaThatCannotCompileIsNotEnoughForTheFirstBuild() throws Exception {
        checkout();
        Path java = jdk("runtime", "25.0.3");
        Files.delete(java.resolve("bin/javac"));
        environment.put("JAVA_HOME", java.toString());

        assertThat(start("run").errors()).contains("25 without javac in ");
    }

    @Test
    void buildsOnceAndAgainWhenASourceIsYounger() throws Exception {
        checkout();
        maven(0);
        javaOnThePath();

        Shell.Outcome first = start("status");
        Shell.Outcome second = start("status");

        assertThat(first.code()).isZero();
        assertThat(first.output()).doesNotContain("Maven").contains("word: status");
        assertThat(first.errors()).contains("a line of Maven's");
        assertThat(second.errors()).isEmpty();
        assertThat(builds()).isEqualTo(1);

        FileTime later =
                FileTime.from(
                        Files.getLastModifiedTime(home.resolve("target/quietbell.jar"))
                                .toInstant()
                                .plusSeconds(5));
        Files.setLastModifiedTime(home.resolve("src/main/Main.java"), later);

        assertThat(start("status").code()).isZero();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void twoFirstStartsBuildOnce() throws Exception {
        checkout();
        maven(0);
        javaOnThePath();

        Shell.Running one = running("status");
        Shell.Running other = running("status");

        assertThat(one.outcome().code()).isZero();
        assertThat(other.outcome().code()).isZero();
        assertThat(builds()).isEqualTo(1);
        assertThat(home.resolve("target/quietbell.lock")).doesNotExist();
    }

    @Test
    void aLockWhoseOwnerIsGoneDoesNotHold() throws Exception {
        checkout();
        maven(0);
        javaOnThePath();
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createDirectories(home.resolve("target"));
        Files.createSymbolicLink(
                home.resolve("target/quietbell.lock"), Path.of(Long.toString(gone.pid())));

        assertThat(start("status").code()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aBuildThatFailedIsSaidAndTriedAnew() throws Exception {
        checkout();
        maven(3);
        javaOnThePath();

        Shell.Outcome outcome = start("run");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors())
                .contains("quietbell: the build failed: Maven ended with code 3");

        maven(0);

        assertThat(start("run").code()).isZero();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void anInstalledProgramIsNeverBuilt() throws Exception {
        installed();
        javaOnThePath();

        assertThat(start("status").output()).contains(home.resolve("quietbell.jar").toString());

        Files.delete(home.resolve("quietbell.jar"));
        assertThat(start("status").errors()).startsWith("quietbell: the program is missing: ");
    }

    @Test
    void aLinkToTheLauncherWorks() throws Exception {
        installed();
        javaOnThePath();
        Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("bin/quietbell"));

        Shell.Outcome outcome =
                Shell.run(folder, environment, List.of("/bin/sh", link.toString(), "status"));

        assertThat(outcome.output()).contains(home.resolve("quietbell.jar").toString());
    }

    @Test
    @Covers("R2.6")
    void theProcessListShowsWhatWasTypedAndNoNameOfOurs() throws Exception {
        installed();
        javaOnThePath();
        Path data = Files.createDirectories(folder.resolve("notes and so on"));

        String output = start("run", "--data", data.toString()).output();

        assertThat(output.lines().filter(line -> line.startsWith("word: ")))
                .containsExactly("word: @/dev/fd/3", "word: run", "word: --data", "word: " + data);
        assertThat(output.lines())
                .contains(
                        "\"-XX:-UsePerfData\"",
                        "\"-XX:+DisableAttachMechanism\"",
                        "\"-XX:-HeapDumpOnOutOfMemoryError\"",
                        "\"-XX:ErrorFile=" + data + "/crash-%p.log\"",
                        "\"-Djava.io.tmpdir=" + data + "/tmp\"",
                        "\"-Xmx136m\"",
                        "\"-XX:TieredStopAtLevel=1\"");
    }

    @Test
    @Covers("R2.6")
    void withoutADataFolderACrashLeavesNothing() throws Exception {
        installed();
        javaOnThePath();

        assertThat(start("run", "--demo").output())
                .contains("-XX:ErrorFile=/dev/null")
                .doesNotContain("tmpdir");
    }

    @Test
    void readsTheDataFolderFromTheSettingsAndFromWhereTheyAre() throws Exception {
        installed();
        javaOnThePath();
        Path data = Files.createDirectories(folder.resolve("etc/kept"));
        Path settings = folder.resolve("etc/settings.yaml");
        for (String written : List.of("\"" + data + "\"   # here", "./kept", "'kept'")) {
            Files.writeString(settings, "profile: personal\ndata: " + written + "\n");

            assertThat(start("status", "--config=" + settings).output())
                    .as(written)
                    .contains("-XX:ErrorFile=" + data + "/crash-%p.log");
        }
    }

    @Test
    void theRealJavaTakesEveryFlag() throws Exception {
        installed();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("QUIETBELL_JAVA_OPTIONS", "-Xmx96m -XshowSettings:vm -version");

        for (String command : List.of("run", "explain", "status")) {
            Shell.Outcome outcome = start(command);

            assertThat(outcome.code()).as(outcome.errors()).isZero();
            assertThat(outcome.errors()).contains("96.00M").doesNotContain("warning");
        }
    }

    private Shell.Outcome start(String... words) throws Exception {
        return running(words).outcome();
    }

    private Shell.Running running(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", home + "/bin/quietbell"));
        command.addAll(List.of(words));
        return Shell.start(folder, environment, command);
    }

    private void checkout() throws IOException {
        Files.createDirectories(home.resolve("src/main"));
        Files.writeString(home.resolve("src/main/Main.java"), "");
        Files.writeString(home.resolve("pom.xml"), "");
    }

    private void installed() throws IOException {
        Files.createDirectories(home.resolve("lib"));
        Files.writeString(home.resolve("quietbell.jar"), "");
    }

    private void javaOnThePath() throws IOException {
        Path java = jdk("new", "25.0.3").resolve("bin/java");
        Files.createSymbolicLink(path.resolve("java"), java);
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve(name);
        program(jdk.resolve("bin/java"), FAKE_JAVA);
        program(jdk.resolve("bin/javac"), FAKE_JAVA);
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private void maven(int code) throws IOException {
        program(
                path.resolve("mvn"),
                """
                #!/bin/sh
                echo "a line of Maven's"
                cd '%s'
                echo built >>../builds.txt
                sleep 1
                mkdir -p target/lib
                touch target/quietbell.jar
                exit %d
                """
                        .formatted(home, code));
    }

    private static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private long builds() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("builds.txt"))) {
            return lines.count();
        }
    }
}
