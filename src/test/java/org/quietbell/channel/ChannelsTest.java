package org.quietbell.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.SecretFiles;
import org.quietbell.SettableClock;
import org.quietbell.config.Problem;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.Endpoint;
import org.quietbell.http.FetchSettings;
import org.quietbell.http.Outbound;
import org.quietbell.json.Json;

class ChannelsTest {
    private final Problems problems = new Problems();

    private Optional<Channel> build(String type, Json.Builder settings) {
        try (Outbound outbound =
                new Outbound(FetchSettings.DEFAULT, new SettableClock(ChannelContractKit.AT))) {
            return Channels.build(
                    ChannelContractKit.ID, type, Section.of(settings.build(), problems), outbound);
        }
    }

    private static Json.Builder mail() {
        return Json.object()
                .put("to", "a@example.org")
                .put("from", "b@example.org")
                .put("host", "mail.example.org");
    }

    @Test
    void knowsItsTypesInOrder() {
        assertThat(Channels.types())
                .containsExactly(
                        "apprise",
                        "discord",
                        "email",
                        "file",
                        "gotify",
                        "matrix",
                        "mattermost",
                        "ntfy",
                        "private-feed",
                        "pushover",
                        "signal",
                        "slack",
                        "telegram",
                        "webhook",
                        "webpush");
    }

    @Test
    void namesTheTypesThereAreWhenAskedForAnother() {
        assertThat(build("pigeon", Json.object())).isEmpty();
        assertThat(problems.all())
                .extracting(Problem::key, Problem::what)
                .containsExactly(
                        tuple("type", "must be one of " + String.join(", ", Channels.types())));
    }

