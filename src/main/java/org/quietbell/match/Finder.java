package org.quietbell.match;

import java.util.ArrayList;
import java.util.List;

/// Finds the forms and terms of a [FormIndex] in a text: whole words, in order, parted only by what
/// may part one name. Each word may be written in another way, one of them by a slip. Made anew for
/// each text.
final class Finder {
    /// Where a term stands.
    record Term(int number, int start, int end) {}

    private final FormIndex index;
    private final Tokens tokens;
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();
    private final List<Path> surnames = new ArrayList<>();
    private int steps;

    Finder(FormIndex index, Tokens tokens) {
        this.index = index;
        this.tokens = tokens;
    }

    /// Looks through all words.
    Finder find() {
        int end = tokens.count;
        for (int start = 0; start < end; start++) {
            int word = tokens.id[start];
            if (word != Vocabulary.NONE && index.begins(word)) {
                int node = index.root(word);
                if (node != FormIndex.NOWHERE) {
                    extend(new Path(node, start, start, 0, -1, 0, 0));
                }
            }
            int[] others = tokens.others[start];
            if (others.length > 0) {
                for (int other : others) {
                    int node = index.root(other >> Manner.SIZE);
                    if (node != FormIndex.NOWHERE) {
                        extend(new Path(node, start, start, 0, -1, 0, other & Manner.ALL));
                    }
                }
            }
            if (start + 1 < end) {
                int second = tokens.id[start + 1];
                if (second != Vocabulary.NONE && index.follows(second)) {
                    slipAtStart(start, second);
                }
            }
        }
        for (Path path : surnames) {
            if (!terms.isEmpty() || SurnameRules.isMarked(tokens, path.start, path.last)) {
                for (Form form : index.surnames(path.node)) {
                    report(form, path);
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

    /// Whether all of a name stands somewhere.
    boolean hasWhole() {
        for (Occurrence occurrence : occurrences) {
            if (occurrence.form().kind().isWhole() && (occurrence.manner() & Manner.SLIP) == 0) {
                return true;
            }
        }
        return false;
    }

    /// Forgets what stands at that word or after it.
    void forgetFrom(int token) {
        occurrences.removeIf(occurrence -> occurrence.end() >= token);
        terms.removeIf(term -> term.end() >= token);
    }

    /// How often a word was tried as the next of a form.
    int steps() {
        return steps;
    }

    /// What has been read of a form.
    ///
    /// @param last the word read last
    /// @param read how many words of the form were read, less one
    /// @param skippedAfter how many words of the form came before what was skipped, -1: nothing was
    /// @param skipped how many words were skipped, 0 to 2
    /// @param manner how the words differ, bits of [Manner]
    private record Path(
            int node, int start, int last, int read, int skippedAfter, int skipped, int manner) {
        Path to(int next, int word, int how) {
            return new Path(next, start, word, read + 1, skippedAfter, skipped, manner | how);
        }

        Path skipping(int words) {
            return new Path(node, start, last, read, read + 1, words, manner);
        }
    }

    private void extend(Path path) {
        report(path);
        int next = path.last + 1;
        if (next >= tokens.count || (tokens.gap[next] & Glyphs.BREAK) != 0) {
            return;
        }
        follow(path, next);
        if (path.skipped == 0) {
            skip(path, next, 1);
            if (tokens.is(next, WordLists.AND)) {
                skip(path, next, 2);
            }
        }
    }

    private void skip(Path path, int next, int words) {
        for (int i = 1; i <= words; i++) {
            if (next + i >= tokens.count || (tokens.gap[next + i] & Glyphs.BREAK) != 0) {
                return;
            }
        }
        follow(path.skipping(words), next + words);
    }

    private void follow(Path path, int token) {
        steps++;
        int word = tokens.id[token];
        if (word != Vocabulary.NONE) {
            int there = index.step(path.node, word);
            if (there != FormIndex.NOWHERE) {
                extend(path.to(there, token, 0));
                return;
            }
        }
        for (int other : tokens.others[token]) {
            int there = index.step(path.node, other >> Manner.SIZE);
            int how = other & Manner.ALL;
            if (there != FormIndex.NOWHERE && (path.manner & how & Manner.SLIP) == 0) {
                extend(path.to(there, token, how));
                return;
            }
        }
        if ((path.manner & Manner.SLIP) == 0 && path.skipped == 0 && maySlip(token)) {
            long place = Slips.after(path.node);
            if (index.slips().has(place)) {
                int there = index.slips().target(place, tokens, token, false);
                if (there != FormIndex.NOWHERE) {
                    extend(path.to(there, token, Manner.SLIP));
                }
            }
        }
    }

    /// A first word by a slip: the second one must be right.
    private void slipAtStart(int start, int second) {
        if ((tokens.gap[start + 1] & Glyphs.BREAK) != 0 || !maySlip(start)) {
            return;
        }
        steps++;
        int node = index.slips().target(Slips.before(second), tokens, start, true);
        if (node != FormIndex.NOWHERE) {
            extend(new Path(node, start, start, 0, -1, 0, Manner.SLIP));
        }
    }

    /// Names that many bear are no slips, nor are short words.
    private boolean maySlip(int token) {
        return !tokens.is(token, WordLists.GIVEN | WordLists.SURNAME | WordLists.SMALL)
                && !tokens.has(token, Tokens.NUMBER | Tokens.SINGLE | Tokens.ALONE);
    }

    private void report(Path path) {
        int node = path.node;
        int start = path.start;
        int term = index.term(node);
        boolean onlyAnd = path.skipped == 1 && tokens.is(start + path.skippedAfter, WordLists.AND);
        if (term != Vocabulary.NONE
                && (path.skipped == 0 || onlyAnd)
                && !hasStop(start, path.last)) {
            terms.add(new Term(term, start, path.last));
        }
        for (Form form : index.forms(node)) {
            report(form, path);
        }
        if (path.skipped == 0
                && index.surnames(node).length > 0
                && SurnameRules.mayCount(tokens, start, path.last)) {
            surnames.add(path);
        }
    }

    private void report(Form form, Path path) {
        int start = path.start;
        boolean onlyWhole = (path.manner & (Manner.SLIP | Manner.SKELETON)) != 0;
        if ((onlyWhole && form.kind() != Form.Kind.FULL)
                || !Joints.hold(form, tokens, start, path.skippedAfter, path.skipped)) {
            return;
        }
        boolean shares =
                path.skipped > 0 && Joints.sharesSurname(tokens, start + path.skippedAfter);
        int foreign = path.skipped == 1 && !shares ? start + path.skippedAfter : -1;
        occurrences.add(new Occurrence(form, start, path.last, foreign, path.manner, shares));
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
