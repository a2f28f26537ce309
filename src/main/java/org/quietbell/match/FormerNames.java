package org.quietbell.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quietbell.watch.Variant;
import org.quietbell.watch.Watch;

/// Puts a mark in the place of the names that she keeps apart, in whatever form a text has them
/// (R6.7). A form that her present names have too stays.
///
/// Where a text names her so, the words of that name which are in no present one go as well,
/// wherever they stand. For one thread.
public final class FormerNames {
    /// What stands in the place of such a name, whatever the language.
    public static final String MARK = "[...]";

    private final boolean any;
    private final Vocabulary vocabulary = new Vocabulary();
    private final Sounds sounds = new Sounds();
    private final FormIndex forms = new FormIndex(vocabulary);
    private final Set<Integer> tell = new HashSet<>();
    private final int from;

    private FormerNames(Watch watch) {
        any = !watch.former().isEmpty();
        WordLists lists = WordLists.STANDARD;
        lists.markIn(vocabulary);
        HandleIndex handles = new HandleIndex(lists);
        Watch all = watch.without(Set.<Variant>of());
        from =
                Watched.of(all, Labelled.NONE, 0, vocabulary, sounds, forms, handles, lists)
                        .formerFrom();
        forms.frozen();
        Set<Integer> present = new HashSet<>();
        words(watch.name(), present);
        watch.aliases().forEach(alias -> words(alias, present));
        watch.former().forEach(name -> words(name, tell));
        tell.removeAll(present);
    }

    /// Makes ready for one watch.
    public static FormerNames of(Watch watch) {
        return new FormerNames(watch);
    }

    private void words(String name, Set<Integer> into) {
        Tokens tokens = Tokens.learning(vocabulary).read(name);
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.length(i) > 1) {
                into.add(tokens.id[i]);
            }
        }
    }

    /// The text with the mark in the place of each such name; the same text if it holds none.
    public String masked(String text) {
        if (!any || text.isBlank()) {
            return text;
        }
        String composed = Folding.composed(text);
        Tokens tokens = Tokens.reading(vocabulary, sounds).read(composed);
        List<int[]> spans = spans(tokens);
        if (spans.isEmpty()) {
            return isNamedInDisguise(tokens, text) ? MARK : text;
        }
        for (int i = 0; i < tokens.count; i++) {
            if (tell.contains(tokens.id[i])) {
                spans.add(new int[] {i, i});
            }
        }
        spans.sort(
                (a, b) -> a[0] != b[0] ? Integer.compare(a[0], b[0]) : Integer.compare(b[1], a[1]));
        StringBuilder shown = new StringBuilder();
        int at = 0;
        for (int[] span : spans) {
            if (tokens.begins(span[0]) >= at) {
                shown.append(composed, at, tokens.begins(span[0])).append(MARK);
            }
            at = Math.max(at, tokens.ends(span[1]));
        }
        return shown.append(composed, at, composed.length()).toString();
    }

    /// The address without its path, if such a name stands anywhere in it.
    public String maskedAddress(String address) {
        if (!any || address.isBlank()) {
            return address;
        }
        String plain = Whereabouts.decoded(address).replace('+', ' ');
        if (masked(plain).equals(plain)) {
            return address;
        }
        String host = Whereabouts.of(address).host();
        return masked(host).equals(host) && !host.isEmpty() ? "https://" + host + "/" + MARK : MARK;
    }

    /// The words from and to which a former name stands, in any of its forms.
    private List<int[]> spans(Tokens tokens) {
        List<int[]> present = new ArrayList<>();
        List<int[]> former = new ArrayList<>();
        for (Occurrence one : new Finder(forms, tokens).find().occurrences()) {
            boolean kept = one.form().phrase() >= from;
            boolean alone = one.form().kind() == Form.Kind.SURNAME;
            int[] span = {one.start(), one.end()};
            if (!kept) {
                present.add(span);
            } else if (!alone || tell.contains(tokens.id[one.start()])) {
                former.add(span);
            }
        }
        former.removeIf(span -> present.stream().anyMatch(p -> p[0] <= span[0] && span[1] <= p[1]));
        return former;
    }

    /// Read by what its signs stand for, a text has no places to mark: all of it goes.
    private boolean isNamedInDisguise(Tokens tokens, String text) {
        if (!tokens.isSuspicious()) {
            return false;
        }
        Tokens decoded = Tokens.reading(vocabulary, sounds).read(Disguise.undone(text));
        return !spans(decoded).isEmpty();
    }
}
