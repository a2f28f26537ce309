package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

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
}
