package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.json.Json;

/// A browser that subscribed on its page waits until a command says yes with the passphrase.
class BrowserIT {
    private static final String FILE = "quietbell.yaml";
    private static final String PASSPHRASE = "correct horse\n";
    private static final String GIVEN =
            "{\"endpoint\":\"https://push.example/w/1\",\"keys\":{"
                    + "\"p256dh\":\"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7"
                    + "Vd8pZGH6SRpkNtoIAiw4\",\"auth\":\"BTBZMqHH6r4Tts7J_aSIgg\"}}";

    @TempDir Path folder;
    private final HttpClient browser =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    private URI pages() {
        Path log = folder.resolve("daemon.log");
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                Files.readString(log)
                                        .lines()
                                        .filter(line -> line.contains(" http://127.0.0.1:"))
                                        .map(line -> URI.create(line.replaceAll(".* ", "")))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String get(URI page) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(page).build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private String post(URI page, Map<String, String> fields) throws Exception {
        String form =
                fields.entrySet().stream()
                        .map(e ->
                                e.getKey()
                                        + "="
                                        + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        HttpRequest request =
                HttpRequest.newBuilder(page)
                        .header("Origin", page.resolve("/").toString().replaceAll("/$", ""))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String field(String name, String page) {
        return page.replaceAll("(?s).*name=\"" + name + "\" value=\"([^\"]+)\".*", "$1");
    }

    @Test
    @Covers("R1.6")
    void theCommandTakesWhatTheBrowserGaveAfterThePassphraseAndNothingBefore() throws Exception {
        try (Walk walk = new Walk(folder)) {
            walk.settings(
                    "- { id: post, type: file, path: ./notices.jsonl }",
                    "{ how: as-it-happens, zone: Europe/London, channels: [post] }");
            walk.run("check", "--config", FILE);
            walk.runWith(PASSPHRASE + PASSPHRASE, "channel", "confirm", "post", "--config", FILE);
            walk.daemon();
            URI pages = pages();
            String door = get(pages);
            post(
                    pages.resolve("/enter"),
                    Map.of("token", field("token", door), "passphrase", PASSPHRASE.strip()));
            String asks = get(pages.resolve("/browser"));
            String kept =
                    post(
                            pages.resolve("/browser"),
                            Map.of(
                                    "token",
                                    field("token", asks),
                                    "key",
                                    field("key", asks),
                                    "subscription",
                                    GIVEN));
            String waits = walk.run("channel", "list", "--config", FILE).out();
            Walk.Ended wrong =
                    walk.runWith("x\n", "channel", "add", "--type", "webpush", "--config", FILE);
            Walk.Ended added =
                    walk.runWith(
                            PASSPHRASE, "channel", "add", "--type", "webpush", "--config", FILE);
            Json channel =
                    walk.run("channel", "list", "--json", "--config", FILE)
                            .json()
                            .items()
                            .getLast();

            assertThat(kept).contains("channel-1", "Nothing is sent by it yet.");
            assertThat(waits).contains("channel-1  webpush  waits for your yes");
            assertThat(wrong.exit()).isEqualTo(5);
            assertThat(added.exit()).as(added.err()).isZero();
            assertThat(added.out()).contains("channel-1 is added.");
            assertThat(channel.at("confirmed").text()).isPresent();
        }
    }
}
