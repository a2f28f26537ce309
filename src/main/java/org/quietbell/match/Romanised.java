package org.quietbell.match;

import java.util.ArrayList;
import java.util.List;

/// Cyrillic and Greek words in Latin letters, in the ways that usual systems write them, as far as
/// [SoundKey] does not bring them together anyway.
final class Romanised {
    private static final int MOST = 8;
    private static final String CYRILLIC = "абвгдежзиклмнопрстуфхцчшщъыьэюяієґђјљњћџ";
    private static final String[] CYRILLIC_LATIN = {
        "a", "b", "v", "g,h", "d", "e", "z", "z", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t",
        "u", "f", "kh,h", "ts,c", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "i", "ye", "g",
        "dj", "j", "l", "n", "c", "dz"
    };
    private static final String GREEK = "αβγδεζηθικλμνξοπρστυφχψω";
    private static final String[] GREEK_LATIN = {
        "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s",
        "t", "y", "f", "ch", "ps", "o"
    };

    private Romanised() {}

    /// Whether all letters of a folded word are known here.
    static boolean isKnown(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (latin(word.charAt(i)) == null) {
                return false;
            }
        }
        return !word.isEmpty();
    }

    /// The word in Latin letters, the usual way first; at most eight ways.
    static List<String> of(String word) {
        List<String> all = List.of("");
        for (int i = 0; i < word.length(); i++) {
            List<String> next = new ArrayList<>();
            for (String way :
                    java.util.Objects.requireNonNull(latin(word.charAt(i))).split(",", -1)) {
                for (String begun : all) {
                    if (next.size() < MOST) {
                        next.add(begun + way);
                    }
                }
            }
            all = next;
        }
        return all;
    }

    /// Puts the usual way into an array.
    ///
    /// @return how many letters it has, or 0 if one of the word's is unknown or there is no room
    static int usual(char[] letters, int from, int end, char[] into) {
        int length = 0;
        for (int i = from; i < end; i++) {
            String latin = latin(letters[i]);
            if (latin == null || length + 4 > into.length) {
                return 0;
            }
            for (int k = 0; k < latin.length() && latin.charAt(k) != ','; k++) {
                into[length++] = latin.charAt(k);
            }
        }
        return length;
    }

    private static @org.jspecify.annotations.Nullable String latin(char c) {
        int at = c >= 0x400 ? CYRILLIC.indexOf(c) : -1;
        if (at >= 0) {
            return CYRILLIC_LATIN[at];
        }
        int greek = c >= 0x370 && c < 0x400 ? GREEK.indexOf(c) : -1;
        return greek < 0 ? null : GREEK_LATIN[greek];
    }
}
