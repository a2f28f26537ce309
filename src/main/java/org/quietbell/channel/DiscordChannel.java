package org.quietbell.channel;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Section;
import org.quietbell.http.Http;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;

/// The channel type `discord`: one message to a webhook of Discord.
///
/// Settings: `url-file` (the webhook's address, which is a secret, perhaps with a `thread_id`).
///
/// It asks Discord to wait, since else a message that was not kept gives no error. Nobody is called
/// (`allowed_mentions`), no link is unfolded (flag 4), and Markdown is written to stand for itself.
/// Discord and whoever is in that channel of it can read the text. No idempotent send.
///
/// Source: Discord, "Execute Webhook", "Allowed Mentions Object", "Message Flags", "Rate Limits".
final class DiscordChannel implements WebService {
    static final String TYPE = "discord";

    static final int MOST = 2000;

    private static final Pattern PATH =
            Pattern.compile("/api(/v[0-9]{1,2})?/webhooks/[0-9]{1,20}/[A-Za-z0-9_-]+");
    private static final Pattern THREAD = Pattern.compile("thread_id=[0-9]{1,20}");
    private static final String RULE =
            "must hold the address of a webhook as Discord shows it, perhaps with a thread_id";
    private static final int SUPPRESS_EMBEDS = 4;

    private final URI url;

    private DiscordChannel(URI url) {
        this.url = url;
    }

    /// Reads the settings; empty, with problems noted, if one of them is wrong.
    static Optional<Channel> build(ChannelId id, Section section, Http http) {
        Optional<URI> url = WebAddress.secret(section, PATH, RULE);
        if (url.isPresent()
                && url.get().getRawQuery() != null
                && !THREAD.matcher(url.get().getRawQuery()).matches()) {
            section.problem("url-file", RULE);
            return Optional.empty();
        }
        return url.map(u -> new WebChannel(id, TYPE, new DiscordChannel(u), http));
    }

    @Override
    public String label() {
        return "Discord server";
    }

    @Override
    public URI address() {
        return url;
    }

    @Override
    public Request request(Message message) {
        byte[] json =
                Json.object()
                        .put("content", Inert.MARKDOWN.fitted(Plain.text(message), MOST))
                        .put("allowed_mentions", Map.of("parse", List.of()))
                        .put("flags", SUPPRESS_EMBEDS)
                        .build()
                        .bytes();
        return Request.post(url, "application/json", json).with("wait", "true");
    }

    @Override
    public boolean isYes(Answer answer) {
        return answer.json().at("id").text().isPresent();
    }

    /// Given in seconds, with a fraction.
    @Override
    public Optional<Duration> wait(Answer answer) {
        return Seconds.of(answer.json().at("retry_after"));
    }
}
