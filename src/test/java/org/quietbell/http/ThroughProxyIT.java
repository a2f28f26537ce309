package org.quietbell.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quietbell.Covers;
import org.quietbell.SettableClock;
import org.quietbell.http.Fault.Kind;

/// What happens through a proxy, and with it what happens between hosts: the proxy plays them all.
@Timeout(60)
class ThroughProxyIT {
    private static final Names.Resolver NO_NAMES =
            host -> {
                throw new UnknownHostException("looked up " + host);
            };

    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    /// Answers absolute-form requests as the table says.
    private LoopbackServer webProxy() {
        return new LoopbackServer(socket -> {
            List<String> head = LoopbackServer.readHead(socket);
            heads.add(String.join("\n", head));
            String target = head.getFirst().split(" ", -1)[1];
            String answer =
                    answers.getOrDefault(target, "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n");
            socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
        });
    }

    private void redirect(String from, int status, String to) {
        answers.put(
                from,
                "HTTP/1.1 "
                        + status
                        + " Moved\r\nLocation: "
                        + to
                        + "\r\nContent-Length: 0\r\n\r\n");
    }

    private void page(String at) {
        answers.put(at, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage");
    }

    private static Outbound through(String scheme, LoopbackServer proxy) {
        URI address = URI.create(scheme + "://127.0.0.1:" + proxy.port());
        return new Outbound(
                Outbounds.settings(Duration.ofSeconds(20), Optional.of(address), "127.0.0.1/32"),
                new SettableClock(Outbounds.NOW),
                host ->
                        host.equals("127.0.0.1")
                                ? java.net.InetAddress.getAllByName(host)
                                : NO_NAMES.lookUp(host));
    }

    private static Request get(String address) {
        return Request.get(URI.create(address));
    }

    @Test
    void letsTheProxyLookNamesUp() throws Exception {
        page("http://news.example/a?b=c");
        try (LoopbackServer proxy = webProxy();
                Outbound outbound = through("http", proxy)) {
            Reply reply = outbound.http().send(get("http://news.example/a?b=c"));

            assertThat(reply).isInstanceOf(Reply.Ok.class);
            assertThat(heads.getFirst())
                    .startsWith("GET http://news.example/a?b=c HTTP/1.1\n")
                    .contains("\nHost: news.example");
        }
    }

    @Test
    @Covers("F19")
    void followsFiveRedirectsAndNoSixth() throws Exception {
        for (int i = 0; i < 6; i++) {
            redirect("http://news.example/" + i, 301 + i % 3, "/" + (i + 1));
        }
        page("http://news.example/5");
        page("http://news.example/6");
        redirect("http://news.example/4", 308, "5");
        try (LoopbackServer proxy = webProxy();
                Outbound outbound = through("http", proxy)) {
            assertThat(outbound.http().send(get("http://news.example/0")))
                    .isInstanceOfSatisfying(
                            Reply.Ok.class,
                            ok ->
                                    assertThat(ok.body().from())
                                            .isEqualTo(URI.create("http://news.example/5")));

            redirect("http://news.example/5", 307, "/6");
            assertThat(Outbounds.fault(outbound.http().send(get("http://news.example/0"))))
                    .isEqualTo(new Fault(Kind.REFUSED, "news.example: sent on more than 5 times"));
        }
    }

    @Test
    @Covers("F19")
    void refusesACircleAnotherSchemeAndAddressesNobodyCanRead() throws Exception {
        redirect("http://a.example/", 302, "http://b.example/");
        redirect("http://b.example/", 302, "http://a.example/#again");
        redirect("http://ftp.example/", 302, "ftp://files.example/");
        redirect("http://file.example/", 302, "file:///etc/passwd");
        redirect("http://script.example/", 302, "javascript:alert(1)");
        redirect("http://odd.example/", 302, "http://[::1%25lo]/");
        try (LoopbackServer proxy = webProxy();
                Outbound outbound = through("http", proxy)) {
            assertThat(Outbounds.fault(outbound.http().send(get("http://a.example/"))))
                    .isEqualTo(new Fault(Kind.REFUSED, "b.example sends us round in a circle"));
            for (String host : List.of("ftp", "file", "script", "odd")) {
                assertThat(
                                Outbounds.fault(
                                        outbound.http().send(get("http://" + host + ".example/"))))
                        .isEqualTo(
                                new Fault(
                                        Kind.REFUSED,
                                        host
                                                + ".example sends us to an address that is not on"
                                                + " the web"));
            }
        }
    }

    @Test
    @Covers("F21")
    void tellsAnotherHostNothingThatWasMeantForTheFirst() throws Exception {
        redirect("http://api.example/one", 302, "/two");
        redirect("http://api.example/two", 302, "http://other.example/");
        redirect("http://other.example/", 302, "http://api.example/three");
        page("http://api.example/three");
        Request request =
                get("http://api.example/one")
                        .header("Authorization", "Bearer word")
                        .header("Cookie", "id=1")
                        .header("X-Api-Key", "word")
                        .header("Accept", "application/json")
                        .header("If-None-Match", "\"e\"");
        try (LoopbackServer proxy = webProxy();
                Outbound outbound = through("http", proxy)) {
            outbound.http().send(request);
        }

        assertThat(heads).hasSize(4);
        assertThat(heads.subList(0, 2))
                .allSatisfy(head ->
                        assertThat(head)
                                .contains("Bearer word", "Cookie: id=1", "X-Api-Key: word"));
        assertThat(heads.subList(2, 4))
                .allSatisfy(head ->
                        assertThat(head)
                                .doesNotContain("word", "id=1")
                                .doesNotContainIgnoringCase("api-key")
                                .contains(
                                        "Accept: application/json",
                                        "If-None-Match: \"e\"",
                                        "User-Agent: " + FetchSettings.DEFAULT.userAgent()));
    }

    @Test
    void countsAnotherPortAsAnotherHost() throws Exception {
        redirect("http://api.example/", 302, "http://api.example:8080/");
        page("http://api.example:8080/");
        try (LoopbackServer proxy = webProxy();
                Outbound outbound = through("http", proxy)) {
            outbound.http().send(get("http://api.example/").header("Authorization", "word"));
        }

        assertThat(heads.getLast()).doesNotContain("word");
    }

    @Test
    void handsAPostToNobodyElse() throws Exception {
        try (LoopbackServer proxy = webProxy();
                Outbound outbound = through("http", proxy)) {
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                redirect("http://push.example/", status, "http://push.example/other");

                Reply reply =
                        outbound.http()
                                .send(
                                        Request.post(
                                                URI.create("http://push.example/"),
                                                "text/plain",
                                                new byte[] {1}));

                assertThat(Outbounds.fault(reply).kind()).isEqualTo(Kind.REFUSED);
            }
        }
        assertThat(heads).hasSize(5);
    }

