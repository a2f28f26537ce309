package org.quietbell.channel;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Fault;
import org.quietbell.http.Http;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;

/// The channel type `apprise`: one message to an Apprise API server, which passes it on.
///
/// Settings: `url` (the server), and either `key-file` (the key under which the server keeps where
/// to pass it on) with `tag`, or `target-file` (one Apprise address). The key is the better choice:
/// an address holds the target's password and travels with each message.
///
/// To whom a key leads is settled at that server and not seen here. So "some of them failed" is
/// final there: to try again would tell those once more who were told (R1.13).
///
/// Source: Apprise API, "POST /notify" and "POST /notify/{KEY}".
final class AppriseChannel implements WebService {
    static final String TYPE = "apprise";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern TARGET =
            Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[\\x21-\\x7e&&[^,]]{1,2000}");

    private final URI url;
    private final Optional<Secret> key;
    private final Optional<Secret> target;
    private final Optional<String> tag;

    private AppriseChannel(
            URI url, Optional<Secret> key, Optional<Secret> target, Optional<String> tag) {
        this.url = url;
        this.key = key;
        this.target = target;
        this.tag = tag;
    }

    /// Reads the settings; empty, with problems noted, if one of them is wrong.
    static Optional<Channel> build(ChannelId id, Section section, Http http) {
        Optional<URI> url = WebAddress.ofServer(section);
        Optional<Secret> key = secret(section, "key", KEY, "1 to 128 of A-Z a-z 0-9 - _");
        Optional<Secret> target =
                secret(section, "target", TARGET, "one Apprise address, without a comma");
        Optional<String> tag = section.parsed("tag", AppriseChannel::tag);
        if (section.has("key-file") == section.has("target-file")) {
            section.problem(
                    "key-file",
                    section.has("key-file")
                            ? "stands beside target-file; keep one of the two"
                            : "is missing; write the name of a file that holds the key");
            return Optional.empty();
        }
        if (section.has("tag") && target.isPresent()) {
            section.problem("tag", "goes with key-file only");
        }
        if (url.isEmpty() || (key.isEmpty() && target.isEmpty())) {
            return Optional.empty();
        }
        WebService service = new AppriseChannel(url.get(), key, target, tag);
        return Optional.of(new WebChannel(id, TYPE, service, http));
    }

    private static Optional<Secret> secret(Section section, String key, Pattern form, String rule) {
        Optional<Secret> secret = section.secret(key);
        if (secret.isPresent() && !form.matcher(secret.get().reveal()).matches()) {
            section.problem(key + "-file", "must hold " + rule);
            return Optional.empty();
        }
        return secret;
    }

    private static String tag(String text) {
        if (!TAG.matcher(text).matches()) {
            throw new IllegalArgumentException("must be one tag: 1 to 64 of A-Z a-z 0-9 - _");
        }
        return text;
    }

    @Override
    public String label() {
        return "Apprise server";
    }

    @Override
    public URI address() {
        return url;
    }

    @Override
    public Request request(Message message) {
        byte[] json =
                Json.object()
                        .putIfPresent("urls", target.map(Secret::reveal))
                        .putIfPresent("tag", tag)
                        .put("title", Plain.line(message.subject()))
                        .put("body", Plain.bodyOrSubject(message))
                        .put("type", "info")
                        .put("format", "text")
                        .build()
                        .bytes();
        String path = key.map(k -> "notify/" + k.reveal()).orElse("notify/");
        return Request.post(WebAddress.below(url, path), "application/json", json)
                .header("Accept", "application/json");
    }

    /// What it says of its work is not read; but a page for people is not its answer.
    @Override
    public boolean isYes(Answer answer) {
        String start = answer.word().toLowerCase(Locale.ROOT);
        return answer.status() == 200
                && !start.startsWith("<!doctype")
                && !start.startsWith("<html");
    }

    @Override
    public Optional<Meaning> meaning(Answer answer) {
        return switch (answer.status()) {
            case 204 ->
                    Optional.of(
                            new Meaning(
                                    Fault.Kind.MISCONFIGURED,
                                    "has nobody to pass it on to; check its key and tag"));
            case 424 ->
                    Optional.of(
                            new Meaning(
                                    key.isPresent()
                                            ? Fault.Kind.MISCONFIGURED
                                            : Fault.Kind.TROUBLED,
                                    "could not pass it on everywhere; its own log says more"));
            default -> Optional.empty();
        };
    }
}
