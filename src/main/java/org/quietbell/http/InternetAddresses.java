package org.quietbell.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Addresses from their bytes, without a look-up.
final class InternetAddresses {
    private InternetAddresses() {}

    /// @param bytes 4 or 16
    static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }

    /// @param name what the address is said to belong to
    /// @param bytes 4 or 16
    static InetAddress of(String name, byte[] bytes) {
        try {
            return InetAddress.getByAddress(name, bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }
}