    @Test
    @Covers("F25")
    void waitsForAHostEvenWhenAnotherSendsUsThere() throws Exception {
        answers.put(
                "http://busy.example/",
                "HTTP/1.1 429 No\r\nRetry-After: 600\r\nContent-Length: 0\r\n\r\n");
        redirect("http://other.example/", 302, "http://busy.example/page");
        try (LoopbackServer proxy = webProxy();
                Outbound outbound = through("http", proxy)) {
            outbound.http().send(get("http://busy.example/"));

            assertThat(outbound.http().send(get("http://other.example/")))
                    .isInstanceOf(Reply.RateLimited.class);
        }
        assertThat(heads).hasSize(2);
    }

    @Test
    void doesNotNameItsLibraryToAProxyThatOpensATunnel() throws Exception {
        try (LoopbackServer proxy = webProxy();
                Outbound outbound = through("http", proxy)) {
            Fault fault = Outbounds.fault(outbound.http().send(get("https://news.example/secret")));

            assertThat(fault)
                    .isEqualTo(
                            new Fault(
                                    Kind.UNREACHABLE,
                                    "news.example: the proxy did not let us through"));
            assertThat(heads.getFirst())
                    .startsWith("CONNECT news.example:443 HTTP/1.1")
                    .doesNotContain("secret");
            assertThat(heads.getFirst().toLowerCase(Locale.ROOT)).doesNotContain("okhttp");
        }
    }

    /// Understands SOCKS 5 as far as is needed and plays the target itself.
    private LoopbackServer socks(int answer) {
        return new LoopbackServer(socket -> {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            in.readFully(new byte[3]);
            out.write(new byte[] {5, 0});
            in.readFully(new byte[3]);
            int kind = in.readUnsignedByte();
            byte[] target = new byte[kind == 3 ? in.readUnsignedByte() : kind == 1 ? 4 : 16];
            in.readFully(target);
            heads.add(
                    kind
                            + " "
                            + (kind == 3 ? new String(target, US_ASCII) : target.length)
                            + " "
                            + in.readUnsignedShort());
            out.write(new byte[] {5, (byte) answer, 0, 1, 0, 0, 0, 0, 0, 0});
            if (answer == 0) {
                heads.add(String.join("\n", LoopbackServer.readHead(socket)));
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage".getBytes(US_ASCII));
            }
        });
    }

