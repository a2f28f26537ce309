package org.quietbell.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quietbell.match.HandleIndex.Sighting;
import org.quietbell.source.Finding;
import org.quietbell.watch.Watch;

/// Judges findings for a fixed set of watches by one index of all their names, aliases, handles and
/// terms.
///
/// The forms that a name can take are listed when this is made; a finding is then read once, word
/// by word, and only what begins a form costs more. Immutable and safe for many threads; a changed
/// watch needs a new one.
public final class Matching implements Judge {
    private static final int LEAST_KEPT = 20;

    private final WordLists lists;
    private final Vocabulary vocabulary;
    private final FormIndex forms;
    private final HandleIndex handles;
    private final List<Watched> watches;

    private Matching(Collection<Watch> all, WordLists lists) {
        this.lists = lists;
        vocabulary = new Vocabulary();
        lists.markIn(vocabulary);
        forms = new FormIndex();
        handles = new HandleIndex(lists);
        List<Watched> read = new ArrayList<>();
        for (Watch watch : all) {
            read.add(Watched.of(watch, read.size(), vocabulary, forms, handles, lists));
        }
        forms.frozen();
        watches = List.copyOf(read);
    }

    /// Makes ready to judge for these watches. Costs by their number; judging does not.
    public static Matching of(Collection<Watch> watches) {
        return new Matching(watches, WordLists.STANDARD);
    }

    @Override
    public List<Match> judge(Finding finding) {
        return all(finding).stream().filter(match -> match.score() >= LEAST_KEPT).toList();
    }

    /// Every watch of which a trace was found, also those that come to nothing.
    List<Match> all(Finding finding) {
        Whereabouts where = Whereabouts.of(finding.address());
        boolean speaks = !saysNothing(finding.title(), finding.snippet(), where);
        Tokens tokens = Tokens.reading(vocabulary).read(finding.title()).read(finding.snippet());
        int addressFrom = tokens.count;
        if (speaks) {
            where.segments().forEach(tokens::read);
        }
        Finder finder = new Finder(forms, tokens).find(0, tokens.count);
        List<Sighting> sightings = new ArrayList<>();
        if (!handles.isEmpty()) {
            handles.find(finding.title(), where, sightings);
            handles.find(finding.snippet(), where, sightings);
            if (speaks) {
                handles.findIn(where, sightings);
            }
        }
        if (finder.occurrences().isEmpty() && sightings.isEmpty()) {
            return List.of();
        }
        return judged(finding, tokens, addressFrom, finder, sightings);
    }

    private List<Match> judged(
            Finding finding,
            Tokens tokens,
            int addressFrom,
            Finder finder,
            List<Sighting> sightings) {
        Map<Integer, Verdict> verdicts = new TreeMap<>();
        Set<Integer> found = new HashSet<>();
        finder.terms().forEach(term -> found.add(term.number()));
        for (Sighting sighting : sightings) {
            verdict(verdicts, sighting.account().watch(), finding, finder).add(sighting);
        }
        Weighing weighing = new Weighing(tokens, addressFrom, finder.terms());
        SurnameRules surnames = new SurnameRules(tokens, addressFrom, finder.terms());
        for (Occurrence occurrence : finder.occurrences()) {
            int number = occurrence.form().watch();
            Watched watched = watches.get(number);
            var evidence =
                    occurrence.form().kind() == Form.Kind.SURNAME
                            ? surnames.weigh(
                                    occurrence,
                                    watched.givens(),
                                    watched.isShared(),
                                    isTold(watched, found))
                            : weighing.weigh(
                                    occurrence,
                                    watched.isShared(),
                                    watched.everyday()[occurrence.form().phrase()]);
            evidence.ifPresent(e -> verdict(verdicts, number, finding, finder).add(e));
        }
        return verdicts.values().stream().map(Verdict::match).toList();
    }

    private Verdict verdict(
            Map<Integer, Verdict> verdicts, int number, Finding finding, Finder finder) {
        return verdicts.computeIfAbsent(
                number, n -> new Verdict(watches.get(n), finding, finder.terms()));
    }

    private static boolean isTold(Watched watched, Set<Integer> found) {
        return !found.isEmpty()
                && watched.context().stream()
                        .anyMatch(term -> term.telling() && found.contains(term.number()));
    }

    /// Pages for signing in, for consent, for searching, and those that are gone: what their
    /// address holds is what somebody asked for.
    private boolean saysNothing(String title, String snippet, Whereabouts where) {
        Set<String> marks = lists.list("nothing-path");
        for (String segment : where.segments()) {
            if (marks.contains(Folding.fold(segment))) {
                return true;
            }
        }
        String text = title.isBlank() ? snippet : title;
        String start =
                Folding.fold(text.substring(0, Math.min(text.length(), 120)).strip())
                        .replace(' ', '-');
        return lists.list("nothing-text").stream()
                .anyMatch(mark -> start.startsWith(mark) || start.endsWith("-" + mark));
    }
}
