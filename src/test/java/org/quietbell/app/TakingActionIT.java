package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.hit.Listing;
import org.quietbell.json.Json;

/// Found, saved, reported, no longer listed, back: the whole way through the commands, with a
/// search engine on loopback that shows a page, then does not, then does again.
class TakingActionIT {
    private static final String SHOWN =
            """
            {"query":"q","number_of_results":1,"results":[{"url":"https://forum.example/t/7",
            "title":"Alma Ashbrook, pictures","content":"Posted of Alma Ashbrook in Halifax",
            "engine":"a","engines":["a"],"score":1.0,"category":"general"}],
            "answers":[],"corrections":[],"infoboxes":[],"suggestions":[],
            "unresponsive_engines":[]}
            """;
    private static final String NOT_SHOWN =
            """
            {"query":"q","number_of_results":1,"results":[{"url":"https://pie.example/a",
            "title":"A pie","content":"Of apples","engine":"a","engines":["a"],"score":1.0,
            "category":"general"}],"answers":[],"corrections":[],"infoboxes":[],
            "suggestions":[],"unresponsive_engines":[]}
            """;

    @TempDir Path folder;
    private Walk walk;
    private HttpServer engine;
    private volatile String answer = SHOWN;

    @BeforeEach
    void begin() throws Exception {
        engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        engine.createContext(
                "/",
                exchange -> {
                    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        engine.start();
        walk = new Walk(folder);
        walk.write("house-key", "0f".repeat(32));
        walk.write(
                "quietbell.yaml",
                """
                data: ./data
                store: { key: file, key-file: ./house-key }
                fetch: { allow-addresses: [127.0.0.1/32] }
                sources:
                  - { id: meta, type: searxng, url: "http://127.0.0.1:%d", every: 6h }
                cases:
                  - id: case-17
                    consent: { given: 2026-03-01, by: self, sources: [meta], channels: [] }
                    watch: { name: Alma Ashbrook }
                    hear: { how: only-when-opened, zone: America/Halifax }
                """
                        .formatted(engine.getAddress().getPort()));
    }

    @AfterEach
    void end() {
        walk.close();
        engine.stop(0);
    }

    private Walk.Ended ran(String input, String... arguments) throws Exception {
        Walk.Ended ended =
                walk.runWith(
                        input,
                        Stream.concat(Stream.of(arguments), Stream.of("--config", "quietbell.yaml"))
                                .toArray(String[]::new));
        assertThat(ended.exit()).as(ended.err()).isEqualTo(Exit.DONE);
        return ended;
    }

    private static String id(Json json) {
        return json.at("id").text().orElseThrow();
    }

    private List<String> log() throws Exception {
        return ran("", "evidence", "list", "--json").json().items().stream()
                .map(entry ->
                        entry.at("kind").text().orElseThrow()
                                + entry.at("fields")
                                        .at("event")
                                        .text()
                                        .map(e -> ":" + e)
                                        .orElse(""))
                .filter(kind -> !kind.equals("custody"))
                .toList();
    }

    @Test
    @Covers({"R3.1", "R3.3", "R4.1", "R6.11"})
    void fromFoundToBack() throws Exception {
        ran("", "check");
        String hit = id(ran("", "hits", "--json").json().items().getFirst());
        ran("", "evidence", "add", hit);

        Walk.Ended text =
                ran("", "report", "add", "us-request", hit, "--age", "adult", "--skip-check");
        assertThat(text.out()).contains("https://forum.example/t/7");
        String report = id(ran("", "report", "list", "--json").json().items().getFirst());
        ran("\n\nthe forum\nNo. 17\n", "report", "done", report, "sent");

        answer = NOT_SHOWN;
        for (int i = 0; i < Listing.MISSES; i++) {
            ran("", "check");
        }
        assertThat(log())
                .containsExactly(
                        "found", "action:prepared", "action:sent", "unlisted", "action:unlisted");
        Walk.Ended away = ran("", "report", "list");
        assertThat(away.out()).contains("No longer listed there").doesNotContain("removed", "gone");

        answer = SHOWN;
        ran("", "check");
        assertThat(log())
                .containsExactly(
                        "found",
                        "action:prepared",
                        "action:sent",
                        "unlisted",
                        "action:unlisted",
                        "back",
                        "action:back");
        assertThat(log()).hasSize(7); // looked at again, nothing is noted twice
    }
}
