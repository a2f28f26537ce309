package org.quietbell.source;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.quietbell.http.Body;

/// Bodies for tests.
final class Bodies {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final URI FROM = URI.create("http://news.example.org/feeds/a.xml");

    private Bodies() {}

    static Body of(String text, String contentType) {
        return of(text.getBytes(StandardCharsets.UTF_8), contentType);
    }

    static Body of(byte[] bytes, String contentType) {
        return new Body(bytes, contentType, NOW, FROM, Map.of());
    }

    static Body of(String text, String contentType, Map<String, String> headers) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Body(bytes, contentType, NOW, FROM, headers);
    }

    static FeedDocument feed(String text) throws MalformedReplyException {
        return FeedReader.read(text.getBytes(StandardCharsets.UTF_8), "text/xml", FROM.toString());
    }
}
