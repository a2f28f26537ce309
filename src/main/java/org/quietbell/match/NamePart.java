package org.quietbell.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One part of a name, e.g. `van der Meulenbeek` or `Anne-Marie`.
///
/// @param words folded, in order
/// @param particles how many of them are particles
/// @param variants all ways to write the part, the plain one first
record NamePart(List<String> words, int particles, List<List<String>> variants) {
    private static final int MOST_VARIANTS = 6;
    private static final int SHORTEST_REST = 4;

    /// What some families write as part of the name and others before it, longest first:
    /// `Benhallouf` and `Ben Hallouf`, `Vandermeer` and `van der Meer`.
    private static final List<List<String>> RUN_IN =
            List.of(
                    List.of("van", "der"),
                    List.of("van", "den"),
                    List.of("van", "de"),
                    List.of("von", "der"),
                    List.of("della"),
                    List.of("fitz"),
                    List.of("saint"),
                    List.of("abdul"),
                    List.of("bint"),
                    List.of("van"),
                    List.of("von"),
                    List.of("del"),
                    List.of("des"),
                    List.of("abd"),
                    List.of("abu"),
                    List.of("ait"),
                    List.of("ben"),
                    List.of("bin"),
                    List.of("bou"),
                    List.of("al"),
                    List.of("el"),
                    List.of("de"),
                    List.of("di"),
                    List.of("du"),
                    List.of("la"),
                    List.of("le"));

    /// The letter that stands for the part where names are cut to initials.
    String initial() {
        return words.get(particles).substring(0, 1);
    }

    /// A part with the ways to write it.
    ///
    /// @param widths the words with umlauts written as two letters
    static NamePart of(List<String> words, List<String> widths, int particles) {
        Set<List<String>> variants = new LinkedHashSet<>();
        for (List<String> base : List.of(words, widths)) {
            variants.add(List.copyOf(base));
            if (base.size() > 1) {
                variants.add(List.of(String.join("", base)));
            }
            if (particles > 1) {
                List<String> joined = new ArrayList<>();
                joined.add(String.join("", base.subList(0, particles)));
                joined.addAll(base.subList(particles, base.size()));
                variants.add(joined);
            }
            if (particles > 0) {
                List<String> letters = new ArrayList<>(base);
                for (int i = 0; i < particles; i++) {
                    letters.set(i, base.get(i).substring(0, 1));
                }
                variants.add(letters);
            }
            String last = base.getLast();
            if (base.size() == 1 && last.length() >= 6 && last.startsWith("mac")) {
                variants.add(List.of("mc" + last.substring(3)));
                variants.add(List.of("mac", last.substring(3)));
            } else if (base.size() == 1 && last.length() >= 5 && last.startsWith("mc")) {
                variants.add(List.of("mac" + last.substring(2)));
                variants.add(List.of("mc", last.substring(2)));
            } else if (base.size() == 1) {
                parted(last).ifPresent(variants::add);
            }
        }
        return new NamePart(
                List.copyOf(words), particles, variants.stream().limit(MOST_VARIANTS).toList());
    }

    private static Optional<List<String>> parted(String word) {
        for (List<String> particles : RUN_IN) {
            String start = String.join("", particles);
            if (word.startsWith(start) && word.length() >= start.length() + SHORTEST_REST) {
                List<String> words = new ArrayList<>(particles);
                words.add(word.substring(start.length()));
                return Optional.of(words);
            }
        }
        return Optional.empty();
    }
}
