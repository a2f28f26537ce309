package org.quietbell.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The words that rules speak of, read once from `words.txt` and `names.txt` beside this class:
/// what stands before a name, after it, between its parts, and which names many people bear.
/// Immutable and safe for many threads.
///
/// A line is `heading: word word …` or `heading: word = word word …`; lines of one heading add up;
/// `#` begins a remark. Words are folded when read.
final class WordLists {
    /// Joins two people: "and".
    static final int AND = 1;

    /// Stands before a name: "Mrs".
    static final int TITLE = 1 << 1;

    /// Stands after a name and tells one bearer from another: "Jr".
    static final int SUFFIX = 1 << 2;

    /// Belongs to the surname that follows: "van".
    static final int PARTICLE = 1 << 3;

    /// Makes a place or a thing of the name before it: "Street", "Prize".
    static final int THING = 1 << 4;

    /// Makes a thing of the name after it: "MV".
    static final int VESSEL = 1 << 5;

    /// Also an everyday word or a place: "Heather", "Jordan".
    static final int WORD = 1 << 6;

    /// Means "was called before": "née".
    static final int BORN = 1 << 7;

    /// Makes a speaker of the name beside it: "said".
    static final int SAID = 1 << 8;

    /// Begins a sentence without being a name: "With", "The".
    static final int SMALL = 1 << 9;

    /// Makes a place of the name before it, capital or not: "köyü".
    static final int PLACE = 1 << 10;

    /// "The", "a".
    static final int ARTICLE = 1 << 11;

    /// A given name that many bear.
    static final int GIVEN = 1 << 12;

    /// A surname that many bear.
    static final int SURNAME = 1 << 13;

    /// Says where, so that a place is likely to follow: "near".
    static final int WHERE = 1 << 14;

    /// Stands in a phrase of [Meeting].
    static final int MEETING = 1 << 15;

    /// Begins an account name of [HandleIndex].
    static final int ACCOUNT = 1 << 16;

    private static final Map<String, Integer> MARKS =
            Map.ofEntries(
                    Map.entry("and", AND),
                    Map.entry("title", TITLE),
                    Map.entry("suffix", SUFFIX),
                    Map.entry("particle", PARTICLE),
                    Map.entry("thing", THING),
                    Map.entry("vessel", VESSEL),
                    Map.entry("word", WORD),
                    Map.entry("born", BORN),
                    Map.entry("said", SAID),
                    Map.entry("small", SMALL),
                    Map.entry("place", PLACE),
                    Map.entry("article", ARTICLE),
                    Map.entry("given", GIVEN),
                    Map.entry("surname", SURNAME),
                    Map.entry("where", WHERE));

    /// Headings whose lines hold groups, parted by `;`, of words that stand for one another.
    private static final Set<String> GROUPED =
            Set.of("spelling", "korean", "particle-variant", "term-variant", "arabic-name");

    static final WordLists STANDARD = load();

    private final Map<String, Integer> marked = new LinkedHashMap<>();
    private final Map<String, Set<String>> shortForms = new LinkedHashMap<>();
    private final Map<String, Set<String>> lists = new LinkedHashMap<>();
    private final Map<String, Map<String, Set<String>>> groups = new LinkedHashMap<>();

    /// Marks all these words in a vocabulary.
    void markIn(Vocabulary vocabulary) {
        marked.forEach(vocabulary::mark);
    }

    int marks(String word) {
        return marked.getOrDefault(word, 0);
    }

    /// Other given names that a published table gives for this one, short for long and long for
    /// short; empty for most.
    Set<String> shortForms(String given) {
        return shortForms.getOrDefault(given, Set.of());
    }

    /// The words under a heading that is no mark, e.g. `profile-site`.
    Set<String> list(String heading) {
        return lists.getOrDefault(heading, Set.of());
    }

    /// The words of a grouped heading that stand for this one, e.g. `catherine` for `katherine`.
    Set<String> variants(String heading, String word) {
        return groups.getOrDefault(heading, Map.of()).getOrDefault(word, Set.of());
    }

    private static WordLists load() {
        WordLists read = new WordLists();
        read.file("words.txt");
        read.file("names.txt");
        return read;
    }

    private void file(String name) {
        try (InputStream in = WordLists.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + ": is not in the program");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(this::line);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read", e);
        }
    }

    private void group(String heading, List<String> words) {
        Map<String, Set<String>> all = groups.computeIfAbsent(heading, _ -> new LinkedHashMap<>());
        for (String word : words) {
            Set<String> others = all.computeIfAbsent(word, _ -> new TreeSet<>());
            others.addAll(words);
            others.remove(word);
        }
    }

    private void line(String line) {
        int colon = line.indexOf(':');
        if (line.isBlank() || line.startsWith("#") || colon < 0) {
            return;
        }
        String heading = line.substring(0, colon).strip();
        if (GROUPED.contains(heading)) {
            for (String group : line.substring(colon + 1).split(";", -1)) {
                group(heading, words(group));
            }
            return;
        }
        List<String> words = words(line.substring(colon + 1));
        if (heading.equals("short")) {
            String given = words.getFirst();
            for (String other : words.subList(2, words.size())) {
                shortForms.computeIfAbsent(given, _ -> new TreeSet<>()).add(other);
                shortForms.computeIfAbsent(other, _ -> new TreeSet<>()).add(given);
            }
            return;
        }
        Integer mark = MARKS.get(heading);
        if (mark == null) {
            lists.computeIfAbsent(heading, _ -> new TreeSet<>()).addAll(words);
        } else {
            words.forEach(word -> marked.merge(word, mark, (a, b) -> a | b));
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.strip().split(" +", -1)) {
            words.add(Folding.fold(word));
        }
        return words;
    }
}
