package org.quietbell.http;

import java.net.URI;
import java.time.Instant;
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
public record Body(
        byte[] bytes,
        String contentType,
        Instant fetchedAt,
        URI from,
        Map<String, String> headers) {
    public Body {
        headers = Map.copyOf(headers);
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
