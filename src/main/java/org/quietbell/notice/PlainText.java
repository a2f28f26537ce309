package org.quietbell.notice;

import java.util.regex.Pattern;

/// Makes text that came from outside fit for a notice: nothing in it can steer a reader, a terminal
/// or a mail header, and no program turns it into a link (R2.11, R2.13).
final class PlainText {
    private static final int MARK = 0xFFFD;
    private static final int TITLE = 160;
    private static final int ADDRESS = 500;

    /// Where mail programs see the start of an address.
    private static final Pattern SCHEME =
            Pattern.compile("(?i)\\b([a-z][a-z0-9+.-]*):(?=//|\\S+@)");

    /// A dot within what may be a host name; one that is bracketed already is left alone.
    private static final Pattern DOT =
            Pattern.compile("(?<=[\\p{L}\\p{N}_-])[.。．｡](?=[\\p{L}\\p{N}_-])");

    private PlainText() {}

    /// One line: every control, format, private and unassigned character shows as a mark.
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(isHarmless(c) ? c : MARK));
        return line.toString().strip();
    }

    /// The same, but lines stay lines.
    static String lines(String text) {
        return String.join("\n", text.lines().map(PlainText::line).toList());
    }

    /// A title: one line that is no link, cut when it is long.
    static String title(String text) {
        return cut(
                DOT.matcher(SCHEME.matcher(line(text)).replaceAll("$1[:]")).replaceAll("[.]"),
                TITLE);
    }

    /// An address that nothing makes a link of, whether or not it was defanged before.
    static String address(String text) {
        String line = line(text).replaceFirst("(?i)^http(?=s?:)", "hxxp");
        return cut(DOT.matcher(line).replaceAll("[.]"), ADDRESS);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
