package org.quietbell.match;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;

/// Brings letters that people take for the same to one form: case, width, accents, letters that do
/// not decompose, and characters that cannot be seen.
///
/// It rests on Unicode's NFKC_Casefold, which also removes zero-width, soft-hyphen and
/// bidirectional characters. Marks are stripped where they are accents; vowel signs of Indic
/// scripts and voicing marks of kana are letters' own and stay. Whatever is no letter or digit
/// stays too, since it decides where a name ends. Folding what is folded changes nothing. Never
/// throws, and safe for many threads.
///
/// @see <a href="https://www.unicode.org/reports/tr44/#NFKC_Casefold">UAX 44, NFKC_Casefold</a>
public final class Folding {
    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();
    private static final int PAGE = 256;
    private static final int NUKTA = 0x093C;
    private static final int TATWEEL = 0x0640;
    private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ_ʏᴢ";

    /// Filled as characters turn up. A race writes the same text twice, which does no harm.
    private static final String[][] KNOWN = new String[(Character.MAX_CODE_POINT + 1) / PAGE][];

    private Folding() {}

    /// The folded text. ASCII takes a short way.
    public static String fold(String text) {
        int plain = plainLength(text);
        if (plain == text.length()) {
            return text;
        }
        String once = foldOnce(text, plain);
        if (isAscii(once)) {
            return once;
        }
        // what was removed may have stood between parts that now compose
        for (String again = foldOnce(once, 0); !again.equals(once); again = foldOnce(again, 0)) {
            once = again;
        }
        return once;
    }

    /// What one character folds to, e.g. `ß` to `ss`; empty for what cannot be seen.
    static String of(int codePoint) {
        String[] page = KNOWN[codePoint / PAGE];
        if (page == null) {
            page = new String[PAGE];
            KNOWN[codePoint / PAGE] = page;
        }
        String known = page[codePoint % PAGE];
        if (known == null) {
            known = compute(codePoint);
            page[codePoint % PAGE] = known;
        }
        return known;
    }

    /// The text with parts composed that mean something only together (Hangul letters, voiced
    /// kana), so that it can be folded one character at a time; itself in nearly all cases.
    static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (composes(text.charAt(i))) {
                return CASEFOLD.normalize(text);
            }
        }
        return text;
    }

    private static int plainLength(String text) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return i;
            }
            i++;
        }
        return i;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String foldOnce(String raw, int plain) {
        String text = composed(raw);
        StringBuilder folded = new StringBuilder(text.length() + 8);
        int i = text.equals(raw) ? plain : 0;
        folded.append(text, 0, i);
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80) {
                folded.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
            } else {
                folded.append(of(c));
            }
        }
        return folded.toString();
    }

    private static boolean composes(char c) {
        return c >= 0x1100
                && (c <= 0x11FF
                        || c == 0x3099
                        || c == 0x309A
                        || (c >= 0x3131 && c <= 0x318E)
                        || (c >= 0xA960 && c <= 0xA97F)
                        || (c >= 0xD7B0 && c <= 0xD7FF)
                        || (c >= 0xFF65 && c <= 0xFFDC));
    }

    private static String compute(int codePoint) {
        String folded = Character.toString(codePoint);
        boolean han = UScript.getScript(codePoint) == UScript.HAN;
        for (int round = 0; round < 4; round++) {
            String plain = CASEFOLD.normalize(folded);
            String next = strip(han ? Simplified.RULES.transliterate(plain) : plain);
            if (next.equals(folded)) {
                break;
            }
            folded = next;
        }
        return folded;
    }

    /// Traditional Chinese characters as simplified ones, by ICU's rules; made when first needed.
    private static final class Simplified {
        static final Transliterator RULES = Transliterator.getInstance("Traditional-Simplified");
    }

    private static String strip(String text) {
        StringBuilder stripped = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    int script = UScript.getScript(c);
                    if (script == UScript.HANGUL
                            || script == UScript.HIRAGANA
                            || script == UScript.KATAKANA) {
                        stripped.appendCodePoint(c);
                    } else {
                        DECOMPOSE
                                .normalize(Character.toString(c))
                                .codePoints()
                                .filter(part -> !isAccent(part))
                                .forEach(part -> append(stripped, part));
                    }
                });
        return stripped.toString();
    }

    private static boolean isAccent(int c) {
        if (c == NUKTA || c == TATWEEL) {
            return true;
        }
        int type = Character.getType(c);
        if (type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK) {
            return false;
        }
        int script = UScript.getScript(c);
        return c != 0x3099
                && c != 0x309A
                && (script == UScript.INHERITED
                        || script == UScript.LATIN
                        || script == UScript.GREEK
                        || script == UScript.CYRILLIC
                        || script == UScript.HEBREW
                        || script == UScript.ARABIC
                        || script == UScript.SYRIAC);
    }

    /// Letters that Unicode does not decompose, written as their readers would without them.
    private static void append(StringBuilder to, int c) {
        switch (c) {
            case 'ł', 'ƚ', 'ɫ' -> to.append('l');
            case 'ø' -> to.append('o');
            case 'đ', 'ð', 'ɖ' -> to.append('d');
            case 'þ' -> to.append("th");
            case 'ß' -> to.append("ss");
            case 'æ' -> to.append("ae");
            case 'œ' -> to.append("oe");
            case 'ı', 'ɨ' -> to.append('i');
            case 'ħ' -> to.append('h');
            case 'ŧ' -> to.append('t');
            case 'ŋ' -> to.append('n');
            case 'ĸ' -> to.append('k');
            case 'ƀ', 'ɓ' -> to.append('b');
            case 'ǥ', 'ɠ' -> to.append('g');
            case 'ʉ' -> to.append('u');
            case 'ƶ' -> to.append('z');
            case 'ɑ' -> to.append('a');
            case 'ɡ' -> to.append('g');
            case 'ى', 'ی', 'ې' -> to.append('ي');
            case 'ک' -> to.append('ك');
            case 'ة' -> to.append('ه');
            default -> to.appendCodePoint(smallCapital(c));
        }
    }

    /// Small capitals, which Unicode keeps apart from the letters they are.
    private static int smallCapital(int c) {
        int at = c < 0x250 ? -1 : SMALL_CAPITALS.indexOf(c);
        return at < 0 ? c : 'a' + at;
    }
}
