package org.quietbell.match;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.source.Finding;
import org.quietbell.watch.Variant;
import org.quietbell.watch.Watch;

/// What the ways to write a name otherwise mean for one name, shown by her own.
public final class VariantExamples {
    private static final String SIGNS = "a4e3i1o0s5";
    private static final int LEAST = 20;

    private VariantExamples() {}

    /// An example for each way in which the name would be recognised; a way that is missing changes
    /// nothing for this name. Each was tried on the matching itself.
    public static Map<Variant, String> of(Watch watch) {
        Watch all = watch.without(Set.of());
        Matching matching = Matching.of(List.of(all));
        Map<Variant, String> examples = new EnumMap<>(Variant.class);
        for (Variant variant : Variant.values()) {
            Matching without = Matching.of(List.of(watch.without(Set.of(variant))));
            tries(watch, variant).stream()
                    .filter(text -> isFound(matching, watch, text))
                    .filter(text -> !isFound(without, watch, text))
                    .findFirst()
                    .ifPresent(text -> examples.put(variant, text));
        }
        return examples;
    }

    /// Beside what she gave as context, since some count only there.
    private static boolean isFound(Matching matching, Watch watch, String text) {
        String context = String.join("; ", watch.context());
        Finding finding =
                new Finding(
                        text,
                        text,
                        context,
                        "",
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return matching.judge(finding).stream().anyMatch(match -> match.score() >= LEAST);
    }

    private static List<String> tries(Watch watch, Variant variant) {
        String name = watch.name();
        List<String> words = Arrays.stream(name.split("\\s+", -1)).toList();
        String given = words.getFirst();
        String rest = String.join(" ", words.subList(1, words.size()));
        if (variant == Variant.SCRIPTS) {
            return scripts(watch);
        }
        if (rest.isEmpty()) {
            return variant == Variant.DISGUISE ? List.of(disguised(name)) : List.of();
        }
        String last = words.getLast();
        String before = String.join(" ", words.subList(0, words.size() - 1));
        String initial = given.substring(0, given.offsetByCodePoints(0, 1));
        return switch (variant) {
            case ORDER -> List.of(last + ", " + before, rest + ", " + given, rest + " " + given);
            case INITIALS -> List.of(initial + ". " + rest, initial + ". " + last);
            case NICKNAMES -> nicknames(given, rest);
            case PARTS ->
                    List.of(
                            given + " " + last,
                            given + " " + words.get(1),
                            given + " " + last.split("-", -1)[0],
                            "Ms " + last);
            case SPELLINGS -> misspelt(given, rest);
            case RUN_TOGETHER -> List.of("#" + name.replaceAll("[^\\p{L}\\p{M}\\p{N}]", ""));
            case DISGUISE -> List.of(disguised(name));
            case SCRIPTS -> List.of();
        };
    }

    private static List<String> nicknames(String given, String rest) {
        return WordLists.STANDARD.shortForms(Folding.fold(given)).stream()
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1) + " " + rest)
                .toList();
    }

    /// One letter of the surname, or of the given name, left out.
    private static List<String> misspelt(String given, String rest) {
        List<String> texts = new ArrayList<>();
        for (int i = rest.length() - 2; i > 0; i--) {
            texts.add(given + " " + rest.substring(0, i) + rest.substring(i + 1));
        }
        for (int i = given.length() - 2; i > 0; i--) {
            texts.add(given.substring(0, i) + given.substring(i + 1) + " " + rest);
        }
        return texts;
    }

    private static String disguised(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            int at = SIGNS.indexOf(name.charAt(i));
            boolean sign = i > 0 && at >= 0 && at % 2 == 0;
            text.append(sign ? SIGNS.charAt(at + 1) : name.charAt(i));
        }
        return text.toString();
    }

    private static List<String> scripts(Watch watch) {
        List<String> texts = new ArrayList<>();
        List<String> names = new ArrayList<>(watch.aliases());
        names.add(watch.name());
        for (String rules :
                List.of(
                        "Any-Latin; Latin-ASCII",
                        "Latin-Cyrillic",
                        "Latin-Hebrew",
                        "Latin-Arabic")) {
            Transliterator transliterator = Transliterator.getInstance(rules);
            names.stream()
                    .map(transliterator::transliterate)
                    .map(String::strip)
                    .forEach(texts::add);
        }
        return texts;
    }
}
