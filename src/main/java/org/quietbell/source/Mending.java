package org.quietbell.source;

/// Makes broken XML a little less so before the reading that forgives: what would otherwise be
/// taken for something else.
///
/// An ampersand that begins no reference becomes `&amp;`, so that no `&copy=` in an address turns
/// into a sign. A CDATA section or a comment that is never closed loses its beginning, so that it
/// does not swallow the rest of the feed. Time and memory grow with the text. Pure.
final class Mending {
    private static final String DATA = "<![CDATA[";
    private static final String DATA_END = "]]>";
    private static final String REMARK = "<!--";
    private static final String REMARK_END = "-->";
    private static final int LONGEST_REFERENCE = 32;

    private Mending() {}

    static String mended(String text, int root) {
        StringBuilder to = new StringBuilder(text.length() - root + 64);
        boolean dataEnds = true;
        boolean remarkEnds = true;
        int at = root;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '&') {
                to.append(isReference(text, at) ? "&" : "&amp;");
                at++;
            } else if (c == '<' && text.startsWith(DATA, at)) {
                int end = dataEnds ? text.indexOf(DATA_END, at) : -1;
                dataEnds = end >= 0;
                at = passed(text, at, end, DATA, DATA_END, to);
            } else if (c == '<' && text.startsWith(REMARK, at)) {
                int end = remarkEnds ? text.indexOf(REMARK_END, at + REMARK.length()) : -1;
                remarkEnds = end >= 0;
                at = passed(text, at, end, REMARK, REMARK_END, to);
            } else {
                int next = at + 1;
                while (next < text.length() && "&<".indexOf(text.charAt(next)) < 0) {
                    next++;
                }
                to.append(text, at, next);
                at = next;
            }
        }
        return to.toString();
    }

    private static int passed(
            String text, int at, int end, String mark, String close, StringBuilder to) {
        if (end < 0) {
            return at + mark.length();
        }
        to.append(text, at, end + close.length());
        return end + close.length();
    }

    private static boolean isReference(String text, int at) {
        int limit = Math.min(text.length(), at + LONGEST_REFERENCE);
        int end = at + 1;
        if (end < limit && text.charAt(end) == '#') {
            end++;
        }
        int start = end;
        while (end < limit && isWord(text.charAt(end))) {
            end++;
        }
        return end > start && end < text.length() && text.charAt(end) == ';';
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
