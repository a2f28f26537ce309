package org.quietbell.hit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quietbell.match.Folding;

/// The words of titles and snippets, without what the place around them adds: the publisher behind
/// a title, the date before a snippet, a word that was cut.
final class StoryWords {
    private static final int MOST_WORDS = 400;
    private static final int MOST_PUBLISHER = 4;
    private static final int LEAST_TITLE = 3;
    private static final int MOST_DATE = 4;
    private static final List<String> TITLE_ENDS = List.of(" - ", " – ", " — ", " | ", " · ");
    private static final List<String> DATE_ENDS =
            List.of(" - ", " – ", " — ", " · ", " ... ", "... ");
    private static final Set<String> DATE_WORDS =
            Set.of(
                    "jan",
                    "feb",
                    "mar",
                    "apr",
                    "may",
                    "jun",
                    "jul",
                    "aug",
                    "sep",
                    "sept",
                    "oct",
                    "nov",
                    "dec",
                    "january",
                    "february",
                    "march",
                    "april",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december",
                    "ago",
                    "hour",
                    "hours",
                    "day",
                    "days",
                    "minute",
                    "minutes",
                    "week",
                    "weeks",
                    "mins",
                    "hrs");

    private StoryWords() {}

    /// A word.
    ///
    /// @param text folded
    /// @param isName written with a capital, and not only because a sentence begins with it
    record Word(String text, boolean isNumber, boolean isName) {}

    static List<Word> ofTitle(String title) {
        int cut = -1;
        for (String end : TITLE_ENDS) {
            cut = Math.max(cut, title.lastIndexOf(end));
        }
        if (cut > 0
                && words(title.substring(cut)).size() <= MOST_PUBLISHER
                && words(title.substring(0, cut)).size() >= LEAST_TITLE) {
            return words(title.substring(0, cut));
        }
        return words(title);
    }

    static List<Word> ofSnippet(String snippet) {
        for (String end : DATE_ENDS) {
            int cut = snippet.indexOf(end);
            if (cut > 0 && cut < 30 && isDate(words(snippet.substring(0, cut)))) {
                return words(snippet.substring(cut + end.length()));
            }
        }
        return words(snippet);
    }

    private static boolean isDate(List<Word> words) {
        return !words.isEmpty()
                && words.size() <= MOST_DATE
                && words.stream()
                        .allMatch(word -> word.isNumber() || DATE_WORDS.contains(word.text()))
                && words.stream().anyMatch(Word::isNumber);
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        boolean begins = true;
        int i = 0;
        while (i < text.length() && words.size() < MOST_WORDS) {
            int c = text.codePointAt(i);
            int size = Character.charCount(c);
            if (!isWord(c)) {
                begins |= c == '.' || c == '!' || c == '?' || c == ':' || c == '\n' || c == '"';
                i += size;
            } else if (Character.isIdeographic(c)) {
                pair(text, i, words);
                i += size;
                begins = false;
            } else {
                int end = end(text, i);
                if (!isCut(text, end)) {
                    words.add(word(text.substring(i, end), begins));
                }
                i = end;
                begins = false;
            }
        }
        return words;
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static int end(String text, int from) {
        int i = from;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!isWord(c) || Character.isIdeographic(c)) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /// Scripts without spaces are compared by every two letters that stand side by side.
    private static void pair(String text, int at, List<Word> words) {
        int c = text.codePointAt(at);
        int next = at + Character.charCount(c);
        if (next < text.length() && Character.isIdeographic(text.codePointAt(next))) {
            int end = next + Character.charCount(text.codePointAt(next));
            words.add(new Word(Folding.fold(text.substring(at, end)), false, false));
        }
    }

    /// The last word before dots that stand for the rest may have been cut.
    private static boolean isCut(String text, int end) {
        String rest = text.substring(end, Math.min(text.length(), end + 4)).strip();
        return (rest.startsWith("…") || rest.startsWith("...")) && text.length() - end <= 4;
    }

    private static Word word(String written, boolean begins) {
        boolean isNumber = written.chars().anyMatch(Character::isDigit);
        boolean isName = !begins && Character.isUpperCase(written.codePointAt(0));
        return new Word(Folding.fold(written), isNumber, isName);
    }
}
