package org.quietbell.match;

/// Reads a text by what its signs stand for: `M4ra` as Mara, `T @ r a` as Tara, letters spaced out
/// as one word.
///
/// It is used only where a text shows such signs and nothing was found in it as it stands. One
/// pass; never throws.
final class Disguise {
    private static final int FEWEST_SPACED = 4;
    private static final int FEWEST_LETTERS = 2;
    private static final int SHORTEST = 3;

    /// A letter that hardly any text holds, for `i` and `l` alike.
    private static final char STROKE = 'ɩ';

    private final String text;
    private final StringBuilder plain;
    private boolean changed;

    private Disguise(String text) {
        this.text = text;
        this.plain = new StringBuilder(text.length());
    }

    /// The text as it is meant, or the same text if nothing in it is disguised.
    static String undone(String text) {
        Disguise disguise = new Disguise(text);
        disguise.read();
        return disguise.changed ? disguise.plain.toString() : text;
    }

    private void read() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                plain.append(c);
                at++;
                continue;
            }
            int spaced = spaced(at);
            at = spaced > at ? spaced : chunk(at);
        }
    }

    /// Reads letters that stand one by one, parted alike.
    ///
    /// @return where they end, or the start if they are none
    private int spaced(int start) {
        if (!isLetterLike(text.charAt(start)) || (start > 0 && isWordy(text.charAt(start - 1)))) {
            return start;
        }
        if (start + 2 >= text.length() || isLetterLike(text.charAt(start + 1))) {
            return start;
        }
        char parting = text.charAt(start + 1);
        StringBuilder word = new StringBuilder().append(letter(text.charAt(start)));
        int at = start + 1;
        while (at + 1 < text.length()
                && text.charAt(at) == parting
                && isLetterLike(text.charAt(at + 1))
                && (at + 2 >= text.length() || !isWordy(text.charAt(at + 2)))) {
            word.append(letter(text.charAt(at + 1)));
            at += 2;
        }
        if (word.length() < FEWEST_SPACED) {
            return start;
        }
        changed = true;
        plain.append(word);
        return at;
    }

    /// Reads what stands between two spaces.
    private int chunk(int start) {
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        int from = start;
        while (from < end && (isOpening(text.charAt(from)) || opensSentence(from))) {
            from++;
        }
        int to = end;
        while (to > from && isClosing(text.charAt(to - 1))) {
            to--;
        }
        int letters = 0;
        int signs = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            letters += Character.isLetter(c) ? 1 : 0;
            signs += letter(c) != c ? 1 : 0;
        }
        if (signs == 0 || letters < FEWEST_LETTERS || to - from < SHORTEST) {
            plain.append(text, start, end);
            return end;
        }
        changed = true;
        plain.append(text, start, from);
        boolean stroke = hasStroke(from, to);
        for (int i = from; i < to; i++) {
            char c = letter(text.charAt(i));
            plain.append(stroke && isStroke(c) ? STROKE : c);
        }
        plain.append(text, to, end);
        return end;
    }

    /// The word as it is noted for texts in which a sign stands for `i` or `l`, nobody knows which.
    static String strokes(String word) {
        StringBuilder merged = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            merged.append(isStroke(word.charAt(i)) ? STROKE : word.charAt(i));
        }
        return merged.toString();
    }

    private boolean hasStroke(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '1' || c == '!' || c == '|' || c == '¡') {
                return true;
            }
        }
        return false;
    }

    private static boolean isStroke(char c) {
        return c == 'i' || c == 'l' || c == 'I' || c == 'L';
    }

    /// The Spanish sign before an exclamation stands for no letter where a capital follows.
    private boolean opensSentence(int at) {
        return text.charAt(at) == '¡'
                && at + 1 < text.length()
                && Character.isUpperCase(text.charAt(at + 1));
    }

    private static boolean isOpening(char c) {
        return !Character.isLetterOrDigit(c) && letter(c) == c;
    }

    private static boolean isClosing(char c) {
        return c == '!' || c == '|' || c == '©' || c == '®' || isOpening(c);
    }

    private static boolean isLetterLike(char c) {
        return Character.isLetter(c) || letter(c) != c;
    }

    private static boolean isWordy(char c) {
        return Character.isLetterOrDigit(c);
    }

    /// The letter that a sign stands for.
    private static char letter(char c) {
        return switch (c) {
            case '0' -> 'o';
            case '1', '!', '|', '¡' -> 'i';
            case '3', '€', '£' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$', '§' -> 's';
            case '¢', '©' -> 'c';
            case '®' -> 'r';
            case '¥' -> 'y';
            case '7', '+' -> 't';
            case '8' -> 'b';
            case '9', '6' -> 'g';
            case '2' -> 'z';
            default -> c;
        };
    }
}
