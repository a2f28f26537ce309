package org.quietbell.match;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Query;
import org.quietbell.watch.Variant;
import org.quietbell.watch.Watch;

/// Puts one watch's names, handles and terms into the indexes that all watches share.
final class WatchedReader {
    private static final int FEWEST_DIGITS = 7;
    private static final int SIGNIFICANT_DIGITS = 9;
    private static final int FEWEST_STROKES = 3;

    private final Watch watch;
    private final Labelled labelled;
    private final int number;
    private final Vocabulary vocabulary;
    private final FormIndex forms;
    private final HandleIndex handles;
    private final WordLists lists;
    private final Spellings spellings;
    private final List<String> names = new ArrayList<>();

    WatchedReader(
            Watch watch,
            Labelled labelled,
            int number,
            Vocabulary vocabulary,
            Sounds sounds,
            FormIndex forms,
            HandleIndex handles,
            WordLists lists) {
        this.watch = watch;
        this.labelled = labelled;
        this.number = number;
        this.vocabulary = vocabulary;
        this.forms = forms;
        this.handles = handles;
        this.lists = lists;
        names.add(watch.name());
        names.addAll(watch.aliases());
        names.addAll(watch.former());
        spellings = new Spellings(vocabulary, sounds, lists, names);
    }

    Watched read() {
        List<Query> phrases = new ArrayList<>();
        int[] givens = new int[names.size()];
        boolean[] everyday = new boolean[names.size()];
        boolean[] clear = new boolean[names.size()];
        Commonness[] commonness = new Commonness[names.size()];
        Set<String> parts = new HashSet<>();
        boolean free = NameOrder.isFree(names);
        boolean scripts = !watch.without().contains(Variant.SCRIPTS);
        boolean han = names.stream().anyMatch(WatchedReader::hasHan);
        for (int phrase = 0; phrase < names.size(); phrase++) {
            String name = names.get(phrase);
            phrases.add(new Query.Phrase(name));
            int[] words = words(name);
            givens[phrase] = words.length == 0 ? Vocabulary.NONE : words[0];
            everyday[phrase] = words.length > 0 && Arrays.stream(words).allMatch(this::isEveryday);
            clear[phrase] = Arrays.stream(words).anyMatch(this::isOnlyName);
            Arrays.stream(words).forEach(word -> parts.add(vocabulary.word(word)));
            List<String> folded = Arrays.stream(words).mapToObj(vocabulary::word).toList();
            commonness[phrase] =
                    Commonness.of(folded, !watch.context().isEmpty(), lists).after(labelled);
            note(words);
            if (scripts) {
                spellings.inOtherScripts(words);
                forms.add(OlderPinyin.of(words, number, phrase, han, vocabulary, lists));
            }
            forms.add(NameForms.of(name, number, phrase, free, vocabulary, lists));
            for (String reading : scripts ? Readings.of(name, names) : List.<String>of()) {
                note(words(reading));
                forms.add(NameForms.of(reading, number, phrase, true, vocabulary, lists));
            }
        }
        watch.handles().forEach(handle -> addHandle(handle, parts));
        return new Watched(
                watch.id(),
                List.copyOf(phrases),
                givens,
                everyday,
                clear,
                commonness,
                watch.without(),
                1 + watch.aliases().size(),
                terms(watch.context()),
                terms(watch.exclude()),
                terms(watch.details().addresses()),
                terms(watch.details().emails()),
                watch.details().phones().stream()
                        .map(WatchedReader::digits)
                        .filter(digits -> digits.length() >= FEWEST_DIGITS)
                        .toList());
    }

    private List<Watched.Term> terms(List<String> written) {
        List<Watched.Term> terms = new ArrayList<>();
        for (String text : written) {
            int[] words =
                    Arrays.stream(words(text))
                            .filter(word -> (vocabulary.marks(word) & WordLists.AND) == 0)
                            .toArray();
            if (words.length > 0) {
                Arrays.stream(words).forEach(spellings::ofTerm);
                boolean telling =
                        words.length > 1
                                || (vocabulary.marks(words[words.length - 1]) & WordLists.THING)
                                        != 0;
                int term = forms.addTerm(words);
                if (words.length > 1) {
                    forms.addTerm(new int[] {joined(words)}, term);
                }
                terms.add(new Watched.Term(term, text, telling));
            }
        }
        return List.copyOf(terms);
    }

    /// As a hashtag has it.
    private int joined(int[] words) {
        StringBuilder joined = new StringBuilder();
        Arrays.stream(words).mapToObj(vocabulary::word).forEach(joined::append);
        return vocabulary.add(joined.toString());
    }

    /// Notes how else the words of a name may be written.
    private void note(int[] words) {
        for (int word : words) {
            spellings.of(word);
            String strokes = Disguise.strokes(vocabulary.word(word));
            if (strokes.length() >= FEWEST_STROKES && !strokes.equals(vocabulary.word(word))) {
                vocabulary.alias(strokes, word, Manner.SPELT);
            }
        }
        for (int i = 1; i < words.length; i++) {
            spellings.joined(List.of(vocabulary.word(words[i - 1]), vocabulary.word(words[i])));
        }
        if (words.length > 1 && Endings.bends(vocabulary.word(words[words.length - 1]))) {
            Endings.ofGiven(vocabulary.word(words[0]))
                    .forEach(form -> vocabulary.alias(form, words[0], Manner.SPELT));
        }
    }

    private static boolean hasHan(String name) {
        return name.codePoints().anyMatch(c -> UScript.getScript(c) == UScript.HAN);
    }

    private void addHandle(Handle handle, Set<String> parts) {
        String name = handle.name();
        boolean distinctive =
                name.chars().anyMatch(c -> c == '.' || c == '_' || (c >= '0' && c <= '9'));
        String folded = name.toLowerCase(Locale.ROOT);
        boolean ordinary =
                !distinctive
                        && (parts.contains(folded) || (lists.marks(folded) & WordLists.WORD) != 0);
        handles.add(new HandleIndex.Account(number, handle, distinctive, ordinary));
        int[] words = words(name);
        if (words.length > 0) {
            vocabulary.mark(vocabulary.word(words[0]), WordLists.ACCOUNT);
        }
    }

    private boolean isEveryday(int word) {
        return (vocabulary.marks(word) & WordLists.WORD) != 0;
    }

    private boolean isOnlyName(int word) {
        int marks = vocabulary.marks(word);
        return (marks & WordLists.GIVEN) != 0 && (marks & WordLists.WORD) == 0;
    }

    private int[] words(String text) {
        Tokens tokens = Tokens.learning(vocabulary).read(text);
        return Arrays.copyOf(tokens.id, tokens.count);
    }

    /// The digits that stay the same however a number is written, without country code or zeros.
    private static String digits(String phone) {
        String digits = allDigits(phone);
        int length = digits.length();
        return length > SIGNIFICANT_DIGITS ? digits.substring(length - SIGNIFICANT_DIGITS) : digits;
    }

    /// All digits of a text, one after another.
    static String allDigits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }
}
