package org.quietbell.app;

import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.quietbell.evidence.Head;
import org.quietbell.http.Endpoint;
import org.quietbell.http.Outbound;
import org.quietbell.stamp.Stamp;
import org.quietbell.stamp.TimeAuthority;

/// The authority that somebody named for a stamp, asked once for it.
record Stamping(URI address) {
    /// @throws Refusal if it is no address of one
    static Stamping of(String text) {
        return parsed(text)
                .filter(Stamping::isOne)
                .map(Stamping::new)
                .orElseThrow(() ->
                        new Refusal(
                                Exit.USAGE,
                                "--time-stamp",
                                "it is no address of an authority",
                                "write it whole, such as https://stamps.example/tsa"));
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(URI.create(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isOne(URI address) {
        String scheme =
                Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && address.getHost() != null
                && address.getRawUserInfo() == null;
    }

    String host() {
        return address.getHost();
    }

    /// Sends the hash of the last entry there, and nothing else.
    Stamp ask(Outbound outbound, Head head) {
        boolean isPlain = "http".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : isPlain ? 80 : 443;
        outbound.permit(new Endpoint(host(), port));
        return new TimeAuthority(outbound.http(), address, new SecureRandom())
                .stamp(HexFormat.of().parseHex(head.hash()));
    }
}
