package org.quietbell.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quietbell.config.Section;

/// How we go out: the `fetch` section of the settings.
///
/// @param concurrency requests in flight at all hosts together, 1 to 256
/// @param perHost requests in flight at one host, 1 to 16
/// @param deadline for one whole request with its redirects, 1 second to 5 minutes
/// @param maxBody the largest answer in bytes, decoded, 1 KiB to 64 MiB
/// @param userAgent what we call ourselves
/// @param proxy `socks5` or `http` with host and port, through which everything goes but what
///   settings name nearby
/// @param allowAddresses ranges in which a configured source, channel or proxy may lie although
///   they are private
public record FetchSettings(
        int concurrency,
        int perHost,
        Duration deadline,
        long maxBody,
        String userAgent,
        Optional<URI> proxy,
        List<AddressRange> allowAddresses) {
    /// Names neither this program nor the words (okhttp, java, curl, httpclient, bot) by which
    /// search servers refuse.
    private static final String USER_AGENT = "Mozilla/5.0 (compatible; FeedReader/1.0)";

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /// What holds where nothing is set: no proxy, no private address.
    public static final FetchSettings DEFAULT =
            new FetchSettings(
                    32,
                    2,
                    Duration.ofSeconds(30),
                    10L << 20,
                    USER_AGENT,
                    Optional.empty(),
                    List.of());

    /// @throws IllegalArgumentException if a number is not positive
    public FetchSettings {
        allowAddresses = List.copyOf(allowAddresses);
        if (concurrency < 1 || perHost < 1 || maxBody < 1 || !deadline.isPositive()) {
            throw new IllegalArgumentException("fetch: numbers must be positive");
        }
    }

    /// Reads the section and notes what is wrong with it, keys that nobody knows included.
    public static FetchSettings from(Section section) {
        Optional<URI> proxy = section.parsed("proxy", FetchSettings::proxyAddress);
        List<AddressRange> allowed = section.parsedAll("allow-addresses", AddressRange::of);
        Duration deadline = section.duration("deadline", DEFAULT.deadline);
        if (deadline.compareTo(LONGEST) > 0) {
            section.problem("deadline", "must be at most 5m");
        }
        long maxBody = section.size("max-body", DEFAULT.maxBody);
        if (maxBody < 1 << 10 || maxBody > 64 << 20) {
            section.problem("max-body", "must be from 1KiB to 64MiB");
        }
        if (proxy.isPresent() && !mayBeReached(proxy.get(), allowed)) {
            section.problem("proxy", "is at a private address; add it to allow-addresses");
        }
        FetchSettings settings =
                new FetchSettings(
                        section.number("concurrency", DEFAULT.concurrency, 1, 256),
                        section.number("per-host", DEFAULT.perHost, 1, 16),
                        deadline,
                        maxBody,
                        section.parsed("user-agent", FetchSettings::agent)
                                .orElse(DEFAULT.userAgent),
                        proxy,
                        allowed);
        section.finish();
        return settings;
    }

    private static boolean mayBeReached(URI proxy, List<AddressRange> allowed) {
        Endpoint at = Endpoint.of(proxy);
        return !(HostSpelling.of(at.host()) instanceof HostSpelling.Literal(InetAddress address))
                || new AddressGuard(allowed).refusal(address, true).isEmpty();
    }

    private static String agent(String text) {
        String agent = text.strip();
        if (agent.isEmpty()
                || agent.length() > 200
                || !agent.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("must be 1 to 200 plain ASCII characters");
        }
        return agent;
    }

    private static URI proxyAddress(String text) {
        String rule = "must be socks5://HOST:PORT or http://HOST:PORT, without a password";
        try {
            URI proxy = new URI(text.strip());
            String scheme = String.valueOf(proxy.getScheme()).toLowerCase(Locale.ROOT);
            String path = String.valueOf(proxy.getRawPath());
            if (!(scheme.equals("socks5") || scheme.equals("http"))
                    || proxy.getHost() == null
                    || proxy.getPort() < 1
                    || proxy.getPort() > 65535
                    || proxy.getRawUserInfo() != null
                    || !(path.isEmpty() || path.equals("/"))
                    || proxy.getRawQuery() != null
                    || HostSpelling.of(Endpoint.of(proxy).host()) instanceof HostSpelling.Odd) {
                throw new IllegalArgumentException(rule);
            }
            return proxy;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(rule, e);
        }
    }
}
