package org.quietbell.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.quietbell.store.StoreException.Kind;

/// The one folder that holds everything, claimed by one process at a time.
///
/// The claim is a lock of the operating system on the file `lock`: it ends with the process,
/// however it ends. The file names its owner's process id, for whoever comes second.
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    /// What this process has claimed: a second channel to a locked file would, when closed, drop
    /// the lock of the first (POSIX locks belong to the process, not to the channel).
    private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// Claims that folder, which is made if there is none, for its owner alone (0700).
    ///
    /// @throws StoreException of kind `HELD` if another process has it, naming that one; `OTHER` if
    ///   the folder is copied elsewhere (R2.9), lies on a network, or cannot be used
    public static DataFolder claim(Path folder) {
        return claim(folder, false);
    }

    /// As [#claim(Path)].
    ///
    /// @param thoughSynced whether to take it though it may be copied to other machines: for who
    ///   was told of the risk and wants it
    public static DataFolder claim(Path folder, boolean thoughSynced) {
        try {
            Path real = made(folder, thoughSynced);
            if (!CLAIMED.add(real)) {
                throw held(Optional.of(ProcessHandle.current().pid()));
            }
            try {
                return new DataFolder(real, locked(real.resolve(LOCK)));
            } catch (IOException | RuntimeException e) {
                CLAIMED.remove(real);
                throw e;
            }
        } catch (IOException e) {
            throw new StoreException(
                    Kind.OTHER,
                    "data folder: it cannot be used ("
                            + e.getClass().getSimpleName()
                            + "): check that it is yours and can be written to");
        }
    }

    private static Path made(Path folder, boolean thoughSynced) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (absolute.toString().contains(";")) {
            throw new StoreException(
                    Kind.OTHER,
                    "data folder: its path holds a semicolon, which the database cannot take:"
                            + " choose another");
        }
        Path there = absolute;
        while (!Files.exists(there)) {
            there = Objects.requireNonNull(there.getParent(), "a root exists");
        }
        Path planned = there.toRealPath().resolve(there.relativize(absolute)).normalize();
        if (!thoughSynced) {
            Optional<String> reason = SyncedFolders.reasonOfName(planned);
            if (reason.isEmpty()) {
                reason = SyncedFolders.reasonOfPlace(there.toRealPath());
            }
            if (reason.isPresent()) {
                throw new StoreException(
                        Kind.OTHER,
                        "data folder: " + reason.get() + ": choose one on this machine's own disk");
            }
        }
        Files.createDirectories(
                planned,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(planned, PosixFilePermissions.fromString("rwx------"));
        return planned.toRealPath();
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                throw held(owner(channel));
            }
            String pid = ProcessHandle.current().pid() + "\n";
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static Optional<Long> owner(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(32);
        channel.read(content, 0);
        String text = new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII);
        return text.strip().matches("[0-9]{1,18}")
                ? Optional.of(Long.parseLong(text.strip()))
                : Optional.empty();
    }

    private static StoreException held(Optional<Long> pid) {
        return new StoreException(
                Kind.HELD,
                "store: it is in use by "
                        + pid.map(number -> "process " + number).orElse("another process")
                        + ": stop that one, or wait until it ends");
    }

    /// The folder itself, absolute and without symbolic links.
    public Path path() {
        return path;
    }

    /// Gives it back. The file stays: it is no sign of a claim.
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException(
                    Kind.OTHER, "data folder: its lock cannot be given back: end the process");
        } finally {
            CLAIMED.remove(path);
        }
    }
}
