package org.quietbell.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns a feed's bytes into text: by byte order mark, the charset of the answer's header, the XML
/// declaration, UTF-8; the first under which the bytes are well-formed counts.
///
/// If none fits, it is UTF-8 in which bytes that are none are read as windows-1252: the most common
/// mixture. ISO-8859-1 and US-ASCII are read as windows-1252, as browsers do. Never fails.
///
/// @see <a href="https://encoding.spec.whatwg.org/#names-and-labels">Encoding, labels</a>
final class FeedEncoding {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern IN_HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]{1,40})");
    private static final Pattern IN_PROLOG =
            Pattern.compile(
                    "<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final int PROLOG = 512;

    private FeedEncoding() {}

    static String decode(byte[] bytes, String contentType) {
        Optional<Charset> wide = byFirstBytes(bytes);
        if (wide.isPresent()) {
            String text = wide.get().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
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
        if (!found.find()) {
            return Optional.empty();
        }
        String name = found.group(1).toLowerCase(Locale.ROOT);
        try {
            return switch (name) {
                case "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii", "windows-1252" ->
                        Optional.of(WINDOWS);
                case "utf-16", "utf-32", "ucs-2", "unicode" ->
                        Optional.empty(); // without a mark, and read so far: it is none of these
                case "gb2312", "gbk" -> Optional.of(Charset.forName("GB18030"));
                case "shift_jis", "sjis", "x-sjis" -> Optional.of(Charset.forName("windows-31j"));
                case "ks_c_5601-1987", "euc-kr" -> Optional.of(Charset.forName("x-windows-949"));
                default -> Optional.of(Charset.forName(name));
            };
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return Optional.empty(); // a name nobody knows is no claim
        }
    }

    /// By a mark of UTF-16 or UTF-32, or by a `<` that is two bytes wide.
    private static Optional<Charset> byFirstBytes(byte[] b) {
        if (starts(b, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (starts(b, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(Charset.forName("UTF-32BE"));
        }
        if (starts(b, 0xFF, 0xFE) || starts(b, '<', 0)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (starts(b, 0xFE, 0xFF) || starts(b, 0, '<')) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
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
}
