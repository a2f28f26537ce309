package org.quietbell.http;

import java.net.InetAddress;

/// A block of addresses, as in `10.0.0.0/8` or `fc00::/7`.
///
/// @param first the block's first address; bits beyond the prefix are cleared
/// @param prefix how many leading bits are fixed: 0 to 32 for IPv4, 0 to 128 for IPv6
public record AddressRange(InetAddress first, int prefix) {
    /// @throws IllegalArgumentException if the prefix is longer than the address
    public AddressRange {
        byte[] bytes = first.getAddress();
        if (prefix < 0 || prefix > bytes.length * 8) {
            throw new IllegalArgumentException(RULE);
        }
        for (int bit = prefix; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        first = InternetAddresses.of(bytes);
    }

    private static final String RULE = "must be addresses such as 127.0.0.1/32 or fd00::/8";

    /// Reads `ADDRESS/PREFIX`, or one address alone. Nothing is looked up; numbers are decimal.
    ///
    /// @throws IllegalArgumentException if it is written otherwise; the message does not repeat it
    public static AddressRange of(String text) {
        String written = text.strip();
        int slash = written.indexOf('/');
        String address = slash < 0 ? written : written.substring(0, slash);
        if (!(HostSpelling.of(address) instanceof HostSpelling.Literal(InetAddress first))
                || address.endsWith(".")) {
            throw new IllegalArgumentException(RULE);
        }
        int bits = first.getAddress().length * 8;
        if (slash < 0) {
            return new AddressRange(first, bits);
        }
        String prefix = written.substring(slash + 1);
        if (!prefix.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException(RULE);
        }
        return new AddressRange(first, Integer.parseInt(prefix));
    }

    /// Whether the address lies in this block; never for one of the other version.
    public boolean contains(InetAddress address) {
        byte[] block = first.getAddress();
        byte[] other = address.getAddress();
        if (block.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((block[bit / 8] ^ other[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + prefix;
    }
}
