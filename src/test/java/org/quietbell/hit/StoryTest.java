package org.quietbell.hit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.source.Finding;

/// When two texts are taken for one (R6.9).
class StoryTest {
    private static final int ROUNDS = 400;

    private static Story story(String title, String snippet) {
        return Story.of(
                new Finding(
                        "",
                        title,
                        snippet,
                        "https://a.example/1",
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Story story(List<String> words) {
        return story("", String.join(" ", words));
    }

    /// Made-up words in small letters: no names, no numbers.
    private static List<String> words(Random random, int count) {
        List<String> words = new ArrayList<>();
        while (words.size() < count) {
            StringBuilder word = new StringBuilder();
            for (int i = 3 + random.nextInt(6); i > 0; i--) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words.add(word.toString());
        }
        return words;
    }

    @Test
    @Covers("R6.9")
    void joinsCopiesOfATextWithSmallEdits() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> text = words(random, 16 + random.nextInt(40));
            List<String> copy = new ArrayList<>(text);
            for (int edit = random.nextInt(1 + text.size() / 12); edit >= 0; edit--) {
                int at = random.nextInt(copy.size());
                switch (random.nextInt(3)) {
                    case 0 -> copy.remove(at);
                    case 1 -> copy.set(at, words(random, 1).getFirst());
                    default -> copy.add(at, words(random, 1).getFirst());
                }
            }

            assertThat(story(copy).isSameAs(story(text))).as("seed %d", seed).isTrue();
            assertThat(story(text).isSameAs(story(copy))).as("seed %d", seed).isTrue();
        }
    }

    @Test
    @Covers("R6.9")
    void joinsATextWithItsOwnBeginning() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> text = words(random, 20 + random.nextInt(40));
            List<String> cut = text.subList(0, 14 + random.nextInt(6));

            assertThat(story(cut).isSameAs(story(text))).as("seed %d", seed).isTrue();
        }
    }

    @Test
    @Covers("R6.9")
    void joinsTextsOfWhichSevenWordsInTenAreShared() {
        Random random = new Random(1);
        List<String> shared = words(random, 28);
        List<String> one = new ArrayList<>(shared);
        List<String> other = new ArrayList<>(shared);
        one.addAll(words(random, 6));
        other.addAll(words(random, 6));

        assertThat(story(one).isSameAs(story(other))).isTrue();
    }

    @Test
    @Covers("R6.9")
    void keepsOtherTextsApartHoweverShort() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> shared = words(random, random.nextInt(8));
            List<String> one = new ArrayList<>(shared);
            List<String> other = new ArrayList<>(shared);
            one.addAll(words(random, 8));
            other.addAll(words(random, 8 + random.nextInt(20)));

            assertThat(story(one).isSameAs(story(other))).as("seed %d", seed).isFalse();
        }
    }

    @Test
    @Covers("R6.9")
    void neverJoinsTextsOfFewerThanEightWordsEvenIfTheyAreEqual() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int count = 0; count < 8; count++) {
            List<String> text = words(random, count);

            assertThat(story(text).isSameAs(story(text))).as("seed %d", seed).isFalse();
        }
    }

    @Test
    @Covers("R6.9")
    void judgesLabelledPairsAsAReaderWould() throws Exception {
        List<String[]> pairs;
        try (InputStream in =
                Objects.requireNonNull(StoryTest.class.getResourceAsStream("stories-own.tsv"))) {
            pairs =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.split("\t", -1))
                            .toList();
        }
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (String[] pair : pairs) {
            boolean same = pair[0].equals("same");
            boolean joined = story(pair[1], pair[2]).isSameAs(story(pair[3], pair[4]));
            right += same && joined ? 1 : 0;
            wrong += !same && joined ? 1 : 0;
            missed += same && !joined ? 1 : 0;
            if (same != joined) {
                System.out.println((joined ? "joined: " : "apart: ") + pair[1] + " / " + pair[3]);
            }
        }
        double precision = (double) right / (right + wrong);
        double recall = (double) right / (right + missed);
        System.out.printf(
                "%d pairs, precision %.3f, recall %.3f%n", pairs.size(), precision, recall);

        assertThat(pairs).hasSizeGreaterThanOrEqualTo(30);
        assertThat(precision).isEqualTo(1);
        assertThat(recall).isGreaterThanOrEqualTo(0.8);
    }
}
