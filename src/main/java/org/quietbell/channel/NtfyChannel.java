package org.quietbell.channel;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Endpoint;
import org.quietbell.http.Fault;
import org.quietbell.http.Http;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;
import org.quietbell.notice.ChannelId;

/// The channel type `ntfy`: publishes to a topic of an ntfy server.
///
/// Settings: `url` (the server's root, `https`, or `http` within the house), `topic-file` or
/// `topic`, `token-file`, `cache` (default true) and `firebase` (default false).
///
/// A topic counts as a secret, since on an open server whoever knows it reads along: it is never
/// part of a fault. `cache: false` keeps the text off the server's disk, but a phone that is off
/// then never hears; so it stays on. `firebase: true` lets the text pass through Google's relay,
/// which only makes it quicker; so it stays off. Neither priority, tags, links nor buttons are
/// sent.
///
/// Source: ntfy manual, "Publish as JSON", "Message caching", "Disable Firebase", "Limitations".
final class NtfyChannel implements Channel {
    static final String TYPE = "ntfy";

    /// Above it the server turns a message into an attachment.
    static final int MOST_BYTES = 4096;

    private static final Pattern TOPIC = Pattern.compile("[-_A-Za-z0-9]{1,64}");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,256}");
    private static final Pattern AT_HOME =
            Pattern.compile(
                    "localhost|[^.:]+|127(\\.[0-9]+){3}|10(\\.[0-9]+){3}|192\\.168(\\.[0-9]+){2}"
                            + "|172\\.(1[6-9]|2[0-9]|3[01])(\\.[0-9]+){2}|\\[::1]|\\[f[cd].*]"
                            + "|.*\\.(local|lan|internal|home\\.arpa|onion)");

    private final ChannelId id;
    private final Settings settings;
    private final Http http;

    private record Settings(
            URI url, Secret topic, Optional<Secret> token, boolean cache, boolean firebase) {}

    private NtfyChannel(ChannelId id, Settings settings, Http http) {
        this.id = id;
        this.settings = settings;
        this.http = http;
    }

    /// Reads the settings; empty, with problems noted, if the address or the topic is of no use.
    static Optional<Channel> build(ChannelId id, Section section, Http http) {
        Optional<URI> url = root(section);
        Optional<Secret> topic = topic(section);
        Optional<Secret> token = section.secret("token");
        if (token.isPresent() && !TOKEN.matcher(token.get().reveal()).matches()) {
            section.problem("token-file", "must hold one token, without blanks");
            return Optional.empty();
        }
        boolean cache = section.truth("cache", true);
        boolean firebase = section.truth("firebase", false);
        if (url.isEmpty() || topic.isEmpty()) {
            return Optional.empty();
        }
        Settings settings = new Settings(url.get(), topic.get(), token, cache, firebase);
        return Optional.of(new NtfyChannel(id, settings, http));
    }

    private static Optional<URI> root(Section section) {
        section.required("url");
        Optional<URI> url = section.address("url");
        if (url.isEmpty()) {
            return url;
        }
        URI given = url.get();
        String path = given.getRawPath();
        if (given.getHost() == null
                || given.getRawUserInfo() != null
                || given.getRawQuery() != null
                || given.getRawFragment() != null
                || !(path.isEmpty() || path.equals("/"))) {
            // JSON sent to /TOPIC would be shown as it is
            section.problem("url", "must be the server's root; the topic goes into topic-file");
            return Optional.empty();
        }
        if (given.getScheme().equalsIgnoreCase("http") && !isAtHome(given.getHost())) {
            section.problem("url", "must be https, unless the server stands in your own network");
            return Optional.empty();
        }
        return path.isEmpty() ? Optional.of(given.resolve("/")) : url;
    }

    private static boolean isAtHome(String host) {
        return AT_HOME.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    private static Optional<Secret> topic(Section section) {
        boolean inSettings = section.has("topic");
        if (inSettings == section.has("topic-file")) {
            section.problem(
                    "topic-file",
                    inSettings
                            ? "stands beside topic; keep one of the two"
                            : "is missing; write the name of a file that holds the topic");
            return Optional.empty();
        }
        Optional<Secret> topic =
                inSettings ? section.text("topic").map(Secret::new) : section.secret("topic");
        if (topic.isPresent() && !TOPIC.matcher(topic.get().reveal()).matches()) {
            section.problem(
                    inSettings ? "topic" : "topic-file", "must be 1 to 64 of A-Z a-z 0-9 - _");
            return Optional.empty();
        }
        return topic;
    }

    @Override
    public ChannelId id() {
        return id;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<Endpoint> endpoint() {
        return Optional.of(Endpoint.of(settings.url()));
    }

    @Override
    public Delivery send(Message message) {
        return switch (http.send(request(message))) {
            case Reply.Ok(_, Body body) -> taken(body);
            case Reply.NotModified _ -> failed(Fault.Kind.BROKEN, "gave no answer to a message");
            case Reply.RateLimited(var until, int status, _) ->
                    new Delivery.Later(
                            new Fault(
                                    status == 429 ? Fault.Kind.QUOTA : Fault.Kind.TROUBLED,
                                    what("asks for a rest (" + status + ")")),
                            Optional.of(until));
            case Reply.Refused(int status, Body body) -> refused(status, body);
            case Reply.Failed(Fault fault) -> Delivery.failed(fault);
        };
    }

    private Request request(Message message) {
        String title = Plain.line(message.subject());
        String text = Plain.lines(message.body()).strip();
        // the server would put a word of its own in place of a message without text
        String shown = text.isEmpty() ? title : text;
        byte[] json =
                Json.object()
                        .put("topic", settings.topic().reveal())
                        .put("title", title)
                        .put("message", Plain.atMost(shown, MOST_BYTES))
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

    /// A 200 counts only when it is the server's own echo: a hotel's login page answers 200 too.
    private Delivery taken(Body body) {
        if (!Endpoint.of(settings.url()).equals(Endpoint.of(body.from()))) {
            return failed(
                    Fault.Kind.REFUSED, "sends on to another place; write that one as its url");
        }
        boolean echoed =
                json(body)
                        .filter(echo -> echo.at("event").text().equals(Optional.of("message")))
                        .flatMap(echo -> echo.at("id").text())
                        .isPresent();
        return echoed
                ? new Delivery.Delivered()
                : failed(Fault.Kind.BROKEN, "does not answer like an ntfy server");
    }

    private Delivery refused(int status, Body body) {
        Fault.Kind kind = status == 413 ? Fault.Kind.TOO_LARGE : Fault.ofStatus(status).kind();
        String code =
                json(body).flatMap(error -> error.at("code").whole()).map(c -> ", " + c).orElse("");
        return failed(kind, "answered with status " + status + code);
    }

    private static Optional<Json> json(Body body) {
        try {
            return Optional.of(Json.read(body.bytes()));
        } catch (MalformedJsonException _) {
            return Optional.empty(); // an error page of something in between
        }
    }

    private Delivery failed(Fault.Kind kind, String what) {
        return Delivery.failed(new Fault(kind, what(what)));
    }

    private String what(String what) {
        return "ntfy server " + settings.url().getHost() + " " + what;
    }

    @Override
    public String toString() {
        return TYPE + " channel " + id;
    }
}
