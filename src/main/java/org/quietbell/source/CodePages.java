package org.quietbell.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Character sets by the names that feeds, servers and scripts give them.
///
/// Names are compared by their letters and digits only, without a leading `x-`. A set that browsers
/// read as a larger one is read as that: Latin-1 as windows-1252, GB 2312 as GB 18030, and so on.
/// Pure, safe for many threads.
///
/// @see <a href="https://encoding.spec.whatwg.org/#names-and-labels">Encoding, labels</a>
final class CodePages {
    static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final String TABLE = "code-pages.txt";

    /// Names (letters and digits only) and the set that is meant, where the JDK has no such name or
    /// means a smaller set by it.
    private static final String[] MEANT = {
        "windows-1252 iso88591 iso8859 8859 latin1 latin l1 ascii usascii us iso646us iso646irv1991"
                + " ansix341968 ansix341986 ansi cp819 ibm819 isoir100 isoir6 csisolatin1 csascii"
                + " windows1252 cp1252 1252 iso885911987 ibm367 cp367 646",
        "GB18030 gb2312 gbk gb23121980 gb231280 chinese csgb2312 csiso58gb231280 isoir58 euccn"
                + " eucgb2312cn cp936 936 ms936 windows936 gb180302000",
        "Big5-HKSCS big5 big5tw csbig5 cnbig5 xxbig5 big5hkscs hkscs",
        "windows-31j shiftjis sjis mskanji csshiftjis ms932 cp932 932 windows31j",
        "x-SJIS_0213 shiftjis2004 sjis2004 shiftjisx0213 sjisx0213",
        "x-windows-949 euckr ksc56011987 ksc5601 ksc56011989 ksx1001 korean cseuckr isoir149 uhc"
                + " cp949 949 ms949 windows949",
        "x-Johab johab cp1361 ms1361",
        "EUC-JP eucjp ujis ujis eucjis2004 eucjisx0213 cseucpkdfmtjapanese",
        "ISO-2022-JP iso2022jp csiso2022jp iso2022jp1 iso2022jp3 iso2022jp2004 iso2022jpext jis",
        "windows-874 iso885911 iso8859112001 tis620 tis6200 tis62025290 tis62025291 thai isoir166"
                + " cp874 dos874 windows874",
        "windows-1254 iso88599 latin5 l5 csisolatin5 isoir148 iso885991989 windows1254 cp1254 1254",
        "windows-1250 1250",
        "windows-1251 1251",
        "windows-1253 1253",
        "windows-1255 1255",
        "windows-1256 1256",
        "windows-1257 1257",
        "windows-1258 1258",
        "ISO-8859-8 iso88598i iso88598e logical visual hebrew",
        "ISO-8859-6 iso88596i iso88596e arabic asmo708",
        "KOI8-R koi koi8",
        "KOI8-U koi8ru",
        "x-MacRoman macintosh macroman mac csmacintosh",
        "x-MacCyrillic maccyrillic macukrainian",
        "x-MacGreek macgreek",
        "x-MacTurkish macturkish",
        "IBM037 ebcdiccpus ebcdiccpca ebcdiccpnl ebcdiccpwt ibm039 cp037 037",
        "IBM500 ebcdiccpbe ebcdiccpch ebcdicinternational",
        "IBM424 ebcdiccphe",
        "IBM875 cp875 875",
        "UTF-8 utf8 u8 unicode11utf8 utf8ucs2 utf8ucs4 cp65001 65001 utf utf8sig",
    };

    private static final Map<String, String> NAMES = names();

    private CodePages() {}

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String row : MEANT) {
            String[] words = row.split(" ", -1);
            for (String word : words) {
                names.put(word.equals(words[0]) ? key(word) : word, words[0]);
            }
        }
        return Map.copyOf(names);
    }

    /// All that the JDK has, by key; loaded only when a rarer name is met.
    private static final class Rare {
        static final Map<String, Charset> SETS = sets();

        private static Map<String, Charset> sets() {
            Map<String, Charset> sets = new HashMap<>();
            for (Charset charset : Charset.availableCharsets().values()) {
                sets.putIfAbsent(key(charset.name()), charset);
                for (String alias : charset.aliases()) {
                    sets.putIfAbsent(key(alias), charset);
                }
            }
            try (BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    Objects.requireNonNull(
                                            CodePages.class.getResourceAsStream(TABLE), TABLE),
                                    StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.startsWith("#")) {
                        Page page = Page.of(line);
                        for (String name : line.substring(0, line.indexOf('\t')).split(" ", -1)) {
                            sets.put(name, page);
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("reading " + TABLE, e);
            }
            return Map.copyOf(sets);
        }
    }

    /// The set of that name.
    ///
    /// @return empty for a name nobody knows, and for UTF-16 and UTF-32, which need no name: see
    ///   [FeedEncoding]
    static Optional<Charset> named(String name) {
        String key = key(name);
        if (key.startsWith("utf16") || key.startsWith("utf32") || key.startsWith("ucs")) {
            return Optional.empty();
        }
        String meant = NAMES.get(key);
        if (meant != null) {
            return jdk(meant);
        }
        return jdk(name).or(() -> Optional.ofNullable(Rare.SETS.get(key)));
    }

    private static Optional<Charset> jdk(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return Optional.empty(); // a name nobody knows is no claim
        }
    }

    private static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(lower.length());
        for (int i = lower.startsWith("x-") ? 2 : 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                key.append(c);
            }
        }
        return key.toString();
    }

    /// A set of one byte a character whose lower half is ASCII.
    private static final class Page extends Charset {
        private final String upper;

        private Page(String name, String upper) {
            super("X-" + name, new String[0]);
            this.upper = upper;
        }

        static Page of(String line) {
            int tab = line.indexOf('\t');
            StringBuilder upper = new StringBuilder(128);
            for (int at = tab + 1; at < line.length(); at++) {
                if (line.charAt(at) == '\\') {
                    upper.append((char) Integer.parseInt(line.substring(at + 2, at + 6), 16));
                    at += 5;
                } else {
                    upper.append(line.charAt(at));
                }
            }
            return new Page(
                    line.substring(
                            0,
                            line.indexOf(' ') < 0 || line.indexOf(' ') > tab
                                    ? tab
                                    : line.indexOf(' ')),
                    upper.toString());
        }

        @Override
        public boolean contains(@Nullable Charset other) {
            return StandardCharsets.US_ASCII.equals(other);
        }

        @Override
        public boolean canEncode() {
            return false;
        }

        @Override
        public CharsetEncoder newEncoder() {
            throw new UnsupportedOperationException("for reading only");
        }

        @Override
        public CharsetDecoder newDecoder() {
            return new CharsetDecoder(this, 1, 1) {
                @Override
                protected CoderResult decodeLoop(ByteBuffer from, CharBuffer to) {
                    while (from.hasRemaining()) {
                        if (!to.hasRemaining()) {
                            return CoderResult.OVERFLOW;
                        }
                        int b = from.get();
                        char c = b >= 0 ? (char) b : upper.charAt(b & 0x7F);
                        if (c == '\uFFFD') {
                            from.position(from.position() - 1);
                            return CoderResult.unmappableForLength(1);
                        }
                        to.put(c);
                    }
                    return CoderResult.UNDERFLOW;
                }
            };
        }
    }
}
