package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.json.Json;

/// What a person reads about her sources. The web is played by a proxy, so that hosts have names.
class SourceWordsIT {
    private static final String CONFIG = "--config";
    private static final String FILE = "quietbell.yaml";
    private static final String ITEM =
            "<item><title>Alma Ashbrook opens a shop</title><guid>1</guid>"
                    + "<link>https://pages.example/1</link></item>";

    @TempDir Path folder;
    private Walk walk;
    private HttpServer web;
    private final List<String> hosts = new CopyOnWriteArrayList<>();

    @BeforeEach
    void begin() throws IOException {
        walk = new Walk(folder);
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", this::answer);
        web.start();
        walk.write("house-key", "0f".repeat(32));
        walk.write(
                FILE,
                """
                data: ./data
                store: { key: file, key-file: ./house-key }
                web: { listen: "127.0.0.1:0" }
                fetch: { allow-addresses: [127.0.0.1/32], proxy: "http://127.0.0.1:%d" }
                sources:
                  - { id: slow, type: feed, url: "http://slow.example/feed" }
                  - { id: gone, type: feed, url: "http://gone.example/feed" }
                  - { id: moving, type: feed, url: "http://moving.example/feed" }
                  - { id: meta, type: searxng, url: "http://meta.example", budget: [3/day, 30/min] }
                channels:
                  - { id: post, type: file, path: ./notices.jsonl }
                cases:
                  - id: case-17
                    consent: { given: 2026-03-01, by: self, sources: [slow, gone, moving, meta], channels: [post] }
                    watch: { name: Alma Ashbrook, handles: ["@a_ash1", "@b_ash2", "@c_ash3", "@d_ash4"] }
                    hear: { how: only-when-opened }
                """
                        .formatted(web.getAddress().getPort()));
    }

    @AfterEach
    void end() {
        web.stop(0);
        walk.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        hosts.add(host);
        String text =
                switch (host) {
                    case "slow.example" -> rss("<ttl>360</ttl>");
                    case "away.example" -> rss("");
                    case "meta.example" -> "{\"query\":\"x\",\"results\":[]}";
                    default -> "";
                };
        int status =
                switch (host) {
                    case "gone.example" -> 410;
                    case "moving.example" -> 301;
                    default -> 200;
                };
        exchange.getResponseHeaders().add("Location", "http://away.example/feed");
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String rss(String more) {
        return "<rss version=\"2.0\"><channel><title>N</title>" + more + ITEM + "</channel></rss>";
    }

    private Walk.Ended source(String... words) throws Exception {
        String[] all = new String[words.length + 3];
        all[0] = "source";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = CONFIG;
        all[words.length + 2] = FILE;
        return walk.run(all);
    }

    private static Json of(Json status, String id) {
        return status.at("sources").items().stream()
                .filter(source -> source.at("id").text().orElse("").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Covers("R1.25")
    void sayHowOftenEachIsAskedAndWhatIsGone() throws Exception {
        Walk.Ended slow = source("test", "slow");
        Walk.Ended gone = source("test", "gone");
        Walk.Ended meta = source("test", "meta");
        Walk.Ended status = walk.run("status", CONFIG, FILE);
        Json json = walk.run("status", "--json", CONFIG, FILE).json();
        Walk.Ended shown = walk.run("watch", "show", "case-17", "--queries", CONFIG, FILE);

        assertThat(slow.out())
                .contains("slow answered: one entry read.")
                .contains("It is set to be asked every 30 minutes.")
                .contains("asked about every 6 hours, as it wishes");
        assertThat(gone.exit()).isEqualTo(1);
        assertThat(gone.out()).contains("(status 410)").contains("gone for good");
        assertThat(meta.exit()).isEqualTo(1); // three of five names could be asked for
        assertThat(meta.out()).contains("its budget is used up for now");
        assertThat(status.out())
                .contains("slow: answers, asked about every 6 hours, as it wishes")
                .contains("gone: it is gone, ")
                .contains("meta: answers, each name about every 40 hours, so that its budget lasts")
                .contains("moving: not asked yet");
        assertThat(of(json, "slow").at("every_seconds").whole()).contains(21_600L);
        assertThat(of(json, "slow").at("every_because").text()).contains("its-wish");
        assertThat(of(json, "gone").at("gone_for_good").truth()).contains(true);
        Json health = of(json, "meta").at("watches").items().getFirst();
        assertThat(health.at("watch").text()).contains("case-17");
        assertThat(health.at("state").text()).contains("never-asked");
        assertThat(health.at("unasked").whole()).contains(2L);
        assertThat(shown.out())
                .contains("meta: each name about every 40 hours, so that its budget lasts")
                .contains("meta  http://meta.example/search?q=%22Alma+Ashbrook%22");
    }

    @Test
    void askBeforeASourceIsAskedElsewhere() throws Exception {
        source("test", "moving");
        source("test", "moving");
        Walk.Ended listed = source("list");
        hosts.clear();
        Walk.Ended refused =
                walk.runWith(
                        "correct horse\ncorrect horse\nno\n",
                        "source",
                        "confirm",
                        "moving",
                        CONFIG,
                        FILE);
        source("test", "moving");
        List<String> before = List.copyOf(hosts);
        hosts.clear();
        Walk.Ended confirmed =
                walk.runWith("correct horse\nyes\n", "source", "confirm", "moving", CONFIG, FILE);
        Walk.Ended again =
                walk.runWith("correct horse\nyes\n", "source", "confirm", "moving", CONFIG, FILE);
        source("test", "moving");
        Walk.Ended listedNow = source("list");

        assertThat(listed.out())
                .contains("moved for good to away.example: `quietbell source confirm moving`")
                .doesNotContain("away.example/feed");
        assertThat(refused.exit()).as(refused.err()).isZero();
        assertThat(before).containsExactly("moving.example", "away.example");
        assertThat(confirmed.exit()).as(confirmed.err()).isZero();
        assertThat(again.exit()).isEqualTo(1);
        assertThat(hosts).containsExactly("away.example");
        assertThat(listedNow.out()).contains("it has moved, and is asked at its new address");
    }
}
