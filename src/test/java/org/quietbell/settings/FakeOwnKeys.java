package org.quietbell.settings;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.quietbell.config.Section;
import org.quietbell.notice.ChannelId;
import org.quietbell.source.Budget;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.watch.CaseId;

/// Knows the types of this version and, roughly, their keys.
final class FakeOwnKeys implements OwnKeys {
    @Override
    public Collection<String> channelTypes() {
        return List.of("email", "file", "ntfy", "private-feed");
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
    public Optional<SourceEntry> source(Section entry) {
        Optional<SourceId> id = entry.required("id", SourceId::new);
        Optional<String> type = entry.required("type", OneOf.of(List.of("feed", "searxng")));
        boolean isFeed = type.equals(Optional.of("feed"));
        Duration every =
                entry.duration("every", isFeed ? Duration.ofMinutes(30) : Duration.ofHours(6));
        List<Budget> budget = entry.parsedAll("budget", FakeOwnKeys::daily);
        Optional<CaseId> owner = entry.parsed("case", CaseId::new);
        Section own = entry.without("id", "type", "case", "every", "budget");
        if (own.has("url-file")) {
            own.secret("url");
        } else {
            own.required("url");
            own.address("url");
        }
        own.finish();
        if (id.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new SourceEntry(
                        id.get(), type.get(), owner, own.settings(), every, budget, true, true));
    }

    private static Budget daily(String text) {
        if (!text.matches("[1-9][0-9]*/day")) {
            throw new IllegalArgumentException("must be a number of requests such as 60/day");
        }
        return new Budget(
                Integer.parseInt(text.substring(0, text.indexOf('/'))), Duration.ofDays(1));
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
                own.text("pause-link");
            }
            case "private-feed" -> own.text("secret-file");
            default -> {
                own.required("path");
                own.path("path");
            }
        }
    }
}
