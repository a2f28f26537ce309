package org.quietbell.app;

import java.net.InetSocketAddress;
import org.quietbell.web.WebServer;

/// Serves the pages for the daemon.
final class Pages {
    private Pages() {}

    /// @throws Refusal if the port is taken
    static WebServer start(Daemon daemon, Opening opening) {
        WebSettings settings = opening.settings().web();
        return WebServer.start(
                new InetSocketAddress(settings.listen(), settings.port()), daemon::isWell);
    }

    /// An address as a person types it.
    static String printed(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort() + "/";
    }
}
