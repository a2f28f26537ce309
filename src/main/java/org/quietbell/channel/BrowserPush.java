package org.quietbell.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Optional;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.json.Json;

/// What is needed for a browser to subscribe from a page: a pair of keys before it does, and the
/// settings of its channel after. They stand in the store itself, not in files.
///
/// @param publicKey as a browser wants it: an uncompressed point, base64url without padding
/// @param pair both keys as JSON, in the form that [Vapid#of] reads
public record BrowserPush(String publicKey, String pair) {
    /// The type of channel that comes of it.
    public static final String TYPE = WebPushChannel.TYPE;

    /// The longest subscription that is taken, in characters. Real ones have some hundred.
    public static final int MOST_CHARACTERS = 4096;

    /// A new pair.
    public static BrowserPush fresh() {
        try {
            KeyPair pair = P256.pair();
            String publicKey = written(P256.bytes((ECPublicKey) pair.getPublic()));
            byte[] number = ((ECPrivateKey) pair.getPrivate()).getS().toByteArray();
            byte[] padded = new byte[P256.NUMBER_BYTES];
            int from = Math.max(0, number.length - padded.length); // a sign may stand in front
            int length = number.length - from;
            System.arraycopy(number, from, padded, padded.length - length, length);
            return new BrowserPush(
                    publicKey,
                    new String(
                            Json.object()
                                    .put("publicKey", publicKey)
                                    .put("privateKey", written(padded))
                                    .build()
                                    .bytes(),
                            StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has what push needs", e);
        }
    }

    private static String written(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The settings of a channel to that browser; empty if it is no subscription.
    ///
    /// @param subscription what the browser gave, as JSON
    public Optional<Json> settings(String subscription) {
        if (subscription.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        Json settings = Json.object().put("subscription", subscription).put("key", pair).build();
        Problems problems = new Problems();
        boolean good = WebPushChannel.isSound(Section.of(settings, problems));
        return good && problems.isEmpty() ? Optional.of(settings) : Optional.empty();
    }

    /// Without the keys.
    @Override
    public String toString() {
        return "keys for a browser";
    }
}
