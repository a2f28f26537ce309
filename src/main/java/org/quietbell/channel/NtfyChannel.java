package org.quietbell.channel;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Http;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;

/// The channel type `ntfy`: publishes to a topic of an ntfy server.
///
/// Settings: `url` (the server's root, `https`, or `http` within the house), `topic-file` or
/// `topic`, `token-file`, `cache` (default true) and `firebase` (default false).
///
/// A topic counts as a secret, since on an open server whoever knows it reads along: it is never
/// part of a fault. `cache: false` keeps the text off the server's disk, but a phone that is off
/// then never hears; so it stays on. `firebase: true` lets the text pass through Google's relay,
/// which only makes it quicker; so it stays off. Neither priority, tags nor links are sent, and no
/// button but the one that pauses, where she switched that on; the server can use it too.
///
/// Source: ntfy manual, "Publish as JSON", "Message caching", "Disable Firebase", "Limitations",
/// "Send HTTP request".
final class NtfyChannel implements WebService {
    static final String TYPE = "ntfy";

    /// Above it the server turns a message into an attachment.
    static final int MOST_BYTES = 4096;

    private static final Pattern TOPIC = Pattern.compile("[-_A-Za-z0-9]{1,64}");

    private final Settings settings;

    private record Settings(
            URI url, Secret topic, Optional<Secret> token, boolean cache, boolean firebase) {}

    private NtfyChannel(Settings settings) {
        this.settings = settings;
    }

    /// Reads the settings; empty, with problems noted, if the address or the topic is of no use.
    static Optional<Channel> build(ChannelId id, Section section, Http http) {
        Optional<URI> url = root(section);
        Optional<Secret> topic = topic(section);
        Optional<Secret> token = WebAddress.token(section, "token");
        boolean cache = section.truth("cache", true);
        boolean firebase = section.truth("firebase", false);
        if (url.isEmpty() || topic.isEmpty()) {
            return Optional.empty();
        }
        Settings settings = new Settings(url.get(), topic.get(), token, cache, firebase);
        return Optional.of(new WebChannel(id, TYPE, new NtfyChannel(settings), http));
    }

    private static Optional<URI> root(Section section) {
        Optional<URI> url = WebAddress.ofServer(section);
        if (url.isEmpty()) {
            return url;
        }
        String path = url.get().getRawPath();
        if (!(path.isEmpty() || path.equals("/"))) {
            // JSON sent to /TOPIC would be shown as it is
            section.problem("url", "must be the server's root; the topic goes into topic-file");
            return Optional.empty();
        }
        return Optional.of(WebAddress.below(url.get(), ""));
    }

    private static Optional<Secret> topic(Section section) {
        boolean inSettings = section.has("topic");
        section.text("topic-file"); // known, also where the other one stands
        Optional<Secret> topic =
                inSettings ? section.text("topic").map(Secret::new) : section.secret("topic");
        if (inSettings == section.has("topic-file")) {
            section.problem(
                    "topic-file",
                    inSettings
                            ? "stands beside topic; keep one of the two"
                            : "is missing; write the name of a file that holds the topic");
            return Optional.empty();
        }
        if (topic.isPresent() && !TOPIC.matcher(topic.get().reveal()).matches()) {
            section.problem(
                    inSettings ? "topic" : "topic-file", "must be 1 to 64 of A-Z a-z 0-9 - _");
            return Optional.empty();
        }
        return topic;
    }

    @Override
    public String label() {
        return "ntfy server";
    }

    @Override
    public URI address() {
        return settings.url();
    }

    @Override
    public Request request(Message message) {
        byte[] json =
                Json.object()
                        .put("topic", settings.topic().reveal())
                        .put("title", Plain.line(message.subject()))
                        .put("message", Plain.atMost(Plain.bodyOrSubject(message), MOST_BYTES))
                        .putIfPresent("actions", message.pauseLink().map(NtfyChannel::actions))
                        .build()
                        .bytes();
        Request request =
                Request.post(settings.url(), "application/json", json)
                        .header("Cache", settings.cache() ? "yes" : "no")
                        .header("Firebase", settings.firebase() ? "yes" : "no")
                        // from 2.16 on a repeat takes the place of the first one
                        .header("X-Sequence-ID", Plain.wireId(message));
        return settings.token()
                .map(token -> request.header("Authorization", "Bearer " + token.reveal()))
                .orElse(request);
    }

    /// One button, pressed in the app; it asks nobody before and opens nothing.
    private static List<Json> actions(PauseLink link) {
        return List.of(
                Json.object()
                        .put("action", "http")
                        .put("label", Plain.line(link.label()))
                        .put("url", link.address().toASCIIString())
                        .put("method", "POST")
                        .put("clear", true)
                        .build());
    }

    /// A 200 counts only when it is the server's own echo.
    @Override
    public boolean isYes(Answer answer) {
        return answer.json().at("event").text().equals(Optional.of("message"))
                && answer.json().at("id").text().isPresent();
    }

    /// The server's own number of the error says more than the status, and nothing secret.
    @Override
    public Optional<Meaning> meaning(Answer answer) {
        return answer.json()
                .at("code")
                .whole()
                .filter(_ -> answer.status() >= 400)
                .map(code ->
                        new Meaning(
                                WebChannel.kind(answer.status()),
                                "answered with status " + answer.status() + ", " + code));
    }
}
