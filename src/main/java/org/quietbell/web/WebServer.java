package org.quietbell.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinException;
import io.javalin.util.JavalinLogger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves the pages until it is closed. Safe for many threads.
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final long LARGEST_FORM = 512 * 1024L;

    private final Javalin server;
    private final InetSocketAddress address;
    private final ReentrantReadWriteLock serving;

    private WebServer(Javalin server, InetSocketAddress address, ReentrantReadWriteLock serving) {
        this.server = server;
        this.address = address;
        this.serving = serving;
    }

    /// Starts serving.
    ///
    /// @throws WebFault if it cannot listen there
    public static WebServer start(Site site, Desk desk) {
        ReentrantReadWriteLock serving = new ReentrantReadWriteLock();
        Screens screens = new Screens();
        Door door = new Door(site, desk, screens);
        Rooms rooms = new Rooms(desk, screens, door);
        Routes routes =
                new Routes(
                        door,
                        rooms,
                        new Links(desk, screens, door),
                        new PushRoom(desk, screens, door),
                        desk,
                        file("style.css"),
                        file("page.js"),
                        serving);
        Javalin server = Javalin.create(config -> configure(config, door, routes));
        InetSocketAddress listen = site.listen();
        try {
            server.start(listen.getAddress().getHostAddress(), listen.getPort());
        } catch (JavalinException e) {
            throw new WebFault(
                    "pages: nothing can be served at port "
                            + listen.getPort()
                            + " of "
                            + listen.getAddress().getHostAddress()
                            + ", most likely because another program does: end that one, or set"
                            + " web.listen to another port",
                    e);
        }
        return new WebServer(
                server, new InetSocketAddress(listen.getAddress(), server.port()), serving);
    }

    private static void configure(JavalinConfig config, Door door, Routes routes) {
        JavalinLogger.enabled = false; // what goes wrong is said by a fault, once
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.threadPool = new VirtualThreadPool();
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendDateHeader(false);
        });
        config.http.maxRequestSize = LARGEST_FORM;
        // Packed pages of one visitor tell their length, and so perhaps a secret within.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.routes.before(door::greet);
        config.routes.beforeMatched(door::admit);
        routes.addTo(config.routes);
        config.routes.exception(
                HttpResponseException.class,
                (e, context) -> fail(door, context, HttpStatus.forStatus(e.getStatus())));
        config.routes.exception(
                Exception.class,
                (e, context) -> {
                    // the message may hold what was found
                    LOG.warn("a page could not be made: {}", e.getClass().getSimpleName());
                    LOG.debug("in full", e);
                    fail(door, context, HttpStatus.INTERNAL_SERVER_ERROR);
                });
    }

    private static void fail(Door door, Context context, HttpStatus status) {
        boolean ours = status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode();
        boolean missing = status == HttpStatus.NOT_FOUND;
        door.refuse(
                context, status, ours ? "page.broken" : missing ? "page.missing" : "page.refused");
    }

    private static byte[] file(String name) {
        try (InputStream in = WebServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + ": is not in the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read", e);
        }
    }

    /// Where it serves.
    public InetSocketAddress address() {
        return address;
    }

    /// Every route as it is served, each with what it declares.
    List<Endpoint> endpoints() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .toList();
    }

    /// Stops serving, and waits for what is under way: it may be in the store.
    @Override
    public void close() {
        server.stop();
        serving.writeLock().lock();
        try {
            LOG.debug("nobody is served any more");
        } finally {
            serving.writeLock().unlock();
        }
    }
}
