package org.quietbell.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lines of UTF-8, each ended by one line feed and nothing else: Java's own readers take other ends
/// for the same, and mend what is no UTF-8. Not safe for many threads.
final class WholeLines {
    private static final int BUFFER = 64 * 1024;

    /// Far more than an entry holds: a file without line ends does not fill the memory.
    private static final int LONGEST = 4 * 1024 * 1024;

    private final InputStream file;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int filled;
    private boolean left;

    WholeLines(InputStream file) {
        this.file = file;
    }

    /// The next lines, up to so many bytes; at least one; none if there is no whole line more.
    List<byte[]> next(int most) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        int length = 0;
        while (length < most) {
            Optional<byte[]> line = next();
            if (line.isEmpty()) {
                return lines;
            }
            lines.add(line.get());
            length += line.get().length;
        }
        return lines;
    }

    /// The next line without its end; empty if there is no whole line more.
    private Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() <= LONGEST) {
            if (from == filled) {
                filled = file.read(buffer);
                from = 0;
                if (filled < 0) {
                    filled = 0;
                    left |= line.size() > 0;
                    return Optional.empty();
                }
            }
            int end = from;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, from, end - from);
            boolean isWhole = end < filled;
            from = isWhole ? end + 1 : end;
            if (isWhole) {
                return Optional.of(line.toByteArray());
            }
        }
        left = true;
        return Optional.empty();
    }

    /// What a line says; empty if that is no UTF-8.
    static Optional<String> text(byte[] line) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty(); // said as a line that cannot be read
        }
    }

    /// Whether something is left that is no whole line.
    boolean isLeft() {
        return left;
    }
}
