package org.quietbell.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Tells pictures, films and sound, none of which is ever fetched (R3.11).
final class Media {
    /// How many leading bytes [#isMedia(byte[], int)] wants to see.
    static final int HEAD = 12;

    private Media() {}

    /// Whether a `Content-Type` announces one.
    static boolean isMedia(String contentType) {
        String type = contentType.strip().toLowerCase(Locale.ROOT);
        return type.startsWith("image/") || type.startsWith("video/") || type.startsWith("audio/");
    }

    /// Whether the first bytes of a body are those of one, for servers that announce another type.
    ///
    /// @param length how many of the bytes count
    static boolean isMedia(byte[] head, int length) {
        String text = new String(head, 0, Math.min(length, HEAD), StandardCharsets.ISO_8859_1);
        return text.startsWith("\u00ff\u00d8\u00ff") // JPEG
                || text.startsWith("\u0089PNG\r\n")
                || text.startsWith("GIF87a")
                || text.startsWith("GIF89a")
                || text.startsWith("OggS")
                || text.startsWith("\u001aE\u00df\u00a3") // Matroska, WebM
                || (text.startsWith("RIFF") && text.length() == HEAD) // WebP, AVI, WAVE
                || text.startsWith("ftyp", 4); // MP4, AVIF, HEIC
    }
}
