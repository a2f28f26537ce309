package org.quietbell.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quietbell.evidence.Head;

/// Where each log ends, in a small file beside the database: who takes entries off a log's end
/// would have to change this too (R3.4).
///
/// It holds random names, counts and digests, nothing of anybody. It is written after the commit,
/// so that a log may go on after what stands here, by what was under way when the power went. Safe
/// for many threads.
final class EvidenceHeads {
    private static final String NAME = "evidence.heads";

    private final Path file;
    private final Map<String, Head> heads;

    private EvidenceHeads(Path file, Map<String, Head> heads) {
        this.file = file;
        this.heads = heads;
    }

    /// Those that were noted in that folder.
    static EvidenceHeads in(Path folder) {
        Path file = folder.resolve(NAME);
        Map<String, Head> heads = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                Head.of(line).ifPresent(head -> heads.put(head.log(), head));
            }
        } catch (NoSuchFileException _) {
            return new EvidenceHeads(file, heads); // nothing was entered yet
        } catch (IOException e) {
            throw new UncheckedIOException("reading where the logs end", e);
        }
        return new EvidenceHeads(file, heads);
    }

    synchronized Optional<Head> of(String log) {
        return Optional.ofNullable(heads.get(log));
    }

    /// Notes a new end, unless a later one is known.
    synchronized void note(Head head) {
        Head known = heads.get(head.log());
        if (known != null && known.seq() >= head.seq()) {
            return;
        }
        heads.put(head.log(), head);
        try {
            replace(
                    heads.values().stream()
                            .map(one -> one.text() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException("noting where a log ends", e);
        }
    }

    private void replace(String content) throws IOException {
        Path beside = file.resolveSibling(NAME + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(
                beside,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
