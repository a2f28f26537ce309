package org.quietbell.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// What came of reading a whole small file as UTF-8.
sealed interface TextFile {
    /// Its text, without a byte order mark.
    record Text(String text) implements TextFile {}

    /// It cannot be used.
    ///
    /// @param line from 1, if the fault is at a place in it; else 0
    /// @param why one sentence for the person who wrote the settings, without the file's content
    record Unusable(int line, String why) implements TextFile {}

    /// Reads a file.
    ///
    /// @param max bytes; a larger file is unusable, and no more than that is read of it
    static TextFile read(Path file, int max) {
        byte[] bytes;
        try {
            if (Files.isDirectory(file)) {
                return new Unusable(0, "is a folder: name a file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(max + 1);
            }
        } catch (NoSuchFileException _) {
            return new Unusable(0, "there is no such file: make it, or name another");
        } catch (AccessDeniedException _) {
            return new Unusable(
                    0, "the file cannot be read: let the user who runs Quietbell own it");
        } catch (IOException e) {
            return new Unusable(
                    0, "the file cannot be read (" + e.getClass().getSimpleName() + ")");
        }
        if (bytes.length > max) {
            return new Unusable(0, "the file has more than " + max + " bytes: is it another one?");
        }
        return decoded(bytes);
    }

    private static TextFile decoded(byte[] bytes) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            return new Unusable(line, "is not UTF-8 text: save the file as UTF-8");
        }
        String text = out.flip().toString();
        return new Text(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
