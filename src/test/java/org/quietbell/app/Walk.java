package org.quietbell.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;

/// A folder with settings, a feed on loopback, and the program as child processes: what somebody
/// has who tries it for the first time.
final class Walk implements AutoCloseable {
    private static final String KEY = "0f".repeat(32);

    final Path folder;
    final List<String> items = new CopyOnWriteArrayList<>();
    private final HttpServer feed;
    private final List<Process> running = new ArrayList<>();

    Walk(Path folder) {
        this.folder = folder;
        try {
            feed = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        feed.createContext(
                "/feed.xml",
                exchange -> {
                    byte[] body = rss().getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "text/xml");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        feed.start();
    }

    int feedPort() {
        return feed.getAddress().getPort();
    }

    private String rss() {
        StringBuilder rss = new StringBuilder("<rss version=\"2.0\"><channel><title>News</title>");
        for (String item : items) {
            rss.append("<item><title>Alma Ashbrook opens ")
                    .append(item)
                    .append("</title><link>https://pages.example/")
                    .append(item)
                    .append("</link><guid>")
                    .append(item)
                    .append("</guid></item>");
        }
        return rss.append("</channel></rss>").toString();
    }

    /// Writes the settings: the feed every second, by these channels, heard in this way.
    void settings(String channels, String hear) throws IOException {
        write("house-key", KEY);
        write(
                "quietbell.yaml",
                """
                data: ./data
                store: { key: file, key-file: ./house-key }
                web: { listen: "127.0.0.1:0" }
                fetch: { allow-addresses: [127.0.0.1/32] }
                sources:
                  - { id: news, type: feed, url: "http://127.0.0.1:%d/feed.xml", every: 1s }
                channels:
                %s
                cases:
                  - id: case-17
                    consent: { given: 2026-03-01, by: self, sources: [news], channels: [post] }
                    watch: { name: Alma Ashbrook }
                    hear: %s
                """
                        .formatted(feedPort(), channels.indent(2).stripTrailing(), hear));
    }

    void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /// What came of a command.
    record Ended(int exit, String out, String err) {
        Json json() {
            try {
                return Json.read(out);
            } catch (MalformedJsonException e) {
                throw new IllegalStateException(out + err, e);
            }
        }
    }

    /// Runs a command to its end.
    Ended run(String... arguments) throws Exception {
        return runWith("", arguments);
    }

    /// Runs a command to its end, with this on its standard input.
    Ended runWith(String input, String... arguments) throws Exception {
        Path err = Files.createTempFile(folder, "err", "");
        Process process = builder(arguments).redirectError(err.toFile()).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("did not end: " + String.join(" ", arguments));
        }
        String said = Files.readString(err);
        Files.delete(err);
        return new Ended(process.exitValue(), out, said);
    }

    /// Starts the daemon.
    Process daemon() throws IOException {
        Process process =
                builder("run", "--config", "quietbell.yaml")
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve("daemon.log").toFile()))
                        .start();
        running.add(process);
        return process;
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData"));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "org.quietbell.app.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().remove("XDG_DATA_HOME");
        return builder;
    }

    /// The lines of the file channel.
    List<Json> notices() throws IOException {
        Path file = folder.resolve("notices.jsonl");
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Json> notices = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            try {
                notices.add(Json.read(line));
            } catch (MalformedJsonException e) {
                break; // the line that is being written
            }
        }
        return notices;
    }

    @Override
    public void close() {
        feed.stop(0);
        for (Process process : running) {
            process.destroyForcibly();
        }
    }
}
