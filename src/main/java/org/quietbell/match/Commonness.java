package org.quietbell.match;

import java.util.List;

/// How much must stand beside a name before it is taken for her: the commoner the name, the more.
enum Commonness {
    /// Her name alone is she.
    RARE,
    /// One thing of hers beside it.
    SHARED,
    /// An employer, a school, a detail of hers, or two things beside it.
    CROWDED;

    /// Fewer labels than these say nothing.
    static final int FEWEST_LABELS = 5;

    /// So much of what she labelled was somebody else: the name is commoner than it seemed.
    private static final double MOSTLY_OTHERS = 0.8;

    /// So little was: it is rarer.
    private static final double HARDLY_OTHERS = 0.1;

    /// What is known of a name before she labelled anything.
    ///
    /// @param words of the name, folded, in order
    /// @param context whether she gave context, which says that others bear the name too
    static Commonness of(List<String> words, boolean context, WordLists lists) {
        return context || isBorneByMany(words, lists) ? SHARED : RARE;
    }

    /// Whether it is a given name and a surname that are among the commonest of their languages, in
    /// either order and nothing else.
    private static boolean isBorneByMany(List<String> words, WordLists lists) {
        if (words.size() != 2) {
            return false;
        }
        String first = words.getFirst();
        String last = words.getLast();
        return (lists.list("many-given").contains(first)
                        && lists.list("many-surname").contains(last))
                || (lists.list("many-given").contains(last)
                        && lists.list("many-surname").contains(first));
    }

    /// The same, told better by what she labelled: one step up where most of it was somebody else,
    /// one down where hardly any was.
    Commonness after(Labelled labelled) {
        int all = labelled.me() + labelled.notMe();
        if (all < FEWEST_LABELS) {
            return this;
        }
        double others = (double) labelled.notMe() / all;
        if (others >= MOSTLY_OTHERS) {
            return this == RARE ? SHARED : CROWDED;
        }
        if (others <= HARDLY_OTHERS) {
            return this == CROWDED ? SHARED : RARE;
        }
        return this;
    }
}
