package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.SettableClock;
import org.quietbell.http.AddressRange;
import org.quietbell.http.Endpoint;
import org.quietbell.http.FetchSettings;
import org.quietbell.http.Outbound;

/// One place that hangs, one that never ends and one that unpacks to more than there is room for,
/// among two hundred that are asked at once over real sockets.
@Timeout(180)
class ManySourcesIT {
    private static final int GOOD = 197;
    private static final int MEBIBYTE = 1 << 20;

    @TempDir Path folder;
    private final List<HttpServer> servers = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private ServerSocket silent;
    private Outbound outbound;
    private World world;

    @BeforeEach
    void open() throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        FetchSettings settings =
                new FetchSettings(
                        32,
                        2,
                        Duration.ofSeconds(90),
                        MEBIBYTE,
                        FetchSettings.DEFAULT.userAgent(),
                        Optional.empty(),
                        List.of(AddressRange.of("127.0.0.1/32")));
        outbound = new Outbound(settings, new SettableClock(World.NOW));
        world = new World(folder, outbound.http());
    }

    @AfterEach
    void close() throws IOException {
        silent.close();
        outbound.close();
        servers.forEach(server -> server.stop(0));
        threads.close();
        world.close();
    }

    /// What a server does with a request.
    private interface Deed {
        void to(HttpExchange exchange) throws IOException;
    }

    private String serving(Deed deed) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "text/xml");
                    try (exchange) {
                        deed.to(exchange);
                    }
                });
        server.start();
        servers.add(server);
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void whole(HttpExchange exchange) throws IOException {
        String item = exchange.getRequestURI().getPath().substring(1);
        byte[] rss = World.rss(item).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, rss.length);
        exchange.getResponseBody().write(rss);
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] more =
                World.rss("more").replace("</channel></rss>", "").getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
                out.write(more); // until the other side has had enough
            }
        }
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            byte[] nothing = new byte[MEBIBYTE];
            for (int i = 0; i < 300; i++) {
                zip.write(nothing);
            }
        }
        return packed.toByteArray();
    }

    private void feed(String id, String address) {
        world.feed(id, address);
        outbound.permit(Endpoint.of(URI.create(address)));
    }

    @Test
    @Covers("F55")
    void letsNoneOfTheOthersWait() throws Exception {
        String good = serving(ManySourcesIT::whole);
        byte[] bomb = bomb();
        Set<String> ids = new HashSet<>(Set.of("hanging", "endless", "bomb"));
        feed("hanging", "http://127.0.0.1:" + silent.getLocalPort() + "/feed");
        feed("endless", serving(ManySourcesIT::endless) + "/feed");
        feed(
                "bomb",
                serving(exchange -> {
                    exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                    exchange.sendResponseHeaders(200, bomb.length);
                    exchange.getResponseBody().write(bomb);
                })
                        + "/feed");
        for (int i = 0; i < GOOD; i++) {
            feed("f" + i, good + "/item" + i);
            ids.add("f" + i);
        }
        world.watched(ids);
        Roster roster = world.roster();
        Map<String, Future<Tally>> asked = new TreeMap<>();
        for (Roster.Place place : roster.places()) {
            asked.put(
                    place.entry().id().value(),
                    threads.submit(() ->
                            world.collect.ask(place, Optional.empty(), Collect.Manner.SCHEDULED)));
        }
        Future<Tally> hanging = Objects.requireNonNull(asked.remove("hanging"));

        await().atMost(Duration.ofSeconds(80))
                .until(() -> asked.values().stream().allMatch(Future::isDone));
        boolean hungStill = !hanging.isDone();
        silent.close();
        outbound.close();

        assertThat(hungStill).isTrue(); // they were done while it held its place
        assertThat(asked.values()).hasSize(199);
        assertThat(world.standing("endless").faults()).isEqualTo(1);
        assertThat(world.standing("bomb").faults()).isEqualTo(1);
        assertThat(world.standing("endless").name()).isEqualTo("too-large");
        assertThat(world.standing("bomb").name()).isEqualTo("too-large");
        assertThat(world.hits()).hasSize(GOOD);
        assertThat(hanging.get().failed()).isEqualTo(1);
    }
}
