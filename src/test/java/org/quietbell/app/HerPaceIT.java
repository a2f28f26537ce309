package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.json.Json;

/// Her pace from beginning to end, as somebody goes through it who has only commands: the daemon, a
/// whole mail server, and a server that answers as ntfy does.
class HerPaceIT {
    private static final String FILE = "quietbell.yaml";
    private static final String PASSPHRASE = "correct horse\n";
    private static final String MAIL = "channel-1";
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:([0-9]+)/");

    @TempDir Path folder;
    private Walk walk;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final NtfyShaped ntfy = new NtfyShaped();
    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void begin() throws Exception {
        walk = new Walk(folder);
        mail.start();
        walk.write(
                FILE,
                """
                data: ./data
                web: { listen: "127.0.0.1:0", base-url: "http://127.0.0.1" }
                fetch: { allow-addresses: [127.0.0.1/32] }
                """);
        walk.items.add("old");
    }

    @AfterEach
    void end() {
        walk.close();
        mail.stop();
        ntfy.close();
        browser.close();
    }

    private Walk.Ended done(String input, String... words) throws Exception {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--config", FILE));
        Walk.Ended ended = walk.runWith(input, all.toArray(String[]::new));
        assertThat(ended.exit()).as(String.join(" ", words) + ": " + ended.err()).isZero();
        return ended;
    }

    private String said(String... words) throws Exception {
        return done("", words).out();
    }

    /// Chooses to hear as it happens, by mail, and sees the words first.
    private String setUp() throws Exception {
        String answers =
                String.join(
                        "\n",
                        "yes", // agreement
                        "as-it-happens",
                        "yes", // that is what she wants
                        "email",
                        "her@example.org",
                        "notes@example.net",
                        "127.0.0.1",
                        "none", // no TLS
                        String.valueOf(mail.getSmtp().getPort()),
                        "", // no user
                        "yes", // send a pretend one
                        "yes", // the words are all right
                        "Europe/London",
                        "", // no quiet hours
                        "Alma Ashbrook",
                        "\n\n\n", // no aliases, handles, context, exclusions
                        "", // none of the ready places
                        "http://127.0.0.1:" + walk.feedPort() + "/feed.xml",
                        "", // no more feeds
                        "", // no search server
                        "");
        return done(answers, "setup", "--key-file", "./key").out();
    }

    private void startDaemon() throws Exception {
        walk.daemon();
        await().atMost(Duration.ofSeconds(90)).until(() -> port().find());
    }

    private Matcher port() throws Exception {
        return PORT.matcher(Files.readString(folder.resolve("daemon.log")));
    }

    private void found(String... items) throws Exception {
        walk.items.addAll(List.of(items));
        said("check");
        said("tell");
    }

    private void addPhone() throws Exception {
        done(
                PASSPHRASE + PASSPHRASE + ntfy.root() + "\nquiet-topic-4711\n\n",
                "channel",
                "add",
                "--type",
                "ntfy",
                "--id",
                "phone");
    }

    private String level(String channel, String level) throws Exception {
        return done(PASSPHRASE + "yes\n", "channel", "level", channel, level).out();
    }

    private MimeMessage mailed(int number) {
        return mail.getReceivedMessages()[number - 1];
    }

    private void assertReceived(int mails, int pushes) {
        assertThat(mail.getReceivedMessages()).hasSize(mails);
        assertThat(ntfy.published()).hasSize(pushes);
    }

    private static String shown(String subject, String body) {
        return "Subject: " + subject + "\n\n" + body + "\n";
    }

    private static String shown(MimeMessage received) throws Exception {
        return shown(
                received.getSubject(),
                GreenMailUtil.getBody(received).replace("\r\n", "\n").strip());
    }

    private String pushed(int number) {
        Json push = ntfy.published().get(number - 1);
        return shown(
                push.at("title").text().orElseThrow(), push.at("message").text().orElseThrow());
    }

    private String why(int fromNewest) throws Exception {
        Json hit = walk.run("hits", "--json", "--config", FILE).json().items().get(fromNewest - 1);
        return said("why", hit.at("id").text().orElseThrow());
    }

