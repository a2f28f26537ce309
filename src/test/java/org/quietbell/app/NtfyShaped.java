package org.quietbell.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;

/// A server on loopback that answers as an ntfy server does, and keeps what was published.
final class NtfyShaped implements AutoCloseable {
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    NtfyShaped() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/",
                exchange -> {
                    bodies.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    byte[] echo =
                            "{\"id\":\"m1\",\"time\":1,\"event\":\"message\",\"topic\":\"t\"}"
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, echo.length);
                    exchange.getResponseBody().write(echo);
                    exchange.close();
                });
        server.start();
    }

    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// What was published, oldest first.
    List<Json> published() {
        return bodies.stream().map(NtfyShaped::read).toList();
    }

    private static Json read(String body) {
        try {
            return Json.read(body);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException(body, e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
