package org.quietbell.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;

/// Shows to a push service that it is always the same one who sends, without saying who.
///
/// Source: RFC 8292 (VAPID), RFC 7515 and RFC 7518 section 3.4 (the token and its signature).
///
/// @param publicKey of the pair; the receiver gave it to the service when subscribing
/// @param privateKey of the pair
/// @param contact how the service may reach the operator, `mailto:` or `https:`; some insist on one
record Vapid(ECPublicKey publicKey, PrivateKey privateKey, Optional<String> contact) {
    /// RFC 8292 allows 24 hours.
    private static final Duration VALID = Duration.ofHours(12);

    /// The 64 bytes that a token holds, where the usual name gives another form.
    private static final String SIGNATURE = "SHA256withECDSAinP1363Format";

    private static final String RULE =
            "must hold a pair of keys as JSON: publicKey and privateKey, in base64url";

    /// Reads a pair of keys in the form that the usual programs for it print: `{"publicKey":…,
    /// "privateKey":…}`, both base64url without padding.
    ///
    /// @throws IllegalArgumentException if it is none; the message does not repeat it
    static Vapid of(String keys, Optional<String> contact) {
        try {
            Json json = Json.read(keys);
            ECPublicKey publicKey = P256.publicKey(bytes(json.at("publicKey")));
            PrivateKey privateKey = P256.privateKey(bytes(json.at("privateKey")));
            Vapid vapid = new Vapid(publicKey, privateKey, contact);
            if (!vapid.isPair()) {
                throw new IllegalArgumentException("must hold two keys that belong together");
            }
            return vapid;
        } catch (MalformedJsonException | GeneralSecurityException e) {
            throw new IllegalArgumentException(RULE, e);
        }
    }

    private static byte[] bytes(Json json) {
        // the decoder's own message would show a part of the key
        return Base64Url.read(json.text().orElse(""))
                .orElseThrow(() -> new IllegalArgumentException(RULE));
    }

    private boolean isPair() throws GeneralSecurityException {
        byte[] probe = {1};
        Signature verifying = Signature.getInstance(SIGNATURE);
        verifying.initVerify(publicKey);
        verifying.update(probe);
        return verifying.verify(signed(probe));
    }

    private byte[] signed(byte[] bytes) throws GeneralSecurityException {
        Signature signing = Signature.getInstance(SIGNATURE);
        signing.initSign(privateKey);
        signing.update(bytes);
        return signing.sign();
    }

    /// The value of `Authorization` for one request.
    String header(URI endpoint, Instant now) throws GeneralSecurityException {
        Json claims =
                Json.object()
                        .put("aud", origin(endpoint))
                        .put("exp", now.plus(VALID).getEpochSecond())
                        .putIfPresent("sub", contact)
                        .build();
        Json header = Json.object().put("typ", "JWT").put("alg", "ES256").build();
        String token = written(header.bytes()) + "." + written(claims.bytes());
        byte[] signature = signed(token.getBytes(StandardCharsets.US_ASCII));
        return "vapid t="
                + token
                + "."
                + written(signature)
                + ", k="
                + written(P256.bytes(publicKey));
    }

    private static String origin(URI endpoint) {
        String origin = "https://" + endpoint.getHost().toLowerCase(Locale.ROOT);
        return endpoint.getPort() < 0 || endpoint.getPort() == 443
                ? origin
                : origin + ":" + endpoint.getPort();
    }

    private static String written(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Without its keys and its contact.
    @Override
    public String toString() {
        return "keys for push";
    }
}
