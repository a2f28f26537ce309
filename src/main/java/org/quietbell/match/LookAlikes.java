package org.quietbell.match;

/// Letters of other alphabets that are drawn like Latin ones.
///
/// Small letters only, since folding comes first. Source: Unicode's confusables, those of Cyrillic
/// and Greek whose shapes agree in common typefaces.
///
/// @see <a href="https://www.unicode.org/reports/tr39/#Confusable_Detection">UTS 39</a>
final class LookAlikes {

    private LookAlikes() {}

    /// Puts Latin letters for those that look so, in place, and gives the hash of what is there
    /// now.
    static int toLatin(char[] letters, int from, int end) {
        int hash = 0;
        for (int i = from; i < end; i++) {
            letters[i] = latin(letters[i]);
            hash = Vocabulary.step(hash, letters[i]);
        }
        return hash;
    }

    /// Whether every letter looks like a Latin one.
    static boolean areAll(char[] letters, int from, int end) {
        for (int i = from; i < end; i++) {
            if (latin(letters[i]) == letters[i]) {
                return false;
            }
        }
        return true;
    }

    private static char latin(char c) {
        return switch (c) {
            case 'а', 'α' -> 'a';
            case 'в', 'ь', 'β' -> 'b';
            case 'с', 'ϲ' -> 'c';
            case 'ԁ' -> 'd';
            case 'е', 'ε', 'є' -> 'e';
            case 'һ', 'н' -> 'h';
            case 'і', 'ι' -> 'i';
            case 'ј' -> 'j';
            case 'к', 'κ' -> 'k';
            case 'м' -> 'm';
            case 'п', 'η' -> 'n';
            case 'о', 'ο', 'ө', 'σ' -> 'o';
            case 'р', 'ρ' -> 'p';
            case 'ԛ' -> 'q';
            case 'г' -> 'r';
            case 'ѕ' -> 's';
            case 'т', 'τ' -> 't';
            case 'υ' -> 'u';
            case 'ν', 'ѵ' -> 'v';
            case 'ԝ', 'ω' -> 'w';
            case 'х', 'χ' -> 'x';
            case 'у', 'ү', 'γ' -> 'y';
            default -> c;
        };
    }
}
