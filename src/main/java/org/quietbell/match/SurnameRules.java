package org.quietbell.match;

import java.util.Optional;
import org.quietbell.match.Form.Kind;

/// Judges a surname that stands alone: it counts, a little, only where something says of whom it is
/// spoken.
final class SurnameRules {
    private static final int BORN_NAME = 58;
    private static final int LOOK_BACK = 5;
    private static final int UNFIT_BEFORE =
            Glyphs.HYPHEN | Glyphs.AND | Glyphs.APOSTROPHE | Glyphs.HASH | Glyphs.AT | Glyphs.COMMA;
    private static final int UNFIT_AFTER = Glyphs.HYPHEN | Glyphs.AND | Glyphs.UNDERSCORE;

    private final Tokens tokens;
    private final int addressFrom;
    private final Terms terms;

    SurnameRules(Tokens tokens, int addressFrom, Terms terms) {
        this.tokens = tokens;
        this.addressFrom = addressFrom;
        this.terms = terms;
    }

    /// What the surname is worth; empty for most.
    ///
    /// @param givens numbers of the words that begin the watch's phrases
    /// @param shared whether the watch has context terms
    /// @param telling whether a term of hers that names an employer or a school is in the text
    Optional<Evidence> weigh(Occurrence occurrence, int[] givens, boolean shared, boolean telling) {
        int start = occurrence.start();
        int end = occurrence.end();
        if (start >= addressFrom || !tokens.has(start, Tokens.CAPITAL) || terms.cover(start, end)) {
            return Optional.empty();
        }
        Form form = occurrence.form();
        Evidence evidence =
                new Evidence(
                        Kind.SURNAME,
                        form.phrase(),
                        Kind.SURNAME.points(),
                        Kind.SURNAME.reason(),
                        Kind.SURNAME.points(),
                        "",
                        false,
                        occurrence);
        if (isBornName(start, givens)) {
            return Optional.of(
                    new Evidence(
                            Kind.FULL,
                            form.phrase(),
                            BORN_NAME,
                            "born-name",
                            Evidence.NO_CAP,
                            "",
                            false,
                            occurrence));
        }
        int before = tokens.gap[start];
        int after = tokens.before(end + 1);
        if ((before & UNFIT_BEFORE) != 0 || (after & UNFIT_AFTER) != 0 || isThing(end)) {
            return Optional.empty();
        }
        boolean titled =
                tokens.is(start - 1, WordLists.TITLE)
                        && (before & ~(Glyphs.SPACE | Glyphs.DOT)) == 0;
        boolean named =
                tokens.has(start - 1, Tokens.CAPITAL)
                        && (before & ~(Glyphs.SPACE | Glyphs.DOT)) == 0
                        && ((before & Glyphs.DOT) == 0 || tokens.has(start - 1, Tokens.SINGLE))
                        && !tokens.is(start - 1, WordLists.SMALL);
        boolean article = tokens.is(start - 1, WordLists.ARTICLE) && (before & ~Glyphs.SPACE) == 0;
        if (titled) {
            return Optional.of(evidence);
        }
        if (named || article || goesOn(end, after)) {
            return Optional.empty();
        }
        boolean saidAfter = tokens.is(end + 1, WordLists.SAID) && (after & ~Glyphs.SPACE) == 0;
        boolean saidBefore = tokens.is(start - 1, WordLists.SAID) && (before & ~Glyphs.SPACE) == 0;
        boolean speaks = !shared && (saidAfter || saidBefore);
        return telling || speaks ? Optional.of(evidence) : Optional.empty();
    }

    /// Whether any watch's surname can count here; most cannot, whoever's it is.
    static boolean mayCount(Tokens tokens, int start, int end) {
        if (!tokens.has(start, Tokens.CAPITAL)) {
            return false;
        }
        if (tokens.is(start - 1, WordLists.BORN | WordLists.TITLE)) {
            return true;
        }
        int before = tokens.gap[start];
        return (before & UNFIT_BEFORE) == 0 && (tokens.before(end + 1) & UNFIT_AFTER) == 0;
    }

    /// Whether it counts for what stands beside it, without any term of hers.
    static boolean isMarked(Tokens tokens, int start, int end) {
        return tokens.is(start - 1, WordLists.BORN | WordLists.TITLE | WordLists.SAID)
                || tokens.is(end + 1, WordLists.SAID);
    }

    private boolean goesOn(int end, int after) {
        int next = end + 1;
        if (!tokens.has(next, Tokens.CAPITAL) || tokens.is(next, WordLists.SMALL)) {
            return tokens.is(next, WordLists.AND) && (after & ~Glyphs.SPACE) == 0;
        }
        return (after & ~(Glyphs.SPACE | Glyphs.COMMA)) == 0;
    }

    private boolean isThing(int end) {
        return tokens.is(end + 1, WordLists.THING | WordLists.PLACE)
                && (tokens.before(end + 1) & ~Glyphs.SPACE) == 0;
    }

    private boolean isBornName(int start, int[] givens) {
        if (!tokens.is(start - 1, WordLists.BORN)) {
            return false;
        }
        for (int i = start - 2; i >= 0 && i >= start - LOOK_BACK; i--) {
            for (int given : givens) {
                if (tokens.id[i] == given) {
                    return true;
                }
            }
            if ((tokens.gap[i] & Glyphs.BREAK) != 0) {
                return false;
            }
        }
        return false;
    }
}
