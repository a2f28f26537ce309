package org.quietbell.match;

import java.util.Arrays;

/// The words that any name, term or rule is made of, numbered from 0, found by hash.
///
/// A word that stands in no name costs one look into a table and no more. Filled by one thread,
/// then only read, by any number.
final class Vocabulary {
    static final int NONE = -1;

    private String[] words = new String[64];
    private int[] hashes = new int[64];
    private int[] marks = new int[64];
    private int[] slots = new int[256];
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
        place(size);
        return size++;
    }

    /// The number of the word in the first `length` characters, or [#NONE].
    int find(char[] letters, int length, int hash) {
        int mask = slots.length - 1;
        for (int slot = mix(hash) & mask; slots[slot] != NONE; slot = (slot + 1) & mask) {
            int id = slots[slot];
            if (hashes[id] == hash && same(words[id], letters, length)) {
                return id;
            }
        }
        return NONE;
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

    private static boolean same(String word, char[] letters, int length) {
        if (word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != letters[i]) {
                return false;
            }
        }
        return true;
    }
}
