package org.quietbell.match;

/// Brings the ways in which one foreign name is written in Latin letters to one key: `Yusuf`,
/// `Yousef` and `Youssouf`; `Zarechnev`, `Saretschnew` and `Zarečnev`.
///
/// Consonants that the usual systems write differently become one class, doubled letters one, an
/// `h` that only marks another letter goes. Vowels are kept in three classes, or, for languages
/// that do not write them, in one. It is used only for names that come from another script.
final class SoundKey {
    /// Which vowels are told apart.
    enum Vowels {
        /// Three classes: a; e, i, y, j; o, u.
        APART(1),
        /// All are one, as Arabic and Hebrew leave them out.
        MERGED(2),
        /// As written, but for the ways to write a long one in Japanese names.
        ROMAJI(3);

        private final long number;

        Vowels(long number) {
            this.number = number;
        }
    }

    /// No key: the word is too short to say anything, or has letters that are not Latin.
    static final long NONE = 0;

    /// A key shorter than this says nothing.
    static final int SHORTEST = 4;

    private static final int LONGEST = 40;

    private final char[] key = new char[LONGEST * 2];
    private int length;

    /// The hash of a word's key, or [#NONE].
    ///
    /// @param from index of the word's first letter, folded
    /// @param end index after its last one
    long of(char[] letters, int from, int end, Vowels vowels) {
        length = 0;
        if (end - from > LONGEST || end - from < SHORTEST) {
            return NONE;
        }
        int at = from;
        while (at < end) {
            char c = letters[at];
            if (c < 'a' || c > 'z') {
                return NONE;
            }
            if (vowels == Vowels.ROMAJI) {
                at = japanese(letters, at, end);
            } else if (isVowel(c)) {
                at = vowels(letters, at, end, vowels);
            } else {
                at = consonant(letters, from, at, end);
            }
        }
        if (length < SHORTEST) {
            return NONE;
        }
        long hash = vowels.number;
        for (int i = 0; i < length; i++) {
            hash = hash * 0x100000001B3L + key[i];
        }
        return hash == NONE || hash == -1 ? 1 : hash;
    }

    private int japanese(char[] letters, int at, int end) {
        char c = letters[at];
        char next = at + 1 < end ? letters[at + 1] : 0;
        return switch (c) {
            case 'o' -> {
                boolean lengthened =
                        next == 'u'
                                || (next == 'h' && (at + 2 == end || !isVowel(letters[at + 2])));
                yield put('o', at + (lengthened ? 2 : 1));
            }
            case 's' -> put('s', at + (next == 'h' || next == 'y' ? 2 : 1));
            case 't' -> put('t', at + (next == 's' || next == 'y' ? 2 : 1));
            case 'c' -> put('t', at + (next == 'h' || next == 'y' ? 2 : 1));
            case 'j', 'z' -> put('z', at + (next == 'y' ? 2 : 1));
            case 'f' -> put('h', at + 1);
            case 'm' -> put(next == 'b' || next == 'p' ? 'n' : 'm', at + 1);
            case 'l' -> put('r', at + 1);
            default -> put(c, at + 1);
        };
    }

    private int vowels(char[] letters, int from, int end, Vowels vowels) {
        int at = from;
        char kept = 'e';
        boolean settled = false;
        while (at < end && isVowel(letters[at])) {
            char c = letters[at++];
            if (!settled && c != 'i' && c != 'y' && c != 'j') {
                settled = true;
                boolean softened = c == 'o' && at - 1 > from; // Russian yo is written e as well
                kept = c == 'a' ? 'a' : c == 'e' || softened ? 'e' : 'o';
            }
        }
        put(vowels == Vowels.MERGED ? 'a' : kept);
        return at;
    }

    private int consonant(char[] letters, int from, int at, int end) {
        char c = letters[at];
        char next = at + 1 < end ? letters[at + 1] : 0;
        return switch (c) {
            case 't' -> afterT(letters, at, end, next);
            case 's' -> {
                boolean sch = next == 'c' && has(letters, at + 2, end, 'h');
                yield put('s', at + (sch ? 3 : next == 'z' ? 2 : 1));
            }
            case 'z' -> put('s', at + 1);
            case 'c', 'k', 'q' -> {
                boolean two = next == 'h' || next == 'k' || (c == 'c' && next == 'z');
                yield put('k', at + (two ? 2 : 1));
            }
            case 'x' -> {
                put('k');
                yield put('s', at + 1);
            }
            case 'v', 'w', 'f' -> put('v', at + 1);
            case 'p' -> next == 'h' ? put('v', at + 2) : put('p', at + 1);
            case 'h' -> {
                boolean own = at == from || (isVowel(letters[at - 1]) && at + 1 < end);
                yield own ? put('h', at + 1) : at + 1;
            }
            default -> put(c, at + 1);
        };
    }

    private int afterT(char[] letters, int at, int end, char next) {
        boolean sch =
                next == 's' && has(letters, at + 2, end, 'c') && has(letters, at + 3, end, 'h');
        if (sch) {
            return put('k', at + 4);
        }
        if (next == 'c' && has(letters, at + 2, end, 'h')) {
            return put('k', at + 3);
        }
        return next == 's' || next == 'z' ? put('s', at + 2) : put('t', at + 1);
    }

    private static boolean has(char[] letters, int at, int end, char wanted) {
        return at < end && letters[at] == wanted;
    }

    private int put(char c, int next) {
        put(c);
        return next;
    }

    private void put(char c) {
        if (length == 0 || key[length - 1] != c) {
            key[length++] = c;
        }
    }

    private static boolean isVowel(char c) {
        return switch (c) {
            case 'a', 'e', 'i', 'o', 'u', 'y', 'j' -> true;
            default -> false;
        };
    }
}
