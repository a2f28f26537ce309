package org.quietbell.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words of going to where somebody is, near what names her.
///
/// The phrases stand in `meeting.txt`, few and plain: what is not said in one of them is not found,
/// and nothing is guessed. A phrase counts only within a dozen words of a word of her name, of an
/// account name or of a detail, and only whole. Pure; safe for many threads.
final class Meeting {
    /// How many words may lie between.
    private static final int NEAR = 12;

    /// Shorter words of a name (`de`, `Al`) say nothing of whom.
    private static final int SHORTEST = 3;

    private static final List<String> WHO = List.of("you", "her", "him", "them");
    private static final List<String> WHOSE = List.of("your", "her", "his", "their");

    /// By their first word.
    private static final Map<String, List<List<String>>> PHRASES =
            read().stream().collect(Collectors.groupingBy(List::getFirst));

    /// The longest word of each.
    private static final Set<String> TELLING =
            PHRASES.values().stream()
                    .flatMap(List::stream)
                    .map(phrase ->
                            phrase.stream()
                                    .max(Comparator.comparingInt(String::length))
                                    .orElseThrow())
                    .collect(Collectors.toUnmodifiableSet());

    private Meeting() {}

    /// Whether one of the texts speaks of it, near one of these.
    ///
    /// @param hers names, account names and details as they are written; empty ones say nothing
    static boolean isNear(List<String> hers, String... texts) {
        List<String> telling = Stream.of(texts).filter(Meeting::mayTell).toList();
        if (telling.isEmpty()) {
            return false;
        }
        Set<String> near = new HashSet<>();
        for (String each : hers) {
            words(each).stream().filter(word -> word.length() >= SHORTEST).forEach(near::add);
        }
        for (String text : telling) {
            if (isNear(near, words(text))) {
                return true;
            }
        }
        return false;
    }

    /// Whether one of the phrases may stand in a text at all: nearly none does, and to look for the
    /// longest word of each costs a small part of reading it.
    private static boolean mayTell(String text) {
        if (!text.chars().allMatch(c -> c < 128)) {
            return true; // folding may make such words of other letters
        }
        String small = text.toLowerCase(Locale.ROOT).replace("'", "");
        return TELLING.stream().anyMatch(small::contains);
    }

    private static boolean isNear(Set<String> near, List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            for (List<String> phrase : PHRASES.getOrDefault(words.get(at), List.of())) {
                int end = at + phrase.size();
                if (end <= words.size()
                        && words.subList(at, end).equals(phrase)
                        && (isAmong(near, words, at - NEAR, at)
                                || isAmong(near, words, end, end + NEAR))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAmong(Set<String> near, List<String> words, int from, int to) {
        return words.subList(Math.max(0, from), Math.min(words.size(), to)).stream()
                .anyMatch(near::contains);
    }

    /// Letters and digits in runs, folded; an apostrophe parts nothing: `I'll` is `ill`.
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        Folding.fold(text)
                .codePoints()
                .forEach(c -> {
                    if (Character.isLetterOrDigit(c)
                            || Character.getType(c) == Character.NON_SPACING_MARK) {
                        word.appendCodePoint(c);
                    } else if (c != '\'' && c != 0x2019 && !word.isEmpty()) {
                        words.add(word.toString());
                        word.setLength(0);
                    }
                });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static List<List<String>> read() {
        try (InputStream in =
                Objects.requireNonNull(
                        Meeting.class.getResourceAsStream("meeting.txt"), "meeting.txt")) {
            Set<List<String>> phrases = new HashSet<>();
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    for (int person = 0; person < WHO.size(); person++) {
                        phrases.add(
                                words(
                                        line.replace("WHOSE", WHOSE.get(person))
                                                .replace("WHO", WHO.get(person))));
                    }
                }
            }
            return List.copyOf(phrases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
