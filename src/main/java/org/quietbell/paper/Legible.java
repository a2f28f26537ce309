package org.quietbell.paper;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.Locale;

/// Makes text such that a reader sees every character of it: what no font has, and what would show
/// nothing, is written as its code point, with its name if it has a picture only.
final class Legible {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private final Typefaces typefaces;

    Legible(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /// The same text for the eye. Ends of lines stay, as single line feeds.
    String text(String text) {
        int plain = 0;
        while (plain < text.length() && text.charAt(plain) >= ' ' && text.charAt(plain) < 0x7f) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder to = new StringBuilder(text.length() + 16).append(text, 0, plain);
        int before = plain == 0 ? -1 : text.charAt(plain - 1);
        for (int i = plain; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            int after = next < text.length() ? text.codePointAt(next) : -1;
            if (codePoint != '\r' || after != '\n') {
                add(codePoint, isJoint(codePoint, before, after), to);
            }
            before = codePoint;
            i = next;
        }
        return to.toString();
    }

    private void add(int codePoint, boolean isJoint, StringBuilder to) {
        if (codePoint == '\n' || isJoint) {
            to.appendCodePoint(codePoint);
        } else if (codePoint == '\t') {
            to.append("    ");
        } else if (showsNothing(codePoint)) {
            to.append('[').append(code(codePoint)).append(']');
        } else if (typefaces.of(codePoint).isEmpty()) {
            String name = UCharacter.getName(codePoint);
            to.append('[').append(code(codePoint));
            to.append(name == null ? "" : " " + name).append(']');
        } else {
            to.appendCodePoint(codePoint);
        }
    }

    private static String code(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }

    private static boolean showsNothing(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    true;
            default ->
                    UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }

    /// Whether it is one of the two signs that keep letters apart or together, between letters of a
    /// script that is spelled with them.
    private static boolean isJoint(int codePoint, int before, int after) {
        return isJoiner(codePoint) && isSpelledWithJoiners(before) && isSpelledWithJoiners(after);
    }

    static boolean isJoiner(int codePoint) {
        return codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER;
    }

    private static boolean isSpelledWithJoiners(int codePoint) {
        return codePoint >= 0
                && switch (UScript.getScript(codePoint)) {
                    case UScript.ARABIC,
                            UScript.DEVANAGARI,
                            UScript.BENGALI,
                            UScript.GUJARATI,
                            UScript.GURMUKHI,
                            UScript.TAMIL,
                            UScript.TELUGU,
                            UScript.KANNADA,
                            UScript.MALAYALAM,
                            UScript.ORIYA,
                            UScript.SINHALA ->
                            true;
                    default -> false;
                };
    }
}
