package org.quietbell.people;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One-time codes by time: another one for each 30 seconds, by HMAC-SHA-1, which is what every
/// authenticator program understands.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238, TOTP</a>
/// @see <a href="https://www.rfc-editor.org/rfc/rfc4226#section-5.3">RFC 4226, how digits are
///   cut</a>
final class TimeCode {
    /// For so long a code is shown.
    static final Duration STEP = Duration.ofSeconds(30);

    /// How many digits people type.
    static final int DIGITS = 6;

    private static final String BY = "HmacSHA1";

    private TimeCode() {}

    /// Which 30 seconds since 1970 hold that moment.
    static long stepOf(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP.toSeconds());
    }

    /// The code of that step.
    ///
    /// @param digits 6 to 8
    static String of(byte[] secret, long step, int digits) {
        byte[] mac = authenticated(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int from = mac[mac.length - 1] & 0xf;
        int cut = ByteBuffer.wrap(mac, from, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        long all = 1;
        for (int i = 0; i < digits; i++) {
            all *= 10;
        }
        return String.format(Locale.ROOT, "%0" + digits + "d", cut % all);
    }

    private static byte[] authenticated(byte[] secret, byte[] text) {
        try {
            Mac mac = Mac.getInstance(BY);
            mac.init(new SecretKeySpec(secret, BY));
            return mac.doFinal(text);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(BY, e); // every Java has it
        }
    }
}
