package org.quietbell.http;

import java.net.URI;
import java.util.Locale;

/// A host and a port that settings name.
///
/// @param host in lower case, without brackets and final dots
/// @param port 1 to 65535
public record Endpoint(String host, int port) {
    /// @throws IllegalArgumentException if the host is empty or the port out of range
    public Endpoint {
        host = host.strip().toLowerCase(Locale.ROOT);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        host = HostSpelling.withoutFinalDots(host);
        if (host.isEmpty()) {
            throw new IllegalArgumentException("must name a host");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("must have a port from 1 to 65535");
        }
    }

    /// The endpoint that a web address names, with the usual port of its scheme if it names none.
    ///
    /// @throws IllegalArgumentException if it has no host or another scheme without a port
    public static Endpoint of(URI address) {
        if (address.getHost() == null) {
            throw new IllegalArgumentException("must name a host");
        }
        int port = address.getPort();
        if (port < 0) {
            port =
                    switch (String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT)) {
                        case "http" -> 80;
                        case "https" -> 443;
                        default -> throw new IllegalArgumentException("must name a port");
                    };
        }
        return new Endpoint(address.getHost(), port);
    }
}