    @Test
    @Covers({"R1.1", "R1.4", "R1.8", "R1.9", "R1.11", "R1.12", "R1.14"})
    void chosenSeenBeforehandReceivedPausedHeldResumedAndOneReceived() throws Exception {
        String shownFirst = setUp();
        startDaemon();
        addPhone();
        String shownOnPhone = level("phone", "discreet");
        done("", "channel", "test", "phone");
        assertReceived(1, 1);
        assertThat(shownFirst).contains(shown(mailed(1)));
        assertThat(shownOnPhone).contains(pushed(1));

        said("check");
        found("first");
        assertReceived(2, 2);
        assertThat(shown(mailed(2))).isEqualTo(shown(mailed(1)));
        assertThat(pushed(2)).isEqualTo(pushed(1));

        assertThat(said("pause", "--channel", "phone")).contains("phone is paused until you say.");
        found("second");
        assertReceived(3, 2);
        assertThat(said("resume", "--channel", "phone")).contains("The pause has ended.");
        assertReceived(3, 2); // it was told by mail, and is told once

        said("pause");
        found("third", "fourth");
        assertReceived(3, 2);
        assertThat(said("status"))
                .startsWith("Paused until you say. Still saving what it finds.")
                .contains("2 things wait to be told.");
        assertThat(why(1)).contains("(PAUSED)");

        said("resume");
        assertReceived(4, 3);
        assertThat(shown(mailed(4))).isEqualTo(shown(mailed(1)));
        assertThat(pushed(3)).isEqualTo(pushed(1));
        assertThat(GreenMailUtil.getWholeMessage(mailed(4)) + ntfy.published().getLast())
                .doesNotContainIgnoringCase("ashbrook")
                .doesNotContainIgnoringCase("pages.example")
                .doesNotContain("third", "fourth", "/q/");
        assertThat(said("status")).contains("0 things wait to be told.");
        assertThat(why(1)).contains("Told to you by");
    }

    /// The address as it is reached here: the daemon's port is known only when it runs.
    private URI here(String link) throws Exception {
        Matcher port = port();
        assertThat(port.find()).isTrue();
        assertThat(link).startsWith("http://127.0.0.1/q/");
        return URI.create(link.replace("//127.0.0.1/", "//127.0.0.1:" + port.group(1) + "/"));
    }

    private void press(String link) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(here(link))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                        .build();
        assertThat(browser.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Covers({"R1.4", "R1.8", "R1.9", "R1.15"})
    void atOutlineTheLinksInANotePauseTheirWayUntilSheEndsItAndStatusSaysSo() throws Exception {
        setUp();
        startDaemon();
        addPhone();
        String shownByMail = level(MAIL, "outline");
        level("phone", "outline");
        done(PASSPHRASE, "channel", "pause-link", MAIL, "on");
        done(PASSPHRASE, "channel", "pause-link", "phone", "on");
        said("check");

        found("first");
        assertReceived(2, 1);
        assertThat(mailed(2).getContentType()).startsWith("multipart/alternative");
        assertThat(shownByMail).contains("There is one new thing", pushed(1));
        String unsubscribe = mailed(2).getHeader("List-Unsubscribe", null).replaceAll("[<>]", "");
        Json action = ntfy.published().getFirst().at("actions").items().getFirst();
        assertThat(action.at("method").text()).contains("POST");
        press(unsubscribe);
        press(action.at("url").text().orElseThrow());

        found("second", "third");
        assertReceived(2, 1);
        assertThat(why(1)).contains("(PAUSED)");
        assertThat(said("status"))
                .contains(MAIL + " is paused until", "phone is paused until")
                .contains("A link in a note that went out by " + MAIL + " did this.")
                .contains("A link in a note that went out by phone did this.");

        said("resume", "--channel", "phone");
        assertReceived(2, 2);
        assertThat(ntfy.published().getLast().at("actions").items()).isEmpty();
        said("resume", "--channel", MAIL);
        assertReceived(2, 2);
        assertThat(pushed(2)).startsWith("Subject: Your notes\n");
        assertThat(said("status")).startsWith("Not paused.");
    }
}
