package org.quietbell.paper;

import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines: at blanks where there are some, else between any two characters that
/// stand alone, so that a long address keeps every character and gets no hyphen.
final class Lines {
    private final Typefaces typefaces;

    Lines(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /// @param text legible, see [Legible]
    /// @param width in thousandths of the size of the letters
    /// @return at least one line; together they hold the whole text, but for ends of lines and the
    ///   blank at which a line is broken
    List<String> of(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            broken(line, width, lines);
        }
        return lines;
    }

    private void broken(String text, int width, List<String> to) {
        int from = 0;
        do {
            int end = fitting(text, from, width);
            int blank = end < text.length() ? text.lastIndexOf(' ', end) : -1;
            if (blank > from) {
                to.add(text.substring(from, blank));
                from = blank + 1;
            } else {
                to.add(text.substring(from, end));
                from = end;
            }
        } while (from < text.length());
    }

    /// Where the longest part that fits ends: after one character at least.
    private int fitting(String text, int from, int width) {
        int used = 0;
        int end = from;
        int before = -1;
        for (int i = from; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (i > from && standsAlone(codePoint, before)) {
                end = i;
            }
            used += advance(codePoint);
            if (used > width && end > from) {
                return end;
            }
            before = codePoint;
            i += Character.charCount(codePoint);
        }
        return text.length();
    }

    private static boolean standsAlone(int codePoint, int before) {
        return codePoint < 0x300
                || !(Shaper.isMark(codePoint)
                        || Shaper.isVirama(before)
                        || Legible.isJoiner(codePoint)
                        || Legible.isJoiner(before));
    }

    /// As wide as a letter alone; joined with others it is not wider.
    private int advance(int codePoint) {
        if (Legible.isJoiner(codePoint)) {
            return 0;
        }
        Face face = typefaces.of(codePoint).orElse(Face.LAST);
        Typeface typeface = typefaces.get(face);
        return typeface.advance(typeface.glyph(codePoint));
    }
}
