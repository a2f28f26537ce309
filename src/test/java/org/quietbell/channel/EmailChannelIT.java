package org.quietbell.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.SecretFiles;
import org.quietbell.SettableClock;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.AddressRange;
import org.quietbell.http.Fault;
import org.quietbell.http.FetchSettings;
import org.quietbell.http.Outbound;
import org.quietbell.json.Json;

/// Mail through the guarded sockets to a whole mail server.
class EmailChannelIT {
    private static final String KEYS = "greenmail.tls.keystore.file";
    private static final String KEYS_PASSWORD = "greenmail.tls.keystore.password";

    @TempDir private Path folder;
    private final Outbound outbound = outbound(List.of(AddressRange.of("127.0.0.1")));
    private GreenMail mail = serving("smtp");

    private static GreenMail serving(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(60_000); // a busy machine needs more than the usual two
        return new GreenMail(setup);
    }

    private static Outbound outbound(List<AddressRange> allowed) {
        FetchSettings usual = FetchSettings.DEFAULT;
        return new Outbound(
                new FetchSettings(
                        usual.concurrency(),
                        usual.perHost(),
                        Duration.ofSeconds(20),
                        usual.maxBody(),
                        usual.userAgent(),
                        usual.proxy(),
                        allowed),
                new SettableClock(ChannelContractKit.AT));
    }

    @BeforeEach
    void start() {
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
        outbound.close();
    }

    private int port() {
        return mail.getSmtps() == null ? mail.getSmtp().getPort() : mail.getSmtps().getPort();
    }

    private Json.Builder settings() {
        return Json.object()
                .put("id", "way")
                .put("type", "email")
                .put("to", "person@inbox.example")
                .put("from", "notes@letters.example")
                .put("host", "127.0.0.1")
                .put("port", port())
                .put("tls", "none");
    }

    private static Channel channel(Json.Builder settings, Outbound outbound) {
        Problems problems = new Problems();
        Channel channel =
                Channels.build(
                                ChannelContractKit.ID,
                                "email",
                                Section.of(settings.build(), problems),
                                outbound)
                        .orElseThrow(() -> new AssertionError(problems.all()));
        channel.endpoint().ifPresent(outbound::permit);
        return channel;
    }

    @Test
    void arrivesOnceInOneInboxAndReadsAsItWasWritten() throws Exception {
        Delivery delivery =
                channel(settings(), outbound)
                        .send(ChannelContractKit.message("n1", "Geh\u00f6rt?", "\u2026\nZwei"));

        assertThat(delivery).isEqualTo(new Delivery.Delivered());
        assertThat(mail.getReceivedMessages()).hasSize(1);
        MimeMessage received = mail.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Geh\u00f6rt?");
        assertThat(received.getContent().toString().strip()).isEqualTo("\u2026\r\nZwei");
        assertThat(received.getAllRecipients()).hasSize(1);
    }

    @Test
    void signsInWithItsPasswordAndSaysWhenThatIsRefused() throws IOException {
        mail.setUser("person@inbox.example", "person", "right");
        mail.getUserManager().setAuthRequired(true);

        Delivery right = signedIn("right").send(ChannelContractKit.message("n1"));
        Delivery wrong = signedIn("wrong").send(ChannelContractKit.message("n2"));

        assertThat(right).isEqualTo(new Delivery.Delivered());
        assertThat(wrong)
                .isEqualTo(
                        new Delivery.Never(
                                new Fault(
                                        Fault.Kind.BLOCKED,
                                        "mail server 127.0.0.1 answered 535: sign-in was"
                                                + " refused")));
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    private Channel signedIn(String password) throws IOException {
        Path file = SecretFiles.write(folder.resolve(password), password);
        return channel(
                settings().put("user", "person").put("password-file", file.toString()), outbound);
    }

    @Test
    @Covers({"F20"})
    void goesToNoPrivateAddressThatIsNotAllowed() {
        try (Outbound closed = outbound(List.of())) {
            Delivery delivery = channel(settings(), closed).send(ChannelContractKit.message("n1"));

            assertThat(delivery)
                    .isInstanceOfSatisfying(
                            Delivery.Never.class,
                            never -> {
                                assertThat(never.fault().kind()).isEqualTo(Fault.Kind.REFUSED);
                                assertThat(never.fault().detail())
                                        .contains("127.0.0.1", "allow-addresses");
                            });
            assertThat(mail.getReceivedMessages()).isEmpty();
        }
    }

    @Test
    @Covers({"F23"})
    void tlsDeliversOnlyToACertificateThatIsTrustedForThatHost() throws Exception {
        TestCertificate own = TestCertificate.make(folder, "dns:localhost");
        serveTls(own);
        Channel untrusting = channel(settings().put("tls", "tls"), outbound);

        Delivery untrusted = untrusting.send(ChannelContractKit.message("n1"));
        Delivery otherHost = trusting("127.0.0.1", own).send(ChannelContractKit.message("n1"));
        Delivery trusted = trusting("localhost", own).send(ChannelContractKit.message("n1"));

        assertThat(untrusted)
                .isEqualTo(
                        Delivery.failed(
                                new Fault(
                                        Fault.Kind.UNREACHABLE,
                                        "mail server 127.0.0.1 shows no certificate that is valid"
                                                + " for it")));
        assertThat(otherHost).isEqualTo(untrusted);
        assertThat(trusted).isEqualTo(new Delivery.Delivered());
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    private void serveTls(TestCertificate own) {
        mail.stop();
        System.setProperty(KEYS, own.store().toString());
        System.setProperty(KEYS_PASSWORD, TestCertificate.PASSWORD);
        try {
            mail = serving("smtps");
            mail.start();
        } finally {
            System.clearProperty(KEYS);
            System.clearProperty(KEYS_PASSWORD);
        }
    }

    private Channel trusting(String host, TestCertificate own) throws Exception {
        Json settings = settings().put("host", host).put("tls", "tls").build();
        Section section = Section.of(settings, new Problems());
        Channel channel =
                new EmailChannel(
                        ChannelContractKit.ID,
                        EmailSettings.read(section).orElseThrow(),
                        outbound.sockets(),
                        outbound.deadline(),
                        own.context());
        channel.endpoint().ifPresent(outbound::permit);
        return channel;
    }
}
