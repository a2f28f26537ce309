package org.quietbell.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Credentials;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/// What is said along with a request.
final class RequestHeaders {
    /// Text and data before anything else, and never a word about pictures.
    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/feed+json, application/json,"
                    + " application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.8, */*;q=0.1";

    private static final Set<String> OURS =
            Set.of(
                    "host",
                    "user-agent",
                    "accept-encoding",
                    "connection",
                    "content-length",
                    "transfer-encoding");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private RequestHeaders() {}

    /// The headers of a request to the host it names.
    ///
    /// @throws IllegalArgumentException if one cannot be sent; the message holds its name alone
    static Headers of(Request request, HttpUrl url, String userAgent) {
        Headers.Builder headers = new Headers.Builder();
        request.headers().forEach((name, value) -> add(headers, name, value));
        if (headers.get("Accept") == null) {
            headers.set("Accept", ACCEPT);
        }
        if (!url.username().isEmpty() && headers.get("Authorization") == null) {
            headers.set(
                    "Authorization",
                    Credentials.basic(url.username(), url.password(), StandardCharsets.UTF_8));
        }
        return headers.set("User-Agent", userAgent)
                .set("Accept-Encoding", "gzip")
                .set("Connection", "close")
                .build();
    }

    private static void add(Headers.Builder headers, String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (OURS.contains(lower)) {
            return;
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a header has a name that cannot be sent");
        }
        if (!value.chars().allMatch(c -> (c >= ' ' && c != 0x7f) || c == '\t')) {
            if (isCondition(lower)) {
                return; // a server's own strange validator: ask without it
            }
            throw new IllegalArgumentException(
                    "the header " + name + " holds a character that cannot be sent");
        }
        headers.addUnsafeNonAscii(name, value);
    }

    /// What may be said to another host too.
    static Headers forStrangers(Headers headers) {
        Headers.Builder kept = headers.newBuilder();
        for (String name : headers.names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.startsWith("accept") && !isCondition(lower) && !OURS.contains(lower)) {
                kept.removeAll(name);
            }
        }
        return kept.build();
    }

    /// Whether the server may answer that nothing has changed.
    static boolean isConditional(Headers headers) {
        return headers.get("If-None-Match") != null || headers.get("If-Modified-Since") != null;
    }

    /// An answer's headers, by lower-case name; what was said twice is joined. Cookies are left
    /// behind, and so is what no longer holds of an unpacked body.
    static Map<String, String> received(Headers headers) {
        Map<String, String> received = new java.util.HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i).toLowerCase(Locale.ROOT);
            switch (name) {
                case "set-cookie", "set-cookie2", "content-encoding", "content-length" -> {}
                default ->
                        received.merge(
                                name.equalsIgnoreCase(Door.RETRY_AFTER) ? "retry-after" : name,
                                headers.value(i),
                                (one, other) -> one + ", " + other);
            }
        }
        return received;
    }

    private static boolean isCondition(String lowerName) {
        return lowerName.startsWith("if-");
    }
}
