package org.quietbell.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;

/// The container's steps without a container: what the Dockerfile copies is laid out in a clean
/// folder that nobody may write to, and the program starts from there; as user 10001 where the test
/// may change user, else as whoever runs it.
class ImageIT {
    private static final Pattern COPIED =
            Pattern.compile("COPY (?:--from=build |--chmod=\\d+ )*(\\S+) (/opt/app/\\S*)");
    private static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "PATH",
                    "/usr/bin:/bin",
                    "JAVA_HOME",
                    System.getProperty("java.home"),
                    "QUIETBELL_JDK_FOLDERS",
                    "");

    @TempDir private Path folder;

    @Test
    void whatTheImageCopiesIsWhatStarts() throws Exception {
        layOut();

        Shell.Outcome outcome = asUser("opt/app/bin/quietbell", "--version");

        assertThat(outcome.code()).as(outcome.errors()).isZero();
        assertThat(outcome.output()).containsIgnoringCase("quietbell");
        assertThat(outcome.errors()).isEmpty();
    }

    @Test
    @Covers({"R2.6", "R2.7"})
    void theImagePublishesNothingAndCarriesNoLabel() throws IOException {
        List<String> steps = lastStage();

        assertThat(steps).noneMatch(line -> line.startsWith("EXPOSE") || line.startsWith("LABEL"));
        assertThat(steps).contains("USER 10001:10001", "VOLUME /data", "CMD [\"run\"]");
        assertThat(steps)
                .filteredOn(line -> line.startsWith("ENV"))
                .containsExactly("ENV XDG_DATA_HOME=/data");
    }

    @ParameterizedTest
    @CsvSource({"200, 0", "503, 1", "404, 1"})
    void theHealthCheckNeedsNoJava(int status, int code) throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/healthz",
                exchange -> {
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        String port = Integer.toString(server.getAddress().getPort());
        String health = Path.of("bin", "health").toAbsolutePath().toString();
        Map<String, String> noTools = Map.of("PATH", folder.toString());
        try {
            assertThat(Shell.run(folder, noTools, List.of("/bin/bash", health, port)).code())
                    .isEqualTo(code);
        } finally {
            server.stop(0);
        }

        assertThat(Shell.run(folder, noTools, List.of("/bin/bash", health, port)).code())
                .isEqualTo(1);
    }

    private void layOut() throws IOException {
        Path build = Path.of(System.getProperty("quietbell.build"));
        for (String line : lastStage()) {
            Matcher copied = COPIED.matcher(line);
            if (copied.matches()) {
                String from = copied.group(1).replaceFirst("^/build/target/", "");
                Path source =
                        copied.group(1).startsWith("/build/") ? build.resolve(from) : Path.of(from);
                Path target = folder.resolve(copied.group(2).substring(1));
                copy(source, Files.isDirectory(source) ? target : target.resolve(from));
            }
        }
        Files.walkFileTree(folder, new ReadOnly());
    }

    private static void copy(Path source, Path target) throws IOException {
        try (var files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path to = target.resolve(source.relativize(file).toString());
                Files.createDirectories(Files.isDirectory(file) ? to : to.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static List<String> lastStage() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("Dockerfile"));
        return lines.subList(lines.lastIndexOf("FROM ${BASE}"), lines.size());
    }

    private Shell.Outcome asUser(String program, String... words) throws Exception {
        List<String> command = new ArrayList<>();
        if (Files.getOwner(folder).getName().equals("root")) {
            command.addAll(
                    List.of(
                            "setpriv",
                            "--reuid=10001",
                            "--regid=10001",
                            "--clear-groups",
                            "--no-new-privs"));
        }
        command.add(folder.resolve(program).toString());
        command.addAll(List.of(words));
        Path outside = Files.createTempDirectory("output");
        try {
            return Shell.run(outside, ENVIRONMENT, command);
        } finally {
            Files.delete(outside);
        }
    }

    /// Takes away the right to write, and lets others read.
    private static final class ReadOnly extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
                throws IOException {
            Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("r-xr-xr-x"));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            boolean program = Files.isExecutable(file);
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(program ? "r-xr-xr-x" : "r--r--r--"));
            return FileVisitResult.CONTINUE;
        }
    }
}
