package org.quietbell.source;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands before the root element: passed over unread, a DOCTYPE with all its declarations
/// included. So no entity is ever declared, and none from outside can be asked for.
final class Prolog {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_NOISE = 4_096;
    private static final Pattern ROOT =
            Pattern.compile(
                    "<(?:[a-z0-9_-]{1,20}:)?(?:rss|rdf|feed|channel)[\\s>]",
                    Pattern.CASE_INSENSITIVE);

    private Prolog() {}

    /// Where the root element's `<` stands.
    ///
    /// @return -1 if there is none
    static int end(String text) {
        int at = 0;
        while (true) {
            at = text.indexOf('<', at);
            if (at < 0 || at + 1 >= text.length()) {
                return -1;
            }
            if (text.startsWith("<!--", at)) {
                at = after(text, "-->", at + 4);
            } else if (text.startsWith("<?", at)) {
                at = afterInstruction(text, at + 2);
            } else if (text.startsWith("<!", at)) {
                at = afterDeclaration(text, at + 2);
            } else if (Character.isLetter(text.charAt(at + 1)) || text.charAt(at + 1) == '_') {
                return at;
            } else {
                at++;
            }
            if (at < 0) {
                return -1;
            }
        }
    }

    /// The root element's name as written, with its prefix.
    static String name(String text, int start) {
        int end = start + 1;
        int limit = Math.min(text.length(), start + LONGEST_NAME);
        while (end < limit && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start + 1, end);
    }

    /// Whether it is one of the roots that a feed may have.
    static boolean isFeed(String name) {
        String local = name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        return switch (local) {
            case "rss", "rdf", "feed", "channel", "entry" -> true;
            default -> false;
        };
    }

    /// Where a feed's root begins after a server's own complaints ("Warning: … <br>
    /// ").
    ///
    /// @return -1 if there is none near the beginning
    static int feedAmongNoise(String text) {
        Matcher root = ROOT.matcher(text).region(0, Math.min(text.length(), LONGEST_NOISE));
        return root.find() ? root.start() : -1;
    }

    private static int after(String text, String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? -1 : at + mark.length();
    }

    /// A declaration may lack its last question mark; then the next `>` ends it.
    private static int afterInstruction(String text, int from) {
        int end = after(text, "?>", from);
        int next = text.indexOf('<', from);
        boolean own = end >= 0 && (next < 0 || end <= next || !text.startsWith("xml", from));
        return own ? end : after(text, ">", from);
    }

    /// The end of `<!DOCTYPE … [ … ]>`: quotes, comments and brackets may hold a `>`.
    private static int afterDeclaration(String text, int from) {
        int depth = 0;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                at = text.indexOf(c, at + 1);
            } else if (text.startsWith("<!--", at)) {
                at = after(text, "-->", at + 4) - 1;
            } else if (text.startsWith("<?", at)) {
                at = after(text, "?>", at + 2) - 1;
            } else if (c == '[' || c == '<') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (c == '>') {
                if (depth == 0) {
                    return at + 1;
                }
                depth--;
            }
            if (at < 0) {
                return -1;
            }
            at++;
        }
        return -1;
    }
}
