package org.quietbell.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// How much work a guess at the passphrase costs: Argon2id, version 1.3.
///
/// @param memory in KiB
/// @param passes over that memory
/// @param lanes how many at a time
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106, Argon2</a>
record Stretching(int memory, int passes, int lanes) {
    static final Stretching USUAL = new Stretching(64 * 1024, 4, 1);
    static final int SALT_BYTES = 16;

    /// One at a time: two would not fit into the heap that the daemon runs with.
    private static final ReentrantLock ONE = new ReentrantLock();

    /// Bounds what a changed ring could ask for before anything of it is authenticated.
    boolean isSane() {
        return memory >= 8
                && memory <= 1024 * 1024
                && passes >= 1
                && passes <= 64
                && lanes >= 1
                && lanes <= 16;
    }

    byte[] stretch(char[] passphrase, byte[] salt) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        byte[] secret = new byte[encoded.remaining()];
        encoded.get(secret);
        encoded.clear().put(new byte[encoded.capacity()]);
        byte[] key = new byte[Ciphers.KEY_BYTES];
        ONE.lock();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(
                    new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                            .withMemoryAsKB(memory)
                            .withIterations(passes)
                            .withParallelism(lanes)
                            .withSalt(salt)
                            .build());
            generator.generateBytes(secret, key);
            return key;
        } finally {
            ONE.unlock();
            Arrays.fill(secret, (byte) 0);
        }
    }
}
