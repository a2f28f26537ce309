package org.quietbell.channel;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Section;
import org.quietbell.http.Http;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;

/// The channel type `mattermost`: one message to an incoming webhook of a Mattermost server.
///
/// Settings: `url-file` (the webhook's address, which is a secret).
///
/// Mattermost reads Markdown and names in every text, and no switch turns that off, so each
/// character that could begin either is written to stand for itself. The server and whoever is in
/// that channel of it can read the text. Neither a priority nor another sender's name is sent. No
/// idempotent send.
///
/// Source: Mattermost, "Incoming webhooks" (parameters, Slack compatibility).
final class MattermostChannel implements WebService {
    static final String TYPE = "mattermost";

    /// Of old servers; newer ones split a longer text into several messages.
    static final int MOST = 4000;

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*/hooks/[A-Za-z0-9]+");

    private final URI url;

    private MattermostChannel(URI url) {
        this.url = url;
    }

    /// Reads the settings; empty, with problems noted, if one of them is wrong.
    static Optional<Channel> build(ChannelId id, Section section, Http http) {
        return WebAddress.secret(
                        section, PATH, "must hold the address of a webhook, which ends in /hooks/…")
                .map(url -> new WebChannel(id, TYPE, new MattermostChannel(url), http));
    }

    @Override
    public String label() {
        return "Mattermost server";
    }

    @Override
    public URI address() {
        return url;
    }

    @Override
    public Request request(Message message) {
        byte[] json =
                Json.object()
                        .put("text", Inert.MARKDOWN.fitted(Plain.text(message), MOST))
                        .build()
                        .bytes();
        return Request.post(url, "application/json", json);
    }

    @Override
    public boolean isYes(Answer answer) {
        return answer.word().equals("ok");
    }
}
