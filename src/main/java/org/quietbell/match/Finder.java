package org.quietbell.match;

import java.util.ArrayList;
import java.util.List;

/// Finds the forms and terms of a [FormIndex] in a text: whole words, in order, parted only by what
/// may part one name. Made anew for each text.
final class Finder {
    /// Where a term stands.
    record Term(int number, int start, int end) {}

    private final FormIndex index;
    private final Tokens tokens;
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();

    Finder(FormIndex index, Tokens tokens) {
        this.index = index;
        this.tokens = tokens;
    }

    /// Looks through the words from one to before another.
    Finder find(int from, int to) {
        for (int start = from; start < to; start++) {
            int word = tokens.id[start];
            if (word != Vocabulary.NONE) {
                int node = index.step(FormIndex.ROOT, word);
                if (node != FormIndex.NOWHERE) {
                    extend(node, start, start, 0, -1, 0);
                }
            }
        }
        return this;
    }

    List<Occurrence> occurrences() {
        return occurrences;
    }

    List<Term> terms() {
        return terms;
    }

    /// @param last the word read last
    /// @param skippedAfter how many words of the form came before what was skipped, -1: nothing was
    /// @param skipped how many words were skipped, 0 to 2
    private void extend(int node, int start, int last, int read, int skippedAfter, int skipped) {
        report(node, start, last, skippedAfter, skipped);
        int next = last + 1;
        if (next >= tokens.count || (tokens.gap[next] & Glyphs.BREAK) != 0) {
            return;
        }
        int there = word(node, next);
        if (there != FormIndex.NOWHERE) {
            extend(there, start, next, read + 1, skippedAfter, skipped);
        }
        if (skipped == 0) {
            skip(node, start, next, read + 1, 1);
            if (tokens.is(next, WordLists.AND)) {
                skip(node, start, next, read + 1, 2);
            }
        }
    }

    private void skip(int node, int start, int next, int read, int words) {
        for (int i = 1; i <= words; i++) {
            if (next + i >= tokens.count || (tokens.gap[next + i] & Glyphs.BREAK) != 0) {
                return;
            }
        }
        int there = word(node, next + words);
        if (there != FormIndex.NOWHERE) {
            extend(there, start, next + words, read, read, words);
        }
    }

    private int word(int node, int token) {
        int word = tokens.id[token];
        return word == Vocabulary.NONE ? FormIndex.NOWHERE : index.step(node, word);
    }

    private void report(int node, int start, int last, int skippedAfter, int skipped) {
        int term = index.term(node);
        boolean onlyAnd = skipped == 1 && tokens.is(start + skippedAfter, WordLists.AND);
        if (term != Vocabulary.NONE && (skipped == 0 || onlyAnd) && !hasStop(start, last)) {
            terms.add(new Term(term, start, last));
        }
        for (Form form : index.forms(node)) {
            if (Joints.hold(form, tokens, start, skippedAfter, skipped)) {
                boolean shares = skipped > 0 && Joints.sharesSurname(tokens, start + skippedAfter);
                int foreign = skipped == 1 && !shares ? start + skippedAfter : -1;
                occurrences.add(new Occurrence(form, start, last, foreign, shares));
            }
        }
    }

    private boolean hasStop(int start, int last) {
        for (int i = start + 1; i <= last; i++) {
            if ((tokens.gap[i] & Glyphs.DOT) != 0
                    && (tokens.gap[i] & Glyphs.SPACE) != 0
                    && !tokens.has(i - 1, Tokens.SINGLE)) {
                return true;
            }
        }
        return false;
    }
}
