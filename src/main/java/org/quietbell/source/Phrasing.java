package org.quietbell.source;

import java.util.Optional;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Query;

/// Words for a search box: a name as one exact phrase, a handle on its site, within what the
/// service takes. Pure.
///
/// @param mostChars longest question, in characters
/// @param mostWords most words in it
/// @param knowsSites whether it can be asked for one site alone
record Phrasing(int mostChars, int mostWords, boolean knowsSites) {
    /// What ends or begins a phrase in one service or another.
    private static final String MARKS = "\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02";

    /// No limits to speak of.
    static final Phrasing PLAIN = new Phrasing(1_000, 200, false);

    /// The question in one line; empty for [Query.Everything].
    Optional<String> words(Query query) {
        return switch (query) {
            case Query.Everything _ -> Optional.empty();
            case Query.Phrase(String text) -> Optional.of(quoted(text, mostChars));
            case Query.Account(Handle(Optional<String> site, String name)) -> {
                String only = knowsSites ? site.map(host -> " site:" + host).orElse("") : "";
                String quoted = quoted(name, mostChars - only.length());
                yield Optional.of(quoted + only);
            }
        };
    }

    /// The bare words of the question, for services that take a phrase by a switch of their own.
    Optional<String> bare(Query query) {
        return switch (query) {
            case Query.Everything _ -> Optional.empty();
            case Query.Phrase(String text) -> Optional.of(within(text, mostChars));
            case Query.Account(Handle handle) -> Optional.of(within(handle.name(), mostChars));
        };
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
