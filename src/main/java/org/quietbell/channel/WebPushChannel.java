package org.quietbell.channel;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.quietbell.config.Section;
import org.quietbell.http.Fault;
import org.quietbell.http.Http;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;
import org.quietbell.notice.ChannelId;

/// The channel type `webpush`: one sealed message to one browser or app that subscribed.
///
/// Settings: `subscription-file` (what the browser or app gave, as JSON: `endpoint`, and `p256dh`
/// and `auth` under `keys`), `key-file` (see [Vapid#of]), `contact` (`mailto:` or `https:`). A
/// browser that subscribed on a page has `subscription` and `key` themselves in the sealed store.
///
/// Nobody between can read the text, `{"title":…,"body":…}`, or see how long it is. The endpoint is
/// somebody else's word, so it may lie neither in the house nor in what settings allow there, and
/// is `https` only. A repeat has the same `Topic` and takes the place of one that still waits.
///
/// Source: RFC 8030 (TTL, Topic, answers), RFC 8291, RFC 8292; W3C Push API, "PushSubscription".
final class WebPushChannel implements WebService {
    static final String TYPE = "webpush";

    /// How long the service keeps it for a device that is off.
    private static final Duration KEPT = Duration.ofDays(7);

    private static final int MOST_TITLE = 400;
    private static final String RULE =
            "must hold a subscription as JSON: endpoint (https), and p256dh and auth under keys";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Subscription subscription;
    private final Vapid vapid;
    private final InstantSource clock;

    private record Subscription(URI endpoint, ECPublicKey key, byte[] auth) {
        private static Subscription of(String text) {
            try {
                Json json = Json.read(text);
                URI endpoint = new URI(json.at("endpoint").text().orElse(""));
                byte[] key = bytes(json.at("keys").at("p256dh"));
                byte[] auth = bytes(json.at("keys").at("auth"));
                if (!WebAddress.isWeb(endpoint)
                        || !endpoint.getScheme().equalsIgnoreCase("https")
                        || auth.length != WebPushCipher.AUTH_BYTES) {
                    throw new IllegalArgumentException(RULE);
                }
                return new Subscription(endpoint, P256.publicKey(key), auth);
            } catch (MalformedJsonException | URISyntaxException | GeneralSecurityException e) {
                throw new IllegalArgumentException(RULE, e);
            }
        }

        private static byte[] bytes(Json json) {
            return Base64Url.read(json.text().orElse("")).orElse(new byte[0]);
        }

        @Override
        public String toString() {
            return "subscription at " + endpoint.getHost();
        }
    }

    private WebPushChannel(Subscription subscription, Vapid vapid, InstantSource clock) {
        this.subscription = subscription;
        this.vapid = vapid;
        this.clock = clock;
    }

    /// Reads the settings; empty, with problems noted, if one of them is wrong.
    ///
    /// @param clock for the end of what it shows to the service
    static Optional<Channel> build(ChannelId id, Section section, Http http, InstantSource clock) {
        Optional<String> contact = section.parsed("contact", WebPushChannel::contact);
        Optional<Subscription> subscription =
                read(section, "subscription", "a subscription", Subscription::of);
        Optional<Vapid> vapid =
                read(section, "key", "a pair of keys", keys -> Vapid.of(keys, contact));
        if (subscription.isEmpty() || vapid.isEmpty()) {
            return Optional.empty();
        }
        WebService service = new WebPushChannel(subscription.get(), vapid.get(), clock);
        return Optional.of(new WebChannel(id, TYPE, service, http));
    }

    /// Whether these settings make a channel; if not, the problems are noted.
    static boolean isSound(Section section) {
        return read(section, "subscription", "a subscription", Subscription::of).isPresent()
                && read(section, "key", "a pair of keys", keys -> Vapid.of(keys, Optional.empty()))
                        .isPresent();
    }

    private static <T> Optional<T> read(
            Section section, String key, String what, java.util.function.Function<String, T> as) {
        boolean own = section.has(key);
        section.text(key + "-file"); // known, also where the other one stands
        try {
            return own
                    ? section.text(key).map(as)
                    : WebAddress.neededSecret(section, key, what).map(s -> as.apply(s.reveal()));
        } catch (IllegalArgumentException e) {
            section.problem(own ? key : key + "-file", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static String contact(String text) {
        if (!(text.startsWith("mailto:") || text.startsWith("https:"))
                || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("must be a mailto: or https: address");
        }
        return text;
    }

    @Override
    public String label() {
        return "push server";
    }

    @Override
    public URI address() {
        return subscription.endpoint();
    }

    @Override
    public boolean isNamedBySettings() {
        return false;
    }

    @Override
    public Request request(Message message) {
        byte[] salt = new byte[WebPushCipher.SALT_BYTES];
        RANDOM.nextBytes(salt);
        try {
            byte[] sealed =
                    WebPushCipher.seal(
                            text(message),
                            WebPushCipher.MOST_BYTES + 1,
                            subscription.key(),
                            subscription.auth(),
                            P256.pair(),
                            salt);
            return Request.post(address(), "application/octet-stream", sealed)
                    .header("Content-Encoding", "aes128gcm")
                    .header("TTL", String.valueOf(KEPT.toSeconds()))
                    .header("Topic", Plain.wireId(message))
                    .header("Authorization", vapid.header(address(), clock.instant()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has what push needs", e);
        }
    }

    /// Cut so that it fits, however much longer JSON makes it.
    private static byte[] text(Message message) {
        String title = Plain.atMost(Plain.line(message.subject()), MOST_TITLE);
        String body = Plain.bodyOrSubject(message);
        int most = WebPushCipher.MOST_BYTES;
        byte[] json = json(title, Plain.atMost(body, most));
        while (json.length > WebPushCipher.MOST_BYTES) {
            // one byte of text is at most two of JSON: half of what is too much is never too much
            most -= (json.length - WebPushCipher.MOST_BYTES + 1) / 2;
            json = json(title, Plain.atMost(body, most));
        }
        return json;
    }

    private static byte[] json(String title, String body) {
        return Json.object().put("title", title).put("body", body).build().bytes();
    }

    @Override
    public boolean isYes(Answer answer) {
        return Arrays.asList(200, 201, 202).contains(answer.status());
    }

    @Override
    public Optional<Meaning> meaning(Answer answer) {
        return switch (answer.status()) {
            case 404, 410 ->
                    Optional.of(
                            new Meaning(
                                    Fault.Kind.GONE,
                                    "says that the subscription has ended; take a new one"));
            default -> Optional.empty();
        };
    }
}
