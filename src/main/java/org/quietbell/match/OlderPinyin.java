package org.quietbell.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.quietbell.match.Form.Kind;

/// The forms of a Chinese name in the spelling of [WadeGiles], beside those in pinyin.
///
/// Only whole names, given names of two syllables, either order. Where a sound is one that only an
/// apostrophe tells from another, and not every apostrophe stands there, the form is
/// [Kind#UNCLEAR]: `Chang Ching-tao` is Zhang Jingtao as well as Zhang Qingtao.
final class OlderPinyin {
    private static final Set<String> TOLD_BY_SIGN =
            Set.of("b", "p", "d", "t", "g", "k", "j", "q", "zh", "ch", "z", "c");

    private final Vocabulary vocabulary;
    private final int watch;
    private final int phrase;
    private final Set<Form> forms = new LinkedHashSet<>();

    private OlderPinyin(Vocabulary vocabulary, int watch, int phrase) {
        this.vocabulary = vocabulary;
        this.watch = watch;
        this.phrase = phrase;
    }

    /// The forms; none unless the name is a Chinese one in pinyin.
    ///
    /// @param words of the name, in order
    /// @param han whether one of her names is written in Chinese characters
    static Set<Form> of(
            int[] words,
            int watch,
            int phrase,
            boolean han,
            Vocabulary vocabulary,
            WordLists lists) {
        OlderPinyin made = new OlderPinyin(vocabulary, watch, phrase);
        List<String> name = new ArrayList<>();
        for (int word : words) {
            name.add(vocabulary.word(word));
        }
        if (name.size() == 2 || name.size() == 3) {
            made.read(name, han, lists);
        }
        return made.forms;
    }

    private void read(List<String> name, boolean han, WordLists lists) {
        List<String> after = name.subList(1, name.size());
        List<String> before = name.subList(0, name.size() - 1);
        if (NameOrder.isOnlyChinese(name.getFirst(), after, lists)
                || (han && isFamily(name.getFirst(), lists))) {
            add(name.getFirst(), after);
        } else if (han && isFamily(name.getLast(), lists)) {
            add(name.getLast(), before);
        }
    }

    private static boolean isFamily(String word, WordLists lists) {
        return lists.list("family-chinese").contains(word);
    }

    private void add(String family, List<String> given) {
        List<String> pinyin = new ArrayList<>(List.of(family));
        if (given.size() == 2) {
            pinyin.addAll(given);
        } else {
            List<List<String>> ways = NameOrder.syllables(given.getFirst());
            if (ways.size() != 1) {
                return;
            }
            pinyin.addAll(ways.getFirst());
        }
        List<String> older = pinyin.stream().flatMap(s -> WadeGiles.of(s).stream()).toList();
        if (older.size() != 3 || older.equals(pinyin)) {
            return;
        }
        boolean told = pinyin.stream().anyMatch(OlderPinyin::isToldBySign);
        boolean signed = older.stream().anyMatch(s -> s.indexOf('\'') >= 0);
        for (int dropped = 0; dropped < 8; dropped++) {
            List<List<String>> syllables = new ArrayList<>();
            boolean whole = true;
            for (int i = 0; i < 3; i++) {
                String syllable = older.get(i);
                boolean drops = (dropped >> i & 1) != 0;
                whole &= !drops || syllable.indexOf('\'') < 0;
                syllables.add(words(drops ? syllable.replace("'", "") : syllable));
            }
            orders(syllables, told && !(signed && whole) ? Kind.UNCLEAR : Kind.ROMANISED);
        }
    }

    private static boolean isToldBySign(String syllable) {
        int end = syllable.startsWith("zh") || syllable.startsWith("ch") ? 2 : 1;
        return !syllable.startsWith("sh") && TOLD_BY_SIGN.contains(syllable.substring(0, end));
    }

    private static List<String> words(String syllable) {
        return Stream.of(syllable.split("'", -1)).toList();
    }

    private void orders(List<List<String>> syllables, Kind kind) {
        List<String> family = syllables.getFirst();
        List<String> apart =
                Stream.concat(syllables.get(1).stream(), syllables.get(2).stream()).toList();
        add(kind, family, apart, family.size(), 0);
        add(kind, apart, family, 0, apart.size());
        if (syllables.get(1).size() == 1 && syllables.get(2).size() == 1) {
            List<String> joined = List.of(String.join("", apart));
            add(kind, family, joined, family.size(), 0);
            add(kind, joined, family, 0, 1);
        }
    }

    private void add(Kind kind, List<String> first, List<String> second, int comma, int surname) {
        int[] words =
                Stream.concat(first.stream(), second.stream()).mapToInt(vocabulary::add).toArray();
        int units = 1 | 1 << first.size();
        for (int turn : comma > 0 ? new int[] {0, comma} : new int[] {0}) {
            forms.add(
                    new Form(
                            words,
                            kind,
                            watch,
                            phrase,
                            units,
                            0,
                            turn,
                            surname,
                            "",
                            true,
                            Vocabulary.NONE));
        }
    }
}
