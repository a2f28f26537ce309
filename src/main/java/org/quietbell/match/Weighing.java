package org.quietbell.match;

import java.util.Optional;
import org.quietbell.match.Form.Kind;

/// Judges one occurrence of a form by what stands around it. Knows nothing of context terms.
///
/// The points agree with what the labelled cases say a careful person would do: send it (50 and
/// above), show it and ask (20 to 49), leave it (below).
final class Weighing {
    private static final int MIDDLE_NAME = 58;
    private static final int IN_ADDRESS = 50;

    /// With more words than these it is not a title and a snippet, but what the page says.
    private static final int WHOLE_PAGE = 80;

    private static final int MAYBE = 45;
    private static final int NOT_HER = 10;
    private static final int THING_OF_HERS = 30;
    private static final int SPELT_OTHERWISE = 60;
    private static final int OTHER_SCRIPT = 50;
    static final int SLIP = 25;

    private final Tokens tokens;
    private final int addressFrom;
    private final Terms terms;
    private final boolean decoded;

    /// @param decoded whether the text was read by what its signs stand for
    /// @param addressFrom the first word that comes from the address's path and not from the text
    /// @param terms found in the text: they are written with capitals anyway
    Weighing(Tokens tokens, int addressFrom, Terms terms, boolean decoded) {
        this.decoded = decoded;
        this.tokens = tokens;
        this.addressFrom = addressFrom;
        this.terms = terms;
    }

    /// What the occurrence is worth; empty if it is none.
    ///
    /// @param shared whether the watch has context terms, so that the name alone says little
    /// @param everyday whether every word of the name is an everyday word too
    /// @param clear whether one of them is a name and nothing else
    Optional<Evidence> weigh(
            Occurrence occurrence, boolean shared, boolean everyday, boolean clear) {
        Form form = occurrence.form();
        Evidence plain =
                new Evidence(
                        form.kind(),
                        form.phrase(),
                        form.kind().points(),
                        form.phrase() > 0 && form.kind() == Kind.FULL
                                ? "exact-alias"
                                : form.kind().reason(),
                        Evidence.NO_CAP,
                        "",
                        form.kind() == Kind.FULL || form.kind() == Kind.JOINED,
                        occurrence);
        if (occurrence.start() >= addressFrom) {
            return inAddress(plain, everyday);
        }
        return middle(plain)
                .flatMap(this::turned)
                .flatMap(evidence -> edges(evidence, shared))
                .map(this::suffix)
                .map(evidence -> things(evidence, shared))
                .map(evidence -> everyday ? everyday(evidence) : evidence)
                .map(evidence -> shared && !clear ? small(evidence) : evidence)
                .map(this::spelling)
                .map(this::disguised);
    }

    private Optional<Evidence> inAddress(Evidence evidence, boolean everyday) {
        if (!evidence.kind().isWhole() || evidence.occurrence().foreign() >= 0) {
            return Optional.empty();
        }
        // a whole page that does not say the name is hardly about its owner
        int points = addressFrom > WHOLE_PAGE ? MAYBE : IN_ADDRESS;
        Evidence found = evidence.counting(points, "name-in-address");
        return Optional.of(everyday ? found.capped(MAYBE, "everyday-words") : found);
    }

    /// A middle name that is foreign to the name, or contradicts it.
    private Optional<Evidence> middle(Evidence evidence) {
        Occurrence occurrence = evidence.occurrence();
        if (occurrence.sharesSurname()) {
            return Optional.of(evidence.counting(MIDDLE_NAME, "shared-surname"));
        }
        int foreign = occurrence.foreign();
        if (foreign < 0) {
            return Optional.of(evidence);
        }
        Form form = occurrence.form();
        return switch (form.kind()) {
            case FULL, ABBREVIATED ->
                    form.kind() == Kind.FULL && Integer.bitCount(form.units()) == 2
                            ? Optional.of(evidence.counting(MIDDLE_NAME, "middle-name"))
                            : Optional.empty();
            case PART -> partWithMiddle(evidence, form, foreign);
            case INITIAL ->
                    tokens.has(foreign, Tokens.SINGLE) ? Optional.of(evidence) : Optional.empty();
            case SHORT ->
                    isQuoted(foreign) || tokens.has(foreign, Tokens.SINGLE)
                            ? Optional.of(evidence)
                            : Optional.empty();
            case REVERSED, JOINED, TURNED, SURNAME, ROMANISED, UNCLEAR -> Optional.empty();
        };
    }

