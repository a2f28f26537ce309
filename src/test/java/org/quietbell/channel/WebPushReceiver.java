package org.quietbell.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.quietbell.json.Json;

/// A browser's side of Web Push (RFC 8291 section 3.1), written apart from the sender's: its keys
/// are derived by the platform's own HKDF.
record WebPushReceiver(PrivateKey privateKey, byte[] publicKey, byte[] auth) {
    static final WebPushReceiver OF_THE_VECTOR = ofTheVector();

    private static WebPushReceiver ofTheVector() {
        Json vector = WebFixture.json(WebFixture.sample("webpush-vector.json"));
        try {
            return new WebPushReceiver(
                    P256.privateKey(bytes(vector, "receiver_private")),
                    bytes(vector, "receiver_public_p256dh"),
                    bytes(vector, "auth"));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] bytes(Json vector, String name) {
        return Base64.getUrlDecoder().decode(vector.at(name).text().orElseThrow());
    }

    /// The text of one whole message.
    String open(byte[] body) {
        ByteBuffer buffer = ByteBuffer.wrap(body);
        byte[] salt = taken(buffer, 16);
        int recordSize = buffer.getInt();
        byte[] sender = taken(buffer, buffer.get());
        byte[] sealed = taken(buffer, buffer.remaining());
        if (sealed.length > recordSize) {
            throw new AssertionError("more than one record");
        }
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(privateKey);
            agreement.doPhase(P256.publicKey(sender), true);
            byte[] info =
                    ByteBuffer.allocate(14 + publicKey.length + sender.length)
                            .put("WebPush: info\0".getBytes(UTF_8))
                            .put(publicKey)
                            .put(sender)
                            .array();
            byte[] material = hkdf(agreement.generateSecret(), auth, info, 32);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new javax.crypto.spec.SecretKeySpec(
                            hkdf(material, salt, label("aes128gcm"), 16), "AES"),
                    new GCMParameterSpec(128, hkdf(material, salt, label("nonce"), 12)));
            return withoutPadding(cipher.doFinal(sealed));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] label(String name) {
        return ("Content-Encoding: " + name + "\0").getBytes(UTF_8);
    }

    private static byte[] hkdf(byte[] from, byte[] salt, byte[] info, int length)
            throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(
                        HKDFParameterSpec.ofExtract()
                                .addSalt(salt)
                                .addIKM(from)
                                .thenExpand(info, length));
    }

    private static String withoutPadding(byte[] record) {
        int end = record.length - 1;
        while (record[end] == 0) {
            end--;
        }
        if (record[end] != 2) {
            throw new AssertionError("not the last record");
        }
        return new String(record, 0, end, UTF_8);
    }

    private static byte[] taken(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "receiver of " + Arrays.hashCode(publicKey);
    }
}
