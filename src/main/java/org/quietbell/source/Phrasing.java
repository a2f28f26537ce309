package org.quietbell.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Query;

/// Words for a search box: a name as one exact phrase, a handle on its site, within what the
/// service takes. Pure.
///
/// @param mostChars longest question, in characters
/// @param mostWords most words in it
/// @param knowsSites whether it can be asked for one site alone
/// @param either how it is asked for any of several terms
record Phrasing(int mostChars, int mostWords, boolean knowsSites, Either either) {
    /// How a service writes that any of several terms will do.
    enum Either {
        /// In no way that we have seen it say.
        UNKNOWN("", ""),
        /// `"a" OR "b"`.
        PLAIN("", ""),
        /// `("a" OR "b")`.
        BRACKETED("(", ")");

        private final String opening;
        private final String closing;

        Either(String opening, String closing) {
            this.opening = opening;
            this.closing = closing;
        }
    }

    private static final String OR = " OR ";

    /// What ends or begins a phrase in one service or another.
    private static final String MARKS = "\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02";

    /// No limits to speak of.
    static final Phrasing PLAIN = new Phrasing(1_000, 200, false);

    /// For a service that is asked for one term at a time.
    Phrasing(int mostChars, int mostWords, boolean knowsSites) {
        this(mostChars, mostWords, knowsSites, Either.UNKNOWN);
    }

    /// The question in one line; empty for [Query.Everything], and for terms that do not go into
    /// one question here.
    Optional<String> words(Query query) {
        return switch (query) {
            case Query.Everything _ -> Optional.empty();
            case Query.Phrase(String text) -> Optional.of(quoted(text, mostChars));
            case Query.Account(Handle(Optional<String> site, String name)) -> {
                String only = knowsSites ? site.map(host -> " site:" + host).orElse("") : "";
                String quoted = quoted(name, mostChars - only.length());
                yield Optional.of(quoted + only);
            }
            case Query.AnyOf(List<Query> parts) ->
                    parts.stream().allMatch(this::goesTogether)
                            ? anyOf(parts).filter(this::isWithin)
                            : Optional.empty();
        };
    }

    /// The bare words of the question, for services that take a phrase by a switch of their own.
    Optional<String> bare(Query query) {
        return switch (query) {
            case Query.Everything _ -> Optional.empty();
            case Query.Phrase(String text) -> Optional.of(within(text, mostChars));
            case Query.Account(Handle handle) -> Optional.of(within(handle.name(), mostChars));
            case Query.AnyOf _ -> Optional.empty();
        };
    }

    /// These terms in few questions: those that may stand beside others are filled into one as long
    /// as it takes them, in their order; the others stay alone.
    ///
    /// @param most how many may be put together, 1 or more
    List<Query> together(List<Query> terms, int most) {
        List<List<Query>> questions = new ArrayList<>();
        List<Query> filling = List.of();
        for (Query term : terms) {
            List<Query> fuller = new ArrayList<>(filling);
            fuller.add(term);
            if (!goesTogether(term)) {
                questions.add(List.of(term));
            } else if (!filling.isEmpty()
                    && fuller.size() <= most
                    && anyOf(fuller).filter(this::isWithin).isPresent()) {
                questions.set(questions.indexOf(filling), fuller);
                filling = fuller;
            } else {
                filling = List.of(term);
                questions.add(filling);
            }
        }
        return questions.stream()
                .map(parts -> parts.size() == 1 ? parts.getFirst() : new Query.AnyOf(parts))
                .toList();
    }

    /// A handle on one site would bind the other terms to that site, or not be bound itself: which
    /// of the two is not said, so it stays alone where sites can be asked for.
    private boolean goesTogether(Query term) {
        return either != Either.UNKNOWN
                && switch (term) {
                    case Query.Phrase _ -> true;
                    case Query.Account(Handle handle) -> !knowsSites || handle.site().isEmpty();
                    case Query.AnyOf _, Query.Everything _ -> false;
                };
    }

    /// Nothing in it is cut, however long it becomes.
    private Optional<String> anyOf(List<Query> terms) {
        Phrasing uncut = new Phrasing(Integer.MAX_VALUE, Integer.MAX_VALUE, knowsSites, either);
        return Optional.of(
                terms.stream()
                        .flatMap(term -> uncut.words(term).stream())
                        .collect(Collectors.joining(OR, either.opening, either.closing)));
    }

    private boolean isWithin(String question) {
        return question.length() <= mostChars && question.split(" +", -1).length <= mostWords;
    }

    private String quoted(String text, int room) {
        return '"' + within(text, room - 2) + '"';
    }

    /// Without quotation marks and white space to spare. A phrase that is longer than the service
    /// takes is cut at the end of a word: it then finds more than was asked, and never less.
    private String within(String text, int room) {
        String plain =
                text.codePoints()
                        .map(c -> isBreak(c) ? ' ' : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        StringBuilder kept = new StringBuilder();
        int words = 0;
        for (String word : plain.strip().split(" +", -1)) {
            if (words == mostWords || kept.length() + 1 + word.length() > room) {
                break;
            }
            kept.append(words == 0 ? "" : " ").append(word);
            words++;
        }
        return kept.isEmpty() ? plain.strip().substring(0, whole(plain.strip(), room)) : kept + "";
    }

    private static boolean isBreak(int c) {
        return MARKS.indexOf(c) >= 0 || Character.isISOControl(c) || Character.isWhitespace(c);
    }

    /// Never between the halves of a character.
    private static int whole(String text, int room) {
        int end = Math.min(text.length(), room);
        return end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))
                ? end - 1
                : end;
    }
}
