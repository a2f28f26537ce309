package org.quietbell.http;

import java.net.URI;
import java.util.Locale;

/// Addresses made fit for logs and messages. Paths and queries hold names, handles and keys, so
/// nothing but scheme and host is left.
public final class Redaction {
    private static final String UNREADABLE = "(an address)";

    private Redaction() {}

    /// Scheme and host, e.g. `https://news.example`.
    public static String of(URI address) {
        String host = address.getHost();
        return host == null || address.getScheme() == null
                ? UNREADABLE
                : address.getScheme().toLowerCase(Locale.ROOT)
                        + "://"
                        + host.toLowerCase(Locale.ROOT);
    }

    /// The same for text that may be no address at all.
    public static String of(String address) {
        try {
            return of(URI.create(address.strip()));
        } catch (IllegalArgumentException _) {
            return UNREADABLE;
        }
    }
}
