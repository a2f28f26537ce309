package org.quietbell.channel;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Http;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;

/// The channel type `gotify`: one message to a Gotify server of one's own.
///
/// Settings: `url` (the server), `token-file` (of the application there).
///
/// The text is marked as plain, so that no client reads markup in it. No priority is sent: the one
/// set for the application holds. No idempotent send: after an answer that was lost on the way, a
/// repeat shows twice.
///
/// Source: Gotify API, "POST /message"; Gotify manual, "Message extras".
final class GotifyChannel implements WebService {
    static final String TYPE = "gotify";

    private static final Map<String, ?> PLAIN =
            Map.of("client::display", Map.of("contentType", "text/plain"));

    private final URI url;
    private final Secret token;

    private GotifyChannel(URI url, Secret token) {
        this.url = url;
        this.token = token;
    }

    /// Reads the settings; empty, with problems noted, if one of them is wrong.
    static Optional<Channel> build(ChannelId id, Section section, Http http) {
        Optional<URI> url = WebAddress.ofServer(section);
        Optional<Secret> token =
                WebAddress.neededToken(section, "token", "the token of the application");
        return url.flatMap(u -> token.map(t -> new GotifyChannel(u, t)))
                .map(service -> new WebChannel(id, TYPE, service, http));
    }

    @Override
    public String label() {
        return "Gotify server";
    }

    @Override
    public URI address() {
        return url;
    }

    @Override
    public Request request(Message message) {
        byte[] json =
                Json.object()
                        .put("title", Plain.line(message.subject()))
                        .put("message", Plain.bodyOrSubject(message))
                        .put("extras", PLAIN)
                        .build()
                        .bytes();
        return Request.post(WebAddress.below(url, "message"), "application/json", json)
                // a token in the query would stand in the server's log
                .header("X-Gotify-Key", token.reveal());
    }

    @Override
    public boolean isYes(Answer answer) {
        return answer.json().at("id").whole().isPresent()
                && answer.json().at("appid").whole().isPresent();
    }
}