    @Test
    void makesAChannelOfEachTypeWithItsIdWithoutOpeningAnything(@TempDir Path folder) {
        Path file = folder.resolve("notices.jsonl");

        Channel mail = build("email", mail()).orElseThrow();
        Channel push =
                build("ntfy", Json.object().put("url", "https://push.example").put("topic", "t"))
                        .orElseThrow();
        Channel log = build("file", Json.object().put("path", file.toString())).orElseThrow();

        assertThat(mail.endpoint()).contains(new Endpoint("mail.example.org", 587));
        assertThat(push.endpoint()).contains(new Endpoint("push.example", 443));
        assertThat(log.endpoint()).isEmpty();
        assertThat(log.id()).isEqualTo(ChannelContractKit.ID);
        assertThat(log.type()).isEqualTo("file");
        assertThat(Files.exists(file)).isFalse();
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void notesAKeyThatNobodyKnows() {
        assertThat(build("email", mail().put("cc", "c@example.org"))).isEmpty();
        assertThat(problems.all())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.key()).isEqualTo("cc");
                    assertThat(problem.what()).startsWith("is not a key known here");
                });
    }

    @Test
    void securesMailUnlessToldOtherwiseAtTheUsualPorts() {
        assertThat(read(mail()).tls()).isEqualTo(EmailSettings.Tls.STARTTLS);
        assertThat(read(mail()).port()).isEqualTo(587);
        assertThat(read(mail().put("tls", "tls")).port()).isEqualTo(465);
        assertThat(read(mail().put("tls", "none")).port()).isEqualTo(25);
    }

    @Test
    void mailSignsInWithAPasswordOrWithATokenAndNotWithBoth(@TempDir Path folder) throws Exception {
        String password = SecretFiles.write(folder.resolve("p"), "p").toString();
        String token = SecretFiles.write(folder.resolve("t"), "ya29.token\n").toString();

        EmailSettings byToken = read(mail().put("user", "u").put("token-file", token));
        assertThat(byToken.signIn().orElseThrow())
                .isEqualTo(new EmailSettings.SignIn.Token("u", Path.of(token)));
        assertThat(problems.all()).isEmpty();

        build(
                "email",
                mail().put("user", "u").put("token-file", token).put("password-file", password));
        build("email", mail().put("token-file", token));
        build("email", mail().put("user", "u").put("token", "ya29"));
        assertThat(problems.all())
                .extracting(Problem::key, Problem::what)
                .containsExactly(
                        tuple("token-file", "stands beside password-file; keep one of the two"),
                        tuple("user", "is missing; user and token-file go together"),
                        tuple(
                                "token",
                                "must not stand in the settings; write token-file with a file's"
                                        + " name"),
                        tuple("password-file", "is missing; user and password-file go together"));
    }

    private EmailSettings read(Json.Builder settings) {
        return EmailSettings.read(Section.of(settings.build(), problems)).orElseThrow();
    }

    @Test
    void writesHostsOfOtherScriptsInAscii() {
        EmailSettings settings =
                read(mail().put("to", "a@b\u00fccher.example").put("host", "b\u00fccher.example"));

        assertThat(settings.to()).isEqualTo("a@xn--bcher-kva.example");
        assertThat(settings.host()).isEqualTo("xn--bcher-kva.example");
    }

    @Test
    void refusesWhateverIsNotOneAddressWithoutRepeatingIt() {
        for (String wrong :
                new String[] {
                    "a",
                    "@example.org",
                    "a@",
                    "a@b@c d",
                    "a@example.org, b@example.org",
                    "A <a@example.org>",
                    "a@example.org\r\nBcc: b@example.org",
                    "\"a b\"@c.org",
                    "a@[127.0.0.1]",
                    "a..b@example.org"
                }) {
            Problems own = new Problems();

            assertThat(EmailSettings.read(Section.of(mail().put("to", wrong).build(), own)))
                    .as(wrong)
                    .isEmpty();
            assertThat(own.all())
                    .extracting(Problem::key, Problem::what)
                    .containsExactly(tuple("to", "must be one address such as a@example.org"));
        }
    }

    @Test
    void notesAllThatIsWrongWithMailAtOnce() {
        build(
                "email",
                Json.object()
                        .put("from", "no")
                        .put("host", "ho st")
                        .put("port", "0")
                        .put("tls", "perhaps")
                        .put("user", "u")
                        .put("password", "secret")
                        .put("from-name", "a\nb"));

        assertThat(problems.all())
                .extracting(Problem::key, Problem::what)
                .containsExactlyInAnyOrder(
                        tuple("to", "is missing"),
                        tuple("from", "must be one address such as a@example.org"),
                        tuple("host", "must be the name or number of a host, without a port"),
                        tuple("port", "must be a whole number from 1 to 65535"),
                        tuple("tls", "must be none, starttls or tls"),
                        tuple("from-name", "must be one line of at most 80 characters"),
                        tuple(
                                "password",
                                "must not stand in the settings; write password-file with a file's"
                                        + " name"),
                        tuple("password-file", "is missing; user and password-file go together"));
    }

    @Test
    void sendsNothingUnsecuredBeyondTheHouse(@TempDir Path folder) throws Exception {
        String password = SecretFiles.write(folder.resolve("p"), "p").toString();

        build("email", mail().put("tls", "none").put("host", "203.0.113.7"));
        build(
                "email",
                mail().put("tls", "none")
                        .put("host", "192.168.1.4")
                        .put("user", "u")
                        .put("password-file", password));

        assertThat(problems.all())
                .extracting(Problem::key, Problem::what)
                .containsExactly(
                        tuple(
                                "tls",
                                "none is only for a server in your own network; use starttls or"
                                        + " tls"),
                        tuple("tls", "none would show the password to the network; use starttls"));
    }

    @Test
    void printsNeitherRecipientNorSettings() {
        ChannelEntry entry =
                new ChannelEntry(
                        ChannelContractKit.ID,
                        "email",
                        mail().build(),
                        false,
                        Optional.empty(),
                        true);

        assertThat(entry.toString()).isEqualTo("email channel way");
        assertThat(read(mail()).toString()).isEqualTo("mail server mail.example.org");
    }
}
