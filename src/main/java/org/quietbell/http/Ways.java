package org.quietbell.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Decides how, and whether, an endpoint is reached. Safe for many threads.
///
/// With a proxy, names are never looked up here; so a literal address is judged before the proxy
/// hears of it, and names that can only mean the proxy's own surroundings are refused. What
/// settings name nearby (a search server on this machine beside a Tor proxy, say) is reached
/// directly.
final class Ways {
    private final FetchSettings settings;
    private final AddressGuard guard;
    private final Set<Endpoint> named = ConcurrentHashMap.newKeySet();

    Ways(FetchSettings settings, AddressGuard guard) {
        this.settings = settings;
        this.guard = guard;
    }

    /// Notes that settings name the endpoint.
    void name(Endpoint endpoint) {
        named.add(endpoint);
    }

    /// The way there.
    ///
    /// @param first false if another server sent us
    /// @throws RefusedAddressException if there is none
    Way to(Endpoint endpoint, boolean first) throws RefusedAddressException {
        String host = endpoint.host();
        boolean isNamed = first && named.contains(endpoint);
        boolean isNear =
                switch (HostSpelling.of(host)) {
                    case HostSpelling.Odd _ ->
                            throw new RefusedAddressException(
                                    "an address that is spelled as an odd number leads we cannot"
                                            + " say where, so we do not go there");
                    case HostSpelling.Literal(var address) -> {
                        var refusal = guard.refusal(address, isNamed);
                        if (refusal.isPresent()) {
                            throw Names.refused(host, refusal.get(), isNamed);
                        }
                        yield !guard.isOpen(address);
                    }
                    case HostSpelling.Name(boolean near) -> {
                        if (!isNamed
                                && (HostSpelling.isThisMachine(host)
                                        || (near && settings.proxy().isPresent()))) {
                            throw Names.refused(host, "local", false);
                        }
                        yield near;
                    }
                };
        if (settings.proxy().isEmpty() || isNear) {
            return new Way.Direct(isNamed);
        }
        URI proxy = settings.proxy().get();
        Endpoint at = new Endpoint(proxy.getHost(), proxy.getPort());
        return proxy.getScheme().toLowerCase(Locale.ROOT).equals("http")
                ? new Way.HttpProxy(at)
                : new Way.Socks(at);
    }
}
