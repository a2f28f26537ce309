package org.quietbell.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Http;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;

/// The channel type `webhook`: one signed JSON object to an address of one's own.
///
/// Settings: `url-file` (the address, which may be a secret), `secret-file` (the signing secret:
/// text, or `whsec_` and base64; 16 bytes or more).
///
/// The body is `{"subject":…,"body":…}`. `Idempotency-Key` and `webhook-id` carry the stable id of
/// the notice, the same for a repeat. `webhook-signature` is `v1,` and the base64 of HMAC-SHA-256
/// over `ID.TIMESTAMP.BODY`, where the timestamp is that of `webhook-timestamp`, in seconds: so the
/// other side can refuse what is forged, changed, or sent again by somebody else. Any answer of 200
/// to 299 counts.
///
/// Source: Standard Webhooks 1.0.0, "Webhook metadata", "Signature scheme".
final class WebhookChannel implements WebService {
    static final String TYPE = "webhook";

    private static final Pattern PATH = Pattern.compile(".*");
    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 16;

    private final URI url;
    private final byte[] key;
    private final InstantSource clock;

    private WebhookChannel(URI url, byte[] key, InstantSource clock) {
        this.url = url;
        this.key = key;
        this.clock = clock;
    }

    /// Reads the settings; empty, with problems noted, if one of them is wrong.
    ///
    /// @param clock for the timestamp
    static Optional<Channel> build(ChannelId id, Section section, Http http, InstantSource clock) {
        Optional<URI> url = WebAddress.secret(section, PATH, "");
        Optional<byte[]> key =
                WebAddress.neededSecret(section, "secret", "the secret to sign with")
                        .map(WebhookChannel::key);
        if (key.isPresent() && key.get().length < LEAST_BYTES) {
            section.problem(
                    "secret-file", "must hold 16 characters or more, or whsec_ and base64 of such");
            return Optional.empty();
        }
        return url.flatMap(u -> key.map(k -> new WebhookChannel(u, k, clock)))
                .map(service -> new WebChannel(id, TYPE, service, http));
    }

    /// Nothing, if it is announced as base64 and is none.
    private static byte[] key(Secret secret) {
        String text = secret.reveal();
        if (!text.startsWith(PREFIX)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException _) {
            return new byte[0]; // its message would show a part of the secret
        }
    }

    @Override
    public String label() {
        return "webhook server";
    }

    @Override
    public URI address() {
        return url;
    }

    @Override
    public Request request(Message message) {
        byte[] json =
                Json.object()
                        .put("subject", Plain.line(message.subject()))
                        .put("body", Plain.lines(message.body()))
                        .build()
                        .bytes();
        String id = Plain.wireId(message);
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        byte[] signature =
                HmacSha256.of(
                        key, (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8), json);
        return Request.post(url, "application/json", json)
                .header("Idempotency-Key", id)
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signature));
    }

    @Override
    public boolean isYes(Answer answer) {
        return true;
    }
}
