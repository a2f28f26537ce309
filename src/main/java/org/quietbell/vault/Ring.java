package org.quietbell.vault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One copy of the key ring as it lies on the disk, not yet opened.
///
/// `"ring" | format (1) | lock | memory | passes | lanes | salt (16) | generation | house | keys |
/// SHA-256 of all that`. `house` is the house key sealed under what the passphrase or key file
/// gives; `keys` are the case keys, sealed together under a key from the house key with everything
/// before them as associated data. The digest tells damage from a wrong key; what guards against a
/// forger is the seal.
///
/// @param lock 1: a passphrase; 2: a raw key
/// @param generation grows with each writing, from 1
record Ring(
        int lock, Stretching stretching, byte[] salt, long generation, byte[] house, byte[] keys) {
    static final int BY_PASSPHRASE = 1;
    static final int BY_RAW_KEY = 2;
    private static final byte[] MAGIC = "ring".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT = 1;
    private static final int DIGEST_BYTES = 32;

    /// What the sealed part holds.
    ///
    /// @param used whether a database was made beside this ring
    record Content(boolean used, Map<String, byte[]> caseKeys) {}

    static Optional<Ring> of(byte[] file) {
        int end = file.length - DIGEST_BYTES;
        if (end < 0
                || !MessageDigest.isEqual(
                        digest(Arrays.copyOf(file, end)),
                        Arrays.copyOfRange(file, end, file.length))) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file, 0, end))) {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC) || in.readByte() != FORMAT) {
                return Optional.empty();
            }
            int lock = in.readByte();
            Stretching stretching = new Stretching(in.readInt(), in.readInt(), in.readInt());
            byte[] salt = in.readNBytes(Stretching.SALT_BYTES);
            long generation = in.readLong();
            byte[] house = in.readNBytes(in.readInt());
            byte[] keys = in.readNBytes(in.readInt());
            return stretching.isSane()
                    ? Optional.of(new Ring(lock, stretching, salt, generation, house, keys))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty(); // too short for its own lengths
        }
    }

    byte[] bytes() {
        return written(out -> {
            out.write(head());
            sized(out, house);
            sized(out, keys);
        });
    }

    private byte[] head() {
        return unsigned(out -> {
            out.write(MAGIC);
            out.writeByte(FORMAT);
            out.writeByte(lock);
            out.writeInt(stretching.memory());
            out.writeInt(stretching.passes());
            out.writeInt(stretching.lanes());
            out.write(salt);
            out.writeLong(generation);
        });
    }

    /// What the house key is bound to: how it is unlocked, and in which format.
    private static byte[] locked(int lock, Stretching stretching, byte[] salt) {
        return new Ring(lock, stretching, salt, 0, new byte[0], new byte[0]).head();
    }

    static byte[] sealHouse(
            byte[] unlocking, byte[] house, int lock, Stretching stretching, byte[] salt) {
        return Ciphers.seal(Ciphers.aes(unlocking), locked(lock, stretching, salt), house);
    }

    Optional<byte[]> openHouse(byte[] unlocking) {
        return Ciphers.open(Ciphers.aes(unlocking), locked(lock, stretching, salt), house);
    }

    Ring with(byte[] houseKey, Content content) {
        Ring next = new Ring(lock, stretching, salt, generation + 1, house, new byte[0]);
        byte[] plain =
                unsigned(out -> {
                    out.writeBoolean(content.used());
                    out.writeInt(content.caseKeys().size());
                    for (Map.Entry<String, byte[]> entry : content.caseKeys().entrySet()) {
                        out.writeUTF(entry.getKey());
                        out.write(entry.getValue());
                    }
                });
        byte[] sealed =
                Ciphers.seal(Ciphers.aes(Ciphers.derive(houseKey, "ring")), next.head(), plain);
        Arrays.fill(plain, (byte) 0);
        return new Ring(lock, stretching, salt, generation + 1, house, sealed);
    }

    Optional<Content> content(byte[] houseKey) {
        return Ciphers.open(Ciphers.aes(Ciphers.derive(houseKey, "ring")), head(), keys)
                .map(Ring::readContent);
    }

    private static Content readContent(byte[] plain) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            boolean used = in.readBoolean();
            int count = in.readInt();
            Map<String, byte[]> caseKeys = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                caseKeys.put(in.readUTF(), in.readNBytes(Ciphers.KEY_BYTES));
            }
            return new Content(used, caseKeys);
        } catch (IOException e) {
            throw new UncheckedIOException("reading an authentic key ring", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static void sized(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] unsigned(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] written(Writing writing) {
        byte[] content = unsigned(writing);
        byte[] all = Arrays.copyOf(content, content.length + DIGEST_BYTES);
        System.arraycopy(digest(content), 0, all, content.length, DIGEST_BYTES);
        return all;
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256", e);
        }
    }
}
