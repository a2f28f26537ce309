package org.quietbell.channel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Http;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;

/// The channel type `pushover`: one message to one person's devices through Pushover.
///
/// Settings: `token-file` (of the application), `user-file` (the person's key), `url` (another
/// address than Pushover's own, for a relay).
///
/// Neither priority, sound, link nor markup is sent. Pushover can read the text. No idempotent
/// send. What Pushover answered 4xx to is never sent again, as its rules demand.
///
/// Source: Pushover API, "Pushing messages", "Limitations", "Being friendly to our API".
final class PushoverChannel implements WebService {
    static final String TYPE = "pushover";

    static final URI VENDOR = URI.create("https://api.pushover.net");

    static final int MOST = 1024;
    static final int MOST_TITLE = 250;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{30}");
    private static final Pattern EPOCH = Pattern.compile("[0-9]{1,12}");

    private final URI url;
    private final Secret token;
    private final Secret user;

    private PushoverChannel(URI url, Secret token, Secret user) {
        this.url = url;
        this.token = token;
        this.user = user;
    }

    /// Reads the settings; empty, with problems noted, if one of them is wrong.
    static Optional<Channel> build(ChannelId id, Section section, Http http) {
        Optional<URI> url = WebAddress.ofServer(section, VENDOR);
        Optional<Secret> token = key(section, "token", "the token of the application");
        Optional<Secret> user = key(section, "user", "the person's key");
        if (url.isEmpty() || token.isEmpty() || user.isEmpty()) {
            return Optional.empty();
        }
        WebService service = new PushoverChannel(url.get(), token.get(), user.get());
        return Optional.of(new WebChannel(id, TYPE, service, http));
    }

    private static Optional<Secret> key(Section section, String key, String what) {
        Optional<Secret> secret = WebAddress.neededSecret(section, key, what);
        if (secret.isPresent() && !KEY.matcher(secret.get().reveal()).matches()) {
            section.problem(key + "-file", "must hold 30 letters and digits");
            return Optional.empty();
        }
        return secret;
    }

    @Override
    public String label() {
        return "Pushover server";
    }

    @Override
    public URI address() {
        return url;
    }

    @Override
    public Request request(Message message) {
        byte[] json =
                Json.object()
                        .put("token", token.reveal())
                        .put("user", user.reveal())
                        .put(
                                "title",
                                Inert.AS_IT_IS.fitted(Plain.line(message.subject()), MOST_TITLE))
                        .put("message", Inert.AS_IT_IS.fitted(Plain.bodyOrSubject(message), MOST))
                        .build()
                        .bytes();
        return Request.post(WebAddress.below(url, "1/messages.json"), "application/json", json);
    }

    @Override
    public boolean isYes(Answer answer) {
        return answer.json().at("status").whole().equals(Optional.of(1L));
    }

    /// A month's allowance that is used up comes back at a moment that a header names.
    @Override
    public Optional<Duration> wait(Answer answer) {
        return answer.body()
                .header("X-Limit-App-Reset")
                .filter(text -> EPOCH.matcher(text).matches())
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)))
                .map(reset -> Duration.between(answer.body().fetchedAt(), reset));
    }
}
