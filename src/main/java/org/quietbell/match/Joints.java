package org.quietbell.match;

import org.quietbell.match.Form.Kind;

/// Decides whether words that stand one after another can be one name, by what parts them.
final class Joints {
    private static final int SENTENCE = Glyphs.DOT | Glyphs.SPACE;
    private static final int QUOTED = Glyphs.QUOTE | Glyphs.BRACKET;

    private Joints() {}

    /// Whether a form's words, found one after another from `start`, are parted only by what may
    /// part them.
    ///
    /// @param skippedAfter how many of the form's words stand before what was skipped
    /// @param skipped how many words of the text were skipped there
    static boolean hold(Form form, Tokens tokens, int start, int skippedAfter, int skipped) {
        int words = form.words().length;
        boolean listed = (tokens.gap[start] & Glyphs.COMMA) != 0;
        for (int k = 1; k < words; k++) {
            int token = start + k + (skipped > 0 && k >= skippedAfter ? skipped : 0);
            if (listed && tokens.has(token, Tokens.NEW_LINE)) {
                return false; // the last of a list, and what the next line begins with
            }
            if (form.kind().isRomanised()
                    && form.beginsUnit(k)
                    && (tokens.gap[token] & Glyphs.HYPHEN) != 0) {
                return false; // the hyphen joins the given name's syllables
            }
            if (skipped > 0 && k == skippedAfter) {
                if (!mayStandBetween(form, tokens, token - skipped, k, skipped)) {
                    return false;
                }
            } else if (k == form.comma()) {
                if (!turns(form, tokens, start, token)) {
                    return false;
                }
            } else if (!joins(tokens.gap[token], form.isInitial(k - 1))
                    && !isClipped(tokens, token)
                    && !isLoose(form, tokens, k, token)) {
                return false;
            }
        }
        return true;
    }

    /// Whether what stands at that word joins two people under one surname.
    static boolean sharesSurname(Tokens tokens, int token) {
        return tokens.is(token, WordLists.AND) || (tokens.gap[token] & Glyphs.AND) != 0;
    }

    /// A particle of one letter behind an apostrophe: `van 't`.
    private static boolean isClipped(Tokens tokens, int token) {
        return tokens.gap[token] == (Glyphs.SPACE | Glyphs.APOSTROPHE)
                && tokens.has(token, Tokens.SINGLE);
    }

    /// The apostrophe of an `O' Hara` with a space behind it, the full stop of a `v. Berg`.
    private static boolean isLoose(Form form, Tokens tokens, int k, int token) {
        int gap = tokens.gap[token];
        return (gap == (Glyphs.SPACE | Glyphs.APOSTROPHE) || gap == SENTENCE)
                && !form.beginsUnit(k)
                && tokens.has(token - 1, Tokens.SINGLE);
    }

    private static boolean joins(int gap, boolean afterInitial) {
        return switch (gap) {
            case 0,
                    Glyphs.SPACE,
                    Glyphs.LINE,
                    Glyphs.HYPHEN,
                    Glyphs.UNDERSCORE,
                    Glyphs.DOT,
                    Glyphs.APOSTROPHE ->
                    true;
            case SENTENCE, Glyphs.DOT | Glyphs.HYPHEN -> afterInitial;
            default -> (gap & ~(Glyphs.SPACE | Glyphs.TAB)) == 0;
        };
    }

    /// Last name first: by a comma, or by capitals of the last name alone, or, in names of three
    /// words and more, by nothing. Two words without either may be anything: the form then counts
    /// as turned, which is decided when it is weighed.
    private static boolean turns(Form form, Tokens tokens, int start, int token) {
        int gap = tokens.gap[token];
        if ((gap & Glyphs.COMMA) != 0) {
            return (gap & ~(Glyphs.COMMA | Glyphs.SPACE)) == 0
                    && !isList(form, tokens, start, token);
        }
        return form.kind() == Kind.REVERSED && joins(gap, false);
    }

    private static boolean isList(Form form, Tokens tokens, int start, int given) {
        if (form.kind() == Form.Kind.INITIAL) {
            return false;
        }
        if ((tokens.gap[start] & Glyphs.COMMA) != 0) {
            return true;
        }
        int next = given + form.words().length - form.comma();
        int gap = tokens.before(next);
        if ((gap & Glyphs.AND) != 0 || tokens.is(next, WordLists.AND)) {
            return true;
        }
        if ((gap & Glyphs.BREAK) != 0) {
            return false;
        }
        if (tokens.has(next, Tokens.NUMBER) && (gap & Glyphs.COMMA) == 0) {
            return true;
        }
        if ((gap & Glyphs.COMMA) == 0 || !tokens.has(next, Tokens.CAPITAL)) {
            return false;
        }
        int after = tokens.before(next + 1);
        return (after & (Glyphs.COMMA | Glyphs.AND | Glyphs.DOT | Glyphs.BREAK)) != 0
                || tokens.is(next + 1, WordLists.AND);
    }

    private static boolean mayStandBetween(
            Form form, Tokens tokens, int foreign, int k, int skipped) {
        if (!form.beginsUnit(k) || form.comma() != 0) {
            return false;
        }
        int before = tokens.gap[foreign];
        int after = tokens.gap[foreign + skipped];
        if (skipped == 2 || sharesSurname(tokens, foreign)) {
            return form.kind().isWhole()
                    && form.kind() != Kind.JOINED
                    && k == form.surname()
                    && (before & ~(Glyphs.SPACE | Glyphs.AND)) == 0
                    && isSpace(after)
                    && tokens.has(foreign + skipped - 1, Tokens.CAPITAL)
                    && !tokens.is(foreign + skipped - 1, WordLists.TITLE | WordLists.SMALL);
        }
        boolean quoted = (before & QUOTED) != 0 && (after & QUOTED) != 0;
        if (quoted) {
            return ((before | after) & ~(QUOTED | Glyphs.SPACE)) == 0;
        }
        if (!isSpace(before)) {
            return false;
        }
        if (tokens.has(foreign, Tokens.SINGLE)) {
            return isSpace(after) || after == SENTENCE;
        }
        return isSpace(after)
                && tokens.has(foreign, Tokens.CAPITAL)
                && !tokens.has(foreign, Tokens.ALONE)
                && !tokens.is(foreign, WordLists.SMALL | WordLists.TITLE);
    }

    private static boolean isSpace(int gap) {
        return (gap & Glyphs.SPACE) != 0 && (gap & ~(Glyphs.SPACE | Glyphs.TAB)) == 0;
    }
}
