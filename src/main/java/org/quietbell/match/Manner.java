package org.quietbell.match;

/// In which ways a word of a text may differ from the word of a name that it stands for, as bits.
final class Manner {
    /// Another spelling of the same: an ending of the grammar, another way to write it in Latin
    /// letters.
    static final int SPELT = 1;

    /// A slip: one letter too many, too few, another, or two swapped; or an established variant.
    static final int SLIP = 1 << 1;

    /// The same consonants in a script that leaves out vowels ([Skeletons]).
    static final int SKELETON = 1 << 2;

    /// How many bits there are.
    static final int SIZE = 3;

    /// All of them.
    static final int ALL = (1 << SIZE) - 1;

    private Manner() {}
}
