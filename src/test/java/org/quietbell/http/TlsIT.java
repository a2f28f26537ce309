package org.quietbell.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.SettableClock;
import org.quietbell.http.Fault.Kind;

/// Certificates made by the JDK's own keytool; the client trusts them by the system property by
/// which any Java program does, for there is no switch of ours.
@Timeout(120)
class TlsIT {
    @TempDir private Path folder;

    @Test
    void reachesAServerWhoseCertificateIsTrusted() throws Exception {
        Path keys = keys("good", "IP:127.0.0.1", "-validity", "10");

        Reply reply = ask(keys, Optional.of(keys));

        assertThat(reply).isInstanceOf(Reply.Ok.class);
    }

    @Test
    @Covers("F23")
    void refusesASelfSignedCertificate() throws Exception {
        Path keys = keys("self", "IP:127.0.0.1", "-validity", "10");

        assertThat(Outbounds.fault(ask(keys, Optional.empty())))
                .isEqualTo(
                        unreachable(
                                "127.0.0.1 showed a certificate that nobody we trust has signed"));
    }

    @Test
    @Covers("F23")
    void refusesAnExpiredCertificate() throws Exception {
        // signed by another, because a certificate that is itself trusted has no end to Java
        Path authority = keys("authority", "DNS:authority.example", "-ext", "bc:c");
        Path keys = keys("old", "IP:127.0.0.1", "-validity", "10");
        Path signed = folder.resolve("signed.pem");
        Path asked = folder.resolve("asked.pem");
        keytool(keys, "-certreq", "-alias", "old", "-file", asked.toString());
        keytool(
                authority,
                "-gencert",
                "-alias",
                "authority",
                "-rfc",
                "-infile",
                asked.toString(),
                "-outfile",
                signed.toString(),
                "-ext",
                "san=IP:127.0.0.1",
                "-startdate",
                "-10d",
                "-validity",
                "5");
        Path root = folder.resolve("root.pem");
        keytool(authority, "-exportcert", "-alias", "authority", "-file", root.toString());
        keytool(keys, "-importcert", "-noprompt", "-alias", "root", "-file", root.toString());
        keytool(keys, "-importcert", "-noprompt", "-alias", "old", "-file", signed.toString());

        assertThat(Outbounds.fault(ask(keys, Optional.of(authority))))
                .isEqualTo(unreachable("127.0.0.1 showed a certificate that has expired"));
    }

    @Test
    @Covers("F23")
    void refusesTheCertificateOfAnotherHost() throws Exception {
        Path keys = keys("other", "DNS:other.example", "-validity", "10");

        assertThat(Outbounds.fault(ask(keys, Optional.of(keys))))
                .isEqualTo(
                        unreachable("127.0.0.1 showed a certificate that belongs to another host"));
    }

    @Test
    @Covers("F23")
    void refusesTlsBelowOnePointTwo() throws Exception {
        byte[] hello =
                HexFormat.of()
                        .parseHex(
                                "160301002a" + "02000026" + "0301" + "00".repeat(32) + "00c01300");
        byte[] alert = HexFormat.of().parseHex("15030100020246");
        for (byte[] answer : List.of(hello, alert)) {
            try (LoopbackServer server =
                            new LoopbackServer(socket -> {
                                socket.getInputStream().read();
                                socket.getOutputStream().write(answer);
                                socket.getInputStream().readAllBytes();
                            });
                    Outbound outbound = Outbounds.to(server.address("/"), Duration.ofSeconds(20))) {
                assertThat(Outbounds.fault(outbound.http().send(Request.get(https(server.port())))))
                        .isEqualTo(
                                unreachable(
                                        "127.0.0.1 offers only an old, unsafe encryption (TLS below"
                                                + " 1.2)"));
            }
        }
    }

    @Test
    @Covers("F23")
    void saysSoWhenAServerDoesNotSpeakTls() throws Exception {
        try (LoopbackServer server =
                        new LoopbackServer(socket ->
                                socket.getOutputStream()
                                        .write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(US_ASCII)));
                Outbound outbound = Outbounds.to(server.address("/"), Duration.ofSeconds(20))) {
            assertThat(
                            Outbounds.fault(outbound.http().send(Request.get(https(server.port()))))
                                    .kind())
                    .isIn(Kind.UNREACHABLE, Kind.TROUBLED);
        }
    }

    @Test
    @Covers("F19")
    void isNotSentFromHttpsToHttp() throws Exception {
        Path keys = keys("down", "IP:127.0.0.1", "-validity", "10");

        Reply reply =
                ask(
                        keys,
                        Optional.of(keys),
                        WireMock.aResponse()
                                .withStatus(301)
                                .withHeader("Location", "http://news.example/"));

        assertThat(Outbounds.fault(reply))
                .isEqualTo(
                        new Fault(
                                Kind.REFUSED,
                                "127.0.0.1 sends us from a safe to an unsafe address (https to"
                                        + " http)"));
    }

    private static Fault unreachable(String detail) {
        return new Fault(Kind.UNREACHABLE, detail);
    }

    private static URI https(int port) {
        return URI.create("https://127.0.0.1:" + port + "/");
    }

    private Reply ask(Path keys, Optional<Path> trusted) {
        return ask(keys, trusted, WireMock.aResponse().withBody("safe"));
    }

    private static Reply ask(
            Path keys,
            Optional<Path> trusted,
            com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer) {
        WireMockServer server =
                new WireMockServer(
                        WireMockConfiguration.wireMockConfig()
                                .bindAddress("127.0.0.1")
                                .httpDisabled(true)
                                .dynamicHttpsPort()
                                .keystorePath(keys.toString())
                                .keystoreType("PKCS12")
                                .keystorePassword("changeit")
                                .keyManagerPassword("changeit"));
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(answer));
        server.start();
        trusted.ifPresent(path -> {
            System.setProperty("javax.net.ssl.trustStore", path.toString());
            System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
        });
        URI address = https(server.httpsPort());
        try (Outbound outbound =
                new Outbound(
                        Outbounds.settings(Duration.ofSeconds(20), "127.0.0.1/32"),
                        new SettableClock(Outbounds.NOW))) {
            outbound.permit(Endpoint.of(address));
            return outbound.http().send(Request.get(address));
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
            server.stop();
        }
    }

    private Path keys(String name, String belongsTo, String... more) throws Exception {
        Path keys = folder.resolve(name + ".p12");
        List<String> words =
                new ArrayList<>(List.of("-genkeypair", "-alias", name, "-keyalg", "EC"));
        words.addAll(List.of("-dname", "CN=" + name + ".example", "-ext", "san=" + belongsTo));
        words.addAll(List.of(more));
        keytool(keys, words.toArray(String[]::new));
        return keys;
    }

    private static void keytool(Path keys, String... words) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words));
        command.addAll(List.of("-keystore", keys.toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", "changeit"));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
