package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.json.Json;

/// A pause from a mail itself: the daemon, a whole mail server, and requests as mail programs and
/// scanners send them.
class PauseLinkIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String CONFIG = "--config";
    private static final String FILE = "quietbell.yaml";
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:([0-9]+)/");

    @TempDir Path folder;
    private Walk walk;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void begin() {
        walk = new Walk(folder);
        mail.start();
    }

    @AfterEach
    void end() {
        walk.close();
        mail.stop();
        browser.close();
    }

    private void settings(String level) throws Exception {
        walk.settings(
                "- { id: post, type: email, to: a@example.org, from: b@example.org, host: 127.0.0.1,"
                        + " port: "
                        + mail.getSmtp().getPort()
                        + ", tls: none, pause-link: on }",
                "{ how: as-it-happens, zone: Europe/London, level: "
                        + level
                        + ", channels: [post], ceiling: 9/day }");
    }

    private void withBaseUrl() throws Exception {
        String written = Files.readString(folder.resolve(FILE));
        walk.write(
                FILE,
                written.replace("127.0.0.1:0\" }", "127.0.0.1:0\", base-url: http://127.0.0.1 }"));
    }

    private void awaitHits(int count) {
        await().atMost(LONG)
                .pollInterval(Duration.ofSeconds(1))
                .until(() ->
                        walk.run("hits", "--json", CONFIG, FILE).json().items().size() == count);
    }

    private URI link(MimeMessage received) throws Exception {
        String header = received.getHeader("List-Unsubscribe", null);
        assertThat(header).matches("<http://127\\.0\\.0\\.1/q/[A-Za-z0-9_-]{75}>");
        Matcher port = PORT.matcher(Files.readString(folder.resolve("daemon.log")));
        assertThat(port.find()).isTrue();
        return URI.create(
                header.substring(1, header.length() - 1)
                        .replace("127.0.0.1", "127.0.0.1:" + port.group(1)));
    }

    private String send(String method, URI address) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(
                                method,
                                HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                        .build();
        HttpResponse<String> answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private List<Json> pauses() throws Exception {
        return walk.run("status", "--json", CONFIG, FILE).json().at("pauses").items();
    }

    @Test
    @Covers("R1.8")
    void oneClickInAMailPausesThatWayOnceBeforeTheNextSendAndSaysThatALinkDidIt() throws Exception {
        settings("outline");
        withBaseUrl();
        walk.items.add("old");
        walk.daemon();
        awaitHits(1);
        walk.items.add("first");
        assertThat(mail.waitForIncomingEmail(90_000, 1)).isTrue();
        MimeMessage received = mail.getReceivedMessages()[0];
        URI link = link(received);
        URI forged = URI.create(link.toString().replaceFirst("/q/.", "/q/-"));

        send("GET", link);
        send("HEAD", link);
        String answerToForged = send("POST", forged);
        List<Json> before = pauses();
        String answer = send("POST", link);
        List<Json> paused = pauses();
        String status = walk.run("status", CONFIG, FILE).out();
        walk.items.add("second");
        awaitHits(3);
        walk.run("tell", CONFIG, FILE);
        int whilePaused = mail.getReceivedMessages().length;
        walk.run("resume", "--channel", "post", CONFIG, FILE);
        String answerToUsed = send("POST", link);

        assertThat(received.getHeader("List-Unsubscribe-Post", null))
                .isEqualTo("List-Unsubscribe=One-Click");
        assertThat(before).isEmpty();
        assertThat(answer).isEqualTo(answerToForged).isEqualTo(answerToUsed);
        assertThat(paused).hasSize(1);
        assertThat(paused.getFirst().at("channel").text()).contains("post");
        assertThat(paused.getFirst().at("by_link").truth()).contains(true);
        assertThat(paused.getFirst().at("stop_looking").truth()).contains(false);
        assertThat(status).contains("post is paused until", "A link in a note");
        assertThat(whilePaused).isEqualTo(1);
        assertThat(pauses()).isEmpty();
    }

    @Test
    @Covers("R1.14")
    void aDiscreetMailCarriesNoLinkAlsoWhereItIsSwitchedOn() throws Exception {
        settings("discreet");
        withBaseUrl();
        walk.items.add("old");
        walk.run("check", CONFIG, FILE);
        walk.items.add("first");
        walk.run("check", CONFIG, FILE);
        walk.run("tell", CONFIG, FILE);

        MimeMessage received = mail.getReceivedMessages()[0];
        assertThat(received.getHeader("List-Unsubscribe", null)).isNull();
        assertThat(received.getHeader("List-Unsubscribe-Post", null)).isNull();
        assertThat(received.getContentType()).startsWith("text/plain");
    }

    @Test
    void aSettingsFileWithoutABaseUrlIsRefusedWithItsLineAndKey() throws Exception {
        settings("outline");

        Walk.Ended refused = walk.run("check-config", FILE);

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err() + refused.out()).contains("pause-link", "needs web.base-url");
    }

    @Test
    @Covers("R1.6")
    void isSwitchedOnWithThePassphraseAndOffInOneStep() throws Exception {
        settings("outline");
        withBaseUrl();
        String passphrase = "correct horse\n";
        String asked = "https://push.example\nquiet-topic-4711\n\n";
        Walk.Ended added =
                walk.runWith(
                        passphrase + passphrase + asked,
                        "channel",
                        "add",
                        "--type",
                        "ntfy",
                        "--id",
                        "phone",
                        CONFIG,
                        FILE);
        Walk.Ended without = walk.run("channel", "pause-link", "phone", "on", CONFIG, FILE);
        Walk.Ended wrong =
                walk.runWith("x\n", "channel", "pause-link", "phone", "on", CONFIG, FILE);
        Walk.Ended on =
                walk.runWith(passphrase, "channel", "pause-link", "phone", "on", CONFIG, FILE);
        Walk.Ended off = walk.run("channel", "pause-link", "phone", "off", CONFIG, FILE);
        Walk.Ended byFile = walk.run("channel", "pause-link", "post", "on", CONFIG, FILE);

        assertThat(added.exit()).as(added.err()).isZero();
        assertThat(without.exit()).isEqualTo(3);
        assertThat(wrong.exit()).isEqualTo(5);
        assertThat(on.exit()).as(on.err()).isZero();
        assertThat(on.out()).contains("Who reads the note can use it.");
        assertThat(off.exit()).as(off.err()).isZero();
        assertThat(byFile.exit()).isEqualTo(2);
        assertThat(byFile.err()).contains("set by file");
    }
}
