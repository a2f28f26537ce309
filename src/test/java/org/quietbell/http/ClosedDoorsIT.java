package org.quietbell.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quietbell.Covers;
import org.quietbell.SettableClock;
import org.quietbell.http.Fault.Kind;

/// Nobody gets us to knock at a private door: however it is spelled, and whoever sends us.
@Timeout(120)
class ClosedDoorsIT {
    private LoopbackServer canary;

    @BeforeEach
    void listen() {
        canary = LoopbackServer.canary();
    }

    @AfterEach
    void noBirdSang() throws IOException {
        assertThat(canary.connections).hasValue(0);
        canary.close();
    }

    /// At least 150 ways to write a place where we do not go.
    private static List<String> spellings() {
        List<String> hosts = new ArrayList<>();
        int[][] quads = {
            {127, 0, 0, 1},
            {127, 0, 0, 2},
            {127, 127, 127, 127},
            {10, 0, 0, 1},
            {169, 254, 169, 254},
            {192, 168, 1, 1},
            {172, 16, 0, 1},
            {100, 64, 0, 1},
            {0, 0, 0, 0}
        };
        for (int[] q : quads) {
            long number = ((long) q[0] << 24) | (q[1] << 16) | (q[2] << 8) | q[3];
            String dotted = q[0] + "." + q[1] + "." + q[2] + "." + q[3];
            hosts.add(dotted);
            hosts.add(dotted + ".");
            hosts.add(Long.toString(number));
            hosts.add("0" + Long.toOctalString(number));
            hosts.add("0x" + Long.toHexString(number));
            hosts.add("0X" + Long.toHexString(number).toUpperCase(java.util.Locale.ROOT));
            hosts.add(q[0] + "." + (number & 0xffffff));
            hosts.add(q[0] + "." + q[1] + "." + (number & 0xffff));
            hosts.add(String.format("0%o.0%o.0%o.0%o", q[0], q[1], q[2], q[3]));
            hosts.add(String.format("000%o.%d.%d.%d", q[0], q[1], q[2], q[3]));
            hosts.add(String.format("0x%x.0x%x.0x%x.0x%x", q[0], q[1], q[2], q[3]));
            hosts.add(String.format("0x%x.%d.0%o.%d", q[0], q[1], q[2], q[3]));
            hosts.add(dotted.replace('.', '\u3002'));
            hosts.add(dotted.replace('.', '\uff0e'));
            hosts.add(dotted.replace('.', '\uff61'));
            hosts.add(wide(dotted));
            hosts.add(dotted.replace("1", "%31"));
            hosts.add("[::ffff:" + dotted + "]");
            hosts.add("[::" + dotted + "]");
            hosts.add("[64:ff9b::" + dotted + "]");
            hosts.add("[::ffff:0:" + dotted + "]");
            hosts.add(String.format("[2002:%02x%02x:%02x%02x::]", q[0], q[1], q[2], q[3]));
            hosts.add("user:word@" + dotted);
        }
        hosts.addAll(
                List.of(
                        "localhost",
                        "LOCALHOST",
                        "localhost.",
                        "a.localhost",
                        "\uff4cocalhost",
                        "loca%6chost",
                        "[::1]",
                        "[::]",
                        "[0:0:0:0:0:0:0:1]",
                        "[fe80::1]",
                        "[fc00::1]",
                        "[fd00:ec2::254]",
                        "[ff02::1]",
                        "[2001::1]",
                        "[100::1]",
                        "[5f00::1]",
                        "[2001:db8::1]",
                        "224.0.0.1",
                        "255.255.255.255",
                        "240.0.0.1",
                        "192.0.2.1",
                        "198.18.0.1",
                        "198.51.100.1",
                        "203.0.113.1",
                        "192.0.0.1",
                        "127.1",
                        "127.0.1",
                        "0",
                        "0x0",
                        "00",
                        "0x7f.1",
                        "0177.1",
                        "\u2460\u2461\u2466.0.0.1",
                        "one.example",
                        "two.example",
                        "printer"));
        return hosts;
    }

    private static String wide(String dotted) {
        StringBuilder wide = new StringBuilder();
        dotted.chars().forEach(c -> wide.append((char) (c == '.' ? c : c - '0' + '\uff10')));
        return wide.toString();
    }

