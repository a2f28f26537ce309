package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;

/// More is said or sent only with the passphrase; less at once, by anybody. Here the house key is a
/// file, so that the store opens without one.
class RaisingIT {
    private static final String CONFIG = "--config";
    private static final String FILE = "quietbell.yaml";
    private static final String CHANNEL = "- { id: post, type: file, path: ./notices.jsonl }";
    private static final String NEW_PASSPHRASE = "correct horse\ncorrect horse\n";

    @TempDir Path folder;
    private Walk walk;

    @BeforeEach
    void begin() {
        walk = new Walk(folder);
    }

    @AfterEach
    void end() {
        walk.close();
    }

    private void heardAt(String level) throws Exception {
        walk.settings(
                CHANNEL,
                "{ how: as-it-happens, zone: Europe/London, level: "
                        + level
                        + ", channels: [post] }");
        assertThat(walk.run("check", CONFIG, FILE).exit()).isZero();
    }

    private Walk.Ended confirm(String typed) throws Exception {
        return walk.runWith(typed, "channel", "confirm", "post", CONFIG, FILE);
    }

    private boolean waits() throws Exception {
        return walk.run("status", "--json", CONFIG, FILE)
                .json()
                .at("watches")
                .items()
                .getFirst()
                .at("waits_for_confirmation")
                .truth()
                .orElseThrow();
    }

    @Test
    @Covers("R1.6")
    void asksForThePassphraseThatWasChosenTheFirstTimeBeforeMoreIsSaid() throws Exception {
        heardAt("discreet");
        heardAt("outline");
        Walk.Ended withYes = confirm("yes\n");
        boolean afterYes = waits();
        Walk.Ended chosen = confirm(NEW_PASSPHRASE);
        boolean afterChoice = waits();
        heardAt("detail");
        Walk.Ended wrong = confirm("wrong horse\n");
        Walk.Ended without = confirm("");
        Walk.Ended chosenAnew = confirm("another one\nanother one\n");
        boolean stillWaits = waits();
        Walk.Ended right = confirm("correct horse\n");

        assertThat(withYes.exit()).isEqualTo(2);
        assertThat(afterYes).isTrue();
        assertThat(chosen.exit()).as(chosen.err()).isZero();
        assertThat(afterChoice).isFalse();
        assertThat(wrong.exit()).isEqualTo(5);
        assertThat(without.exit()).isEqualTo(3);
        assertThat(chosenAnew.exit()).isEqualTo(5);
        assertThat(stillWaits).isTrue();
        assertThat(right.exit()).as(right.err()).isZero();
        assertThat(waits()).isFalse();
    }

    @Test
    @Covers("R1.6")
    void asksForNothingBeforeLessIsSaid() throws Exception {
        heardAt("outline");
        confirm(NEW_PASSPHRASE);

        Walk.Ended paused = walk.run("pause", CONFIG, FILE);
        heardAt("discreet");
        boolean waits = waits();
        Walk.Ended removed = walk.run("channel", "remove", "post", CONFIG, FILE);

        assertThat(paused.exit()).as(paused.err()).isZero();
        assertThat(waits).isFalse();
        assertThat(removed.exit()).as(removed.err()).isZero();
    }

    private static String page(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

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

    @Test
    void thePagesStayShutUntilAPassphraseIsChosenAndOpenByIt() throws Exception {
        heardAt("discreet");
        heardAt("outline");
        walk.daemon();
        URI pages = pages();
        URI door = pages.resolve("/enter");
        HttpClient browser =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        String shut = page(browser, HttpRequest.newBuilder(pages));
        confirm(NEW_PASSPHRASE);
        String asks = page(browser, HttpRequest.newBuilder(pages));
        String token = asks.replaceAll("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
        String inside =
                page(
                        browser,
                        HttpRequest.newBuilder(door)
                                .header("Origin", pages.toString().replaceAll("/$", ""))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "token=" + token + "&passphrase=correct+horse")));

        assertThat(shut).contains("kept shut").doesNotContain("type=\"password\"");
        assertThat(asks).contains("type=\"password\"");
        assertThat(inside).contains("When you hear next");
    }
}
