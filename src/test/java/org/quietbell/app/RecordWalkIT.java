package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.lingala.zip4j.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Chromium;
import org.quietbell.Covers;
import org.quietbell.hit.Listing;
import org.quietbell.store.DataFolder;

/// Found, saved, reported, no longer listed, back: the whole way through the pages without scripts,
/// on the real program, with a search engine on loopback that shows a page, then does not, then
/// does again.
class RecordWalkIT {
    private static final String PASSPHRASE = "four quiet words here";
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

    @SuppressWarnings("NullAway.Init")
    private Chromium chromium;

    @SuppressWarnings("NullAway.Init")
    private HttpServer engine;

    @SuppressWarnings("NullAway.Init")
    private Daemon daemon;

    private volatile String answer = SHOWN;

    @BeforeEach
    void begin() throws Exception {
        chromium = Chromium.start();
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
        OwnerOnly.write(
                folder.resolve("house-key"), "0f".repeat(32).getBytes(StandardCharsets.US_ASCII));
        Path settings = folder.resolve("quietbell.yaml");
        OwnerOnly.write(
                settings,
                """
                data: ./data
                store: { key: file, key-file: ./house-key }
                web: { listen: "127.0.0.1:0" }
                fetch: { allow-addresses: [127.0.0.1/32] }
                sources:
                  - { id: meta, type: searxng, url: "http://127.0.0.1:%d", every: 6h }
                cases:
                  - id: case-17
                    consent: { given: 2026-03-01, by: self, sources: [meta], channels: [] }
                    watch: { name: Alma Ashbrook }
                    hear: { how: only-when-opened, zone: America/Halifax }
                """
                        .formatted(engine.getAddress().getPort())
                        .getBytes(StandardCharsets.UTF_8));
        Options options = new Options();
        options.config(settings);
        daemon =
                new Daemon(
                        DataFolder.claim(folder.resolve("data")),
                        Main.opening(options, Map.of()),
                        Map.of(),
                        Visitors.ANYBODY);
    }

    @AfterEach
    void end() {
        if (daemon != null) {
            daemon.close();
        }
        if (engine != null) {
            engine.stop(0);
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private void look() {
        daemon.installation().orElseThrow().check(Optional.empty(), Optional.empty());
    }

    private static String main(Page page) {
        return page.locator("main").innerText();
    }

    @Test
    @Covers({"R3.1", "R3.3", "R3.7", "R3.9", "R4.1", "R4.3", "R6.11"})
    void fromFoundToBackThroughThePagesWithoutScripts() throws Exception {
        String origin = "http://" + Pages.printed(daemon.address());
        look();
        try (Page page = chromium.page(false)) {
            page.navigate(origin);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> {
                        page.navigate(origin + "list?of=earlier");
                        assertThat(page.locator(".list a").count()).isEqualTo(1);
                    });
            page.click(".list a");
            page.click("text=Put it in the record");
            page.check("input[value=no]");
            page.click("main button");
            page.click("text=In the record since");
            assertThat(main(page)).contains("The program was running").doesNotContain("Alma");
            String entry = page.url();

            page.click("text=Where you can turn");
            page.check("input[value=adult]");
            page.check("input[value=us]");
            page.click("main button");
            page.click("form:has(input[value=us-request]) button");
            assertThat(main(page)).contains("Saved enough to report?");
            page.click("text=Skip this, and put it together");
            assertThat(page.inputValue("#f-addresses")).isEqualTo("https://forum.example/t/7");
            assertThat(page.inputValue("#f-take-down")).contains("https://forum.example/t/7");
            page.click("text=I sent it");
            page.fill("#f-reference", "No. 17");
            page.click("main button");
            assertThat(main(page)).contains("48 hours", "No. 17");
            String request = page.url();

            answer = NOT_SHOWN;
            for (int i = 0; i < Listing.MISSES; i++) {
                look();
            }
            page.navigate(entry);
            assertThat(main(page)).contains("no longer listed there").doesNotContain("removed");
            page.navigate(request);
            assertThat(main(page)).contains("No longer listed there: 1 of 1");

            answer = SHOWN;
            look();
            page.navigate(request);
            assertThat(main(page)).contains("Listed there again since");
            page.navigate(entry);
            assertThat(main(page)).contains("listed again");
            handOn(page, origin);
        }
    }

    private void handOn(Page page, String origin) throws Exception {
        List<Path> before = files();
        page.navigate(origin + "record/out");
        page.fill("#f-recipient", "Police");
        page.fill("#f-passphrase", PASSPHRASE);
        page.fill("#f-again", PASSPHRASE);
        Download file = page.waitForDownload(() -> page.click("main button"));

        assertThat(file.suggestedFilename()).isEqualTo("notes.zip");
        Path out = folder.resolve("out");
        try (ZipFile zip = new ZipFile(file.path().toFile(), PASSPHRASE.toCharArray())) {
            zip.extractAll(out.toString());
        }
        assertThat(files()).containsExactlyElementsOf(before);
        assertThat(Files.readString(out.resolve("custody.csv"))).contains("export", "Police");
        assertThat(Files.readString(out.resolve("actions.csv"))).contains("No. 17");
        assertThat(Files.readString(out.resolve("entries.csv"))).contains("unlisted", "back");
        page.navigate(origin + "record/out");
        assertThat(main(page)).contains("Handed on before", "It ends at");
        page.navigate(origin + "record");
        assertThat(page.locator(".list a").count()).isEqualTo(1);
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("out")))
                    .sorted()
                    .toList();
        }
    }
}
