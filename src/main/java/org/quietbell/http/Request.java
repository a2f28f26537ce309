package org.quietbell.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One request, absolute `http` or `https`.
///
/// @param method `GET`, `POST` or `PUT`
/// @param address with its query; may hold a secret, so [#toString] shows its host only
/// @param headers in order; never `Host`, `Accept-Encoding` or `User-Agent`
/// @param payload what is sent with a `POST` or a `PUT`
/// @param apart how long after the last request to its host that wanted a distance it is sent at
///   the earliest; zero: at once
public record Request(
        String method,
        URI address,
        Map<String, String> headers,
        Optional<Payload> payload,
        Duration apart) {
    /// A body to send.
    public record Payload(String contentType, byte[] bytes) {}

    /// @throws IllegalArgumentException if the address is not absolute `http` or `https` with a
    ///   host
    public Request {
        String scheme = address.getScheme();
        if (scheme == null
                || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                || address.getRawAuthority() == null) {
            throw new IllegalArgumentException("address: must be absolute http or https");
        }
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /// A request for what stands at that address.
    public static Request get(URI address) {
        return new Request("GET", address, Map.of(), Optional.empty(), Duration.ZERO);
    }

    /// A request that hands something over.
    public static Request post(URI address, String contentType, byte[] bytes) {
        return handingOver("POST", address, contentType, bytes);
    }

    /// A request that hands something over under a name of our choice.
    public static Request put(URI address, String contentType, byte[] bytes) {
        return handingOver("PUT", address, contentType, bytes);
    }

    private static Request handingOver(
            String method, URI address, String contentType, byte[] bytes) {
        return new Request(
                method,
                address,
                Map.of(),
                Optional.of(new Payload(contentType, bytes)),
                Duration.ZERO);
    }

    /// The same with one more parameter at the end of the query, encoded.
    public Request with(String name, String value) {
        String text = address.toString();
        int fragment = text.indexOf('#');
        if (fragment >= 0) {
            text = text.substring(0, fragment);
        }
        String joint = address.getRawQuery() == null ? "?" : "&";
        return new Request(
                method,
                URI.create(text + joint + encoded(name) + "=" + encoded(value)),
                headers,
                payload,
                apart);
    }

    /// The same with one more header.
    public Request header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(method, address, more, payload, apart);
    }

    /// The same, sent at this distance from others to its host.
    public Request apart(Duration distance) {
        return new Request(method, address, headers, payload, distance);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + address.getHost();
    }
}
