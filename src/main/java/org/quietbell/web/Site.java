package org.quietbell.web;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where the pages are served, and by which names a browser may ask for them (F33).
///
/// A page of a stranger can let its own name point at this machine and then read what is served
/// here. Its requests name it, though: so only the names of the loopback and those that were
/// configured are served. With a name of the loopback the port may be another one, since a tunnel
/// or a container may publish this one there.
///
/// @param listen where to listen; port 0: any free one
/// @param base what a browser writes to come here where that differs, e.g. behind a proxy
public record Site(InetSocketAddress listen, Optional<URI> base) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9a-f:.]{2,45}\\]|[a-z0-9.-]{1,253})(?::([0-9]{1,5}))?");

    /// Served at that address, without another name.
    public static Site at(InetSocketAddress listen) {
        return new Site(listen, Optional.empty());
    }

    /// Whether a request with that `Host` may be answered.
    boolean answersTo(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String written = host.toLowerCase(Locale.ROOT);
        Matcher parts = HOST.matcher(written);
        if (!parts.matches()) {
            return false;
        }
        return LOOPBACK.contains(parts.group(1))
                || base.map(Site::authority).filter(written::equals).isPresent()
                || written.equals(listened());
    }

    /// Whether that origin is these pages themselves, as the request's own `Host` names them.
    boolean isOwn(String origin, @Nullable String host) {
        return host != null
                && (origin.equalsIgnoreCase("http://" + host)
                        || origin.equalsIgnoreCase("https://" + host));
    }

    /// Whether browsers come by TLS, which a proxy in front adds.
    boolean isByTls() {
        return base.map(uri -> "https".equalsIgnoreCase(uri.getScheme())).orElse(false);
    }

    private String listened() {
        if (listen.getAddress().isAnyLocalAddress()) {
            return "";
        }
        String host = listen.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + listen.getPort();
    }

    private static String authority(URI uri) {
        return String.valueOf(uri.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