    private Optional<Evidence> partWithMiddle(Evidence evidence, Form form, int foreign) {
        if (form.omitted().isEmpty()) {
            return Optional.empty();
        }
        char first = tokens.first(foreign);
        boolean agrees =
                form.omitted().indexOf(Character.toUpperCase(first)) >= 0
                        || (tokens.has(foreign, Tokens.SINGLE)
                                && form.omitted().indexOf(first) >= 0);
        if (agrees) {
            return Optional.of(evidence.counting(MIDDLE_NAME, "middle-name"));
        }
        return Optional.of(evidence.capped(NOT_HER, "other-middle-name"));
    }

    private boolean isQuoted(int token) {
        return (tokens.gap[token] & (Glyphs.QUOTE | Glyphs.BRACKET)) != 0;
    }

    /// Surname first without a comma: two plain words may as well be something else.
    private Optional<Evidence> turned(Evidence evidence) {
        Occurrence occurrence = evidence.occurrence();
        Form form = occurrence.form();
        if (form.kind() != Kind.REVERSED) {
            return Optional.of(evidence);
        }
        int given = occurrence.start() + form.comma();
        if ((tokens.gap[given] & Glyphs.COMMA) != 0
                || Integer.bitCount(form.units()) > 2
                || form.free()
                || isCyrillic(tokens.first(given))) {
            return Optional.of(evidence);
        }
        boolean shouted =
                tokens.has(occurrence.start(), Tokens.CAPITALS)
                        && !tokens.has(given, Tokens.CAPITALS);
        if (shouted) {
            return Optional.of(evidence);
        }
        int next = occurrence.end() + 1;
        boolean goesOn =
                (tokens.before(next) & ~Glyphs.SPACE) == 0
                        && (tokens.has(next, Tokens.CAPITAL)
                                || tokens.is(next, WordLists.PARTICLE));
        if (goesOn
                || !tokens.has(occurrence.start(), Tokens.CAPITAL)
                || !tokens.has(given, Tokens.CAPITAL)) {
            return Optional.empty();
        }
        return Optional.of(
                evidence.counting(Kind.TURNED.points(), Kind.TURNED.reason())
                        .capped(MAYBE, "turned-name"));
    }

    private static boolean isCyrillic(char c) {
        return c >= 0x400 && c < 0x530;
    }

    /// What is glued to either side makes another name of it, or a longer token.
    private Optional<Evidence> edges(Evidence evidence, boolean shared) {
        Occurrence occurrence = evidence.occurrence();
        Form form = occurrence.form();
        int before = tokens.gap[occurrence.start()];
        if (before == Glyphs.HYPHEN || before == Glyphs.UNDERSCORE || isOtherGiven(occurrence)) {
            return Optional.empty();
        }
        int next = occurrence.end() + 1;
        int after = tokens.before(next);
        if (after == Glyphs.UNDERSCORE) {
            return Optional.empty();
        }
        boolean named = tokens.has(next, Tokens.CAPITAL);
        if (after == Glyphs.HYPHEN && named && !tokens.is(next, WordLists.THING)) {
            boolean inOrder = form.kind() == Kind.FULL || form.kind() == Kind.ABBREVIATED;
            if (!inOrder || shared) {
                return inOrder
                        ? Optional.of(evidence.counting(Kind.PART.points(), "surname-added"))
                        : Optional.empty();
            }
            return Optional.of(evidence.counting(MIDDLE_NAME, "surname-added"));
        }
        if (form.kind() == Kind.PART && isNamedBefore(occurrence)) {
            return Optional.empty();
        }
        if (form.kind() == Kind.PART
                && (after == Glyphs.HYPHEN
                        || (named
                                && (after & ~Glyphs.SPACE) == 0
                                && !tokens.is(next, WordLists.SUFFIX | WordLists.THING)))) {
            return Optional.empty();
        }
        boolean hostLike = after == Glyphs.DOT && form.kind() == Kind.JOINED;
        boolean mailLike = after == Glyphs.AT;
        return Optional.of(
                hostLike || mailLike ? evidence.capped(MAYBE, "in-longer-token") : evidence);
    }

