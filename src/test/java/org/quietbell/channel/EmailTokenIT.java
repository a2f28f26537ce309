package org.quietbell.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.SecretFiles;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;

/// Signing in at a mail server with an OAuth 2 access token.
class EmailTokenIT {
    private static final String GREETING = "250-scripted.example\r\n250 AUTH LOGIN PLAIN XOAUTH2";

    @TempDir private Path folder;

    private Channel channel(ScriptedMailServer server) throws IOException {
        token("ya29.canary-one\n");
        Json settings =
                Json.object()
                        .put("to", "person@inbox.example")
                        .put("from", "notes@letters.example")
                        .put("host", "127.0.0.1")
                        .put("port", server.port())
                        .put("tls", "none")
                        .put("user", "notes@letters.example")
                        .put("token-file", folder.resolve("token").toString())
                        .build();
        Problems problems = new Problems();
        Channel channel =
                EmailChannel.build(
                                ChannelContractKit.ID,
                                Section.of(settings, problems),
                                new LookingSockets(),
                                Duration.ofSeconds(30))
                        .orElseThrow();
        assertThat(problems.all()).isEmpty();
        return channel;
    }

    private void token(String text) throws IOException {
        SecretFiles.write(folder.resolve("token"), text);
    }

    private static String signIn(String token) {
        String line = "user=notes@letters.example\1auth=Bearer " + token + "\1\1";
        return "AUTH XOAUTH2 " + Base64.getEncoder().encodeToString(line.getBytes(UTF_8));
    }

    private static List<String> signIns(ScriptedMailServer server) {
        return server.commands().stream().filter(line -> line.startsWith("AUTH")).toList();
    }

    @Test
    void signsInWithTheTokenOfTheMoment() throws IOException {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of("EHLO", GREETING))) {
            Channel channel = channel(server);

            Delivery first = channel.send(ChannelContractKit.message("n1"));
            token("ya29.canary-two\n");
            Delivery second = channel.send(ChannelContractKit.message("n2"));

            assertThat(first).isEqualTo(new Delivery.Delivered());
            assertThat(second).isEqualTo(new Delivery.Delivered());
            assertThat(signIns(server))
                    .containsExactly(signIn("ya29.canary-one"), signIn("ya29.canary-two"));
        }
    }

    @Test
    @Covers({"F59"})
    void saysThatATokenIsRefusedAndNeitherShowsItNorTriesAnotherWay() throws IOException {
        String refusal = Base64.getEncoder().encodeToString("{\"status\":\"401\"}".getBytes(UTF_8));
        Map<String, String> script = Map.of("EHLO", GREETING, "AUTH", "334 " + refusal);
        try (ScriptedMailServer server = new ScriptedMailServer(script)) {
            Delivery delivery = channel(server).send(ChannelContractKit.message("n1"));

            assertThat(delivery)
                    .isEqualTo(
                            new Delivery.Never(
                                    new Fault(
                                            Fault.Kind.BLOCKED,
                                            "mail server 127.0.0.1 refused the access token")));
            assertThat(signIns(server)).hasSize(1);
            assertThat(delivery.toString()).doesNotContain("ya29", "canary");
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void connectsToNobodyWhileTheTokenIsMissing() throws IOException {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of("EHLO", GREETING))) {
            Channel channel = channel(server);
            Files.delete(folder.resolve("token"));

            assertThat(channel.send(ChannelContractKit.message("n1")))
                    .isEqualTo(
                            new Delivery.Never(
                                    new Fault(
                                            Fault.Kind.MISCONFIGURED,
                                            "token for the mail server 127.0.0.1: there is no such"
                                                    + " file: make it, or name another")));
            assertThat(server.commands()).isEmpty();
        }
    }

    @Test
    void handsNoTokenToAServerThatDoesNotTakeOne() throws IOException {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
            Delivery delivery = channel(server).send(ChannelContractKit.message("n1"));

            assertThat(delivery).isInstanceOf(Delivery.Never.class);
            assertThat(signIns(server)).isEmpty();
        }
    }
}
