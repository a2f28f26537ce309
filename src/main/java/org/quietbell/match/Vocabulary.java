package org.quietbell.match;

import java.util.Arrays;

/// The words that any name, term or rule is made of, numbered from 0, found by hash.
///
/// A word that stands in no name costs one look into a small table of bits, which stays in the
/// processor's cache however many names there are. Filled by one thread, then only read, by any
/// number.
final class Vocabulary {
    static final int NONE = -1;
    private static final int[] NO_OTHERS = {};
    private static final int BITS_PER_WORD = 16;

    /// A bound on what one written word may stand for, so that no word makes reading slow.
    private static final int MOST_OTHERS = 12;

    private String[] words = new String[64];
    private int[] hashes = new int[64];
    private int[] marks = new int[64];
    private int[][] others = new int[64][];
    private int[] slots = new int[256];
    private long[] seen = new long[64];
    private int size;

    Vocabulary() {
        Arrays.fill(slots, NONE);
    }

    static int hash(CharSequence word, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = step(hash, word.charAt(i));
        }
        return hash;
    }

    /// One more character of a word whose hash so far is given.
    static int step(int hash, char c) {
        return hash * 31 + c;
    }

    /// The number of a folded word; it gets one if it has none.
    int add(String word) {
        int hash = hash(word, word.length());
        int known = find(word.toCharArray(), word.length(), hash);
        if (known != NONE) {
            return known;
        }
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
            marks = Arrays.copyOf(marks, size * 2);
            others = Arrays.copyOf(others, size * 2);
        }
        if (size * BITS_PER_WORD >= seen.length * Long.SIZE) {
            seen = new long[seen.length * 2];
            for (int id = 0; id < size; id++) {
                note(hashes[id]);
            }
        }
        if (size * 4 >= slots.length) {
            slots = new int[slots.length * 4];
            Arrays.fill(slots, NONE);
            for (int id = 0; id < size; id++) {
                place(id);
            }
        }
        words[size] = word;
        hashes[size] = hash;
        note(hash);
        place(size);
        return size++;
    }

    /// The number of the word in the first `length` characters, or [#NONE].
    int find(char[] letters, int length, int hash) {
        return find(letters, 0, length, hash);
    }

    /// The number of the word that stands in an array, or [#NONE].
    int find(char[] letters, int from, int length, int hash) {
        int mixed = mix(hash);
        if (!mayHold(mixed)) {
            return NONE;
        }
        int mask = slots.length - 1;
        for (int slot = mixed & mask; slots[slot] != NONE; slot = (slot + 1) & mask) {
            int id = slots[slot];
            if (hashes[id] == hash && same(words[id], letters, from, length)) {
                return id;
            }
        }
        return NONE;
    }

    /// Whether a word of that hash may be here; false for nearly all others.
    boolean mayHave(int hash) {
        return mayHold(mix(hash));
    }

    private boolean mayHold(int mixed) {
        int bit = mixed & (seen.length * Long.SIZE - 1);
        return (seen[bit >> 6] >>> bit & 1) != 0;
    }

    int size() {
        return size;
    }

    String word(int id) {
        return words[id];
    }

    /// Gives a word a mark (bits of [WordLists]); it is added if need be.
    void mark(String word, int bits) {
        int id = add(word); // first, since it may move the table
        marks[id] |= bits;
    }

    /// A word's marks; 0 for [#NONE].
    int marks(int id) {
        return id == NONE ? 0 : marks[id];
    }

    /// Lets one word stand for another.
    ///
    /// @param written the word as a text may have it; it is added if need be
    /// @param meant number of the word of a name
    /// @param manner how it differs, bits of [Manner]
    void alias(String written, int meant, int manner) {
        int id = add(written);
        int other = meant << Manner.SIZE | manner;
        int[] known = others(id);
        for (int one : known) {
            if (one >> Manner.SIZE == meant) {
                return;
            }
        }
        if (id != meant && known.length < MOST_OTHERS) {
            int[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = other;
            others[id] = more;
        }
    }

    /// What a word may stand for besides itself: numbers of words, shifted by [Manner#SIZE], and
    /// the manner in which it differs.
    int[] others(int id) {
        int[] known = id == NONE ? null : others[id];
        return known == null ? NO_OTHERS : known;
    }

    private void note(int hash) {
        int bit = mix(hash) & (seen.length * Long.SIZE - 1);
        seen[bit >> 6] |= 1L << bit;
    }

    private void place(int id) {
        int mask = slots.length - 1;
        int slot = mix(hashes[id]) & mask;
        while (slots[slot] != NONE) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = id;
    }

    private static int mix(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    private static boolean same(String word, char[] letters, int from, int length) {
        if (word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != letters[from + i]) {
                return false;
            }
        }
        return true;
    }
}
