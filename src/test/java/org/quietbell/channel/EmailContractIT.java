package org.quietbell.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.SecretFiles;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;

class EmailContractIT extends ChannelContractKit {
    private static final String TO = "canary-person@inbox.example";
    private static final String USER = "canary-user";
    private static final String PASSWORD = "canary-password";

    @TempDir private Path folder;
    private final List<ScriptedMailServer> servers = new ArrayList<>();
    private final ScriptedMailServer good = serving(Map.of());

    private ScriptedMailServer serving(Map<String, String> script) {
        ScriptedMailServer server = new ScriptedMailServer(script);
        servers.add(server);
        return server;
    }

    @AfterEach
    void close() {
        servers.forEach(ScriptedMailServer::close);
    }

    private Json.Builder settings(int port) {
        try {
            Path password = SecretFiles.write(folder.resolve("password"), PASSWORD + "\n");
            return Json.object()
                    .put("to", TO)
                    .put("from", "notes@letters.example")
                    .put("host", "127.0.0.1")
                    .put("port", port)
                    .put("tls", "none")
                    .put("user", USER)
                    .put("password-file", password.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Channel channel(Json.Builder settings, Duration deadline) {
        return EmailChannel.build(
                        ID,
                        Section.of(settings.build(), new Problems()),
                        new LookingSockets(),
                        deadline)
                .orElseThrow();
    }

    private Channel to(ScriptedMailServer server, Duration deadline) {
        return channel(settings(server.port()), deadline);
    }

    @Override
    Channel channel() {
        return to(good, Duration.ofSeconds(30));
    }

    @Override
    List<Taken> taken() {
        return good.mails().stream()
                .map(mail -> {
                    DecodedMail decoded = DecodedMail.of(mail.data());
                    return new Taken(
                            mail.commands().stream().filter(c -> c.startsWith("RCPT")).toList(),
                            decoded.header("Message-ID"),
                            decoded.header("Subject"),
                            decoded.body(),
                            decoded.everything());
                })
                .toList();
    }

    @Override
    List<String> secrets() {
        return List.of(TO, USER, PASSWORD, "canary");
    }

    @Override
    List<Refusal> refusals() {
        List<Refusal> all = new ArrayList<>();
        String echo = " 5.1.1 <" + TO + "> canary";
        all.add(refusing("GREETING", "421 busy", Fault.Kind.TROUBLED));
        all.add(refusing("GREETING", "554 no service", Fault.Kind.BLOCKED));
        all.add(refusing("AUTH", "454 later", Fault.Kind.TROUBLED));
        all.add(refusing("AUTH", "534 another way", Fault.Kind.BLOCKED));
        all.add(refusing("AUTH", "535 5.7.8 no such canary", Fault.Kind.BLOCKED));
        all.add(refusing("MAIL", "421 going down", Fault.Kind.TROUBLED));
        all.add(refusing("MAIL", "530 sign in first", Fault.Kind.BLOCKED));
        all.add(refusing("MAIL", "550 not from there", Fault.Kind.MISCONFIGURED));
        all.add(refusing("MAIL", "552 too large", Fault.Kind.TOO_LARGE));
        all.add(refusing("RCPT", "421 going down", Fault.Kind.TROUBLED));
        all.add(refusing("RCPT", "450 4.2.0 greylisted, come again", Fault.Kind.TROUBLED));
        all.add(refusing("RCPT", "451 4.7.1 greylisted" + echo, Fault.Kind.TROUBLED));
        all.add(refusing("RCPT", "452 too many", Fault.Kind.TROUBLED));
        all.add(refusing("RCPT", "550" + echo, Fault.Kind.GONE));
        all.add(refusing("RCPT", "550 5.7.1 relaying denied", Fault.Kind.BLOCKED));
        all.add(refusing("RCPT", "551" + echo, Fault.Kind.GONE));
        all.add(refusing("RCPT", "553" + echo, Fault.Kind.GONE));
        all.add(refusing("RCPT", "554 policy", Fault.Kind.BLOCKED));
        all.add(refusing("DATA", "451 later", Fault.Kind.TROUBLED));
        all.add(refusing("DATA", "503 first things first", Fault.Kind.MISCONFIGURED));
        all.add(refusing("DOT", "451 scanner down", Fault.Kind.TROUBLED));
        all.add(refusing("DOT", "552 too large", Fault.Kind.TOO_LARGE));
        all.add(refusing("DOT", "554 5.7.1 looks like junk", Fault.Kind.BLOCKED));
        all.add(refusing("GREETING", ScriptedMailServer.DROP, Fault.Kind.TROUBLED));
        all.add(refusing("RCPT", ScriptedMailServer.DROP, Fault.Kind.TROUBLED));
        all.add(refusing("DOT", ScriptedMailServer.DROP, Fault.Kind.TROUBLED));
        all.add(refusing("EHLO", ScriptedMailServer.FLOOD, Fault.Kind.UNREACHABLE));
        for (String slow : List.of(ScriptedMailServer.HANG, ScriptedMailServer.DRIP)) {
            for (String verb : List.of("GREETING", "RCPT", "DOT")) {
                all.add(slow(verb, slow));
            }
        }
        all.add(nobodyThere());
        return all;
    }

    private Refusal refusing(String verb, String reply, Fault.Kind kind) {
        ScriptedMailServer server = serving(Map.of(verb, reply));
        return new Refusal(verb + ": " + reply, to(server, Duration.ofSeconds(30)), kind);
    }

    private Refusal slow(String verb, String how) {
        ScriptedMailServer server = serving(Map.of(verb, how));
        return new Refusal(
                verb + ": " + how, to(server, Duration.ofMillis(300)), Fault.Kind.UNREACHABLE);
    }

    private Refusal nobodyThere() {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Refusal(
                    "nobody there",
                    channel(settings(closed.getLocalPort()), Duration.ofSeconds(30)),
                    Fault.Kind.UNREACHABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Covers({"R2.2"})
    void theTranscriptHasOneRecipientAndNamesNoMachine() {
        channel().send(message("n1"));

        // nobody waits for an answer to QUIT, so it may not have arrived
        assertThat(good.commands().stream().filter(command -> !command.equals("QUIT")))
                .containsExactly(
                        "EHLO [127.0.0.1]",
                        "AUTH PLAIN Y2FuYXJ5LXVzZXIAY2FuYXJ5LXVzZXIAY2FuYXJ5LXBhc3N3b3Jk",
                        "MAIL FROM:<notes@letters.example>",
                        "RCPT TO:<" + TO + ">",
                        "DATA");
    }

    @Test
    @Covers({"R1.13", "R2.1"})
    void hasOneHeaderOfEachKindItNeedsAndNoOther() {
        channel().send(message("n1"));

        DecodedMail mail = DecodedMail.of(good.mails().getFirst().data());
        assertThat(mail.headers().keySet())
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "To",
                        "Subject",
                        "Message-ID",
                        "Auto-Submitted",
                        "MIME-Version",
                        "Content-Type",
                        "Content-Transfer-Encoding");
        assertThat(mail.header("Date")).isEqualTo("Sun, 1 Mar 2026 18:00:00 +0000");
        assertThat(mail.header("From")).isEqualTo("notes@letters.example");
        assertThat(mail.header("To")).isEqualTo(TO);
        assertThat(mail.header("Message-ID")).matches("<[0-9a-f]{32}@letters\\.example>");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("Content-Type")).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    }

    @Test
    @Covers({"R1.14", "F63"})
    void aDiscreetMailTellsNothingBeyondItsCoverWords() throws IOException {
        Channel named =
                channel(
                        settings(good.port()).put("from-name", "Zo\u00eb\u2019s notes"),
                        Duration.ofSeconds(30));

        named.send(message("n1", "Schon geh\u00f6rt? \u2013 Notiz", "F\u00fcr sp\u00e4ter \u2026"));

        String raw = good.mails().getFirst().data();
        DecodedMail mail = DecodedMail.of(raw);
        assertThat(raw).matches(java.util.regex.Pattern.compile("[\\x00-\\x7f]*"));
        assertThat(mail.header("From")).isEqualTo("Zo\u00eb\u2019s notes <notes@letters.example>");
        assertThat(mail.header("Subject")).isEqualTo("Schon geh\u00f6rt? \u2013 Notiz");
        assertThat(mail.body().strip()).isEqualTo("F\u00fcr sp\u00e4ter \u2026");
        assertThat(mail.everything())
                .doesNotContain(CASE, "zebra", "quagga", "okapi", HIT, "n1")
                .doesNotContain("quietbell", "quiet bell", "angus", "jakarta", "javamail")
                .doesNotContain("http:", "https:", "www.", "localhost", "127.0.0.1", "canary")
                .doesNotContain(
                        InetAddress.getLocalHost()
                                .getHostName()
                                .toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void theReaderOfRawMailsFindsWordsHoweverTheyAreHidden() {
        String raw =
                String.join(
                        "\r\n",
                        "Subject: =?UTF-8?B?emVicmE=?=",
                        "From: =?UTF-8?Q?=71uagga?= <a@xn--zo-ija.example>",
                        "To: recipient@inbox.example",
                        "X-Folded: one",
                        " two%6fkapi",
                        "Content-Transfer-Encoding: base64",
                        "",
                        "Z2lyYWZmZQ==",
                        "");

        assertThat(DecodedMail.of(raw).everything())
                .contains("zebra", "quagga", "zo\u00eb", "okapi", "giraffe")
                .doesNotContain("recipient");
    }

    @Test
    @Covers({"F57"})
    void aMailOfWhichNobodyKnowsGoesOutAgainUnderTheSameId() {
        Map<String, String> silent = Map.of("DOT", ScriptedMailServer.DROP);
        ScriptedMailServer first = serving(silent);

        Delivery unknown = to(first, Duration.ofSeconds(30)).send(message("n1"));
        Delivery again = to(good, Duration.ofSeconds(30)).send(message("n1"));
        to(good, Duration.ofSeconds(30)).send(message("n1"));

        assertThat(unknown).isInstanceOf(Delivery.Later.class);
        assertThat(again).isEqualTo(new Delivery.Delivered());
        assertThat(taken().get(0).stableId()).isEqualTo(taken().get(1).stableId());
    }

    @Test
    void aServerThatDropsTheGoodbyeHasTheMailAllTheSame() {
        ScriptedMailServer rude = serving(Map.of("QUIT", ScriptedMailServer.DROP));

        assertThat(to(rude, Duration.ofSeconds(30)).send(message("n1")))
                .isEqualTo(new Delivery.Delivered());
    }

    @Test
    void longLinesAndLinesOfOneDotArriveAsTheyWere() {
        String body = "short\n.\n..\n" + "x".repeat(2000) + "\nFrom here \n";

        channel().send(message("n1", "S".repeat(400), body));

        ScriptedMailServer.Mail mail = good.mails().getFirst();
        assertThat(mail.data().split("\r\n")).allMatch(line -> line.length() <= 998);
        assertThat(taken().getFirst().body().replace("\r\n", "\n").stripTrailing())
                .isEqualTo(body.stripTrailing());
        assertThat(taken().getFirst().subject()).isEqualTo("S".repeat(400));
    }

    @Test
    void starttlsIsTheDefaultAndAServerWithoutItGetsNeitherPasswordNorText() {
        Channel careful = channel(settings(good.port()).put("tls", null), Duration.ofSeconds(30));

        Delivery delivery = careful.send(message("n1"));

        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.Later.class,
                        later ->
                                assertThat(later.fault())
                                        .isEqualTo(
                                                new Fault(
                                                        Fault.Kind.UNREACHABLE,
                                                        "mail server 127.0.0.1 offers no secured"
                                                                + " connection")));
        assertThat(good.commands()).containsExactly("EHLO [127.0.0.1]");
    }

    @Test
    @Covers({"F23"})
    void starttlsDeliversOnlyToACertificateThatIsTrustedForThatHost() throws Exception {
        SSLContext own = TestCertificate.make(folder, "dns:localhost").context();
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of(), Optional.of(own))) {
            Delivery untrusted =
                    secured(server, "localhost", SSLContext.getDefault()).send(message("n1"));
            Delivery otherHost = secured(server, "127.0.0.1", own).send(message("n1"));
            Delivery trusted = secured(server, "localhost", own).send(message("n1"));

            assertThat(untrusted).isEqualTo(certificateFault("localhost"));
            assertThat(otherHost).isEqualTo(certificateFault("127.0.0.1"));
            assertThat(trusted).isEqualTo(new Delivery.Delivered());
            assertThat(server.mails()).hasSize(1);
            assertThat(server.commands())
                    .startsWith("EHLO [127.0.0.1]", "STARTTLS", "EHLO [127.0.0.1]", "STARTTLS");
        }
    }

    private static Delivery certificateFault(String host) {
        return Delivery.failed(
                new Fault(
                        Fault.Kind.UNREACHABLE,
                        "mail server " + host + " shows no certificate that is valid for it"));
    }

    private Channel secured(ScriptedMailServer server, String host, SSLContext trust) {
        Json settings = settings(server.port()).put("tls", "starttls").put("host", host).build();
        return new EmailChannel(
                ID,
                EmailSettings.read(Section.of(settings, new Problems())).orElseThrow(),
                new LookingSockets(),
                Duration.ofSeconds(30),
                trust);
    }
}
