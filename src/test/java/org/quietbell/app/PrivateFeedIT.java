package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;

/// A feed of one's own, read from the daemon as a feed reader does.
class PrivateFeedIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String SECRET = "q7".repeat(22);
    private static final String CONFIG = "--config";
    private static final String FILE = "quietbell.yaml";
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:([0-9]+)/");

    @TempDir Path folder;
    private final HttpClient reader = HttpClient.newHttpClient();

    private HttpResponse<String> get(String address) throws Exception {
        Matcher port = PORT.matcher(Files.readString(folder.resolve("daemon.log")));
        assertThat(port.find()).isTrue();
        URI uri = URI.create("http://127.0.0.1:" + port.group(1) + "/f/" + address);
        return reader.send(
                HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int hits(Walk walk) throws Exception {
        return walk.run("hits", "--json", CONFIG, FILE).json().items().size();
    }

    @Test
    @Covers({"R1.8", "R1.14", "R2.5"})
    void showsOneQuietEntryWhateverCameAndNothingNewInAPause() throws Exception {
        try (Walk walk = new Walk(folder)) {
            walk.write("feed-secret", SECRET);
            walk.settings(
                    "- { id: post, type: private-feed, secret-file: ./feed-secret }",
                    "{ how: as-it-happens, zone: Europe/London, level: discreet,"
                            + " channels: [post] }");
            walk.items.add("old");
            walk.daemon();
            await().atMost(LONG).until(() -> hits(walk) == 1);
            HttpResponse<String> before = get(SECRET);
            walk.items.add("first");
            walk.items.add("second");
            await().atMost(LONG).until(() -> get(SECRET).body().contains("<entry>"));
            HttpResponse<String> told = get(SECRET);
            walk.run("pause", CONFIG, FILE);
            walk.items.add("third");
            await().atMost(LONG).until(() -> hits(walk) == 4);
            walk.run("tell", CONFIG, FILE);
            HttpResponse<String> paused = get(SECRET);
            HttpResponse<String> other = get("x" + SECRET.substring(1));

            assertThat(before.statusCode()).isEqualTo(200);
            assertThat(before.body()).doesNotContain("<entry>");
            assertThat(told.body()).containsOnlyOnce("<entry>").contains("Your notes");
            assertThat(told.body())
                    .doesNotContainIgnoringCase("Ashbrook")
                    .doesNotContainIgnoringCase("pages.example")
                    .doesNotContainIgnoringCase("quietbell")
                    .doesNotContain("case-17", "second", SECRET);
            assertThat(told.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(told.headers().map()).doesNotContainKey("set-cookie");
            assertThat(paused.body()).isEqualTo(told.body());
            assertThat(other.statusCode()).isEqualTo(404);
        }
    }
}