    @Test
    @Covers({"F16", "F17"})
    void noSpellingOfAPrivateAddressIsFollowedFromAServer() throws Exception {
        List<String> hosts = spellings();
        assertThat(hosts).hasSizeGreaterThan(150);
        List<String> next = new ArrayList<>(List.of(""));
        try (LoopbackServer server =
                        new LoopbackServer(socket -> {
                            LoopbackServer.readHead(socket);
                            socket.getOutputStream()
                                    .write(
                                            ("HTTP/1.1 302 Found\r\nLocation: "
                                                            + next.getFirst()
                                                            + "\r\n\r\n")
                                                    .getBytes(
                                                            java.nio.charset.StandardCharsets
                                                                    .UTF_8));
                        });
                Outbound outbound = closedBut(server.address("/"), Optional.empty())) {
            for (String host : hosts) {
                next.set(0, "http://" + host + ":" + canary.port() + "/");

                Reply reply = outbound.http().send(Request.get(server.address("/")));

                assertThat(Outbounds.fault(reply).kind()).as(host).isEqualTo(Kind.REFUSED);
            }
        }
    }

    @Test
    @Covers({"F16", "F17"})
    void noSpellingOfAPrivateAddressIsFetched() {
        int read = 0;
        try (Outbound outbound = Outbounds.closed()) {
            for (String host : spellings()) {
                Optional<Request> request = request("http://" + host + ":" + canary.port() + "/");
                if (request.isPresent()) {
                    read++;
                    Fault fault = Outbounds.fault(outbound.http().send(request.get()));
                    assertThat(fault.kind()).as(host).isEqualTo(Kind.REFUSED);
                }
            }
        }
        assertThat(read).isGreaterThan(150);
    }

    @Test
    @Covers({"F16", "F17"})
    void noSpellingOfAPrivateAddressGoesToAProxy() throws Exception {
        try (LoopbackServer proxy = LoopbackServer.canary()) {
            for (String scheme : List.of("socks5", "http")) {
                URI address = URI.create(scheme + "://127.0.0.1:" + proxy.port());
                try (Outbound outbound = through(address)) {
                    for (String host : spellings()) {
                        if (host.endsWith(".example")) {
                            continue; // where names lead is for the proxy to know
                        }
                        Optional<Request> request = request("http://" + host + "/");
                        if (request.isPresent()) {
                            Fault fault = Outbounds.fault(outbound.http().send(request.get()));
                            assertThat(fault.kind()).as(host).isEqualTo(Kind.REFUSED);
                        }
                    }
                }
            }
            assertThat(proxy.connections).hasValue(0);
        }
    }

    @Test
    @Covers({"F16", "F17", "F20"})
    void noSpellingOfAPrivateAddressGetsAConnectionForMail() throws Exception {
        try (Outbound outbound = Outbounds.closed()) {
            for (String host : spellings()) {
                String bare = host.replaceAll("^.*@|[\\[\\]]", "");
                assertThatThrownBy(() -> connect(outbound, resolvedByTheSystem(bare)))
                        .as(host)
                        .isInstanceOf(IOException.class);
                assertThatThrownBy(() -> outbound.sockets().createSocket(bare, canary.port()))
                        .as(host)
                        .isInstanceOfAny(IOException.class, IllegalArgumentException.class);
            }
        }
    }

    /// As the mail library does: it looks the name up and connects to what it got.
    private InetSocketAddress resolvedByTheSystem(String host) throws IOException {
        String known = host.endsWith(".example") ? "127.0.0.1" : host;
        return new InetSocketAddress(InetAddress.getAllByName(known)[0], canary.port());
    }

    private static void connect(Outbound outbound, InetSocketAddress target) throws IOException {
        try (Socket socket = outbound.sockets().createSocket()) {
            socket.connect(target, 5_000);
        }
    }

    @Test
    @Covers("F18")
    void refusesANameThatLeadsBothInsideAndOutside() {
        Names.Resolver mixed =
                Outbounds.resolving(Map.of("news.example", List.of("93.184.215.14", "127.0.0.1")));
        try (Outbound outbound =
                new Outbound(
                        Outbounds.settings(Duration.ofSeconds(5), "127.0.0.1/32"),
                        new SettableClock(Outbounds.NOW),
                        mixed)) {
            Request request = at("news.example");

            assertThat(Outbounds.fault(outbound.http().send(request)).kind())
                    .isEqualTo(Kind.REFUSED);

            outbound.permit(Endpoint.of(request.address()));
            assertThat(Outbounds.fault(outbound.http().send(request)))
                    .isEqualTo(
                            new Fault(
                                    Kind.REFUSED,
                                    "news.example leads both inside and outside, so we do not go"
                                            + " there"));
        }
    }

