package org.quietbell.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quietbell.match.Form.Kind;

/// Enumerates the forms that one name can take: order, initials, short forms, parts left out,
/// hyphens and particles joined, umlauts written as two letters.
///
/// Listing the forms once, when the watch is set, is what lets a text be judged in time that does
/// not grow with the number of watches. The list is bounded.
final class NameForms {
    private static final int MOST_PRODUCTS = 24;
    private static final int MOST_WORDS = 24;

    private final Vocabulary vocabulary;
    private final WordLists lists;
    private final int watch;
    private final int phrase;
    private final Set<Form> forms = new LinkedHashSet<>();
    private int suffix = Vocabulary.NONE;
    private boolean free;
    private boolean vietnamese;

    private NameForms(Vocabulary vocabulary, WordLists lists, int watch, int phrase, boolean free) {
        this.vocabulary = vocabulary;
        this.lists = lists;
        this.watch = watch;
        this.phrase = phrase;
        this.free = free;
    }

    /// All forms of a name, the name as written first; none if it has no letter.
    static Set<Form> of(
            String name,
            int watch,
            int phrase,
            boolean free,
            Vocabulary vocabulary,
            WordLists lists) {
        NameForms made = new NameForms(vocabulary, lists, watch, phrase, free);
        List<NamePart> parts = made.parts(name);
        if (!parts.isEmpty()) {
            made.expandInOrder(parts);
        }
        return made.forms;
    }

    /// A name that begins with the family's is read as others write it, the given name first; as
    /// she writes it, it is the full name too.
    private void expandInOrder(List<NamePart> parts) {
        if (parts.size() != 2
                || !NameOrder.familyFirst(
                        parts.getFirst().words().getFirst(), parts.getLast().words(), lists)) {
            free |= vietnamese;
            expand(parts);
            return;
        }
        free = true;
        NamePart given = parts.getLast();
        List<List<String>> ways = new ArrayList<>(given.variants());
        if (given.words().size() == 1) {
            ways.addAll(NameOrder.syllables(given.words().getFirst()));
        }
        NamePart wide = new NamePart(given.words(), 0, ways);
        products(Kind.FULL, List.of(parts.getFirst(), wide), 0, "");
        expand(List.of(wide, parts.getFirst()));
    }

    private List<NamePart> parts(String name) {
        String straight = straight(name);
        Vocabulary scratch = new Vocabulary();
        Tokens tokens = Tokens.learning(scratch).read(straight);
        Tokens wide = Tokens.learning(scratch).read(widened(straight));
        boolean sameLength = wide.count == tokens.count;
        List<NamePart> parts = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> widths = new ArrayList<>();
        int particles = 0;
        int end = Math.min(tokens.count, MOST_WORDS);
        vietnamese = end > 0 && NameOrder.isVietnamese(scratch.word(tokens.id[0]), end, lists);
        for (int i = 0; i < end; i++) {
            String word = scratch.word(tokens.id[i]);
            int marks = lists.marks(word);
            if (i > 0 && i == end - 1 && (marks & WordLists.SUFFIX) != 0) {
                suffix = vocabulary.add(word);
                continue;
            }
            words.add(word);
            widths.add(sameLength ? scratch.word(wide.id[i]) : word);
            boolean last = i == end - 1;
            boolean glued =
                    !last
                            && (tokens.gap[i + 1] & (Glyphs.SPACE | Glyphs.BREAK | Glyphs.COMMA))
                                    == 0;
            boolean particle =
                    !last
                            && !vietnamese
                            && !parts.isEmpty()
                            && words.size() == particles + 1
                            && (marks & WordLists.PARTICLE) != 0;
            if (particle) {
                particles++;
            }
            boolean apostrophe = glued && (tokens.gap[i + 1] & Glyphs.APOSTROPHE) != 0;
            if (!glued && !particle && !apostrophe) {
                parts.add(NamePart.of(words, widths, particles));
                words = new ArrayList<>();
                widths = new ArrayList<>();
                particles = 0;
            }
        }
        if (!words.isEmpty()) {
            parts.add(NamePart.of(words, widths, particles));
        }
        return parts;
    }

    /// `Last, First` is turned into reading order, unless what follows the comma is a suffix.
    private String straight(String name) {
        int comma = name.indexOf(',');
        if (comma <= 0 || comma == name.length() - 1) {
            return name;
        }
        String after = name.substring(comma + 1).strip();
        String bare = Folding.fold(after).replace(".", "");
        if ((lists.marks(bare) & WordLists.SUFFIX) != 0) {
            return name.substring(0, comma) + " " + after;
        }
        return after + " " + name.substring(0, comma);
    }

