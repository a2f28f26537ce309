package org.quietbell.settings;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quietbell.config.Section;

/// Where the pages are served.
///
/// @param listen the address to listen at; never of a name, so that nothing is looked up
/// @param port 0 to 65535; 0: any free one
/// @param baseUrl what a browser writes to get here, if that differs
/// @param trustedProxies whose forwarding headers are believed
/// @param publishedOnLoopback whether a container's port is published on the host's loopback only
public record WebSettings(
        InetAddress listen,
        int port,
        Optional<URI> baseUrl,
        List<InetAddress> trustedProxies,
        boolean publishedOnLoopback) {
    /// Where nothing else is set.
    public static final int DEFAULT_PORT = 8417;

    /// What holds where nothing is set.
    public static final WebSettings DEFAULT =
            new WebSettings(
                    InetAddress.ofLiteral("127.0.0.1"),
                    DEFAULT_PORT,
                    Optional.empty(),
                    List.of(),
                    false);

    private static final Pattern LISTEN =
            Pattern.compile("(localhost|[0-9.]+|\\[[0-9A-Fa-f:.]+]):([0-9]{1,5})");

    public WebSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    private record Place(InetAddress address, int port) {}

    static WebSettings read(Section web) {
        Place place =
                web.parsed("listen", WebSettings::place)
                        .orElse(new Place(DEFAULT.listen(), DEFAULT.port()));
        Optional<URI> baseUrl = web.address("base-url");
        List<InetAddress> proxies = web.parsedAll("trusted-proxies", WebSettings::address);
        boolean published = web.parsed("published", OneOf.of(List.of("loopback"))).isPresent();
        if (!place.address().isLoopbackAddress()
                && !published
                && !web.has("published")
                && web.texts("trusted-proxies").isEmpty()) {
            web.problem(
                    "listen",
                    "reaches beyond this machine, and there is no TLS here: listen at 127.0.0.1,"
                            + " or name the proxy in front under trusted-proxies, or write"
                            + " published: loopback where a container's port is published on"
                            + " loopback");
        }
        web.finish();
        return new WebSettings(place.address(), place.port(), baseUrl, proxies, published);
    }

    private static Place place(String text) {
        Matcher written = LISTEN.matcher(text);
        if (!written.matches() || Integer.parseInt(written.group(2)) > 65_535) {
            throw new IllegalArgumentException(
                    "must be an address and a port such as 127.0.0.1:8417");
        }
        String host = written.group(1).equals("localhost") ? "127.0.0.1" : written.group(1);
        return new Place(address(host), Integer.parseInt(written.group(2)));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be an address such as 172.18.0.2", e);
        }
    }
}
