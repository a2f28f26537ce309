package org.quietbell.channel;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Section;
import org.quietbell.http.Http;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;

/// The channel type `slack`: one message to an incoming webhook of Slack.
///
/// Settings: `url-file` (the webhook's address, which is a secret).
///
/// Markup, names and previews are switched off, and the three characters that Slack reads are
/// written as it asks, so that neither a link nor `<!channel>` comes of found text. Slack and
/// whoever is in that Slack channel can read it. No idempotent send.
///
/// Source: Slack, "Sending messages using incoming webhooks", "Formatting text for app surfaces",
/// "Unfurling links".
final class SlackChannel implements WebService {
    static final String TYPE = "slack";

    /// The limit of one section of text: far below that of a message.
    static final int MOST = 3000;

    private static final Pattern PATH = Pattern.compile("/.+");

    private final URI url;

    private SlackChannel(URI url) {
        this.url = url;
    }

    /// Reads the settings; empty, with problems noted, if one of them is wrong.
    static Optional<Channel> build(ChannelId id, Section section, Http http) {
        return WebAddress.secret(section, PATH, "must hold the whole address of a webhook")
                .map(url -> new WebChannel(id, TYPE, new SlackChannel(url), http));
    }

    @Override
    public String label() {
        return "Slack server";
    }

    @Override
    public URI address() {
        return url;
    }

    @Override
    public Request request(Message message) {
        byte[] json =
                Json.object()
                        .put("text", Inert.SLACK.fitted(Plain.text(message), MOST))
                        .put("mrkdwn", false)
                        .put("link_names", false)
                        .put("unfurl_links", false)
                        .put("unfurl_media", false)
                        .build()
                        .bytes();
        return Request.post(url, "application/json", json);
    }

    @Override
    public boolean isYes(Answer answer) {
        return answer.word().equals("ok");
    }
}