    private static String widened(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < small.length(); i++) {
            switch (small.charAt(i)) {
                case 'ä' -> wide.append("ae");
                case 'ö', 'ø' -> wide.append("oe");
                case 'ü' -> wide.append("ue");
                case 'å' -> wide.append("aa");
                default -> wide.append(small.charAt(i));
            }
        }
        return wide.toString();
    }

    private void expand(List<NamePart> parts) {
        int n = parts.size();
        NamePart first = parts.getFirst();
        NamePart last = parts.getLast();
        if (n == 1) {
            first.variants().forEach(variant -> add(Kind.FULL, List.of(variant), 0, 0, 0, ""));
            return;
        }
        List<NamePart> middle = parts.subList(1, n - 1);
        products(Kind.FULL, parts, 0, "");
        joined(parts);
        for (int cut = 1; cut < n; cut++) {
            List<NamePart> turned = new ArrayList<>(parts.subList(cut, n));
            turned.addAll(parts.subList(0, cut));
            reversed(turned, n - cut);
        }
        if (last.particles() > 0) {
            particlesLast(parts);
        }
        shortForms(parts);
        if (n > 2) {
            missing(parts, middle);
        }
        halves(parts);
        initials(parts, middle);
        last.variants().forEach(variant -> add(Kind.SURNAME, List.of(variant), 0, 0, 0, ""));
    }

    private void joined(List<NamePart> parts) {
        StringBuilder plain = new StringBuilder();
        parts.forEach(part -> part.words().forEach(plain::append));
        if (plain.length() >= 6) {
            add(Kind.JOINED, List.of(List.of(plain.toString())), 0, 0, 0, "");
        }
    }

    private void reversed(List<NamePart> turned, int cut) {
        for (List<List<String>> choice :
                product(turned.stream().map(NamePart::variants).toList())) {
            int at = choice.subList(0, cut).stream().mapToInt(List::size).sum();
            add(Kind.REVERSED, choice, 0, at, 0, "");
        }
    }

    /// As Dutch and Portuguese registers sort: `Berg, Anna van den`.
    private void particlesLast(List<NamePart> parts) {
        NamePart last = parts.getLast();
        List<List<String>> choice = new ArrayList<>();
        choice.add(last.words().subList(last.particles(), last.words().size()));
        parts.subList(0, parts.size() - 1).forEach(part -> choice.add(part.words()));
        choice.add(last.words().subList(0, last.particles()));
        add(Kind.REVERSED, choice, 0, choice.getFirst().size(), 0, "");
    }

    private void shortForms(List<NamePart> parts) {
        NamePart first = parts.getFirst();
        if (first.words().size() > 1) {
            return;
        }
        for (String other : lists.shortForms(first.words().getFirst())) {
            List<List<List<String>>> choices = new ArrayList<>();
            choices.add(List.of(List.of(other)));
            choices.add(parts.getLast().variants());
            for (List<List<String>> choice : product(choices)) {
                add(Kind.SHORT, choice, 0, 0, choice.getFirst().size(), "");
                add(Kind.SHORT, choice.reversed(), 0, choice.getLast().size(), 0, "");
            }
        }
    }

    /// Middle parts left out or cut to initials; one of two given names.
    private void missing(List<NamePart> parts, List<NamePart> middle) {
        NamePart first = parts.getFirst();
        NamePart last = parts.getLast();
        StringBuilder omitted = new StringBuilder();
        for (NamePart part : middle) {
            boolean letter = part.words().equals(List.of(part.initial()));
            omitted.append(letter ? part.initial().toUpperCase(Locale.ROOT) : part.initial());
        }
        List<NamePart> ends = List.of(first, last);
        products(Kind.PART, ends, 0, omitted.toString());
        for (List<List<String>> choice : product(List.of(last.variants(), first.variants()))) {
            add(Kind.PART, choice, 0, choice.getFirst().size(), 0, omitted.toString());
        }
        if (middle.getFirst().particles() == 0) {
            products(Kind.PART, parts.subList(1, parts.size()), 0, "");
        }
        if (!isGiven(middle.getLast())) {
            products(Kind.PART, parts.subList(0, parts.size() - 1), 0, ""); // one of two surnames
        }
        for (List<List<String>> choice : product(List.of(first.variants(), last.variants()))) {
            List<List<String>> cut = new ArrayList<>();
            cut.add(choice.getFirst());
            int bits = 0;
            int at = choice.getFirst().size();
            for (NamePart part : middle) {
                cut.add(List.of(part.initial()));
                bits |= 1 << at++;
            }
            cut.add(choice.getLast());
            add(Kind.ABBREVIATED, cut, bits, 0, at, "");
        }
    }

    private boolean isGiven(NamePart part) {
        String word = part.words().getFirst();
        return vietnamese
                || part.words().size() > 1
                || word.length() < 3
                || (lists.marks(word) & WordLists.GIVEN) != 0;
    }

    /// One half of a hyphenated part, or a surname without its particles.
    private void halves(List<NamePart> parts) {
        for (int i = 0; i < parts.size(); i++) {
            NamePart part = parts.get(i);
            List<List<String>> halves = new ArrayList<>();
            if (part.particles() > 0) {
                halves.add(part.words().subList(part.particles(), part.words().size()));
            } else if (part.words().size() == 2 && part.words().getFirst().length() > 2) {
                halves.add(List.of(part.words().getFirst()));
                halves.add(List.of(part.words().getLast()));
            } else if (part.words().size() == 2 && part.words().getFirst().length() == 1) {
                halves.add(List.of(part.words().getLast())); // without its O'
            }
            for (List<String> half : halves) {
                List<NamePart> others = new ArrayList<>(parts);
                others.set(i, new NamePart(half, 0, List.of(half)));
                products(Kind.PART, others, 0, "");
            }
        }
    }

    private void initials(List<NamePart> parts, List<NamePart> middle) {
        NamePart first = parts.getFirst();
        for (List<String> surname : parts.getLast().variants()) {
            initial(List.of(first.initial()), surname);
            if (first.words().size() == 2) {
                initial(List.of(first.initial(), first.words().getLast().substring(0, 1)), surname);
            }
            for (int kept = 1; kept < parts.size() - 1; kept++) {
                List<String> letters = new ArrayList<>();
                parts.subList(0, kept).forEach(part -> letters.add(part.initial()));
                List<String> rest = new ArrayList<>();
                parts.subList(kept, parts.size() - 1).forEach(part -> rest.addAll(part.words()));
                rest.addAll(surname);
                initial(letters, rest);
            }
            if (!middle.isEmpty()) {
                List<String> letters = new ArrayList<>(List.of(first.initial()));
                middle.forEach(part -> letters.add(part.initial()));
                initial(letters, surname);
                add(Kind.INITIAL, List.of(List.of(String.join("", letters)), surname), 0, 0, 1, "");
            }
        }
    }

    private void initial(List<String> letters, List<String> surname) {
        List<List<String>> choice = new ArrayList<>();
        letters.forEach(letter -> choice.add(List.of(letter)));
        choice.add(surname);
        add(Kind.INITIAL, choice, (1 << letters.size()) - 1, 0, letters.size(), "");
        List<List<String>> turned = new ArrayList<>();
        turned.add(surname);
        letters.forEach(letter -> turned.add(List.of(letter)));
        int bits = ((1 << letters.size()) - 1) << surname.size();
        add(Kind.INITIAL, turned, bits, surname.size(), 0, "");
    }

    private void products(Kind kind, List<NamePart> parts, int initials, String omitted) {
        for (List<List<String>> choice : product(parts.stream().map(NamePart::variants).toList())) {
            int surname = choice.stream().mapToInt(List::size).sum() - choice.getLast().size();
            add(kind, choice, initials, 0, surname, omitted);
        }
    }

    private static List<List<List<String>>> product(List<List<List<String>>> choices) {
        List<List<List<String>>> all = List.of(List.of());
        for (List<List<String>> choice : choices) {
            List<List<List<String>>> next = new ArrayList<>();
            for (List<List<String>> begun : all) {
                for (List<String> variant : choice) {
                    if (next.size() < MOST_PRODUCTS) {
                        List<List<String>> longer = new ArrayList<>(begun);
                        longer.add(variant);
                        next.add(longer);
                    }
                }
            }
            all = next;
        }
        return all;
    }

    private void add(
            Kind kind,
            List<List<String>> choice,
            int initials,
            int comma,
            int surname,
            String omitted) {
        int[] words = new int[choice.stream().mapToInt(List::size).sum()];
        int units = 0;
        int at = 0;
        for (List<String> part : choice) {
            units |= 1 << at;
            for (String word : part) {
                words[at++] = vocabulary.add(word);
            }
        }
        forms.add(
                new Form(
                        words, kind, watch, phrase, units, initials, comma, surname, omitted, free,
                        suffix));
    }
}
