package org.quietbell.match;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.quietbell.match.SoundKey.Vowels;

/// Notes, when a watch is read, as what else each word of its names may be written: with the
/// endings of its grammar, in other Latin letters, by an established variant.
///
/// All of it is listed or keyed beforehand, so that a text is read without any of it.
final class Spellings {
    private static final int SHORTEST_ENDING = 3;

    private final Vocabulary vocabulary;
    private final Sounds sounds;
    private final WordLists lists;
    private final Set<Vowels> heard = EnumSet.noneOf(Vowels.class);
    private boolean korean;
    private boolean voweless;

    /// @param names all names of one watch: their scripts say how the others may be spelt
    Spellings(Vocabulary vocabulary, Sounds sounds, WordLists lists, List<String> names) {
        this.vocabulary = vocabulary;
        this.sounds = sounds;
        this.lists = lists;
        names.forEach(this::listen);
    }

    private void listen(String name) {
        name.codePoints().map(UScript::getScript).distinct().forEach(this::script);
        String folded = Folding.fold(name);
        for (String word : List.of(folded.split("[^\\p{L}\\p{M}]+", -1))) {
            if (lists.list("arabic-particle").contains(word)) {
                heard.add(Vowels.MERGED);
            }
            if (word.length() > SHORTEST_ENDING + 2
                    && lists.list("slavic-or-greek-end").stream().anyMatch(word::endsWith)) {
                heard.add(Vowels.APART);
            }
        }
        if (name.indexOf('ō') >= 0 || name.indexOf('ū') >= 0 || name.indexOf('Ō') >= 0) {
            heard.add(Vowels.ROMAJI);
        }
    }

    private void script(int script) {
        switch (script) {
            case UScript.ARABIC, UScript.HEBREW, UScript.SYRIAC -> {
                voweless = true;
                heard.add(Vowels.MERGED);
            }
            case UScript.HIRAGANA, UScript.KATAKANA, UScript.HAN -> heard.add(Vowels.ROMAJI);
            case UScript.HANGUL -> korean = true;
            case UScript.LATIN, UScript.COMMON, UScript.INHERITED, UScript.UNKNOWN -> {}
            default -> heard.add(Vowels.APART);
        }
    }

    /// Notes the spellings of a name's word.
    void of(int word) {
        String written = vocabulary.word(word);
        if ((vocabulary.marks(word) & WordLists.PARTICLE) != 0) {
            lists.variants("particle-variant", written)
                    .forEach(other -> vocabulary.alias(other, word, Manner.SPELT));
            return;
        }
        Endings.of(written).forEach(form -> vocabulary.alias(form, word, Manner.SPELT));
        Endings.prefixed(written).forEach(form -> vocabulary.alias(form, word, Manner.SPELT));
        lists.variants("spelling", written)
                .forEach(other -> vocabulary.alias(other, word, Manner.SLIP));
        if (korean) {
            lists.variants("korean", written)
                    .forEach(other -> vocabulary.alias(other, word, Manner.SPELT));
        }
        if (written.charAt(0) <= 'z') {
            heard.forEach(vowels -> sounds.add(written, word, vowels));
        } else if (Romanised.isKnown(written)) {
            Romanised.of(written).forEach(latin -> sounds.add(latin, word, Vowels.APART));
        }
    }

    /// Notes a name in Latin letters as Arabic and Hebrew texts may have it, if she gave none in
    /// such a script herself and it is long enough.
    ///
    /// @param words numbers of its words
    void inOtherScripts(int[] words) {
        if (voweless) {
            return;
        }
        List<String> spelt = new ArrayList<>();
        String before = "";
        for (int word : words) {
            String written = before + vocabulary.word(word);
            boolean glued = lists.list("arabic-particle").contains(vocabulary.word(word));
            before = glued ? written : "";
            if (!glued) {
                spelt.add(written);
            }
        }
        if (Skeletons.isLong(spelt)) {
            spelt.forEach(word -> sounds.skeletons().add(word, vocabulary.add(word)));
        }
    }

    /// Notes the endings of a context term's word.
    void ofTerm(int word) {
        String written = vocabulary.word(word);
        Endings.of(written).forEach(form -> vocabulary.alias(form, word, Manner.SPELT));
        lists.variants("term-variant", written)
                .forEach(other -> vocabulary.alias(other, word, Manner.SPELT));
    }

    /// Two syllables of a Korean given name written as one word.
    void joined(List<String> syllables) {
        if (!korean || syllables.size() != 2) {
            return;
        }
        int word = vocabulary.add(String.join("", syllables));
        for (String first : lists.variants("korean", syllables.getFirst())) {
            for (String second : lists.variants("korean", syllables.getLast())) {
                vocabulary.alias(first + second, word, Manner.SPELT);
            }
        }
    }
}
