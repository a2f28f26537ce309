package org.quietbell.channel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.quietbell.config.Section;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;

/// The channel type `file`: one JSON object a notice, one line each, appended to a file.
///
/// Settings: `path`. For trying out and for tests: the file is not sealed. It is made readable by
/// its owner alone, and opened anew for each notice, so that it may be moved away at any time. A
/// line counts only when it is on the disk, with its line end; what a crash left unfinished is
/// removed before the next line. A repeat is appended again with the same `notice`.
final class JsonLinesChannel implements Channel {
    static final String TYPE = "file";

    /// Two channels may name one file, by different paths: their lines must not overlap.
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private static final Set<OpenOption> OPTIONS =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    private static final int TAIL = 4096;

    private final ChannelId id;
    private final Path path;
    private final Disk disk;

    /// How bytes get into a file.
    interface Disk {
        /// Writes everything at the file's position and returns when it is on the disk.
        void write(FileChannel file, ByteBuffer bytes) throws IOException;
    }

    JsonLinesChannel(ChannelId id, Path path, Disk disk) {
        this.id = id;
        this.path = path.toAbsolutePath();
        this.disk = disk;
    }

    /// Reads the settings; empty, with a problem noted, if there is no path.
    static Optional<Channel> build(ChannelId id, Section section) {
        section.required("path");
        return section.path("path")
                .filter(path -> !path.toString().isEmpty())
                .map(path -> new JsonLinesChannel(id, path, JsonLinesChannel::writeThrough));
    }

    @Override
    public ChannelId id() {
        return id;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Delivery send(Message message) {
        byte[] line = (line(message).line() + "\n").getBytes(StandardCharsets.UTF_8);
        ONE_AT_A_TIME.lock();
        try {
            append(line);
            return new Delivery.Delivered();
        } catch (NoSuchFileException _) {
            return failed(Fault.Kind.MISCONFIGURED, "its folder is missing");
        } catch (AccessDeniedException _) {
            return failed(Fault.Kind.MISCONFIGURED, "it may not be written");
        } catch (NotAFileException _) {
            return failed(Fault.Kind.MISCONFIGURED, "its path names no ordinary file");
        } catch (IOException _) {
            // the message of the exception may hold the path; the usual cause is a full disk
            return failed(Fault.Kind.TROUBLED, "it could not be written: the disk may be full");
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static Delivery failed(Fault.Kind kind, String what) {
        return Delivery.failed(new Fault(kind, "file of notices: " + what));
    }

    private static Json line(Message message) {
        return Json.object()
                .put("notice", message.notice().value())
                .put("case", message.caseId())
                .put("channel", message.channel().value())
                .put("recipient", message.recipient())
                .put("at", message.at().toString())
                .put("level", message.level().word())
                .put("subject", message.subject())
                .put("body", message.body())
                .put("hits", message.hits())
                .build();
    }

    private void append(byte[] line) throws IOException {
        boolean isNew = Files.notExists(path);
        if (!isNew && !Files.isRegularFile(path)) {
            throw new NotAFileException();
        }
        try (FileChannel file = FileChannel.open(path, OPTIONS, ownerOnly())) {
            long end = endOfLastLine(file);
            if (end < file.size()) {
                file.truncate(end);
            }
            file.position(end);
            try {
                disk.write(file, ByteBuffer.wrap(line));
            } catch (IOException e) {
                takeBack(file, end, e);
                throw e;
            }
        }
        if (isNew) {
            syncFolder();
        }
    }

    /// Half a line must not stay for a reader to stumble over; if even that fails, the next opening
    /// removes it.
    private static void takeBack(FileChannel file, long end, IOException cause) {
        try {
            file.truncate(end);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /// Where the last whole line ends; 0 if there is none.
    private static long endOfLastLine(FileChannel file) throws IOException {
        ByteBuffer tail = ByteBuffer.allocate(TAIL);
        long end = file.size();
        while (end > 0) {
            long start = Math.max(0, end - TAIL);
            tail.clear().limit((int) (end - start));
            while (tail.hasRemaining() && file.read(tail, start + tail.position()) >= 0) {
                // a read may give less than was asked for
            }
            for (int i = tail.position() - 1; i >= 0; i--) {
                if (tail.get(i) == '\n') {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return 0;
    }

    private static void writeThrough(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(true);
    }

    /// A new file is only there after a power cut if its folder is on the disk too.
    private void syncFolder() throws IOException {
        Path folder = path.getParent();
        if (folder != null
                && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel open = FileChannel.open(folder, StandardOpenOption.READ)) {
                open.force(true);
            }
        }
    }

    @Override
    public String toString() {
        return TYPE + " channel " + id;
    }

    private static final class NotAFileException extends IOException {}
}
