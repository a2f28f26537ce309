package org.quietbell.web;

import io.javalin.Javalin;
import java.net.InetSocketAddress;

/// Serves the pages until it is closed. Safe for many threads.
public final class WebServer implements AutoCloseable {
    private final Javalin server;
    private final InetSocketAddress address;

    private WebServer(Javalin server, InetSocketAddress address) {
        this.server = server;
        this.address = address;
    }

    /// Starts serving.
    ///
    /// @param listen address and port; port 0: any free one
    public static WebServer start(InetSocketAddress listen, Desk desk) {
        Javalin server =
                Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get(
                            "/healthz",
                            context -> context.status(desk.isWell() ? 200 : 503).result("ok"));
                });
        server.start(listen.getAddress().getHostAddress(), listen.getPort());
        return new WebServer(server, new InetSocketAddress(listen.getAddress(), server.port()));
    }

    /// Where it serves.
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        server.stop();
    }
}
