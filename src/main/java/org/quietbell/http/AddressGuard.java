package org.quietbell.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Judges to which addresses we connect. Pure: looks nothing up.
///
/// IPv4 is open but for the blocks of the IANA special-purpose registry. IPv6 is closed but for
/// global unicast (`2000::/3`), less its special blocks, and the well-known NAT64 prefix in front
/// of an open IPv4 address. What is closed opens only for an endpoint that settings name, and only
/// in the ranges they allow.
///
/// @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA IPv4</a>
/// @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA IPv6</a>
final class AddressGuard {
    /// @param kind in words, for "at a … address"
    private record Closed(AddressRange range, String kind) {}

    private static final List<Closed> CLOSED =
            List.of(
                    closed("0.0.0.0/8", "local"),
                    closed("10.0.0.0/8", "private"),
                    closed("100.64.0.0/10", "private (carrier)"),
                    closed("127.0.0.0/8", "loopback"),
                    closed("169.254.0.0/16", "link-local"),
                    closed("172.16.0.0/12", "private"),
                    closed("192.0.0.0/24", "reserved"),
                    closed("192.0.2.0/24", "documentation"),
                    closed("192.88.99.0/24", "relay"),
                    closed("192.168.0.0/16", "private"),
                    closed("198.18.0.0/15", "benchmarking"),
                    closed("198.51.100.0/24", "documentation"),
                    closed("203.0.113.0/24", "documentation"),
                    closed("224.0.0.0/4", "multicast"),
                    closed("255.255.255.255/32", "broadcast"),
                    closed("240.0.0.0/4", "reserved"),
                    closed("::1/128", "loopback"),
                    closed("::/96", "reserved"),
                    closed("64:ff9b:1::/48", "private (translated)"),
                    closed("fc00::/7", "private"),
                    closed("fe80::/10", "link-local"),
                    closed("fec0::/10", "private"),
                    closed("ff00::/8", "multicast"),
                    // tunnels whose far end is chosen by whoever writes the address
                    closed("2001::/32", "tunnel (Teredo)"),
                    closed("2002::/16", "tunnel (6to4)"),
                    closed("2001::/23", "reserved"),
                    closed("2001:db8::/32", "documentation"),
                    closed("3fff::/20", "documentation"));

    private static final AddressRange GLOBAL = AddressRange.of("2000::/3");
    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");

    private final List<AddressRange> allowed;

    /// @param allowed what settings open for the endpoints they name
    AddressGuard(List<AddressRange> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /// Why we do not connect there, or nothing if we do.
    ///
    /// @param named whether settings name the endpoint and nobody sent us there
    /// @return the address's kind in words, e.g. `loopback`
    Optional<String> refusal(InetAddress address, boolean named) {
        Optional<String> closed = closed(address);
        return closed.isPresent() && named && isAllowed(address) ? Optional.empty() : closed;
    }

    /// Whether the address is open to everybody.
    boolean isOpen(InetAddress address) {
        return closed(address).isEmpty();
    }

    /// Whether settings allow the address to the endpoints they name.
    boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.contains(address));
    }

    private static Optional<String> closed(InetAddress address) {
        for (Closed closed : CLOSED) {
            if (closed.range().contains(address)) {
                return Optional.of(closed.kind());
            }
        }
        if (address instanceof Inet4Address) {
            return Optional.empty();
        }
        byte[] bytes = address.getAddress();
        if (NAT64.contains(address)) {
            return closed(embedded(bytes, 12));
        }
        if (!GLOBAL.contains(address)) {
            return Optional.of("reserved");
        }
        return isIsatap(bytes) ? closed(embedded(bytes, 12)) : Optional.empty();
    }

    /// RFC 5214: the interface identifier of a host behind an ISATAP router holds its IPv4 address.
    private static boolean isIsatap(byte[] bytes) {
        return (bytes[8] & 0xfd) == 0
                && bytes[9] == 0
                && bytes[10] == 0x5e
                && bytes[11] == (byte) 0xfe;
    }

    private static InetAddress embedded(byte[] bytes, int from) {
        return InternetAddresses.of(Arrays.copyOfRange(bytes, from, from + 4));
    }

    private static Closed closed(String range, String kind) {
        return new Closed(AddressRange.of(range), kind);
    }
}
