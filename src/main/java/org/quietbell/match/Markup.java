package org.quietbell.match;

import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/// Makes text of what may hold markup, as feeds do: entities are decoded (twice, since some senders
/// escape twice), tags go.
///
/// Tags of blocks and cells become a paragraph break, since words on either side of them are no one
/// name; `<br>` becomes a space; all other tags nothing, since they may stand inside a word. What
/// begins like a tag but is none stays. Never throws.
final class Markup {
    private static final String BREAK = "\n\n";
    private static final int LONGEST_TAG = 2000;
    private static final Set<String> INLINE =
            Set.of(
                    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del",
                    "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s",
                    "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
                    "var", "wbr", "nobr");

    private Markup() {}

    static String text(String marked) {
        if (marked.indexOf('<') < 0 && marked.indexOf('&') < 0) {
            return marked;
        }
        String once = decoded(withoutTags(marked));
        return once.indexOf('&') < 0 && once.indexOf('<') < 0 ? once : decoded(withoutTags(once));
    }

    private static String decoded(String text) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    }

    private static String withoutTags(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == '<' ? tagEnd(text, at) : -1;
            if (end < 0) {
                plain.append(c);
                at++;
                continue;
            }
            String name = name(text, at);
            if (name.equals("br")) {
                plain.append(' ');
            } else if (!INLINE.contains(name)) {
                plain.append(BREAK);
            }
            at = end + 1;
        }
        return plain.toString();
    }

    private static int tagEnd(String text, int open) {
        if (open + 1 >= text.length()) {
            return -1;
        }
        char next = text.charAt(open + 1);
        if (next != '/' && next != '!' && next != '?' && !isLetter(next)) {
            return -1;
        }
        int close = text.indexOf('>', open);
        return close - open > LONGEST_TAG ? -1 : close;
    }

    private static String name(String text, int open) {
        int start = text.charAt(open + 1) == '/' ? open + 2 : open + 1;
        int end = start;
        while (end < text.length()
                && (isLetter(text.charAt(end)) || Character.isDigit(text.charAt(end)))) {
            end++;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
