package org.quietbell.source;

import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/// Makes plain text of what came from outside: no markup, no entities, nothing invisible, nothing
/// that could reorder a page or drive a terminal.
///
/// Block tags, `<br>` and white space of any kind become one space; inline tags and `<wbr>` become
/// nothing, so that a word or a name that they split is whole again. Zero-width characters, tags
/// for hidden text, controls, terminal escapes and bidirectional overrides are taken out for the
/// same reason; where one of the last three was, the text ends in [#HIDDEN], so that a person sees
/// that something stood there. Lone surrogates and non-characters become U+FFFD.
///
/// Pure; time and memory grow with the length asked for, not with the length that came.
public final class Text {
    /// Longest title that is kept, in `char`s.
    public static final int MAX_TITLE = 1_000;

    /// Longest snippet that is kept, in `char`s.
    public static final int MAX_SNIPPET = 4_000;

    /// The visible mark of something that was taken out because it could deceive.
    public static final String HIDDEN = " \uFFFD";

    private static final int LONGEST_NAME = 12;
    private static final int LONGEST_ENTITY = 34;

    /// Elements whose content is no text.
    private static final Set<String> UNSPOKEN =
            Set.of("script", "style", "noembed", "noframes", "iframe", "template", "svg", "object");

    /// Elements that stand inside a word or a line.
    private static final Set<String> INLINE =
            Set.of(
                    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del",
                    "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rb",
                    "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
                    "tt", "u", "var", "wbr");

    /// Further elements of HTML: what else is a tag even in text that was announced as plain.
    private static final Set<String> KNOWN =
            Set.of(
                    "address",
                    "article",
                    "aside",
                    "audio",
                    "blockquote",
                    "body",
                    "br",
                    "button",
                    "center",
                    "dd",
                    "details",
                    "div",
                    "dl",
                    "dt",
                    "embed",
                    "fieldset",
                    "figcaption",
                    "figure",
                    "footer",
                    "form",
                    "frame",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "head",
                    "header",
                    "hr",
                    "html",
                    "img",
                    "input",
                    "li",
                    "link",
                    "main",
                    "meta",
                    "nav",
                    "ol",
                    "p",
                    "picture",
                    "pre",
                    "section",
                    "source",
                    "summary",
                    "table",
                    "tbody",
                    "td",
                    "textarea",
                    "tfoot",
                    "th",
                    "thead",
                    "title",
                    "tr",
                    "ul",
                    "video");

    private Text() {}

    /// The text of a piece of HTML.
    ///
    /// @param markup HTML, as received
    /// @param max longest answer, in `char`s
    public static String ofMarkup(String markup, int max) {
        String text = bare(markup, true, room(max));
        if (text.indexOf('<') >= 0 || text.indexOf('&') >= 0) {
            text = bare(text, false, room(max)); // escaped once more than its maker meant
        }
        return cleaned(text, max);
    }

    /// The same of something announced as plain text: only tags of HTML go, and entities, since
    /// many makers escape once too often; `1 < 2` stays.
    public static String ofPlain(String plain, int max) {
        return cleaned(bare(plain, false, room(max)), max);
    }

    private static int room(int max) {
        return 4 * max + 256; // invisible characters and white space may still go
    }

    private static String bare(String from, boolean markup, int room) {
        int tag = from.indexOf('<');
        int entity = from.indexOf('&');
        if (tag < 0 && entity < 0) {
            return from.length() > room ? from.substring(0, room) : from;
        }
        int length = from.length();
        StringBuilder to = new StringBuilder(Math.min(length, room));
        int at = 0;
        while (at < length && to.length() < room) {
            char c = from.charAt(at);
            if (c == '<') {
                at = tag(from, at, markup, to);
            } else if (c == '&') {
                at = entity(from, at, to);
            } else {
                int end = at + 1;
                while (end < length && from.charAt(end) != '<' && from.charAt(end) != '&') {
                    end++;
                }
                to.append(from, at, Math.min(end, at + room));
                at = end;
            }
        }
        return to.toString();
    }

    /// Passes over the tag at that place, or takes its `<` for text, and returns where to go on.
    private static int tag(String from, int at, boolean markup, StringBuilder to) {
        int start = at + 1;
        if (from.startsWith("!--", start)) {
            int end = from.indexOf("-->", start + 3);
            return end < 0 ? from.length() : end + 3;
        }
        if (start < from.length() && (from.charAt(start) == '!' || from.charAt(start) == '?')) {
            int end = from.indexOf('>', start);
            return end < 0 ? from.length() : end + 1;
        }
        boolean closing = start < from.length() && from.charAt(start) == '/';
        String name = name(from, closing ? start + 1 : start);
        boolean inline = INLINE.contains(name);
        boolean unspoken = UNSPOKEN.contains(name);
        boolean isTag = markup ? !name.isEmpty() : inline || unspoken || KNOWN.contains(name);
        if (!isTag) {
            to.append('<');
            return start;
        }
        int end = endOfTag(from, start + name.length());
        if (!markup && (end < 0 || from.lastIndexOf('<', end) > at)) {
            to.append('<'); // "if a<b" in plain text
            return start;
        }
        if (end < 0) {
            return from.length(); // cut off in the middle of a tag
        }
        if (!inline) {
            to.append(' ');
        }
        boolean alone = from.charAt(end - 1) == '/';
        return unspoken && !closing && !alone ? afterElement(from, end + 1, name) : end + 1;
    }

