package org.quietbell.http;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a server answered, whole and decompressed.
///
/// @param bytes decoded, at most the configured maximum
/// @param contentType as sent, perhaps empty
/// @param fetchedAt when it had arrived
/// @param from the address that answered, after redirects
/// @param headers single-valued, by lower-case name
/// @param hops the redirects on the way to it, in their order
public record Body(
        byte[] bytes,
        String contentType,
        Instant fetchedAt,
        URI from,
        Map<String, String> headers,
        List<Hop> hops) {
    public Body {
        headers = Map.copyOf(headers);
        hops = List.copyOf(hops);
    }

    /// What a server answered at the address that was asked.
    public Body(
            byte[] bytes,
            String contentType,
            Instant fetchedAt,
            URI from,
            Map<String, String> headers) {
        this(bytes, contentType, fetchedAt, from, headers, List.of());
    }

    /// That header's value, whatever the case of its name.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return "body of " + bytes.length + " bytes from " + from.getHost();
    }
}
