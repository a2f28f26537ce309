package org.quietbell.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All forms of all names and all terms of all watches in one tree of words.
///
/// A step is one look into a hash table on (place in the tree, word), so that reading a text costs
/// by its words that begin something, however many watches there are. A term that many watches
/// share stands in it once. Filled by one thread, then only read, by any number.
final class FormIndex {
    static final int ROOT = 0;
    static final int NOWHERE = -1;
    private static final Form[] NO_FORMS = {};

    /// A slip in a shorter name makes another name too easily.
    private static final int FEWEST_LETTERS = 7;

    private long[] keys = new long[1024];
    private int[] targets = new int[1024];
    private int steps;
    private final List<List<Form>> building = new ArrayList<>();
    private Form[][] forms = {};
    private Form[][] surnames = {};
    private int[] terms = {};
    private int[] roots = {};
    private boolean[] begins = {};
    private boolean[] follows = {};
    private final Map<List<Integer>, Integer> termNumbers = new HashMap<>();
    private final Vocabulary vocabulary;
    private final Slips slips;

    FormIndex(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.slips = new Slips(vocabulary);
        Arrays.fill(keys, -1);
        node();
    }

    /// Adds the forms of a name.
    void add(Set<Form> all) {
        for (Form form : all) {
            building.get(path(form.words())).add(form);
            if (form.kind() == Form.Kind.FULL && form.words().length > 1) {
                slips(form.words());
            }
        }
    }

    private void slips(int[] words) {
        int letters = 0;
        for (int word : words) {
            letters += vocabulary.word(word).length();
        }
        if (letters < FEWEST_LETTERS) {
            return;
        }
        int node = ROOT;
        for (int k = 0; k < words.length; k++) {
            int next = step(node, words[k]);
            if ((vocabulary.marks(words[k]) & WordLists.PARTICLE) == 0) {
                slips.add(k == 0 ? Slips.before(words[1]) : Slips.after(node), words[k], next);
            }
            node = next;
        }
    }

    /// Adds a term (context, exclusion, detail).
    ///
    /// @param words its words' numbers, at least one
    /// @return the term's number; equal terms have equal numbers
    int addTerm(int[] words) {
        List<Integer> name = Arrays.stream(words).boxed().toList();
        Integer known = termNumbers.get(name);
        if (known != null) {
            return known;
        }
        int number = termNumbers.size();
        termNumbers.put(name, number);
        addTerm(words, number);
        return number;
    }

    /// Lets other words stand for a term, unless they are one.
    void addTerm(int[] words, int number) {
        int node = path(words);
        if (node >= terms.length) {
            int before = terms.length;
            terms = Arrays.copyOf(terms, Math.max(64, node * 2));
            Arrays.fill(terms, before, terms.length, Vocabulary.NONE);
        }
        if (terms[node] == Vocabulary.NONE) {
            terms[node] = number;
        }
    }

    /// Ends the filling.
    FormIndex frozen() {
        forms = new Form[building.size()][];
        surnames = new Form[building.size()][];
        for (int node = 0; node < forms.length; node++) {
            List<Form> here = building.get(node);
            surnames[node] = only(here, true);
            forms[node] = only(here, false);
        }
        building.clear();
        int before = terms.length;
        terms = Arrays.copyOf(terms, Math.max(before, forms.length));
        Arrays.fill(terms, Math.min(before, terms.length), terms.length, Vocabulary.NONE);
        roots();
        return this;
    }

    private static Form[] only(List<Form> all, boolean surnames) {
        Form[] some =
                all.stream()
                        .filter(form -> (form.kind() == Form.Kind.SURNAME) == surnames)
                        .toArray(Form[]::new);
        return some.length == 0 ? NO_FORMS : some;
    }

    private void roots() {
        roots = new int[vocabulary.size()];
        begins = new boolean[vocabulary.size()];
        follows = new boolean[vocabulary.size()];
        for (int word = 0; word < roots.length; word++) {
            roots[word] = step(ROOT, word);
        }
        for (int word = 0; word < roots.length; word++) {
            follows[word] = slips.has(Slips.before(word));
            begins[word] = roots[word] != NOWHERE;
            for (int other : vocabulary.others(word)) {
                begins[word] |= roots[other >> Manner.SIZE] != NOWHERE;
            }
        }
    }

    /// Whether the word, or one it may stand for, begins anything.
    boolean begins(int word) {
        return begins[word];
    }

    /// Whether the word is a name's second one, so that the first may hold a slip.
    boolean follows(int word) {
        return follows[word];
    }

    /// Where a first word leads, or [#NOWHERE].
    int root(int word) {
        return roots[word];
    }

    /// The words that are one slip away.
    Slips slips() {
        return slips;
    }

    /// The surnames that end there.
    Form[] surnames(int node) {
        return surnames[node];
    }

    /// Where that word leads from there, or [#NOWHERE].
    int step(int node, int word) {
        long key = (long) node << 32 | word;
        int mask = keys.length - 1;
        for (int slot = slot(key, mask); keys[slot] != -1; slot = (slot + 1) & mask) {
            if (keys[slot] == key) {
                return targets[slot];
            }
        }
        return NOWHERE;
    }

    /// The forms that end there, but for surnames alone.
    Form[] forms(int node) {
        return forms[node];
    }

    /// The term that ends there, or [Vocabulary#NONE].
    int term(int node) {
        return terms[node];
    }

    private int path(int[] words) {
        int node = ROOT;
        for (int word : words) {
            int next = step(node, word);
            if (next == NOWHERE) {
                next = node();
                put((long) node << 32 | word, next);
            }
            node = next;
        }
        return node;
    }

    private int node() {
        building.add(new ArrayList<>(1));
        return building.size() - 1;
    }

    private void put(long key, int target) {
        if (++steps * 2 > keys.length) {
            long[] oldKeys = keys;
            int[] oldTargets = targets;
            keys = new long[oldKeys.length * 2];
            targets = new int[oldKeys.length * 2];
            Arrays.fill(keys, -1);
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != -1) {
                    place(oldKeys[i], oldTargets[i]);
                }
            }
        }
        place(key, target);
    }

    private void place(long key, int target) {
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (keys[slot] != -1) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        targets[slot] = target;
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ (mixed >>> 32)) & mask;
    }
}
