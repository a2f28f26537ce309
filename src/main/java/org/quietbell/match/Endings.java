package org.quietbell.match;

import java.util.LinkedHashSet;
import java.util.Set;

/// The forms that a name takes by the grammar of languages that bend names: Russian, Ukrainian,
/// Bulgarian in Cyrillic; Polish, Czech and Slovak in Latin letters; Greek.
///
/// A closed list of endings, each for one ending of the plain form, so that a man's and a woman's
/// form of one surname stay apart. Source: the case tables of school grammars of these languages.
final class Endings {
    private static final int SHORTEST = 3;

    /// Words of one letter that Hebrew and Arabic write as part of the next: and, in, to, from, as.
    private static final String HEBREW_PREFIXES = "ולבמהכש";

    private static final String ARABIC_PREFIXES = "وبلفك";

    /// Plain ending, then the endings that replace it; the first row that fits counts.
    private static final String[][] CYRILLIC = {
        {"ская", "ской", "скую", "скои"},
        {"цкая", "цкои", "цкую"},
        {"скии", "ского", "скому", "ским", "ском"},
        {"цкии", "цкого", "цкому", "цким", "цком"},
        {"ыи", "ого", "ому", "ым", "ом"},
        {"ова", "овои", "ову", "овою"},
        {"ева", "евои", "еву", "евою"},
        {"ина", "инои", "ину", "ины", "ине", "ини", "иною", "іні"},
        {"ов", "ова", "ову", "овым", "ове"},
        {"ев", "ева", "еву", "евым", "еве"},
        {"ин", "ина", "ину", "иным", "ине"},
        {"ко", "ка", "ку", "ком", "ци"},
        {"ия", "ии", "ию", "иеи"},
        {"ья", "ьи", "ью", "ьеи", "ье"},
        {"ая", "ои", "ую"},
        {"га", "ги", "ге", "гу", "гои", "гою", "зі"},
        {"ка", "ки", "ке", "ку", "кои", "кою", "ці"},
        {"ха", "хи", "хе", "ху", "хои", "хою", "сі"},
        {"а", "ы", "е", "у", "ои", "ою", "и", "і"},
        {"я", "и", "е", "ю", "еи", "ею", "і"},
        {"ии", "ия", "ию", "ием", "ии"},
        {"еи", "ея", "ею", "еем", "ее"},
        {"аи", "ая", "аю", "аем", "ае"},
        {"ел", "ла", "лу", "лом", "ле"},
        {"ец", "ца", "цу", "цом", "цем", "це"},
        {"ь", "я", "ю", "ем", "е", "и", "ью"},
        {"", "а", "у", "ом", "е", "ем", "і", "ові"}
    };

    private static final String[][] GREEK = {
        {"οσ", "ου", "ο", "ε"}, {"ησ", "η"}, {"ασ", "α"}, {"η", "ησ"}, {"α", "ασ"}, {"ω", "ωσ"}
    };
    private static final String[][] LATIN = {
        {"ska", "skiej", "ske"},
        {"cka", "ckiej", "cke"},
        {"ski", "skiego", "skiemu", "skim"},
        {"cki", "ckiego", "ckiemu", "ckim"},
        {"ova", "ove", "ovou", "ovu", "ovej"},
        {"wicz", "wicza", "wiczowi", "wiczem", "wiczu"}
    };
    private static final String[][] LATIN_GIVEN = {
        {"ia", "ii", "ie", "iu"},
        {"ka", "ki", "ce", "ke", "ku", "kou"},
        {"a", "y", "i", "e", "u", "ou"},
        {"ek", "ka", "kowi", "kiem", "ku", "kovi", "kem"},
        {"", "a", "owi", "em", "u", "ovi", "ie"}
    };

    private Endings() {}

    /// The other forms of a folded word; none for most words in Latin letters.
    static Set<String> of(String word) {
        if (word.length() < SHORTEST) {
            return Set.of();
        }
        char last = word.charAt(word.length() - 1);
        if (last >= 0x400 && last < 0x530) {
            return bent(word, CYRILLIC);
        }
        if (last >= 0x370 && last < 0x400) {
            return bent(word, GREEK);
        }
        return bent(word, LATIN);
    }

    /// Whether a surname in Latin letters is one that such languages bend.
    static boolean bends(String surname) {
        return !bent(surname, LATIN).isEmpty();
    }

    /// The forms of a given name that stands before such a surname.
    static Set<String> ofGiven(String word) {
        return word.length() < SHORTEST ? Set.of() : bent(word, LATIN_GIVEN);
    }

    /// A folded word of Hebrew or Arabic with the words of one letter that may be glued before it;
    /// none for others.
    static Set<String> prefixed(String word) {
        char first = word.charAt(0);
        boolean hebrew = first >= 0x5D0 && first <= 0x5EA;
        boolean arabic = first >= 0x620 && first <= 0x64A;
        if (word.length() < SHORTEST || !(hebrew || arabic)) {
            return Set.of();
        }
        Set<String> forms = new LinkedHashSet<>();
        (hebrew ? HEBREW_PREFIXES : ARABIC_PREFIXES)
                .chars()
                .forEach(letter -> forms.add((char) letter + word));
        return forms;
    }

    private static Set<String> bent(String word, String[][] rows) {
        Set<String> forms = new LinkedHashSet<>();
        for (String[] row : rows) {
            if (word.endsWith(row[0]) && word.length() - row[0].length() >= 2) {
                String stem = word.substring(0, word.length() - row[0].length());
                for (int i = 1; i < row.length; i++) {
                    forms.add(stem + row[i]);
                }
                forms.remove(word);
                return forms;
            }
        }
        return forms;
    }
}
