package org.quietbell.app;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.quietbell.config.Section;
import org.quietbell.notice.ChannelId;
import org.quietbell.source.SourceId;

/// Knows the types of this version and, roughly, their keys.
final class FakeOwnKeys implements OwnKeys {
    @Override
    public Map<String, Duration> sourceTypes() {
        return Map.of("feed", Duration.ofMinutes(30), "searxng", Duration.ofHours(6));
    }

    @Override
    public Collection<String> channelTypes() {
        return List.of("email", "file", "ntfy");
    }

    @Override
    public void fetch(Section own) {
        own.number("concurrency", 32, 1, 512);
        own.number("per-host", 2, 1, 64);
        own.duration("deadline", Duration.ofSeconds(30));
        own.size("max-body", 10L << 20);
        own.text("user-agent");
        own.text("proxy");
        own.texts("allow-addresses");
    }

    @Override
    public void source(SourceId id, String type, Section own) {
        if (own.has("url-file")) {
            own.secret("url");
        } else {
            own.required("url");
            own.address("url");
        }
    }

    @Override
    public void channel(ChannelId id, String type, Section own) {
        switch (type) {
            case "email" -> {
                own.required("to");
                own.required("from");
                own.required("host");
                own.number("port", 587, 1, 65_535);
                own.text("tls");
                own.text("user");
                own.secret("password");
            }
            case "ntfy" -> {
                own.required("url");
                own.address("url");
                if (own.has("topic-file")) {
                    own.secret("topic");
                } else {
                    own.required("topic");
                }
                own.secret("token");
            }
            default -> {
                own.required("path");
                own.path("path");
            }
        }
    }
}
