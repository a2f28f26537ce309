package org.quietbell.channel;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals a push message for one receiver, so that nobody between can read it.
///
/// One record, and always as long as it may be, so that the length tells nothing.
///
/// Source: RFC 8291 section 3 (keys), RFC 8188 section 2 (`aes128gcm`).
final class WebPushCipher {
    static final int SALT_BYTES = 16;
    static final int AUTH_BYTES = 16;

    /// The longest text. With what stands around it, that makes the 4,096 bytes which every push
    /// service takes.
    static final int MOST_BYTES = 3993;

    private static final int RECORD_SIZE = 4096;
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /// Ends the text of the last record; zeros may follow.
    private static final byte LAST = 2;

    private WebPushCipher() {}

    /// The whole body of the request.
    ///
    /// @param text at most [#MOST_BYTES]
    /// @param padded to how many bytes it is filled up, 1 more than the text or more
    /// @param receiver the public key of the subscription
    /// @param auth the secret of the subscription, [#AUTH_BYTES]
    /// @param sender made for this message alone
    /// @param salt random, [#SALT_BYTES]
    static byte[] seal(
            byte[] text, int padded, ECPublicKey receiver, byte[] auth, KeyPair sender, byte[] salt)
            throws GeneralSecurityException {
        byte[] own = P256.bytes((ECPublicKey) sender.getPublic());
        byte[] shared = P256.shared(sender.getPrivate(), receiver);
        byte[] material =
                derived(
                        HmacSha256.of(auth, shared),
                        joined(ascii("WebPush: info\0"), P256.bytes(receiver), own),
                        32);
        byte[] extracted = HmacSha256.of(salt, material);
        byte[] key = derived(extracted, ascii("Content-Encoding: aes128gcm\0"), KEY_BYTES);
        byte[] nonce = derived(extracted, ascii("Content-Encoding: nonce\0"), NONCE_BYTES);
        byte[] record = Arrays.copyOf(text, padded);
        record[text.length] = LAST;
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        return joined(
                salt,
                ByteBuffer.allocate(Integer.BYTES).putInt(RECORD_SIZE).array(),
                new byte[] {(byte) own.length},
                own,
                cipher.doFinal(record));
    }

    /// HKDF-Expand of one block (RFC 5869 section 2.3).
    private static byte[] derived(byte[] from, byte[] info, int length) {
        return Arrays.copyOf(HmacSha256.of(from, info, new byte[] {1}), length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
