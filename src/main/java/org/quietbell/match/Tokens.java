package org.quietbell.match;

import java.util.Arrays;

/// A text cut into words: for each its number in a [Vocabulary], what stands before it, how it is
/// written.
///
/// A word is a run of letters and digits; in scripts without spaces each character is one. What
/// stands between is kept as bits of [Glyphs], since it decides whether two words can be one name.
/// Several texts (title, snippet) are read one after the other with a break between. For one
/// thread; [#begin] makes it ready for the next text without giving up its room.
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

    /// Begins a line.
    static final int NEW_LINE = 1 << 6;

    private static final int[] NO_OTHERS = {};
    private static final int ROMANISED = 64;
    private static final int LARGE = 1 << 16;
    private static final int FEWEST_SPACED = 4;

    private final Vocabulary vocabulary;
    private final Sounds sounds;
    private final boolean adds;
    private final Ear ear;
    private final char[] romanised = new char[ROMANISED];
    int count;
    int[] id = new int[256];
    int[] gap = new int[256];
    int[] shape = new int[256];
    int[][] others = new int[256][];

    private int[] begins = new int[256];
    private int[] ends = new int[256];
    private int[] from = new int[257];
    private char[] letters = new char[2048];
    private char[] raw = new char[2048];
    private int length;
    private int rawStart;
    private int rawEnd;
    private int hash;
    private int bits;
    private int upper;
    private int pending;
    private int lines;
    private int singles;
    private boolean suspicious;
    private boolean plain;
    private int met;

    private Tokens(Vocabulary vocabulary, Sounds sounds, boolean adds) {
        this.vocabulary = vocabulary;
        this.sounds = sounds;
        this.ear = new Ear(sounds);
        this.adds = adds;
        begin();
    }

    /// For texts: words that the vocabulary lacks stay without a number.
    static Tokens reading(Vocabulary vocabulary, Sounds sounds) {
        return new Tokens(vocabulary, sounds, false);
    }

    /// For names and terms: words that the vocabulary lacks are added.
    static Tokens learning(Vocabulary vocabulary) {
        return new Tokens(vocabulary, new Sounds(), true);
    }

    /// Forgets what was read.
    Tokens begin() {
        count = 0;
        length = 0;
        from[0] = 0;
        hash = 0;
        bits = 0;
        upper = 0;
        pending = Glyphs.BREAK;
        lines = 0;
        singles = 0;
        suspicious = false;
        plain = true;
        met = 0;
        return this;
    }

    /// Reads one more text.
    Tokens read(String written) {
        String text = Folding.composed(written);
        pending |= Glyphs.BREAK;
        int end = text.length();
        if (raw.length < end) {
            raw = new char[end * 2];
        }
        text.getChars(0, end, raw, 0);
        int at = 0;
        while (at < end) {
            char c = raw[at];
            if (c < 128) {
                int glyph = Glyphs.of(c);
                if ((glyph & Glyphs.LETTER) != 0) {
                    at = word(at, end);
                    continue;
                }
                close();
                between(glyph, at, end);
                at++;
            } else {
                at = other(at, end);
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

    /// The folded first letter of a word.
    char first(int token) {
        return letters[from[token]];
    }

    /// A word, folded.
    String folded(int token) {
        return new String(letters, from[token], length(token));
    }

    /// How many folded letters a word has.
    int length(int token) {
        return from[token + 1] - from[token];
    }

    /// All folded letters, those of a word beginning at [#start].
    char[] letters() {
        return letters;
    }

    int start(int token) {
        return from[token];
    }

    /// Where a word begins in the text that was read last, as [Folding#composed] gives it.
    int begins(int token) {
        return begins[token];
    }

    /// Where it ends there, exclusive.
    int ends(int token) {
        return ends[token];
    }

    /// Whether something looks like a name in disguise: digits or signs for letters, letters spaced
    /// out.
    boolean isSuspicious() {
        return suspicious;
    }

    /// Whether words end just where runs of `A-Z a-z 0-9` do.
    boolean isPlain() {
        return plain;
    }

    /// Whether a word with one of these marks was read.
    boolean hasMet(int marks) {
        return (met & marks) != 0;
    }

    /// Whether it is worth keeping for the next text.
    boolean isSmall() {
        return raw.length <= LARGE && letters.length <= LARGE;
    }

    private int word(int start, int end) {
        if ((bits & Glyphs.ALONE) != 0) {
            close();
        }
        if (length + end - start > letters.length) {
            letters = Arrays.copyOf(letters, (length + end - start) * 2);
        }
        int at = start;
        int capitals = 0;
        int met = 0;
        int folded = hash;
        int glyph = Glyphs.of(raw[at]);
        boolean first = length == from[count];
        rawStart = first ? start : rawStart;
        boolean capital = first ? (glyph & Glyphs.UPPER) != 0 : upper > 0;
        do {
            char c = raw[at++];
            int capitalBit = (glyph & Glyphs.UPPER) >>> Glyphs.UPPER_SHIFT;
            c += (char) (capitalBit << 5);
            capitals += capitalBit;
            met |= glyph;
            letters[length++] = c;
            folded = Vocabulary.step(folded, c);
            glyph = at < end && raw[at] < 128 ? Glyphs.of(raw[at]) : 0;
        } while ((glyph & Glyphs.LETTER) != 0);
        hash = folded;
        bits |= met;
        upper = capital ? upper + capitals : 0;
        rawEnd = at;
        return at;
    }

    private int other(int start, int end) {
        int c = raw[start];
        int at = start + 1;
        if (Character.isHighSurrogate((char) c) && at < end && Character.isLowSurrogate(raw[at])) {
            c = Character.toCodePoint((char) c, raw[at]);
            at++;
        }
        int glyph = Glyphs.of(c);
        if ((glyph & Glyphs.LETTER) != 0) {
            letter(c, glyph, start);
            rawEnd = at;
            plain = false;
        } else if (glyph == Glyphs.NOTHING) {
            plain = false;
        } else {
            close();
            between(glyph, start, end);
        }
        return at;
    }

    private void between(int glyph, int at, int end) {
        if (glyph == Glyphs.LINE && ++lines > 1) {
            pending |= Glyphs.BREAK;
        }
        pending |= glyph & Glyphs.GAP;
        if ((glyph & Glyphs.SIGN) != 0 && at + 1 < end && Character.isLetterOrDigit(raw[at + 1])) {
            suspicious = true;
        }
    }

    private void letter(int c, int glyph, int start) {
        if (((glyph | bits) & Glyphs.ALONE) != 0) {
            close();
        }
        if (length == from[count]) {
            rawStart = start;
            upper = (glyph & Glyphs.UPPER) != 0 ? 1 : 0;
        } else if ((glyph & Glyphs.UPPER) != 0 && upper > 0) {
            upper++;
        }
        bits |= glyph;
        String folded = Folding.of(c);
        for (int i = 0; i < folded.length(); i++) {
            if (length == letters.length) {
                letters = Arrays.copyOf(letters, length * 2);
            }
            letters[length++] = folded.charAt(i);
            hash = Vocabulary.step(hash, folded.charAt(i));
        }
    }

    private void close() {
        int start = from[count];
        if (length == start) {
            return;
        }
        int written = written(length - start);
        if ((bits & Glyphs.FOREIGN) != 0 && (bits & Glyphs.ALONE) == 0) {
            written |= disguised(start);
        }
        int word =
                adds
                        ? vocabulary.add(new String(letters, start, length - start))
                        : vocabulary.find(letters, start, length - start, hash);
        id[count] = word;
        met |= vocabulary.marks(word);
        others[count] = adds ? NO_OTHERS : others(word, start);
        gap[count] = settled(pending);
        written |= lines > 0 ? NEW_LINE : 0;
        shape[count] = written;
        begins[count] = rawStart;
        ends[count] = rawEnd;
        suspect(written, start);
        next();
    }

    private void next() {
        count++;
        if (count == id.length) {
            id = Arrays.copyOf(id, count * 2);
            gap = Arrays.copyOf(gap, count * 2);
            shape = Arrays.copyOf(shape, count * 2);
            others = Arrays.copyOf(others, count * 2);
            begins = Arrays.copyOf(begins, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            from = Arrays.copyOf(from, count * 2 + 1);
        }
        from[count] = length;
        hash = 0;
        bits = 0;
        upper = 0;
        pending = 0;
        lines = 0;
    }

    private void suspect(int written, int start) {
        singles = (written & SINGLE) != 0 ? singles + 1 : 0;
        boolean mixed = (bits & Glyphs.DIGIT) != 0 && (bits & Glyphs.LATIN) != 0;
        if (singles >= FEWEST_SPACED || (mixed && length - start >= FEWEST_SPACED)) {
            suspicious = true;
        }
    }

    /// A word of two alphabets, or one that is no word of a name but looks like Latin letters
    /// throughout, is read by its looks.
    private int disguised(int start) {
        boolean mixed = (bits & Glyphs.LATIN) != 0;
        if (adds) {
            return 0;
        }
        if (!mixed) {
            boolean known =
                    vocabulary.find(letters, start, length - start, hash) != Vocabulary.NONE;
            if (known || !LookAlikes.areAll(letters, start, length)) {
                return 0;
            }
        }
        hash = LookAlikes.toLatin(letters, start, length);
        return DISGUISED;
    }

    private int[] others(int word, int start) {
        int[] listed = vocabulary.others(word);
        if ((bits & (Glyphs.LATIN | Glyphs.FOREIGN | Glyphs.DIGIT)) == 0
                && !sounds.skeletons().isEmpty()) {
            return joined(listed, sounds.skeletons().read(letters, start, length));
        }
        if (sounds.isEmpty()) {
            return listed;
        }
        if ((bits & Glyphs.LATIN) != 0) {
            return joined(listed, ear.hear(letters, start, length, hash));
        }
        if ((bits & Glyphs.FOREIGN) != 0 && (bits & Glyphs.ALONE) == 0) {
            int latin = Romanised.usual(letters, start, length, romanised);
            return joined(listed, ear.hear(romanised, 0, latin, hash));
        }
        return listed;
    }

    private static int[] joined(int[] some, int[] more) {
        if (more.length == 0) {
            return some;
        }
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private int written(int size) {
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
        return size == 1 ? written | SINGLE : written;
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