    @Test
    @Covers("F18")
    void judgesTheAddressItConnectsToAndNotAnEarlierAnswer() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Names.Resolver rebinding =
                _ ->
                        new InetAddress[] {
                            InetAddress.ofLiteral(
                                    asked.getAndIncrement() == 0 ? "93.184.215.14" : "127.0.0.1")
                        };
        AddressGuard guard = new AddressGuard(List.of());
        Names names = new Names(rebinding, guard);
        names.addresses("news.example", false, Duration.ofSeconds(5)); // the check it passes

        try (Socket socket = new GuardedSocket(_ -> new Way.Direct(false), names)) {
            InetSocketAddress second =
                    new InetSocketAddress(
                            InternetAddresses.of("news.example", new byte[] {127, 0, 0, 1}),
                            canary.port());
            assertThatThrownBy(() -> socket.connect(second, 5_000))
                    .isInstanceOf(RefusedAddressException.class)
                    .hasMessage("news.example is at a loopback address, where we do not go");
        }
        try (Socket socket = new GuardedSocket(_ -> new Way.Direct(false), names)) {
            assertThatThrownBy(() ->
                            socket.connect(
                                    InetSocketAddress.createUnresolved(
                                            "news.example", canary.port())))
                    .isInstanceOf(RefusedAddressException.class);
        }
    }

    @Test
    @Covers("F19")
    void isNotSentToTheVeryEndpointThatSettingsName() throws Exception {
        try (LoopbackServer server =
                        LoopbackServer.answering(
                                "HTTP/1.1 302 Found\r\nLocation: "
                                        + canary.address("/")
                                        + "\r\n\r\n");
                Outbound outbound =
                        closedBut(server.address("/"), Optional.of(canary.address("/")))) {
            Fault fault = Outbounds.fault(outbound.http().send(Request.get(server.address("/"))));

            assertThat(fault)
                    .isEqualTo(
                            new Fault(
                                    Kind.REFUSED,
                                    "127.0.0.1 is at a loopback address, where we do not go"));
        }
    }

    @Test
    @Covers("F20")
    void allowsAPrivateAddressOnlyAtTheNamedPort() throws Exception {
        try (LoopbackServer named = LoopbackServer.canary();
                Outbound outbound = closedBut(named.address("/"), Optional.empty())) {
            assertThat(outbound.http().send(Request.get(named.address("/"))))
                    .isInstanceOf(Reply.Ok.class);
            assertThat(
                            Outbounds.fault(outbound.http().send(Request.get(canary.address("/"))))
                                    .kind())
                    .isEqualTo(Kind.REFUSED);
            assertThatThrownBy(() -> connect(outbound, resolvedByTheSystem("127.0.0.1")))
                    .isInstanceOf(IOException.class)
                    .hasMessage("127.0.0.1 is at a loopback address, where we do not go");
            connect(
                    outbound,
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), named.port()));
        }
    }

    @Test
    @Covers("F20")
    void refusesAProxyAtAPrivateAddressThatIsNotAllowed() {
        for (String scheme : List.of("socks5", "http")) {
            FetchSettings settings =
                    Outbounds.settings(
                            Duration.ofSeconds(5),
                            Optional.of(URI.create(scheme + "://127.0.0.1:" + canary.port())));
            try (Outbound outbound = new Outbound(settings, new SettableClock(Outbounds.NOW))) {
                assertThat(Outbounds.fault(outbound.http().send(at("news.example"))))
                        .isEqualTo(
                                new Fault(
                                        Kind.REFUSED,
                                        "127.0.0.1 is at a loopback address, where we do not go"
                                                + " unless fetch.allow-addresses allows it"));
            }
        }
    }

    private static Outbound closedBut(URI named, Optional<URI> also) {
        Outbound outbound =
                new Outbound(
                        Outbounds.settings(Duration.ofSeconds(20), "127.0.0.1/32"),
                        new SettableClock(Outbounds.NOW),
                        _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")});
        outbound.permit(Endpoint.of(named));
        also.map(Endpoint::of).ifPresent(outbound::permit);
        return outbound;
    }

    private static Outbound through(URI proxy) {
        return new Outbound(
                Outbounds.settings(Duration.ofSeconds(20), Optional.of(proxy), "127.0.0.1/32"),
                new SettableClock(Outbounds.NOW));
    }

    private Request at(String host) {
        return Request.get(URI.create("http://" + host + ":" + canary.port() + "/"));
    }

    /// Not everything that is spelled oddly is an address to Java.
    private static Optional<Request> request(String address) {
        try {
            return Optional.of(Request.get(new URI(address)));
        } catch (java.net.URISyntaxException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
