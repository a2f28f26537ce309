package org.quietbell.channel;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Http;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;

/// The channel type `matrix`: one message into a room of a Matrix homeserver.
///
/// Settings: `url` (the homeserver's own address, not the domain of its users), `room` (its id,
/// which begins with `!`), `token-file` (an access token).
///
/// A repeat carries the same transaction id, and the server answers with the same event instead of
/// a second one. An empty `m.mentions` says that nobody is called, whatever the text holds. The
/// text is not encrypted, so the room must be one without encryption, and everybody in it and the
/// homeserver can read it.
///
/// Source: Matrix client-server API, "PUT .../send/{eventType}/{txnId}", "User and room mentions",
/// "Size limits".
final class MatrixChannel implements WebService {
    static final String TYPE = "matrix";

    /// An event has at most 65,536 bytes with everything around the text, which JSON may double.
    static final int MOST_BYTES = 30_000;

    private static final Pattern ROOM = Pattern.compile("![\\x21-\\x7e]{1,254}");

    private final URI url;
    private final String room;
    private final Secret token;

    private MatrixChannel(URI url, String room, Secret token) {
        this.url = url;
        this.room = room;
        this.token = token;
    }

    /// Reads the settings; empty, with problems noted, if one of them is wrong.
    static Optional<Channel> build(ChannelId id, Section section, Http http) {
        Optional<URI> url = WebAddress.ofServer(section);
        Optional<String> room = section.required("room", MatrixChannel::room);
        Optional<Secret> token = WebAddress.neededToken(section, "token", "an access token");
        if (url.isEmpty() || room.isEmpty() || token.isEmpty()) {
            return Optional.empty();
        }
        WebService service = new MatrixChannel(url.get(), room.get(), token.get());
        return Optional.of(new WebChannel(id, TYPE, service, http));
    }

    private static String room(String text) {
        String room = text.strip();
        if (!ROOM.matcher(room).matches()) {
            // an alias can be given to another room at any time
            throw new IllegalArgumentException(
                    "must be the id of a room, which begins with !; an alias (#) will not do");
        }
        return room;
    }

    @Override
    public String label() {
        return "Matrix server";
    }

    @Override
    public URI address() {
        return url;
    }

    @Override
    public Request request(Message message) {
        String path =
                "_matrix/client/v3/rooms/"
                        + WebAddress.part(room)
                        + "/send/m.room.message/"
                        + Plain.wireId(message);
        byte[] json =
                Json.object()
                        .put("msgtype", "m.text")
                        .put("body", Plain.atMost(Plain.text(message), MOST_BYTES))
                        .put("m.mentions", Map.of())
                        .build()
                        .bytes();
        return Request.put(WebAddress.below(url, path), "application/json", json)
                .header("Authorization", "Bearer " + token.reveal());
    }

    @Override
    public boolean isYes(Answer answer) {
        return answer.json().at("event_id").text().isPresent();
    }

    @Override
    public Optional<Duration> wait(Answer answer) {
        return answer.json().at("retry_after_ms").whole().map(Duration::ofMillis);
    }
}
