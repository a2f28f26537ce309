package org.quietbell.paper;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import org.quietbell.paper.Shaped.Run;

/// Turns one line of legible text into glyphs from left to right: scripts that run the other way
/// turned round, Arabic letters joined, vowels of Indic scripts in their place.
///
/// @see <a href="https://www.unicode.org/reports/tr9/">Unicode Bidirectional Algorithm</a>
final class Shaper {
    /// Below this nothing is turned, joined or combined.
    private static final int FIRST_OTHERWISE = 0x300;

    private static final int VIRAMA = 9;

    private static final int NOWHERE = UCharacter.IndicPositionalCategory.NA;

    private static final ArabicShaping JOINING =
            new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.TEXT_DIRECTION_LOGICAL);
    private static final char FIRST_ON_A_LINE = 0xFE70;
    private static final char LAST_ON_A_LINE = 0xFE7F;
    private static final Normalizer2 FORMS = Normalizer2.getNFKCInstance();
    private static final Normalizer2 PARTS = Normalizer2.getNFDInstance();

    private final Typefaces typefaces;

    Shaper(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /// Whether a text begins in a script that runs from right to left.
    static boolean runsLeft(String text) {
        return !isSimple(text) && Bidi.getBaseDirection(text) == Bidi.RTL;
    }

    /// @param line without an end of line
    /// @param runsLeft the direction of the whole text that it is a line of
    Shaped line(String line, boolean runsLeft) {
        List<Run> runs = new ArrayList<>();
        if (isSimple(line)) {
            glyphs(line, runs);
            return new Shaped(runs, width(runs));
        }
        Bidi bidi = new Bidi(line, runsLeft ? Bidi.RTL : Bidi.LTR);
        for (int i = 0; i < bidi.countRuns(); i++) {
            BidiRun run = bidi.getVisualRun(i);
            String part = line.substring(run.getStart(), run.getLimit());
            glyphs(run.isOddRun() ? turned(part) : part, runs);
        }
        return new Shaped(runs, width(runs));
    }

    private static boolean isSimple(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_OTHERWISE) {
                return false;
            }
        }
        return true;
    }

    private static String turned(String part) {
        try {
            String joined = withMarksApart(JOINING.shape(part));
            return Bidi.writeReverse(joined, Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING)
                    .replace("\u200c", "")
                    .replace("\u200d", "");
        } catch (ArabicShapingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Vowel signs as they stand over a letter. Joining gives them a stretch of line to stand on,
    /// as for terminals that have no other way.
    private static String withMarksApart(String joined) {
        StringBuilder to = new StringBuilder(joined.length());
        for (int i = 0; i < joined.length(); i++) {
            char c = joined.charAt(i);
            boolean isOnALine = c >= FIRST_ON_A_LINE && c <= LAST_ON_A_LINE;
            String parts = isOnALine ? FORMS.normalize(String.valueOf(c)) : "";
            to.append(isOnALine ? parts.charAt(parts.length() - 1) : c);
        }
        return to.toString();
    }

    private void glyphs(String text, List<Run> to) {
        int from = 0;
        while (from < text.length()) {
            int end = from;
            Face face = face(text.codePointAt(from));
            while (end < text.length() && belongs(face, text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            to.add(run(face, text.substring(from, end)));
            from = end;
        }
    }

    /// A sign that joins or parts letters has no glyph of its own and stays with its letters.
    private boolean belongs(Face face, int codePoint) {
        return Legible.isJoiner(codePoint) || face(codePoint) == face;
    }

    private Face face(int codePoint) {
        return typefaces.of(codePoint).orElse(Face.LAST);
    }

    private Run run(Face face, String text) {
        Typeface typeface = typefaces.get(face);
        if (face == Face.TEXT && isSimple(text)) {
            int[] glyphs = new int[text.length()];
            for (int i = 0; i < glyphs.length; i++) {
                glyphs[i] = typeface.glyph(text.charAt(i));
            }
            return new Run(face, glyphs, text, true);
        }
        String ordered = face.ordersVowels() && isIndic(text) ? vowelsInPlace(text) : text;
        boolean isOneEach =
                !face.isJoined()
                        && ordered.equals(text)
                        && text.codePoints().noneMatch(Legible::isJoiner);
        int[] glyphs =
                isOneEach
                        ? text.codePoints().map(typeface::glyph).toArray()
                        : together(typeface, ordered);
        return new Run(face, glyphs, text, isOneEach);
    }

    /// Letters that the font puts together, but for those that a sign keeps apart.
    private static int[] together(Typeface typeface, String text) {
        List<Integer> glyphs = new ArrayList<>(text.length());
        List<Integer> word = new ArrayList<>();
        for (int codePoint : text.codePoints().toArray()) {
            if (Legible.isJoiner(codePoint)) {
                glyphs.addAll(joined(typeface, word));
                word.clear();
            } else {
                word.add(typeface.glyph(codePoint));
            }
        }
        glyphs.addAll(joined(typeface, word));
        return glyphs.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<Integer> joined(Typeface typeface, List<Integer> word) {
        return word.isEmpty() ? List.of() : typeface.joined(List.copyOf(word));
    }

    private static boolean isIndic(String text) {
        return text.codePoints().anyMatch(codePoint -> place(codePoint) != NOWHERE);
    }

    private static int place(int codePoint) {
        return UCharacter.getIntPropertyValue(codePoint, UProperty.INDIC_POSITIONAL_CATEGORY);
    }

    /// Vowels that are written before the consonants they follow, moved there.
    private static String vowelsInPlace(String text) {
        StringBuilder to = new StringBuilder(text.length());
        int cluster = 0;
        int before = -1;
        for (int codePoint : PARTS.normalize(text).codePoints().toArray()) {
            if (place(codePoint) == UCharacter.IndicPositionalCategory.LEFT) {
                to.insert(cluster, Character.toChars(codePoint));
            } else {
                if (!isMark(codePoint) && !isVirama(before)) {
                    cluster = to.length();
                }
                to.appendCodePoint(codePoint);
            }
            before = codePoint;
        }
        return to.toString();
    }

    static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> false;
        };
    }

    static boolean isVirama(int codePoint) {
        return codePoint >= 0 && UCharacter.getCombiningClass(codePoint) == VIRAMA;
    }

    private int width(List<Run> runs) {
        int width = 0;
        for (Run run : runs) {
            Typeface typeface = typefaces.get(run.face());
            for (int glyph : run.glyphs()) {
                width += typeface.advance(glyph);
            }
        }
        return width;
    }
}
