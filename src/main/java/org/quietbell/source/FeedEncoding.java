package org.quietbell.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns a feed's bytes into text: by byte order mark, the charset of the answer's header, the XML
/// declaration, UTF-8; the first under which the bytes are well-formed counts.
///
/// If none fits, it is UTF-8 in which bytes that are none are read as windows-1252: the most common
/// mixture. What the sets are called, and as which they are read, [CodePages] says. Never fails.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc7303#section-3">RFC 7303, which claim counts</a>
/// @see <a href="https://www.w3.org/TR/xml/#sec-guessing">XML 1.0, appendix F, first bytes</a>
final class FeedEncoding {
    private static final Charset WINDOWS = CodePages.WINDOWS;
    private static final Charset EBCDIC = Charset.forName("IBM037");
    private static final Pattern IN_HEADER =
            Pattern.compile(
                    "charset\\s*[=:]\\s*[\"']?([A-Za-z0-9._:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_PROLOG =
            Pattern.compile(
                    "<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']",
                    Pattern.CASE_INSENSITIVE);
    private static final int PROLOG = 512;

    /// What windows-1252 has at 80 to 9F; nothing stands at five of them.
    private static final String GAP = gap();

    private FeedEncoding() {}

    private static String gap() {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x80 + i);
        }
        return new String(bytes, WINDOWS);
    }

    static String decode(byte[] bytes, String contentType) {
        Optional<Charset> wide = byFirstBytes(bytes);
        if (wide.isPresent()) {
            String text = wide.get().decode(ByteBuffer.wrap(bytes)).toString();
            // the mainframe's end of a line is a control character elsewhere
            return text.startsWith("\uFEFF") ? text.substring(1) : text.replace('\u0085', '\n');
        }
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            byte[] rest = Arrays.copyOfRange(bytes, 3, bytes.length);
            return strict(rest, StandardCharsets.UTF_8).orElseGet(() -> mixed(rest));
        }
        for (Charset charset : candidates(bytes, contentType)) {
            if (charset.equals(StandardCharsets.UTF_8) || charset.equals(WINDOWS)) {
                Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
                if (utf8.isPresent() && fits(charset, utf8.get(), bytes)) {
                    return utf8.get();
                }
            }
            if (!charset.equals(StandardCharsets.UTF_8)) {
                Optional<String> text = strict(bytes, charset);
                if (text.isPresent()) {
                    return text.get();
                }
            }
        }
        return mixed(bytes);
    }

    /// Bytes that are well-formed UTF-8 with a character beyond ASCII are UTF-8, even if a server's
    /// default header says Latin-1: by chance that happens to no text of some length.
    private static boolean fits(Charset said, String utf8, byte[] bytes) {
        return said.equals(StandardCharsets.UTF_8) || utf8.length() < bytes.length;
    }

    private static List<Charset> candidates(byte[] bytes, String contentType) {
        List<Charset> charsets = new ArrayList<>();
        named(IN_HEADER.matcher(contentType)).ifPresent(charsets::add);
        String head =
                new String(bytes, 0, Math.min(bytes.length, PROLOG), StandardCharsets.ISO_8859_1);
        named(IN_PROLOG.matcher(head)).ifPresent(charsets::add);
        charsets.add(StandardCharsets.UTF_8);
        return charsets;
    }

    private static Optional<Charset> named(Matcher found) {
        return found.find() ? CodePages.named(found.group(1)) : Optional.empty();
    }

    /// By a mark of UTF-16 or UTF-32, or by a first letter that is two or four bytes wide: XML 1.0,
    /// appendix F.
    private static Optional<Charset> byFirstBytes(byte[] b) {
        if (starts(b, 0xFF, 0xFE, 0, 0) || (isFirst(b, 0) && starts(b, b[0], 0, 0, 0))) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (starts(b, 0, 0, 0xFE, 0xFF) || (isFirst(b, 3) && starts(b, 0, 0, 0, b[3]))) {
            return Optional.of(Charset.forName("UTF-32BE"));
        }
        if (starts(b, 0xFF, 0xFE) || (isFirst(b, 0) && starts(b, b[0], 0))) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (starts(b, 0xFE, 0xFF) || (isFirst(b, 1) && starts(b, 0, b[1]))) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return isEbcdic(b) ? Optional.of(ebcdic(b)) : Optional.empty();
    }

    /// What a feed of XML or JSON may begin with.
    private static boolean isFirst(byte[] bytes, int at) {
        return bytes.length > at && "<{[ \t\r\n".indexOf(bytes[at]) >= 0;
    }

    /// `<` and the beginning of a name, a declaration or a comment, as a mainframe spells them.
    private static boolean isEbcdic(byte[] bytes) {
        if (starts(bytes, 0x4C, 0x6F, 0xA7, 0x94) || starts(bytes, 0x4C, 0x5A, 0x60, 0x60)) {
            return true;
        }
        int second = bytes.length > 4 ? bytes[1] & 0xFF : 0;
        return second >= 0x81 && second <= 0xE9 && bytes[0] == 0x4C;
    }

    /// The page is in the declaration, whose own letters are the same in all of them.
    private static Charset ebcdic(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, PROLOG), EBCDIC);
        return named(IN_PROLOG.matcher(head))
                .filter(said -> new String(bytes, 0, 1, said).equals("<"))
                .orElse(EBCDIC);
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != (with[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            String text = new String(bytes, StandardCharsets.UTF_8); // the JDK's fast path
            if (text.indexOf('\uFFFD') < 0) {
                return Optional.of(text);
            }
        }
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty(); // the next candidate
        }
    }

    private static String mixed(byte[] bytes) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CharBuffer to = CharBuffer.allocate(bytes.length + 1);
        while (true) {
            CoderResult result = decoder.decode(from, to, true);
            if (!result.isError()) {
                break;
            }
            byte[] odd = new byte[result.length()];
            from.get(odd);
            to.put(new String(odd, WINDOWS));
            decoder.reset();
        }
        return to.flip().toString();
    }

    /// Text in which the control characters of ISO-8859-1 are what windows-1252 has in their place:
    /// nobody means them, many makers write them, as bytes or as references (`&#147;`).
    static String withoutGap(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && c < 0xA0) {
                return filled(text, i);
            }
        }
        return text;
    }

    private static String filled(String text, int first) {
        char[] to = text.toCharArray();
        for (int i = first; i < to.length; i++) {
            if (to[i] >= 0x80 && to[i] < 0xA0) {
                to[i] = GAP.charAt(to[i] - 0x80);
            }
        }
        return new String(to);
    }
}
