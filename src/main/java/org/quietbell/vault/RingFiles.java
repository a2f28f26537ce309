package org.quietbell.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The two copies of the key ring beside the database.
///
/// A copy is replaced as a whole: written beside, synced, renamed, folder synced. The first is on
/// the disk before the second is touched, so that at any moment one of them is whole. What a rename
/// replaced is overwritten, as far as the disk obeys.
final class RingFiles {
    private static final List<String> NAMES = List.of("keys", "keys.2");
    private static final long MAX_BYTES = 16L * 1024 * 1024;

    private final Path folder;

    RingFiles(Path folder) {
        this.folder = folder;
    }

    static boolean exist(Path folder) {
        return NAMES.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    /// The newest whole copy; another copy that is missing, damaged or older is put right.
    ///
    /// @throws VaultException of kind `MISSING` or `DAMAGED` if there is none
    Ring read() throws IOException {
        List<Optional<byte[]>> copies = new ArrayList<>();
        List<Ring> whole = new ArrayList<>();
        for (String name : NAMES) {
            Optional<byte[]> copy = bytes(folder.resolve(name));
            copies.add(copy);
            copy.flatMap(Ring::of).ifPresent(whole::add);
        }
        if (copies.stream().allMatch(Optional::isEmpty)) {
            throw new VaultException(
                    VaultException.Kind.MISSING,
                    "key ring: the data folder has none: run setup, or restore its files from a"
                            + " backup");
        }
        Ring best =
                whole.stream()
                        .max(Comparator.comparingLong(Ring::generation))
                        .orElseThrow(() ->
                                new VaultException(
                                        VaultException.Kind.DAMAGED,
                                        "key ring: both copies are damaged: restore one from a"
                                                + " backup"));
        for (int i = 0; i < NAMES.size(); i++) {
            byte[] good = best.bytes();
            if (copies.get(i).isEmpty() || !Arrays.equals(good, copies.get(i).get())) {
                replace(folder.resolve(NAMES.get(i)), good);
            }
        }
        return best;
    }

    void write(Ring ring) throws IOException {
        for (String name : NAMES) {
            replace(folder.resolve(name), ring.bytes());
        }
    }

    private static Optional<byte[]> bytes(Path file) throws IOException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                return Optional.of(new byte[0]); // far from any ring: damaged
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(
                beside,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            writeAll(channel, content);
        }
        if (Files.exists(file)) {
            try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
                long length = old.size();
                move(beside, file);
                writeAll(old, new byte[(int) Math.min(length, MAX_BYTES)]);
            }
        } else {
            move(beside, file);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = to.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void writeAll(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }
}
