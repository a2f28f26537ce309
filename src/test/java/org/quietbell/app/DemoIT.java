package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.settings.WebSettings;

/// The demonstration in a process of its own, with a home and a temporary folder of its own.
class DemoIT {
    private static final Pattern PAGE = Pattern.compile("http://127\\.0\\.0\\.1:([0-9]+)/");
    private static final Pattern ITEM = Pattern.compile("href=\"(/n/[a-z2-7]{16})\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir private Path folder;

    private Optional<Process> started = Optional.empty();
    private Path home;
    private Path temporary;
    private Path said;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeEach
    void makeAHome() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        temporary = Files.createDirectory(folder.resolve("tmp"));
        said = folder.resolve("said");
    }

    private String start() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Duser.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        "--demo");
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("XDG_"));
        environment.put("HOME", home.toString());
        Process demo =
                builder.directory(home.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        started = Optional.of(demo);
        await().atMost(LIMIT).until(() -> !demo.isAlive() || PAGE.matcher(text(said)).find());
        Matcher page = PAGE.matcher(text(said));
        assertThat(page.find()).as(text(said)).isTrue();
        return page.group();
    }

    @AfterEach
    void end() throws Exception {
        client.close();
        if (started.isPresent()) {
            demo().destroyForcibly().waitFor();
        }
    }

    private Process demo() {
        return started.orElseThrow();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String get(String address) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException _) {
            return ""; // not yet
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Path> left() throws IOException {
        List<Path> left = new ArrayList<>();
        for (Path mine : List.of(home, temporary)) {
            try (Stream<Path> within = Files.list(mine)) {
                within.forEach(left::add);
            }
        }
        return left;
    }

    @Test
    @Covers({"R1.8", "R2.6"})
    void showsItemsAPauseAndANoteThatWasSentAndLeavesNothing() throws Exception {
        String page = start();
        String base = page.substring(0, page.length() - 1);
        assertThat(text(said)).contains("made up", "a pause holds the rest", "stays behind");

        await().atMost(LIMIT).until(() -> get(base + "/waiting").contains("(PAUSED)"));
        assertThat(get(page))
                .contains("What was there from the start", "Paused until")
                .contains("Something new to look at when you are ready")
                .doesNotContain("Wren", "harrow-bay");
        String list = get(base + "/list");
        assertThat(list).contains("Paused until").doesNotContain("Wren", "harrow-bay");
        assertThat(get(base + "/waiting"))
                .contains("to be told. Held by a pause")
                .contains("Sent by file at", "could not look everywhere");

        Matcher item = ITEM.matcher(list);
        assertThat(item.find()).isTrue();
        assertThat(get(base + item.group(1) + "/address")).contains("hxxps://", "Wren Aldersey");

        assertThat(resume(base, list)).contains("Not paused.");
        assertThat(left()).isNotEmpty();

        demo().destroy();
        assertThat(demo().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(left()).isEmpty();
    }

    private String resume(String base, String list) throws Exception {
        Matcher token = TOKEN.matcher(list);
        assertThat(token.find()).isTrue();
        client.send(
                HttpRequest.newBuilder(URI.create(base + "/resume"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("of=&token=" + token.group(1)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return get(base + "/");
    }

    @Test
    void takesAnotherPortWhereItsOwnIsTakenAndEndsByCtrlC() throws Exception {
        assumeFalse(
                ignoresCtrlC(),
                "this build was started in the background, where programs are deaf to Ctrl-C");
        try (ServerSocket taken = taken()) {
            String page = start();

            assertThat(text(said)).contains("in use by another program");
            assertThat(page).doesNotContain(":" + WebSettings.DEFAULT_PORT + "/");
            assertThat(taken.isClosed()).isFalse();
        }
        new ProcessBuilder("kill", "-INT", Long.toString(demo().pid())).start().waitFor();

        assertThat(demo().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(left()).isEmpty();
    }

    /// Whether what we start inherits from us that Ctrl-C (signal 2) is ignored.
    private static boolean ignoresCtrlC() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false; // not Linux: taken to hear it
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .anyMatch(mask -> (mask & 2) != 0);
    }

    /// Takes the usual port, unless somebody has it already.
    private static ServerSocket taken() throws IOException {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        try {
            return new ServerSocket(WebSettings.DEFAULT_PORT, 1, loopback);
        } catch (java.net.BindException _) {
            return new ServerSocket(0, 1, loopback);
        }
    }
}