    private boolean isNamedBefore(Occurrence occurrence) {
        int before = occurrence.start() - 1;
        int gap = tokens.gap[occurrence.start()];
        if (tokens.is(before, WordLists.GIVEN) && (gap & ~Glyphs.SPACE) == 0) {
            return true;
        }
        return before > 0
                && occurrence.form().comma() == 0
                && tokens.has(before, Tokens.CAPITAL)
                && (gap & ~(Glyphs.SPACE | Glyphs.HYPHEN)) == 0
                && !tokens.is(before, WordLists.TITLE | WordLists.SMALL | WordLists.SAID)
                && (tokens.gap[before] & (Glyphs.BREAK | Glyphs.DOT)) == 0;
    }

    /// Initials and short forms: another given name right before makes another person of it.
    private boolean isOtherGiven(Occurrence occurrence) {
        Kind kind = occurrence.form().kind();
        if (kind != Kind.INITIAL || occurrence.form().comma() > 0) {
            return false;
        }
        int before = occurrence.start() - 1;
        int gap = tokens.gap[occurrence.start()];
        if (before < 0 || (gap & ~(Glyphs.SPACE | Glyphs.DOT)) != 0) {
            return false;
        }
        boolean initial = tokens.has(before, Tokens.SINGLE) && tokens.has(before, Tokens.CAPITAL);
        if ((gap & Glyphs.DOT) != 0) {
            return initial;
        }
        return initial
                || (tokens.has(before, Tokens.CAPITAL)
                        && !tokens.is(before, WordLists.TITLE | WordLists.SMALL));
    }

    private Evidence suffix(Evidence evidence) {
        Form form = evidence.occurrence().form();
        int next = evidence.occurrence().end() + 1;
        boolean follows =
                tokens.is(next, WordLists.SUFFIX)
                        && (tokens.before(next) & ~(Glyphs.SPACE | Glyphs.COMMA)) == 0;
        if (form.suffix() == Vocabulary.NONE || !evidence.kind().isWhole()) {
            return evidence;
        }
        if (!follows) {
            return evidence.counting(Kind.PART.points(), Kind.PART.reason());
        }
        return tokens.id[next] == form.suffix()
                ? evidence
                : evidence.capped(NOT_HER, "other-suffix");
    }

    private Evidence things(Evidence evidence, boolean shared) {
        Occurrence occurrence = evidence.occurrence();
        int next = occurrence.end() + 1;
        int after = tokens.before(next);
        boolean beside = (after & ~(Glyphs.SPACE | Glyphs.HYPHEN | Glyphs.AND)) == 0;
        boolean goods =
                tokens.is(next, WordLists.THING)
                        && (after & ~Glyphs.SPACE) == 0
                        && tokens.is(occurrence.start() - 1, WordLists.ARTICLE)
                        && (tokens.gap[occurrence.start()] & ~Glyphs.SPACE) == 0;
        boolean thing =
                goods
                        || (beside
                                && tokens.is(next, WordLists.THING)
                                && (tokens.has(next, Tokens.CAPITAL) || after == Glyphs.HYPHEN))
                        || (beside && tokens.is(next, WordLists.PLACE));
        boolean numbered =
                tokens.has(occurrence.start() - 1, Tokens.NUMBER)
                        && (tokens.gap[occurrence.start()] & ~Glyphs.SPACE) == 0
                        && tokens.is(occurrence.end(), WordLists.THING);
        boolean vessel =
                tokens.is(occurrence.start() - 1, WordLists.VESSEL)
                        && (tokens.gap[occurrence.start()] & ~(Glyphs.SPACE | Glyphs.QUOTE)) == 0;
        if (!thing && !numbered && !vessel) {
            return evidence;
        }
        boolean hers = !shared && occurrence.foreign() < 0 && !numbered;
        return evidence.capped(hers ? THING_OF_HERS : NOT_HER, "place-or-thing");
    }

