package org.quietbell.channel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;

/// Whether a peer is this machine or within the house, where words may travel unsecured.
final class Nearby {
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(\\.[0-9]+){3}|.*:.*");
    private static final int UNIQUE_LOCAL_MASK = 0xFE;
    private static final int UNIQUE_LOCAL = 0xFC;

    private Nearby() {}

    /// Whether a host may be nearby. A name may be anything until it is connected to.
    static boolean mayBe(String host) {
        return !NUMBERS.matcher(host).matches() || is(literal(host));
    }

    /// Whether a host is this machine for certain.
    static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost")
                || (NUMBERS.matcher(host).matches() && literal(host).isLoopbackAddress());
    }

    /// Whether that address is loopback or private (RFC 1918, RFC 4193).
    static boolean is(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || (address instanceof Inet6Address
                        && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL);
    }

    /// Whether a peer is that host and not another that stands in for it. Looks nothing up.
    static boolean isSame(String host, InetSocketAddress peer) {
        return NUMBERS.matcher(host).matches()
                ? literal(host).equals(peer.getAddress())
                : peer.getHostString().equalsIgnoreCase(host);
    }

    /// Reads numbers only: it asks no name server.
    private static InetAddress literal(String host) {
        return InetAddress.ofLiteral(host);
    }
}
