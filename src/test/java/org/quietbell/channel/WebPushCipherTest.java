package org.quietbell.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quietbell.json.Json;

class WebPushCipherTest {
    private static final Json VECTOR = WebFixture.json(WebFixture.sample("webpush-vector.json"));

    private static byte[] bytes(String name) {
        return WebPushReceiver.bytes(VECTOR, name);
    }

    @Test
    void makesTheBytesOfTheTestCase() throws Exception {
        byte[] text = VECTOR.at("plaintext").text().orElseThrow().getBytes(UTF_8);
        KeyPair sender =
                new KeyPair(
                        P256.publicKey(bytes("sender_public")),
                        P256.privateKey(bytes("sender_private")));

        byte[] body =
                WebPushCipher.seal(
                        text,
                        text.length + 1,
                        P256.publicKey(bytes("receiver_public_p256dh")),
                        bytes("auth"),
                        sender,
                        bytes("salt"));

        assertThat(body).hasSize(126).isEqualTo(bytes("body"));
    }

    @Test
    void isOpenedByItsReceiverWhateverTheLengthOfText() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            String text = "t".repeat(random.nextInt(WebPushCipher.MOST_BYTES + 1));
            byte[] salt = new byte[WebPushCipher.SALT_BYTES];
            random.nextBytes(salt);

            byte[] body =
                    WebPushCipher.seal(
                            text.getBytes(UTF_8),
                            WebPushCipher.MOST_BYTES + 1,
                            P256.publicKey(bytes("receiver_public_p256dh")),
                            bytes("auth"),
                            P256.pair(),
                            salt);

            assertThat(body).as("seed %d", seed).hasSize(4096);
            assertThat(WebPushReceiver.OF_THE_VECTOR.open(body))
                    .as("seed %d", seed)
                    .isEqualTo(text);
        }
    }

    @Test
    void aKeyIsTheSameAsBytesAndBack() throws Exception {
        for (int i = 0; i < 50; i++) {
            byte[] point = P256.bytes((ECPublicKey) P256.pair().getPublic());

            assertThat(P256.bytes(P256.publicKey(point))).isEqualTo(point);
        }
    }

    @Test
    void takesNoPointBesideTheCurve() {
        byte[] beside = bytes("receiver_public_p256dh");
        beside[10] ^= 1;
        byte[] compressed = bytes("receiver_public_p256dh");
        compressed[0] = 2;
        byte[] outside = new byte[65];
        java.util.Arrays.fill(outside, (byte) 0xff);
        outside[0] = 4;

        for (byte[] wrong : new byte[][] {beside, compressed, outside, new byte[0]}) {
            assertThatThrownBy(() -> P256.publicKey(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("point: must");
        }
        for (byte[] wrong : new byte[][] {new byte[32], outside, new byte[0]}) {
            assertThatThrownBy(() -> P256.privateKey(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
