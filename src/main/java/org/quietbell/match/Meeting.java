package org.quietbell.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Words of going to where somebody is, near what names her.
///
/// The phrases stand in `meeting.txt`, few and plain: what is not said in one of them is not found,
/// and nothing is guessed. A phrase counts only within a dozen words of a word of her name, of an
/// account name or of a detail, and only whole. They are found among the words that were read for
/// the names anyway, so that a text without one costs next to nothing. Made by one thread with its
/// vocabulary, then only read, by any number.
final class Meeting {
    /// How many words may lie between.
    private static final int NEAR = 12;

    /// Shorter words of a name (`de`, `Al`) say nothing of whom.
    private static final int SHORTEST = 3;

    private static final List<String> WHO = List.of("you", "her", "him", "them");
    private static final List<String> WHOSE = List.of("your", "her", "his", "their");
    private static final Set<String> PHRASES = read();

    /// By the longest word of each: others are met at every turn.
    private final Map<Integer, List<Phrase>> phrases = new HashMap<>();

    /// Teaches a vocabulary the words of all phrases.
    Meeting(Vocabulary vocabulary) {
        for (String phrase : PHRASES) {
            Tokens tokens = Tokens.learning(vocabulary).read(phrase);
            int[] words = Arrays.copyOf(tokens.id, tokens.count);
            int longest = 0;
            for (int k = 1; k < words.length; k++) {
                longest = tokens.length(k) > tokens.length(longest) ? k : longest;
            }
            vocabulary.mark(vocabulary.word(words[longest]), WordLists.MEETING);
            phrases.computeIfAbsent(words[longest], _ -> new ArrayList<>())
                    .add(new Phrase(words, longest));
        }
    }

    /// What one text says of it.
    ///
    /// @param tokens the text, which must stay as it is while the answer is used
    /// @param end how many of its words to look at
    Said in(Tokens tokens, int end) {
        List<Place> places = new ArrayList<>(0);
        for (int at = 0; at < end && tokens.hasMet(WordLists.MEETING); at++) {
            if (tokens.is(at, WordLists.MEETING)) {
                for (Phrase phrase : phrases.getOrDefault(tokens.id[at], List.of())) {
                    phrase.about(tokens, at, end).ifPresent(places::add);
                }
            }
        }
        return new Said(tokens, end, places);
    }

    /// Words in a row.
    ///
    /// @param longest which of them is looked for first
    private record Phrase(int[] words, int longest) {
        Optional<Place> about(Tokens tokens, int at, int end) {
            int start = at - longest;
            int after = start + words.length;
            boolean stands =
                    start >= 0
                            && after <= end
                            && Arrays.equals(tokens.id, start, after, words, 0, words.length);
            return stands ? Optional.of(new Place(start, after)) : Optional.empty();
        }
    }

    /// Where a phrase stands.
    ///
    /// @param after the word behind its last
    private record Place(int start, int after) {}

    /// The places of one text where such a phrase stands. For one thread.
    static final class Said {
        private final Tokens tokens;
        private final int end;
        private final List<Place> places;

        private Said(Tokens tokens, int end, List<Place> places) {
            this.tokens = tokens;
            this.end = end;
            this.places = places;
        }

        /// Whether nothing of the kind is said of anybody.
        boolean isNothing() {
            return places.isEmpty();
        }

        /// Whether it is said near one of these.
        ///
        /// @param hers names, account names and details as they are written; empty ones say nothing
        boolean near(Collection<String> hers) {
            Set<String> words = new HashSet<>();
            for (String each : hers) {
                for (String word : Folding.fold(each).split("[^\\p{L}\\p{M}\\p{Nd}]+", -1)) {
                    if (word.length() >= SHORTEST || isOfSigns(word)) {
                        words.add(word);
                    }
                }
            }
            for (Place place : places) {
                if (isAmong(words, place.start - NEAR, place.start)
                        || isAmong(words, place.after, place.after + NEAR)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isAmong(Set<String> words, int from, int to) {
            for (int at = Math.max(0, from); at < Math.min(end, to); at++) {
                String word = tokens.folded(at);
                if (words.contains(word)
                        || (tokens.has(at, Tokens.ALONE)
                                && words.stream().anyMatch(hers -> hers.contains(word)))) {
                    return true;
                }
            }
            return false;
        }

        /// A Chinese or Korean name is short, and its signs are read one by one.
        private static boolean isOfSigns(String word) {
            return !word.isEmpty() && Character.isIdeographic(word.codePointAt(0));
        }
    }

    private static Set<String> read() {
        try (InputStream in =
                Objects.requireNonNull(
                        Meeting.class.getResourceAsStream("meeting.txt"), "meeting.txt")) {
            Set<String> phrases = new LinkedHashSet<>();
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    for (int person = 0; person < WHO.size(); person++) {
                        phrases.add(
                                line.replace("WHOSE", WHOSE.get(person))
                                        .replace("WHO", WHO.get(person)));
                    }
                }
            }
            return phrases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
