package org.quietbell.match;

import java.util.Arrays;

/// A text cut into words: for each its number in a [Vocabulary], what stands before it, how it is
/// written.
///
/// A word is a run of letters and digits; in scripts without spaces each character is one. What
/// stands between is kept as bits of [Glyphs], since it decides whether two words can be one name.
/// Several texts (title, snippet) are read one after the other with a break between. For one
/// thread.
final class Tokens {
    /// Begins with a capital.
    static final int CAPITAL = 1;

    /// Two letters or more, none of them small.
    static final int CAPITALS = 1 << 1;

    /// One letter.
    static final int SINGLE = 1 << 2;

    /// Digits only.
    static final int NUMBER = 1 << 3;

    /// Mixes alphabets, as a disguised name does; it was read by what it looks like.
    static final int DISGUISED = 1 << 4;

    /// A character of a script without spaces.
    static final int ALONE = 1 << 5;

    private final Vocabulary vocabulary;
    private final boolean adds;
    int count;
    int[] id = new int[64];
    int[] gap = new int[64];
    int[] shape = new int[64];
    char[] first = new char[64];

    private char[] letters = new char[64];
    private int length;
    private int hash;
    private int bits;
    private int upper;
    private int pending = Glyphs.BREAK;
    private int lines;

    private Tokens(Vocabulary vocabulary, boolean adds) {
        this.vocabulary = vocabulary;
        this.adds = adds;
    }

    /// For texts: words that the vocabulary lacks stay without a number.
    static Tokens reading(Vocabulary vocabulary) {
        return new Tokens(vocabulary, false);
    }

    /// For names and terms: words that the vocabulary lacks are added.
    static Tokens learning(Vocabulary vocabulary) {
        return new Tokens(vocabulary, true);
    }

    /// Reads one more text.
    Tokens read(String raw) {
        String text = Folding.composed(raw);
        pending |= Glyphs.BREAK;
        int end = text.length();
        for (int i = 0; i < end; i++) {
            int c = text.charAt(i);
            if (c >= 0xD800 && c <= 0xDBFF && i + 1 < end) {
                c = text.codePointAt(i);
                i += Character.charCount(c) - 1;
            }
            int glyph = Glyphs.of(c);
            if ((glyph & Glyphs.LETTER) != 0) {
                letter(c, glyph);
            } else if (glyph != Glyphs.NOTHING) {
                close();
                between(glyph);
            }
        }
        close();
        return this;
    }

    /// Whether the word is among those marked so.
    boolean is(int token, int mark) {
        return token >= 0 && token < count && (vocabulary.marks(id[token]) & mark) != 0;
    }

    /// Whether the word is written so.
    boolean has(int token, int wanted) {
        return token >= 0 && token < count && (shape[token] & wanted) != 0;
    }

    /// What stands before a word; after the last one, a break.
    int before(int token) {
        return token < count ? gap[token] : Glyphs.BREAK;
    }

    private void between(int glyph) {
        if (glyph == Glyphs.LINE && ++lines > 1) {
            pending |= Glyphs.BREAK;
        }
        pending |= glyph;
    }

    private void letter(int c, int glyph) {
        if ((glyph & Glyphs.ALONE) != 0) {
            close();
        } else if ((bits & Glyphs.ALONE) != 0) {
            close();
        }
        if (length == 0) {
            hash = 0;
            bits = 0;
            upper = (glyph & Glyphs.UPPER) != 0 ? 1 : 0;
        } else if ((glyph & Glyphs.UPPER) != 0 && upper > 0) {
            upper++;
        }
        bits |= glyph;
        if (c < 128) {
            put((char) ((glyph & Glyphs.UPPER) != 0 ? c + 32 : c));
        } else {
            String folded = Folding.of(c);
            for (int i = 0; i < folded.length(); i++) {
                put(folded.charAt(i));
            }
        }
    }

    private void put(char c) {
        if (length == letters.length) {
            letters = Arrays.copyOf(letters, length * 2);
        }
        letters[length++] = c;
        hash = Vocabulary.step(hash, c);
    }

    private void close() {
        if (length == 0) {
            return;
        }
        if (count == id.length) {
            id = Arrays.copyOf(id, count * 2);
            gap = Arrays.copyOf(gap, count * 2);
            shape = Arrays.copyOf(shape, count * 2);
            first = Arrays.copyOf(first, count * 2);
        }
        int written = written();
        if ((bits & Glyphs.LATIN) != 0 && (bits & Glyphs.FOREIGN) != 0) {
            hash = LookAlikes.toLatin(letters, length);
            written |= DISGUISED;
        }
        id[count] =
                adds
                        ? vocabulary.add(new String(letters, 0, length))
                        : vocabulary.find(letters, length, hash);
        gap[count] = settled(pending);
        shape[count] = written;
        first[count] = letters[0];
        count++;
        length = 0;
        bits = 0;
        pending = 0;
        lines = 0;
    }

    private int written() {
        int written = upper > 0 ? CAPITAL : 0;
        if (upper > 1 && (bits & Glyphs.LOWER) == 0) {
            written |= CAPITALS;
        }
        if ((bits & Glyphs.ALONE) != 0) {
            return ALONE | CAPITAL;
        }
        if ((bits & (Glyphs.LOWER | Glyphs.UPPER | Glyphs.LATIN | Glyphs.FOREIGN)) == 0) {
            // digits, or a script without capitals
            return (bits & Glyphs.DIGIT) != 0 ? NUMBER : CAPITAL;
        }
        return length == 1 ? written | SINGLE : written;
    }

    /// A dash with spaces around it breaks; so does a tab alone, which parts cells.
    private static int settled(int gap) {
        boolean spaced = (gap & (Glyphs.SPACE | Glyphs.LINE)) != 0;
        if ((gap & Glyphs.HYPHEN) != 0 && spaced) {
            return gap | Glyphs.BREAK;
        }
        if ((gap & Glyphs.TAB) != 0) {
            return spaced ? gap : gap | Glyphs.BREAK;
        }
        return spaced ? (gap & ~Glyphs.LINE) | Glyphs.SPACE : gap;
    }
}