    @Test
    void handsTheNameToASocksProxyWithoutLookingItUp() throws Exception {
        try (LoopbackServer proxy = socks(0);
                Outbound outbound = through("socks5", proxy)) {
            assertThat(outbound.http().send(get("http://news.example:8080/a")))
                    .isInstanceOf(Reply.Ok.class);
            assertThat(outbound.http().send(get("http://93.184.215.14/")))
                    .isInstanceOf(Reply.Ok.class);
            assertThat(outbound.http().send(get("http://[2606:4700::1]/")))
                    .isInstanceOf(Reply.Ok.class);
        }

        assertThat(heads.get(0)).isEqualTo("3 news.example 8080");
        assertThat(heads.get(1))
                .startsWith("GET /a HTTP/1.1\n")
                .contains("\nHost: news.example:8080");
        assertThat(heads.get(2)).isEqualTo("1 4 80");
        assertThat(heads.get(4)).isEqualTo("4 16 80");
    }

    @Test
    void saysInWordsWhatASocksProxyAnswers() throws Exception {
        Map<Integer, String> words =
                Map.of(
                        2, "its rules forbid it",
                        4, "no such host, or it does not answer",
                        5, "it refused the connection",
                        99, "reason 99");
        for (var answer : words.entrySet()) {
            try (LoopbackServer proxy = socks(answer.getKey());
                    Outbound outbound = through("socks5", proxy)) {
                assertThat(Outbounds.fault(outbound.http().send(get("http://news.example/"))))
                        .isEqualTo(
                                new Fault(
                                        Kind.UNREACHABLE,
                                        "news.example: the proxy could not reach it: "
                                                + answer.getValue()));
            }
        }
    }

    @Test
    @Covers("F22")
    void endsByTheDeadlineWhenAProxySaysNothing() throws Exception {
        for (String scheme : List.of("socks5", "http")) {
            try (LoopbackServer proxy =
                            new LoopbackServer(socket ->
                                    socket.getInputStream()
                                            .transferTo(OutputStream.nullOutputStream()));
                    Outbound outbound =
                            new Outbound(
                                    Outbounds.settings(
                                            Duration.ofSeconds(1),
                                            Optional.of(
                                                    URI.create(
                                                            scheme
                                                                    + "://127.0.0.1:"
                                                                    + proxy.port())),
                                            "127.0.0.1/32"),
                                    new SettableClock(Outbounds.NOW))) {
                assertThat(Outbounds.fault(outbound.http().send(get("http://news.example/"))))
                        .extracting(Fault::kind)
                        .isEqualTo(Kind.UNREACHABLE);
            }
        }
    }

    @Test
    void reachesWhatSettingsNameNearbyWithoutTheProxy() throws Exception {
        try (LoopbackServer proxy = socks(0);
                LoopbackServer near = LoopbackServer.canary();
                Outbound outbound = through("socks5", proxy)) {
            outbound.permit(Endpoint.of(near.address("/")));

            assertThat(outbound.http().send(Request.get(near.address("/"))))
                    .isInstanceOf(Reply.Ok.class);
            assertThat(proxy.connections).hasValue(0);
        }
    }

    @Test
    @Covers("F20")
    void lendsMailSocketsThatGoThroughTheProxyToo() throws Exception {
        try (LoopbackServer proxy = socks(0);
                Outbound outbound = through("socks5", proxy);
                Socket socket = outbound.sockets().createSocket()) {
            socket.connect(InetSocketAddress.createUnresolved("mail.example", 587), 5_000);
            assertThat(heads).containsExactly("3 mail.example 587");
        }
        heads.clear();
        answers.put("mail.example:587", "HTTP/1.1 200 OK\r\n\r\n220 mail.example");
        try (LoopbackServer proxy = webProxy();
                Outbound outbound = through("http", proxy);
                Socket socket = outbound.sockets().createSocket()) {
            socket.connect(InetSocketAddress.createUnresolved("mail.example", 587), 5_000);
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .isEqualTo("220 mail.example");
        }
        try (LoopbackServer proxy = webProxy();
                Outbound outbound = through("http", proxy);
                Socket socket = outbound.sockets().createSocket()) {
            assertThatThrownBy(() ->
                            socket.connect(
                                    InetSocketAddress.createUnresolved("no.example", 587), 5_000))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the proxy did not let us through");
        }
    }
}
