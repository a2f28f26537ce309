package org.quietbell.hit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quietbell.source.Finding;

/// What a page says, as far as a finding shows it: to know the same text when it stands elsewhere
/// (R6.9).
///
/// Two stories are one when their words agree and nothing they name speaks against it. Words agree
/// when 7 of 10 different words are in both, or 85 of 100 of the shorter one's are in the longer
/// one; either asks for 12 words at least, so that short texts never run together. A text of 8 to
/// 11 words must be the same word for word. Numbers speak against it when each text has one that
/// the other lacks; so do words written with a capital. Pure; safe for many threads.
///
/// @param words all different words, folded
/// @param numbers those of them that hold a digit
/// @param names those of them that are written with a capital within a sentence
/// @param title the words of the title, in order
/// @param opening the first words of the snippet, in order
public record Story(
        Set<String> words,
        Set<String> numbers,
        Set<String> names,
        List<String> title,
        List<String> opening) {
    private static final int LEAST = 12;
    private static final int LEAST_IF_EQUAL = 8;
    private static final int LEAST_TITLE = 5;
    private static final int OPENING = 8;
    private static final double ALIKE = 0.70;
    private static final double WITHIN = 0.85;
    private static final int BANDS = 6;
    private static final int ROWS = 3;

    public Story {
        words = Set.copyOf(words);
        numbers = Set.copyOf(numbers);
        names = Set.copyOf(names);
        title = List.copyOf(title);
        opening = List.copyOf(opening);
    }

    /// What a finding shows of it.
    public static Story of(Finding finding) {
        List<StoryWords.Word> title = StoryWords.ofTitle(finding.title());
        List<StoryWords.Word> snippet = StoryWords.ofSnippet(finding.snippet());
        Set<String> words = new LinkedHashSet<>();
        Set<String> numbers = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (List<StoryWords.Word> part : List.of(title, snippet)) {
            for (StoryWords.Word word : part) {
                words.add(word.text());
                if (word.isNumber()) {
                    numbers.add(word.text());
                }
                if (word.isName()) {
                    names.add(word.text());
                }
            }
        }
        return new Story(
                words,
                numbers,
                names,
                texts(title),
                texts(snippet.subList(0, Math.min(OPENING, snippet.size()))));
    }

    private static List<String> texts(List<StoryWords.Word> words) {
        return words.stream().map(StoryWords.Word::text).toList();
    }

    /// Whether there is enough of it to be told from others.
    public boolean isTelling() {
        return words.size() >= LEAST_IF_EQUAL;
    }

    /// Whether the other is the same text.
    public boolean isSameAs(Story other) {
        int shorter = Math.min(words.size(), other.words.size());
        if (shorter < LEAST_IF_EQUAL) {
            return false;
        }
        if (shorter < LEAST) {
            return words.equals(other.words);
        }
        int common = common(words, other.words);
        boolean agree =
                common >= ALIKE * (words.size() + other.words.size() - common)
                        || common >= WITHIN * shorter;
        return agree
                && !speaksAgainst(numbers, other.words, other.numbers, words)
                && !speaksAgainst(names, other.words, other.names, words);
    }

    /// Whether the words differ by more than how a text was cut: the page itself was changed.
    public boolean isChangedFrom(Story before) {
        return !isSameTitle(before) || !isCutOf(before);
    }

    private boolean isSameTitle(Story other) {
        return Set.copyOf(title).equals(Set.copyOf(other.title));
    }

    /// Whether most of what is shown of the shorter one stands in the longer one, too.
    private boolean isCutOf(Story other) {
        int shorter = Math.min(words.size(), other.words.size());
        return common(words, other.words) >= ALIKE * shorter;
    }

    private static int common(Set<String> one, Set<String> other) {
        int common = 0;
        for (String word : one) {
            common += other.contains(word) ? 1 : 0;
        }
        return common;
    }

    private static boolean speaksAgainst(
            Set<String> mine, Set<String> othersWords, Set<String> others, Set<String> myWords) {
        return !othersWords.containsAll(mine) && !myWords.containsAll(others);
    }

    /// What stories of nearly the same words are likely to share: the same bytes in one of the
    /// lists places, to be keyed before they are kept anywhere.
    ///
    /// Six bands of three least hashes (MinHash), the title, and the first words of the snippet. Of
    /// two texts that share 7 of 10 words, 92 of 100 pairs share a band; of 8 of 10, 98.
    ///
    /// @return at most 8, each with its place in front; none if there is too little text
    public List<byte[]> marks() {
        List<byte[]> marks = new ArrayList<>();
        if (!isTelling()) {
            return marks;
        }
        long[] least = new long[BANDS * ROWS];
        java.util.Arrays.fill(least, Long.MAX_VALUE);
        for (String word : words) {
            long hash = hash(word);
            for (int i = 0; i < least.length; i++) {
                least[i] = Math.min(least[i], mixed(hash + (i + 1) * 0x9E3779B97F4A7C15L));
            }
        }
        for (int band = 0; band < BANDS; band++) {
            ByteBuffer mark = ByteBuffer.allocate(1 + ROWS * Long.BYTES).put((byte) band);
            for (int row = 0; row < ROWS; row++) {
                mark.putLong(least[band * ROWS + row]);
            }
            marks.add(mark.array());
        }
        if (title.size() >= LEAST_TITLE) {
            marks.add(("t " + String.join(" ", title)).getBytes(StandardCharsets.UTF_8));
        }
        if (opening.size() == OPENING) {
            marks.add(("s " + String.join(" ", opening)).getBytes(StandardCharsets.UTF_8));
        }
        return marks;
    }

    private static long hash(String word) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