    private static String name(String from, int start) {
        int end = start;
        while (end < from.length() && isNamePart(from.charAt(end), end > start)) {
            end++;
        }
        boolean ends = end == from.length() || " \t\r\n\f/>".indexOf(from.charAt(end)) >= 0;
        if (!ends || end == start) {
            return "";
        }
        return end - start > LONGEST_NAME
                ? "unknown"
                : from.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isNamePart(char c, boolean inside) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (inside && ((c >= '0' && c <= '9') || c == '-' || c == ':' || c == '_'));
    }

    /// Where the `>` of a tag stands, outside quoted values; -1 if there is none.
    private static int endOfTag(String from, int start) {
        char quote = 0;
        for (int at = start; at < from.length(); at++) {
            char c = from.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return at;
            } else if ((c == '"' || c == '\'') && from.charAt(at - 1) == '=') {
                quote = c;
            }
        }
        return quote == 0 ? -1 : from.indexOf('>', start); // an open quote swallows nothing
    }

    private static int afterElement(String from, int start, String name) {
        int at = start;
        while (true) {
            at = from.indexOf("</", at);
            if (at < 0) {
                return from.length();
            }
            if (from.regionMatches(true, at + 2, name, 0, name.length())) {
                int end = from.indexOf('>', at);
                return end < 0 ? from.length() : end + 1;
            }
            at += 2;
        }
    }

    private static int entity(String from, int at, StringBuilder to) {
        int end = at + 1;
        int limit = Math.min(from.length(), at + LONGEST_ENTITY);
        while (end < limit && isEntityPart(from.charAt(end), end == at + 1)) {
            end++;
        }
        if (end == at + 1) {
            to.append('&');
            return end;
        }
        boolean closed = end < from.length() && from.charAt(end) == ';';
        String written = from.substring(at, closed ? end + 1 : end);
        to.append(
                switch (written) {
                    case "&amp;" -> "&";
                    case "&lt;" -> "<";
                    case "&gt;" -> ">";
                    case "&quot;" -> "\"";
                    case "&nbsp;" -> " ";
                    default -> Parser.unescapeEntities(written, false);
                });
        return at + written.length();
    }

    private static boolean isEntityPart(char c, boolean first) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (first && c == '#');
    }

    /// Text without anything invisible, in one line.
    ///
    /// @param max longest answer, in `char`s
    public static String cleaned(String text, int max) {
        char[] from = text.toCharArray();
        char[] to = new char[Math.min(from.length, max) + 1];
        int end = 0;
        boolean hidden = false;
        boolean gap = false;
        int at = 0;
        while (at < from.length && end < max) {
            int c = from[at];
            int step = 1;
            if (!isOrdinary(c)) {
                c = Character.codePointAt(from, at);
                step = Character.charCount(c);
                if (c == 0x1B) {
                    step = afterEscape(text, at + 1) - at;
                }
                if (isSpace(c)) {
                    gap = end > 0;
                } else if (isDeceiving(c)) {
                    hidden = true;
                }
                if (isSpace(c) || isDeceiving(c) || isInvisible(c)) {
                    at += step;
                    continue;
                }
                c = isNoCharacter(c) ? 0xFFFD : c;
            }
            if (gap) {
                to[end++] = ' ';
                gap = false;
            }
            int width = Character.charCount(c);
            if (end + width > max) {
                break;
            }
            Character.toChars(c, to, end);
            end += width;
            at += step;
        }
        if (end > 0 && to[end - 1] == ' ') {
            end--;
        }
        return hidden ? marked(to, end, max) : new String(to, 0, end);
    }

    private static String marked(char[] text, int length, int max) {
        int end = Math.min(length, max - HIDDEN.length());
        boolean splits = end > 0 && Character.isHighSurrogate(text[end - 1]);
        return new String(text, 0, splits ? end - 1 : end) + HIDDEN;
    }

    /// Nearly all there is: a character that needs no second look.
    private static boolean isOrdinary(int c) {
        return (c > 0x20 && c < 0x7F)
                || (c > 0xA0 && c < 0x34F && c != 0xAD)
                || (c > 0x34F && c < 0x1680 && c != 0x61C)
                || (c > 0x3000 && c < 0xD800);
    }

    private static boolean isSpace(int c) {
        return c == ' '
                || (c >= 0x09 && c <= 0x0D)
                || c == 0x85
                || (c >= 0xA0 && Character.isSpaceChar(c));
    }

    private static boolean isDeceiving(int c) {
        return c < 0x20
                || (c >= 0x7F && c <= 0x9F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x206F);
    }

    private static boolean isInvisible(int c) {
        return switch (c) {
            case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0xFEFF -> true;
            default ->
                    (c >= 0x2060 && c <= 0x2065)
                            || (c >= 0xFFF9 && c <= 0xFFFB)
                            || (c >= 0xE0000 && c <= 0xE007F);
        };
    }

    private static boolean isNoCharacter(int c) {
        return (c >= 0xD800 && c <= 0xDFFF)
                || (c >= 0xFDD0 && c <= 0xFDEF)
                || (c & 0xFFFE) == 0xFFFE;
    }

    /// Passes over a terminal's control sequence: `ESC [ parameters letter`, or `ESC ] … BEL`.
    private static int afterEscape(String text, int start) {
        if (start >= text.length()) {
            return start;
        }
        char kind = text.charAt(start);
        int at = start + 1;
        int limit = Math.min(text.length(), start + 64);
        if (kind == '[') {
            while (at < limit && text.charAt(at) >= 0x20 && text.charAt(at) < 0x40) {
                at++;
            }
            return at < text.length() && text.charAt(at) < 0x7F ? at + 1 : at;
        }
        if (kind == ']') {
            while (at < limit && text.charAt(at) >= 0x20) {
                at++;
            }
            return at < text.length() && text.charAt(at) == 0x07 ? at + 1 : start + 1;
        }
        return start;
    }
}