    /// A name in small letters where the writer uses capitals elsewhere may be plain words: no list
    /// knows them all.
    private Evidence small(Evidence evidence) {
        Occurrence occurrence = evidence.occurrence();
        Form form = evidence.occurrence().form();
        if (evidence.kind() == Kind.JOINED || !hasSmallPart(occurrence)) {
            return evidence;
        }
        boolean mixed = form.words().length > 1 && tokens.has(occurrence.start(), Tokens.CAPITAL);
        for (int i = 1; i < addressFrom && !mixed; i++) {
            boolean outside = i < occurrence.start() || i > occurrence.end();
            mixed = outside && tokens.has(i, Tokens.CAPITAL);
        }
        return mixed ? evidence.capped(MAYBE, "everyday-words") : evidence;
    }

    private boolean hasSmallPart(Occurrence occurrence) {
        for (int i = occurrence.start(); i <= occurrence.end(); i++) {
            boolean begins = i == occurrence.start() || (tokens.gap[i] & Glyphs.SPACE) != 0;
            if (begins && !tokens.has(i, Tokens.CAPITAL) && !tokens.is(i, WordLists.PARTICLE)) {
                return true;
            }
        }
        return false;
    }

    /// A name made of everyday words counts only where capitals say that it is one.
    private Evidence everyday(Evidence evidence) {
        Occurrence occurrence = evidence.occurrence();
        boolean shouted = true;
        if (evidence.kind() == Kind.JOINED
                && (tokens.gap[occurrence.start()] & (Glyphs.HASH | Glyphs.AT)) == 0) {
            return evidence.capped(NOT_HER, "everyday-words");
        }
        for (int i = occurrence.start(); i <= occurrence.end(); i++) {
            if (!tokens.has(i, Tokens.CAPITAL)) {
                return evidence.kind() == Kind.JOINED
                        ? evidence.capped(MAYBE, "everyday-words")
                        : evidence.capped(NOT_HER, "everyday-words");
            }
            shouted &= tokens.has(i, Tokens.CAPITALS);
        }
        boolean article =
                tokens.is(occurrence.start() - 1, WordLists.ARTICLE)
                        && (tokens.gap[occurrence.start()] & ~Glyphs.SPACE) == 0;
        boolean where =
                tokens.is(occurrence.start() - 1, WordLists.WHERE)
                        && (tokens.gap[occurrence.start()] & ~Glyphs.SPACE) == 0;
        if (shouted || article || where || isHeadline(occurrence)) {
            return evidence.capped(MAYBE, "everyday-words");
        }
        return evidence;
    }

    /// Whether the words around are nearly all written with capitals, so that they say nothing.
    private boolean isHeadline(Occurrence occurrence) {
        int capitals = 0;
        int plain = 0;
        int from = Math.max(0, occurrence.start() - 8);
        int to = Math.min(tokens.count - 1, occurrence.end() + 8);
        for (int i = from; i <= to; i++) {
            boolean outside = i < occurrence.start() || i > occurrence.end();
            if (outside && i < addressFrom && !tokens.is(i, WordLists.SMALL) && !inTerm(i)) {
                if (tokens.has(i, Tokens.CAPITAL)) {
                    capitals++;
                } else if (!tokens.has(i, Tokens.NUMBER)) {
                    plain++;
                }
            }
        }
        return plain == 0 && capitals >= 4;
    }

    private boolean inTerm(int token) {
        return terms.cover(token, token);
    }

    private Evidence spelling(Evidence evidence) {
        int manner = evidence.occurrence().manner();
        if ((manner & Manner.SLIP) != 0) {
            return evidence.counting(SLIP, Evidence.NEAR_SPELLING);
        }
        if ((manner & Manner.SKELETON) != 0) {
            return evidence.counting(OTHER_SCRIPT, "other-script");
        }
        return (manner & Manner.SPELT) != 0 && evidence.points() > SPELT_OTHERWISE
                ? evidence.counting(SPELT_OTHERWISE, "other-spelling")
                : evidence;
    }

    private Evidence disguised(Evidence evidence) {
        for (int i = evidence.occurrence().start(); i <= evidence.occurrence().end(); i++) {
            boolean whole = evidence.kind() == Kind.FULL || evidence.kind() == Kind.JOINED;
            if (whole
                    && (decoded || tokens.has(i, Tokens.DISGUISED))
                    && evidence.points() >= IN_ADDRESS) {
                return evidence.counting(IN_ADDRESS, "disguised-name");
            }
        }
        return evidence;
    }
}
