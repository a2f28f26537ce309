package org.quietbell.match;

import java.util.Arrays;

/// Finds words that are one slip away from the word that a name would go on with (or begin with, if
/// the next one is its second): one letter too many, too few, another, or two swapped.
///
/// For each such word its own hash and that of the word without each of its letters is kept, and
/// the text's word is looked up by the same hashes; so looking costs by the word's length, not by
/// the number of names. Filled by one thread, then only read, by any number.
final class Slips {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 30;
    private static final int MOST = 12;
    private static final long BEFORE = 1L << 62;

    private final Vocabulary vocabulary;
    private final LongTable table = new LongTable();

    Slips(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// The place for a word that follows what leads to a place in the tree.
    static long after(int node) {
        return (long) node << 32;
    }

    /// The place for a name's first word, before its second.
    static long before(int secondWord) {
        return BEFORE | (long) secondWord << 32;
    }

    /// Notes a word of a name.
    ///
    /// @param place as [#after] or [#before]
    /// @param word its number
    /// @param target the place in the tree to which it leads
    void add(long place, int word, int target) {
        char[] letters = vocabulary.word(word).toCharArray();
        if (letters.length < SHORTEST || letters.length > LONGEST) {
            return;
        }
        for (int left = -1; left < letters.length; left++) {
            put(key(place, letters, 0, letters.length, left), word, target);
        }
        int[] flagged = table.get(place);
        if (flagged.length == 0) {
            table.put(place, new int[] {1});
        }
    }

    private void put(long key, int word, int target) {
        int[] known = table.get(key);
        for (int i = 0; i < known.length; i += 2) {
            if (known[i] == word) {
                return;
            }
        }
        if (known.length < MOST) {
            int[] more = Arrays.copyOf(known, known.length + 2);
            more[known.length] = word;
            more[known.length + 1] = target;
            table.put(key, more);
        }
    }

    /// Whether any word is noted for the place.
    boolean has(long place) {
        return table.get(place).length > 0;
    }

    /// The place to which the word of a text leads by a slip, or [FormIndex#NOWHERE].
    ///
    /// @param given whether it stands where a given name does, whose last vowel is no slip
    int target(long place, Tokens tokens, int token, boolean given) {
        char[] letters = tokens.letters();
        int from = tokens.start(token);
        int length = tokens.length(token);
        if (length < SHORTEST - 1 || length > LONGEST) {
            return FormIndex.NOWHERE;
        }
        for (int left = -1; left < length; left++) {
            int[] found = table.get(key(place, letters, from, length, left));
            for (int i = 0; i < found.length; i += 2) {
                if (isSlip(vocabulary.word(found[i]), letters, from, length, given)) {
                    return found[i + 1];
                }
            }
        }
        return FormIndex.NOWHERE;
    }

    private static long key(long place, char[] letters, int from, int length, int left) {
        int hash = 7;
        for (int i = 0; i < length; i++) {
            if (i != left) {
                hash = Vocabulary.step(hash, letters[from + i]);
            }
        }
        // 0 is the mark of the place itself
        return place | (hash == 0 ? 1 : hash & 0xFFFFFFFFL);
    }

    /// One edit apart, not in the first letter, since a slip there is rare and makes other names
    /// (`Barlow`, `Marlow`); nor in the vowel that a given name ends in (`Paul`, `Paula`).
    static boolean isSlip(String word, char[] letters, int from, int length, boolean given) {
        int same = 0;
        int shorter = Math.min(word.length(), length);
        while (same < shorter && word.charAt(same) == letters[from + same]) {
            same++;
        }
        if (same == 0 || (same == word.length() && same == length)) {
            return false;
        }
        int tail = 0;
        while (tail < shorter - same
                && word.charAt(word.length() - 1 - tail) == letters[from + length - 1 - tail]) {
            tail++;
        }
        int wanted = word.length() - same - tail;
        int written = length - same - tail;
        boolean swapped =
                wanted == 2
                        && written == 2
                        && word.charAt(same) == letters[from + same + 1]
                        && word.charAt(same + 1) == letters[from + same];
        if (!swapped && (wanted > 1 || written > 1)) {
            return false;
        }
        boolean atEnd = tail == 0 && !swapped;
        char gone = wanted == 1 ? word.charAt(same) : ' ';
        char come = written == 1 ? letters[from + same] : ' ';
        if (atEnd && given) {
            return !isVowel(gone) && !isVowel(come);
        }
        return !atEnd || (gone != 'a' && come != 'a');
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o';
    }
}
