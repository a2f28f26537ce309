package org.quietbell.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quietbell.SettableClock;

/// Ready-made outbound sides for tests.
final class Outbounds {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Outbounds() {}

    static FetchSettings settings(Duration deadline, String... allowed) {
        return settings(deadline, Optional.empty(), allowed);
    }

    static FetchSettings settings(Duration deadline, Optional<URI> proxy, String... allowed) {
        return new FetchSettings(
                8,
                2,
                deadline,
                1 << 20,
                FetchSettings.DEFAULT.userAgent(),
                proxy,
                Arrays.stream(allowed).map(AddressRange::of).toList());
    }

    /// Nothing private is allowed, every name leads to loopback.
    static Outbound closed() {
        return new Outbound(
                settings(Duration.ofSeconds(20)),
                new SettableClock(NOW),
                _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")});
    }

    /// That address on loopback is allowed, as one that settings name.
    static Outbound to(URI named, Duration deadline) {
        Outbound outbound =
                new Outbound(settings(deadline, "127.0.0.1/32"), new SettableClock(NOW));
        outbound.permit(Endpoint.of(named));
        return outbound;
    }

    static Names.Resolver resolving(Map<String, List<String>> names) {
        return host -> {
            List<String> found = names.get(host);
            if (found == null) {
                throw new UnknownHostException(host);
            }
            return found.stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
        };
    }

    static Fault fault(Reply reply) {
        if (reply instanceof Reply.Failed(Fault fault)) {
            return fault;
        }
        throw new AssertionError("expected a fault but was " + reply);
    }
}
