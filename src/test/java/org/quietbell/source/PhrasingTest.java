package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Query;

class PhrasingTest {
    private final Phrasing sites = new Phrasing(40, 5, true);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "Ada Marlowe-Quist; \"Ada Marlowe-Quist\"",
                "Ada \"Lo\" Marlowe; \"Ada Lo Marlowe\"",
                "Ada “Lo” Marlowe; \"Ada Lo Marlowe\"",
                "\" site:example.org; \"site:example.org\"",
                "Ada\tMarlowe; \"Ada Marlowe\"",
                "アダ マーロウ; \"アダ マーロウ\"",
            })
    void makesOnePhraseThatNothingInItEnds(String text, String asked) {
        assertThat(sites.words(new Query.Phrase(text))).contains(asked);
    }

    @Test
    void asksForAHandleOnItsSiteWhereThatCanBeAsked() {
        Query account = new Query.Account(Handle.parse("github.com/ada_m"));

        assertThat(sites.words(account)).contains("\"ada_m\" site:github.com");
        assertThat(new Phrasing(40, 5, false).words(account)).contains("\"ada_m\"");
        assertThat(sites.bare(account)).contains("ada_m");
    }

    @Test
    void asksNothingForEverything() {
        assertThat(sites.words(new Query.Everything())).isEmpty();
        assertThat(sites.bare(new Query.Everything())).isEmpty();
    }

    @Test
    void cutsAtTheEndOfAWordWithinTheLimits() {
        assertThat(sites.words(new Query.Phrase("a b c d e f g"))).contains("\"a b c d e\"");
        assertThat(sites.words(new Query.Phrase("Marlowe ".repeat(9))))
                .contains("\"Marlowe Marlowe Marlowe Marlowe\"");
    }

    @Test
    void staysWithinTheLimitsWhateverIsAsked() {
        long seed = 7;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder("x");
            for (int i = random.nextInt(80); i > 0; i--) {
                text.appendCodePoint(random.nextInt(4) == 0 ? ' ' : 0x1F600 + random.nextInt(40));
            }

            String words = sites.words(new Query.Phrase(text.toString())).orElseThrow();

            assertThat(words.length()).as("seed %d, round %d", seed, round).isLessThanOrEqualTo(40);
            assertThat(words.chars().filter(c -> c == '"').count()).isEqualTo(2);
            assertThat(Character.isHighSurrogate(words.charAt(words.length() - 2))).isFalse();
        }
    }

    @Test
    void putsTermsTogetherInTheirOrderAsLongAsTheyFit() {
        Phrasing either = new Phrasing(40, 9, false, Phrasing.Either.PLAIN);
        Query ada = new Query.Phrase("Ada Marlowe");
        Query quist = new Query.Phrase("Ada Quist");
        Query long_ = new Query.Phrase("Ada Marlowe-Quist of Marlow upon Thames");
        Query handle = new Query.Account(Handle.parse("@ada_m"));

        assertThat(either.together(List.of(ada, quist, handle), 3))
                .containsExactly(new Query.AnyOf(List.of(ada, quist, handle)));
        assertThat(either.words(new Query.AnyOf(List.of(ada, quist, handle))))
                .contains("\"Ada Marlowe\" OR \"Ada Quist\" OR \"ada_m\"");
        assertThat(either.together(List.of(ada, quist, handle), 2))
                .containsExactly(new Query.AnyOf(List.of(ada, quist)), handle);
        assertThat(either.together(List.of(ada, long_, quist), 3))
                .containsExactly(ada, long_, quist);
        assertThat(either.words(new Query.AnyOf(List.of(ada, long_)))).isEmpty();
    }

    @Test
    void asksForAHandleOnASiteAloneWhereSitesCanBeAskedFor() {
        Query ada = new Query.Phrase("Ada Marlowe");
        Query handle = new Query.Account(Handle.parse("github.com/ada_m"));
        List<Query> both = List.of(ada, handle);

        assertThat(new Phrasing(90, 9, true, Phrasing.Either.PLAIN).together(both, 2))
                .isEqualTo(both);
        assertThat(new Phrasing(90, 9, false, Phrasing.Either.BRACKETED).together(both, 2))
                .containsExactly(new Query.AnyOf(both));
        assertThat(
                        new Phrasing(90, 9, false, Phrasing.Either.BRACKETED)
                                .words(new Query.AnyOf(both)))
                .contains("(\"Ada Marlowe\" OR \"ada_m\")");
        assertThat(sites.together(both, 2)).isEqualTo(both);
        assertThat(sites.words(new Query.AnyOf(both))).isEmpty();
    }

    @Test
    void losesNoTermHoweverTheyArePutTogether() {
        long seed = 11;
        Random random = new Random(seed);
        Phrasing either = new Phrasing(60, 12, true, Phrasing.Either.BRACKETED);
        for (int round = 0; round < 2_000; round++) {
            List<Query> terms = new ArrayList<>();
            for (int i = random.nextInt(9); i >= 0; i--) {
                String name = "n" + i + "x".repeat(random.nextInt(20));
                terms.add(
                        switch (random.nextInt(3)) {
                            case 0 -> new Query.Phrase(name + " y".repeat(random.nextInt(6)));
                            case 1 -> new Query.Account(Handle.parse("@" + name));
                            default -> new Query.Account(Handle.parse("github.com/" + name));
                        });
            }
            int most = 1 + random.nextInt(5);

            List<Query> questions = either.together(terms, most);

            String where = "seed %d, round %d".formatted(seed, round);
            assertThat(questions.stream().flatMap(question -> question.parts().stream()))
                    .as(where)
                    .containsExactlyInAnyOrderElementsOf(terms);
            for (Query question : questions) {
                assertThat(question.parts().size()).as(where).isLessThanOrEqualTo(most);
                String words = either.words(question).orElseThrow();
                assertThat(words.length()).as(where).isLessThanOrEqualTo(60);
                assertThat(words.split(" ", -1).length).as(where).isLessThanOrEqualTo(12);
            }
        }
    }
}
