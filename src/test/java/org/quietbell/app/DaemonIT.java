package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.json.Json;

/// The whole program as somebody uses it: a daemon and commands as processes of their own.
class DaemonIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String CONFIG = "--config";
    private static final String FILE = "quietbell.yaml";
    private static final String LOG_CHANNEL = "- { id: post, type: file, path: ./notices.jsonl }";
    private static final String AT_ONCE =
            "{ how: as-it-happens, zone: Europe/London, level: discreet, channels: [post] }";

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

    private int hits() throws Exception {
        return walk.run("hits", "--json", CONFIG, FILE).json().items().size();
    }

    private void awaitHits(int count) {
        await().atMost(LONG).pollInterval(Duration.ofSeconds(1)).until(() -> hits() == count);
    }

    private void awaitNotices(int count) {
        await().atMost(LONG).until(() -> walk.notices().size() == count);
    }

    @Test
    @Covers({"R1.8", "R1.9", "R1.3"})
    void tellsOnceHoldsInAPauseAndReturnsWithOneNotice() throws Exception {
        walk.settings(LOG_CHANNEL, AT_ONCE);
        walk.items.add("old");
        walk.daemon();
        awaitHits(1);
        walk.items.add("first");
        awaitNotices(1);
        assertThat(walk.run("pause", CONFIG, FILE).out()).startsWith("Paused until you say.");
        walk.items.add("second");
        walk.items.add("third");
        awaitHits(4);
        int paused = walk.notices().size();
        assertThat(walk.run("resume", CONFIG, FILE).exit()).isZero();
        awaitNotices(2);

        assertThat(paused).isEqualTo(1);
        assertThat(walk.notices().getLast().at("level").text()).contains("discreet");
        assertThat(walk.notices().getLast().at("hits").items()).hasSize(2);
        assertThat(walk.notices().getLast().members().keySet())
                .containsExactly(
                        "notice",
                        "case",
                        "channel",
                        "recipient",
                        "at",
                        "level",
                        "subject",
                        "body",
                        "hits");
    }

    @Test
    @Covers("R1.2")
    void sendsOneDiscreetMailAtTheChosenTime() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        mail.start();
        try {
            ZoneId zone = ZoneId.of("Europe/London");
            // a minute to two ahead: time enough for the start and the baseline
            LocalTime time = LocalTime.now(zone).plusMinutes(2).truncatedTo(ChronoUnit.MINUTES);
            walk.settings(
                    "- { id: post, type: email, to: a@example.org, from: b@example.org,"
                            + " host: 127.0.0.1, port: "
                            + mail.getSmtp().getPort()
                            + ", tls: none }",
                    "{ how: fixed-times, times: [\""
                            + DateTimeFormatter.ofPattern("HH:mm").format(time)
                            + "\"], zone: Europe/London, level: discreet, channels: [post] }");
            walk.daemon();
            await().atMost(LONG)
                    .until(() ->
                            walk.run("status", "--json", CONFIG, FILE)
                                    .json()
                                    .at("sources")
                                    .items()
                                    .getFirst()
                                    .at("state")
                                    .text()
                                    .orElse("")
                                    .equals("ok"));
            walk.items.add("first");
            awaitHits(1);
            assertThat(mail.getReceivedMessages()).isEmpty();

            assertThat(mail.waitForIncomingEmail(180_000, 1)).isTrue();

            int secondsAfter = LocalTime.now(zone).toSecondOfDay() - time.toSecondOfDay();
            assertThat(Math.floorMod(secondsAfter, 86_400)).isLessThan(3_600); // also at midnight
            walk.items.add("second");
            awaitHits(2);
            assertThat(mail.getReceivedMessages()).hasSize(1);
            String raw =
                    com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(
                            mail.getReceivedMessages()[0]);
            assertThat(raw)
                    .doesNotContainIgnoringCase("Ashbrook")
                    .doesNotContainIgnoringCase("pages.example")
                    .doesNotContainIgnoringCase("quietbell");
        } finally {
            mail.stop();
        }
    }

    @Test
    @Covers({"F47", "R2.18", "R2.6"})
    void commandsGoThroughTheDaemonAndNothingStandsInPlainTextAnywhere() throws Exception {
        walk.settings(LOG_CHANNEL, AT_ONCE);
        walk.items.add("canaryitem");
        Process daemon = walk.daemon();
        awaitHits(1);

        Walk.Ended status = walk.run("status", "--json", CONFIG, FILE);
        Walk.Ended second = walk.run("run", CONFIG, FILE);
        Walk.Ended doctor = walk.run("doctor", CONFIG, FILE);
        String id =
                walk.run("hits", "--json", CONFIG, FILE)
                        .json()
                        .items()
                        .getFirst()
                        .at("id")
                        .text()
                        .orElseThrow();
        Walk.Ended why = walk.run("why", id, CONFIG, FILE);

        assertThat(status.exit()).isZero();
        assertThat(second.exit()).isEqualTo(4);
        assertThat(second.err()).startsWith("quietbell: ").doesNotContain("\tat ");
        assertThat(doctor.exit()).isZero();
        assertThat(why.out()).contains("(BASELINE)").contains("Alma Ashbrook");
        daemon.destroy();
        assertThat(daemon.waitFor(60, TimeUnit.SECONDS)).isTrue();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(Files::isRegularFile)
                            .filter(f -> !f.getFileName().toString().equals(FILE))
                            .toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(content)
                        .as(file.toString())
                        .doesNotContainIgnoringCase("Ashbrook")
                        .doesNotContainIgnoringCase("canaryitem");
            }
        }
    }

    @Test
    void aLaterFileThatSaysMoreWaitsForAConfirmation() throws Exception {
        walk.settings(
                LOG_CHANNEL, "{ how: only-when-opened, zone: Europe/London, channels: [post] }");
        assertThat(walk.run("check", "--json", CONFIG, FILE).exit()).isZero();
        walk.settings(LOG_CHANNEL, AT_ONCE);
        walk.items.add("first");
        walk.run("check", CONFIG, FILE);
        walk.run("tell", CONFIG, FILE);
        int before = walk.notices().size();
        Json waiting =
                walk.run("status", "--json", CONFIG, FILE).json().at("watches").items().getFirst();
        Walk.Ended confirmed =
                walk.runWith(
                        "correct horse\ncorrect horse\n",
                        "channel",
                        "confirm",
                        "post",
                        CONFIG,
                        FILE);
        walk.run("tell", CONFIG, FILE);

        assertThat(before).isZero();
        assertThat(waiting.at("waits_for_confirmation").truth()).contains(true);
        assertThat(confirmed.exit()).as(confirmed.err()).isZero();
        assertThat(walk.notices()).hasSize(1);
    }

    @Test
    @Covers({"F65", "F66"})
    void refusesAWrongFileWithEveryProblemAtOnceAndItsExitCode() throws Exception {
        walk.write(
                FILE,
                """
                data: ./data
                surces: []
                fetch: { deadline: 30 }
                store: { key: file, key-file: ./nowhere }
                """);

        Walk.Ended run = walk.run("run", CONFIG, FILE);
        Walk.Ended check = walk.run("check-config", FILE);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(3).allMatch(l -> l.startsWith("quietbell: "));
        assertThat(run.err()).contains(FILE + ":2", FILE + ":3", FILE + ":4");
        assertThat(check.exit()).isEqualTo(2);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void refusesAnotherKeyAndADamagedStoreWithTheirExitCodes() throws Exception {
        walk.settings(LOG_CHANNEL, AT_ONCE);
        assertThat(walk.run("check", CONFIG, FILE).exit()).isZero();
        walk.write("house-key", "ab".repeat(32));
        Walk.Ended wrong = walk.run("status", CONFIG, FILE);
        walk.write("house-key", "0f".repeat(32));
        Path database = folder.resolve("data/store.mv.db");
        byte[] bytes = Files.readAllBytes(database);
        for (int i = 0; i < bytes.length; i += 512) {
            bytes[i] ^= 0x55;
        }
        Files.write(database, bytes);

        Walk.Ended damaged = walk.run("status", CONFIG, FILE);

        assertThat(wrong.exit()).isEqualTo(5);
        assertThat(damaged.exit()).isEqualTo(6);
        assertThat(List.of(wrong, damaged))
                .allMatch(ended -> ended.err().startsWith("quietbell: "))
                .allMatch(ended -> ended.err().lines().count() == 1);
    }

    @Test
    @Covers("R2.17")
    void setsUpFromATerminalAndOpensByPassphrase() throws Exception {
        String answers =
                String.join(
                        "\n",
                        "yes", // agreement
                        "", // how: only when opened
                        "correct horse", // passphrase
                        "correct horse",
                        "Alma Ashbrook",
                        "", // aliases
                        "@ashbrook_alma7",
                        "", // context
                        "", // exclude
                        "", // none of the ready places
                        "https://news.example/feed",
                        "", // no more feeds
                        "", // no search server
                        "");
        Walk.Ended setup = walk.runWith(answers, "setup", "--data", "mine");
        Walk.Ended locked = walk.run("status", "--data", "mine");
        Walk.Ended refused = walk.runWith("no\n", "setup", "--data", "other");

        assertThat(setup.exit()).as(setup.err()).isZero();
        assertThat(setup.err()).contains("use one they cannot reach");
        assertThat(locked.exit()).isEqualTo(3);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(folder.resolve("other")).doesNotExist();
    }
}
