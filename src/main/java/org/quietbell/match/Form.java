package org.quietbell.match;

import java.util.Arrays;

/// One way in which a watched name can be written: its words in order, and what may part them.
///
/// @param words numbers of a [Vocabulary]
/// @param kind what it means to find it
/// @param watch index of the watch
/// @param phrase which of the watch's phrases it is a form of: 0 the name, 1 and up the aliases
/// @param units bit k: word k begins a part of the name, so that a foreign word may stand before it
/// @param initials bit k: word k is an initial, so that a full stop may follow
/// @param comma index of the word that must follow a comma (`Last, First`); 0: none
/// @param surname index of the surname's first word
/// @param omitted first letters of the middle parts that this form leaves out, in order: a capital
///   where the watched name has no more than that letter itself
/// @param free whether the surname may stand first or last, as readers of the language know
/// @param suffix the name's own `Jr.` or the like as a number, or [Vocabulary#NONE]
record Form(
        int[] words,
        Kind kind,
        int watch,
        int phrase,
        int units,
        int initials,
        int comma,
        int surname,
        String omitted,
        boolean free,
        int suffix) {

    /// What it means to find a form, and how much it counts for. The points are additive, 0 to 100.
    enum Kind {
        /// The name as she writes it, whatever parts or accents are written how.
        FULL(65, "exact-name"),
        /// `Last, First`.
        REVERSED(60, "reversed-name"),
        /// Run together, as in a hashtag.
        JOINED(60, "joined-name"),
        /// A Chinese name in another way to write it in Latin letters.
        ROMANISED(60, "other-spelling"),
        /// The same without the signs that tell it from other names.
        UNCLEAR(45, "other-spelling"),
        /// Middle parts cut to initials.
        ABBREVIATED(58, "middle-name"),
        /// Surname first without comma or capitals to say so.
        TURNED(45, "turned-name"),
        /// A usual short form of the given name.
        SHORT(32, "short-form"),
        /// A part of the name is missing.
        PART(32, "part-missing"),
        /// Initials and surname.
        INITIAL(30, "initial-surname"),
        /// The surname alone; or a name of one word.
        SURNAME(22, "surname-only");

        private final int points;
        private final String reason;

        Kind(int points, String reason) {
            this.points = points;
            this.reason = reason;
        }

        int points() {
            return points;
        }

        String reason() {
            return reason;
        }

        /// Whether it is one of [OlderPinyin].
        boolean isRomanised() {
            return this == ROMANISED || this == UNCLEAR;
        }

        /// Whether all of the name stands there.
        boolean isWhole() {
            return points >= TURNED.points;
        }
    }

    boolean beginsUnit(int word) {
        return (units >> word & 1) != 0;
    }

    boolean isInitial(int word) {
        return (initials >> word & 1) != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Form form
                && Arrays.equals(words, form.words)
                && watch == form.watch
                && comma == form.comma
                && kind == form.kind;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words) * 31 + watch;
    }
}
