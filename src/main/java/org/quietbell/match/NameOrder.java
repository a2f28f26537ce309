package org.quietbell.match;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What is known of a name's order: in which languages the family's name stands first, and whether
/// readers take either order for the same name.
final class NameOrder {
    private static final Set<String> INITIALS =
            Set.of(
                    "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh",
                    "ch", "sh", "r", "z", "c", "s", "y", "w");
    private static final Set<String> FINALS =
            Set.of(
                    "a", "o", "e", "i", "u", "ai", "ei", "ui", "ao", "ou", "iu", "ie", "ue", "er",
                    "an", "en", "in", "un", "ang", "eng", "ing", "ong", "ia", "ian", "iang", "iao",
                    "iong", "ua", "uai", "uan", "uang", "uo");

    private NameOrder() {}

    /// Whether a script is one whose names stand in either order in Latin letters too.
    static boolean isFree(List<String> names) {
        return names.stream()
                .flatMapToInt(String::codePoints)
                .anyMatch(c -> {
                    int script = UScript.getScript(c);
                    return script == UScript.HAN
                            || script == UScript.HIRAGANA
                            || script == UScript.KATAKANA
                            || script == UScript.HANGUL
                            || script == UScript.CYRILLIC;
                });
    }

    /// Whether a name of two parts begins with a Chinese, Korean or Hungarian family's name.
    static boolean familyFirst(String first, List<String> last, WordLists lists) {
        String end = String.join("", last);
        boolean east =
                (isChinese(first, last, lists) || lists.list("family-korean").contains(first))
                        && !lists.list("family-chinese").contains(end)
                        && !lists.list("family-korean").contains(end)
                        && !isGiven(end, lists);
        return east
                || (lists.list("given-hungarian").contains(end)
                        && !isGiven(first, lists)
                        && !lists.list("given-hungarian").contains(first)
                        && first.length() > 3
                        && !isSurname(end, lists)
                        && !lists.list("korean").contains(end));
    }

    private static boolean isChinese(String first, List<String> last, WordLists lists) {
        return lists.list("family-chinese").contains(first)
                && (last.size() > 1
                        || isSyllable(last.getFirst())
                        || !syllables(last.getFirst()).isEmpty());
    }

    /// Whether a name, written with the family's name first, is a Chinese one and no Korean one
    /// too.
    static boolean isOnlyChinese(String first, List<String> last, WordLists lists) {
        return isChinese(first, last, lists)
                && familyFirst(first, last, lists)
                && !lists.list("family-korean").contains(first);
    }

    static boolean isVietnamese(String first, int parts, WordLists lists) {
        return parts > 2 && lists.list("family-vietnamese").contains(first);
    }

    private static boolean isGiven(String word, WordLists lists) {
        return (lists.marks(word) & WordLists.GIVEN) != 0;
    }

    private static boolean isSurname(String word, WordLists lists) {
        return (lists.marks(word) & WordLists.SURNAME) != 0;
    }

    /// The ways to part a Chinese given name into two syllables, e.g. `qing`, `shan`.
    static List<List<String>> syllables(String given) {
        List<List<String>> ways = new ArrayList<>();
        for (int cut = 1; cut < given.length(); cut++) {
            String first = given.substring(0, cut);
            String second = given.substring(cut);
            if (isSyllable(first) && isSyllable(second)) {
                ways.add(List.of(first, second));
            }
        }
        return ways;
    }

    static boolean isSyllable(String word) {
        for (int cut = 0; cut <= Math.min(2, word.length()); cut++) {
            if (INITIALS.contains(word.substring(0, cut)) && FINALS.contains(word.substring(cut))) {
                return true;
            }
        }
        return false;
    }
}
