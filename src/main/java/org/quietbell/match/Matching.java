package org.quietbell.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quietbell.match.HandleIndex.Sighting;
import org.quietbell.source.Finding;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

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
    private final Sounds sounds;
    private final FormIndex forms;
    private final HandleIndex handles;
    private final Meeting meeting;
    private final List<Watched> watches;

    /// Room for one text, handed from finding to finding; whoever finds none makes another.
    private final AtomicReference<@Nullable Tokens> room = new AtomicReference<>();

    private Matching(Collection<Watch> all, Map<WatchId, Labelled> labelled, WordLists lists) {
        this.lists = lists;
        vocabulary = new Vocabulary();
        lists.markIn(vocabulary);
        meeting = new Meeting(vocabulary);
        sounds = new Sounds();
        forms = new FormIndex(vocabulary);
        handles = new HandleIndex(lists);
        List<Watched> read = new ArrayList<>();
        for (Watch watch : all) {
            Labelled said = labelled.getOrDefault(watch.id(), Labelled.NONE);
            read.add(
                    Watched.of(
                            watch, said, read.size(), vocabulary, sounds, forms, handles, lists));
        }
        forms.frozen();
        watches = List.copyOf(read);
    }

    /// Makes ready to judge for these watches. Costs by their number; judging does not.
    public static Matching of(Collection<Watch> watches) {
        return of(watches, Map.of());
    }

    /// The same, where some of what was found is labelled already: how often it was somebody else
    /// says how common the name is.
    ///
    /// @param labelled what she said; watches that are missing have no labels
    public static Matching of(Collection<Watch> watches, Map<WatchId, Labelled> labelled) {
        return new Matching(watches, labelled, WordLists.STANDARD);
    }

    /// Whether a watch is for a name that many people have and gives nothing by which to tell her
    /// from them, so that the name alone is never enough.
    public static boolean lacksContext(Watch watch) {
        List<String> words = List.of(Folding.fold(watch.name()).split("[^\\p{L}\\p{M}]+", -1));
        return watch.context().isEmpty()
                && Commonness.of(words, false, WordLists.STANDARD) != Commonness.RARE;
    }

    @Override
    public List<Match> judge(Finding finding) {
        List<Match> all = all(finding);
        return all.isEmpty()
                ? all
                : all.stream().filter(match -> match.score() >= LEAST_KEPT).toList();
    }

    /// Every watch of which a trace was found, also those that come to nothing.
    List<Match> all(Finding finding) {
        Tokens mine = room.getAndSet(null);
        Tokens tokens = mine == null ? Tokens.reading(vocabulary, sounds) : mine;
        List<Match> matches = read(finding, tokens);
        if (tokens.isSmall()) {
            room.set(tokens);
        }
        return matches;
    }

    private List<Match> read(Finding finding, Tokens tokens) {
        Whereabouts where = Whereabouts.of(finding.address());
        tokens.begin().read(finding.title()).read(finding.snippet());
        int addressFrom = tokens.count;
        where.segments().forEach(tokens::read);
        Finder finder = new Finder(forms, tokens).find();
        List<Sighting> sightings = new ArrayList<>(0);
        List<Sighting> inAddress = new ArrayList<>(0);
        if (!handles.isEmpty()) {
            if (handles.mayStandIn(tokens)) {
                handles.find(finding.title(), where, sightings);
                handles.find(finding.snippet(), where, sightings);
            }
            handles.findIn(where, inAddress);
        }
        boolean decoded = false;
        if (tokens.isSuspicious() && !finder.hasWhole()) {
            String title = Disguise.undone(finding.title());
            String snippet = Disguise.undone(finding.snippet());
            tokens.begin().read(title).read(snippet);
            Finder second = new Finder(forms, tokens).find();
            decoded = second.hasWhole();
            if (decoded) {
                finder = second;
                addressFrom = tokens.count;
            } else {
                tokens.begin().read(finding.title()).read(finding.snippet());
                where.segments().forEach(tokens::read);
            }
        }
        if (finder.occurrences().isEmpty() && sightings.isEmpty() && inAddress.isEmpty()) {
            return List.of();
        }
        if (saysNothing(finding.title(), finding.snippet(), where)) {
            finder.forgetFrom(addressFrom);
        } else {
            sightings.addAll(inAddress);
        }
        return judged(finding, tokens, addressFrom, finder, sightings, decoded);
    }

    private List<Match> judged(
            Finding finding,
            Tokens tokens,
            int addressFrom,
            Finder finder,
            List<Sighting> sightings,
            boolean decoded) {
        Map<Integer, Verdict> verdicts = new TreeMap<>();
        Terms terms = new Terms(finder.terms());
        Meeting.Said said = meeting.in(tokens, addressFrom);
        Function<Integer, Verdict> begin =
                number -> new Verdict(watches.get(number), finding, terms, said);
        for (Sighting sighting : sightings) {
            verdicts.computeIfAbsent(sighting.account().watch(), begin).add(sighting);
        }
        Weighing weighing = new Weighing(tokens, addressFrom, terms, decoded);
        SurnameRules surnames = new SurnameRules(tokens, addressFrom, terms);
        for (Occurrence occurrence : finder.occurrences()) {
            int number = occurrence.form().watch();
            Watched watched = watches.get(number);
            if (!watched.without().isEmpty()
                    && !Collections.disjoint(
                            watched.without(), VariantOf.of(occurrence, tokens, decoded))) {
                continue;
            }
            var evidence =
                    occurrence.form().kind() == Form.Kind.SURNAME
                            ? surnames.weigh(
                                    occurrence,
                                    watched.givens(),
                                    watched.isShared(occurrence.form().phrase()),
                                    isTold(watched, terms))
                            : weighing.weigh(
                                    occurrence,
                                    watched.isShared(occurrence.form().phrase()),
                                    watched.everyday()[occurrence.form().phrase()],
                                    watched.clear()[occurrence.form().phrase()]);
            evidence.ifPresent(e -> verdicts.computeIfAbsent(number, begin).add(e));
        }
        return verdicts.values().stream().map(Verdict::match).toList();
    }

    private static boolean isTold(Watched watched, Terms terms) {
        return watched.context().stream()
                .anyMatch(term -> term.telling() && terms.has(term.number()));
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
        for (String mark : lists.list("nothing-text")) {
            boolean ends =
                    start.endsWith(mark)
                            && start.length() > mark.length()
                            && start.charAt(start.length() - mark.length() - 1) == '-';
            if (ends || start.startsWith(mark)) {
                return true;
            }
        }
        return false;
    }
}
