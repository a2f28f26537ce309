package org.quietbell.match;

import com.ibm.icu.lang.UScript;

/// What a character does between words and in them, as bits.
///
/// Every character is a [#LETTER] (perhaps [#ALONE], a word by itself, as in scripts that put no
/// spaces), [#NOTHING] at all, or a bit of a gap. Safe for many threads.
final class Glyphs {
    static final int SPACE = 1;
    static final int HYPHEN = 1 << 1;
    static final int DOT = 1 << 2;
    static final int UNDERSCORE = 1 << 3;
    static final int APOSTROPHE = 1 << 4;
    static final int COMMA = 1 << 5;
    static final int AND = 1 << 6;
    static final int QUOTE = 1 << 7;
    static final int SLASH = 1 << 8;

    /// Ends whatever stood before: `;`, `:`, a dash, a cell, a paragraph.
    static final int BREAK = 1 << 9;

    static final int HASH = 1 << 10;
    static final int AT = 1 << 11;
    static final int BRACKET = 1 << 12;
    static final int LINE = 1 << 13;
    static final int TAB = 1 << 14;

    static final int LETTER = 1 << 16;
    static final int DIGIT = 1 << 17;
    static final int ALONE = 1 << 18;
    static final int UPPER_SHIFT = 19;
    static final int UPPER = 1 << UPPER_SHIFT;
    static final int LOWER = 1 << 20;
    static final int NOTHING = 1 << 21;
    static final int LATIN = 1 << 22;
    static final int FOREIGN = 1 << 23;

    /// Stands for a letter where somebody hides a word.
    static final int SIGN = 1 << 24;

    /// The bits that say what parts two words.
    static final int GAP = (1 << 16) - 1;

    private static final int[] ASCII = new int[128];
    private static final int[][] KNOWN = new int[(Character.MAX_CODE_POINT + 1) / 256][];

    static {
        for (int c = 0; c < 128; c++) {
            ASCII[c] = ascii(c);
        }
    }

    private Glyphs() {}

    /// The bits of that character, never 0.
    static int of(int c) {
        if (c < 128) {
            return ASCII[c];
        }
        int[] page = KNOWN[c >> 8];
        if (page == null) {
            page = new int[256];
            KNOWN[c >> 8] = page;
        }
        int known = page[c & 255];
        if (known == 0) {
            known = other(c);
            page[c & 255] = known;
        }
        return known;
    }

    private static int ascii(int c) {
        if (c >= 'a' && c <= 'z') {
            return LETTER | LOWER | LATIN;
        }
        if (c >= 'A' && c <= 'Z') {
            return LETTER | UPPER | LATIN;
        }
        if (c >= '0' && c <= '9') {
            return LETTER | DIGIT;
        }
        return switch (c) {
            case ' ', '\r', '\f' -> SPACE;
            case '\n' -> LINE;
            case '\t' -> TAB;
            case '-' -> HYPHEN;
            case '.' -> DOT;
            case '_' -> UNDERSCORE;
            case '\'', '`' -> APOSTROPHE;
            case ',' -> COMMA;
            case '&' -> AND;
            case '"' -> QUOTE;
            case '/' -> SLASH;
            case '#' -> HASH;
            case '@' -> AT | SIGN;
            case '!', '$', '|', '+' -> BREAK | SIGN;
            case '(', ')', '[', ']' -> BRACKET;
            default -> BREAK;
        };
    }

    private static int other(int c) {
        switch (c) {
            case 0x2018, 0x2019, 0x201B, 0x02BC, 0x02BB, 0xB4 -> {
                return APOSTROPHE;
            }
            case 0x2010, 0x2011, 0x2013, 0xB7, 0x30FB, 0x2027, 0x05BE -> {
                return HYPHEN;
            }
            case 0x3001, 0x060C -> {
                return COMMA;
            }
            case 0x2028 -> {
                return LINE;
            }
            case 0xA1, 0xA2, 0xA3, 0xA5, 0xA7, 0xA9, 0xAE -> {
                return BREAK | SIGN;
            }
            default -> {}
        }
        String folded = Folding.of(c);
        if (folded.isEmpty()) {
            return NOTHING;
        }
        int first = folded.codePointAt(0);
        int written = Character.getType(c);
        boolean word = Character.isLetterOrDigit(first) || isMark(first);
        if (!word && first < 128) {
            return ASCII[first];
        }
        if (word) {
            return letter(first, written);
        }
        return switch (written) {
            case Character.SPACE_SEPARATOR -> SPACE;
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> QUOTE;
            case Character.START_PUNCTUATION, Character.END_PUNCTUATION ->
                    c == 0x201E || c == 0x201A || (c >= 0x300C && c <= 0x300F) ? QUOTE : BRACKET;
            default -> BREAK;
        };
    }

    private static int letter(int folded, int written) {
        int bits = LETTER;
        if (Character.isDigit(folded)) {
            bits |= DIGIT;
        }
        int script = UScript.getScript(folded);
        if (script == UScript.HAN
                || script == UScript.HIRAGANA
                || script == UScript.KATAKANA
                || script == UScript.HANGUL) {
            return bits | ALONE | FOREIGN;
        }
        if (written == Character.UPPERCASE_LETTER || written == Character.TITLECASE_LETTER) {
            bits |= UPPER;
        } else if (written == Character.LOWERCASE_LETTER) {
            bits |= LOWER;
        }
        if (script == UScript.LATIN) {
            bits |= LATIN;
        } else if (script == UScript.CYRILLIC
                || script == UScript.GREEK
                || script == UScript.ARMENIAN) {
            bits |= FOREIGN;
        }
        return bits;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
