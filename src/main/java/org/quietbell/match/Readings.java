package org.quietbell.match;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// How a name that comes from a script of its own is written in another one: a Chinese name in
/// pinyin, a Japanese one in kana, a name in an Indian script in Latin letters. By ICU's rules.
final class Readings {
    private static final Set<Integer> READ_BY_LETTERS =
            Set.of(
                    UScript.DEVANAGARI,
                    UScript.BENGALI,
                    UScript.GUJARATI,
                    UScript.GURMUKHI,
                    UScript.TAMIL,
                    UScript.TELUGU,
                    UScript.KANNADA,
                    UScript.MALAYALAM,
                    UScript.CYRILLIC,
                    UScript.GREEK,
                    UScript.GEORGIAN,
                    UScript.ARMENIAN);

    private Readings() {}

    /// Further ways to write a name, given all names of the same person; none for most.
    static List<String> of(String name, List<String> all) {
        boolean latin = all.stream().anyMatch(one -> has(one, UScript.LATIN));
        boolean kana = all.stream().anyMatch(Readings::isKana);
        boolean han = all.stream().anyMatch(one -> has(one, UScript.HAN));
        if (!has(name, UScript.LATIN)) {
            if (latin || kana) {
                return List.of();
            }
            return has(name, UScript.HAN) ? pinyin(name) : byLetters(name);
        }
        boolean japanese = kana || (han && isRomaji(name));
        if (!japanese) {
            return List.of();
        }
        String hiragana = Rules.HIRAGANA.transliterate(name);
        String katakana = Rules.KATAKANA.transliterate(name);
        return List.of(hiragana, katakana, turned(hiragana), turned(katakana));
    }

    private static List<String> pinyin(String name) {
        String[] syllables = Rules.PINYIN.transliterate(spaced(name)).strip().split(" +", -1);
        if (syllables.length < 2) {
            return List.of();
        }
        StringBuilder read = new StringBuilder(syllables[0]).append(' ');
        for (int i = 1; i < syllables.length; i++) {
            read.append(syllables[i]);
        }
        return List.of(read.toString());
    }

    private static List<String> byLetters(String name) {
        boolean known =
                name.codePoints().anyMatch(c -> READ_BY_LETTERS.contains(UScript.getScript(c)));
        return known ? List.of(Rules.LATIN.transliterate(name)) : List.of();
    }

    private static String spaced(String name) {
        StringBuilder spaced = new StringBuilder();
        name.codePoints().forEach(c -> spaced.appendCodePoint(c).append(' '));
        return spaced.toString();
    }

    private static String turned(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(space + 1) + " " + name.substring(0, space);
    }

    private static boolean has(String name, int script) {
        return any(name, c -> UScript.getScript(c) == script);
    }

    private static boolean isKana(String name) {
        return has(name, UScript.HIRAGANA) || has(name, UScript.KATAKANA);
    }

    private static boolean any(String name, IntPredicate wanted) {
        return name.codePoints().anyMatch(wanted);
    }

    /// Whether each word is made of Japanese syllables: every consonant has its vowel, but for n.
    private static boolean isRomaji(String name) {
        String folded = Folding.fold(name);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            char next = i + 1 < folded.length() ? folded.charAt(i + 1) : ' ';
            boolean consonant = c >= 'a' && c <= 'z' && "aeiou".indexOf(c) < 0;
            boolean doubled = next == c || (c == 't' && next == 'c');
            boolean pair = (c == 's' || c == 'c' || c == 't') && (next == 'h' || next == 's');
            if (c == 'l'
                    || c == 'x'
                    || c == 'q'
                    || (consonant
                            && c != 'n'
                            && !doubled
                            && !pair
                            && next != 'y'
                            && !(c == 'm' && (next == 'b' || next == 'p'))
                            && "aeiou".indexOf(next) < 0)) {
                return false;
            }
        }
        return true;
    }

    /// Made only when a name needs them.
    private static final class Rules {
        static final Transliterator HIRAGANA = Transliterator.getInstance("Latin-Hiragana");
        static final Transliterator KATAKANA = Transliterator.getInstance("Latin-Katakana");
        static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin; Latin-ASCII");
        static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }
}
