package org.quietbell.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;

/// Words that somebody would rather not read.
class ChosenWordsTest {
    private final ChosenWords words =
            of("gristle", "mud hen", "sprat*", "Цапля", "זבל", "天鹅", "🦴");

    private static ChosenWords of(String... chosen) {
        Map<String, String> instead = new LinkedHashMap<>();
        List.of(chosen).forEach(word -> instead.put(word, ""));
        return ChosenWords.of(instead);
    }

    @ParameterizedTest
    @Covers("R1.17")
    @CsvSource(
            delimiter = '|',
            value = {
                "Such gristle here | Such [...] here",
                "GRISTLE, Grístle and gristlé | [...], [...] and [...]",
                "gri-stle, gris.tle, gris_tle | [...], [...], [...]",
                "g r i s t l e it is | [...] it is",
                "grіstle by looks, gгistle too | [...] by looks, [...] too",
                "gr1stle and gri$tle! | [...] and [...]",
                "a mud hen, a Mud-Hen, a #mudhen | a [...], a [...], a #[...]",
                "sprats and Spratty boats | [...] and [...] boats",
                "Вот цапля | Вот [...]",
                "Вот цaпля | Вот [...]",
                "זה זבל גדול | זה [...] גדול",
                "看天鹅吗 | 看[...]吗",
                "so 🦴 it | so [...] it"
            })
    void areReplacedHoweverTheyAreWritten(String found, String shown) {
        assertThat(words.shown(found)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gristly",
                "gristlebone",
                "a grist, le mot",
                "mud and a hen",
                "the hen",
                "spray",
                "In 2026: 3 new",
                "",
                " ",
                "()[]*+?{}|^$\\"
            })
    void leaveAllElseAsItIs(String found) {
        assertThat(words.shown(found)).isSameAs(found);
    }

    @Test
    void leaveWhatIsNoTextAsItIs() {
        for (char sign : new char[] {0, 0xd83e, 0xdc00, 0xfffd}) {
            String text = Character.toString(sign);

            assertThat(words.shown(text)).isSameAs(text);
        }
    }

    @Test
    void takeOffWhatCannotBeSeenToo() {
        assertThat(words.shown("gri\u200bs\u00adtle")).isEqualTo("[...]");
    }

    @Test
    void giveWayToAWordOfHersWhichKeepsItsOwnDirection() {
        ChosenWords own = ChosenWords.of(Map.of("gristle", "soup", "mud", "  "));

        assertThat(own.shown("gristle in mud")).isEqualTo("\u2068soup\u2069 in [...]");
        assertThat(own.shown("זה gristle גדול")).isEqualTo("זה \u2068soup\u2069 גדול");
        assertThat(ChosenWords.of(Map.of("gristle", "gr1stle")).shown("a gristle"))
                .isEqualTo("a \u2068gr1stle\u2069");
    }

    @Test
    void makeOnePlaceWhereTheyOverlap() {
        ChosenWords chosen =
                ChosenWords.of(Map.of("red kite", "one", "kite string", "two", "red", "three"));

        assertThat(chosen.shown("a red kite string")).isEqualTo("a \u2068one\u2069");
        assertThat(chosen.shown("red string")).isEqualTo("\u2068three\u2069 string");
    }

    @Test
    void hideATextThatHoldsThemInDisguiseOverSeveralPieces() {
        assertThat(of("mud heron").shown("see the mud h3ron, now")).isEqualTo("[...]");
    }

    @Test
    void areNotFoundInNothing() {
        assertThat(ChosenWords.isFindable(" * ")).isFalse();
        assertThat(ChosenWords.isFindable("🦴")).isTrue();
        assertThat(of("*", " ").isEmpty()).isTrue();
        assertThat(of("*", " ").shown("as * is")).isEqualTo("as * is");
    }

    @ParameterizedTest
    @CsvSource({
        "https://forum.example/t/9,https://forum.example/t/9",
        "https://forum.example/a-gristle-b,https://forum.example/[...]",
        "https://forum.example/?q=gr%C3%ADstle+x,https://forum.example/[...]",
        "https://mud-hen.example/t/9,[...]",
        "gristle,[...]"
    })
    void goFromAddressesWithAllThatFollowsTheHost(String address, String shown) {
        assertThat(words.shownAddress(address)).isEqualTo(shown);
    }

    /// Whatever the text, what was chosen is not in it afterwards, and nothing is lost around it.
    @ParameterizedTest
    @ValueSource(longs = {1, 20261123, 7, 99})
    void neverStayAndTakeNothingElseAlong(long seed) {
        Random random = new Random(seed);
        String[] pieces = {"gristle", "Mud hen", "boat", " ", ", ", "\n", "שלום", "é", "🦴", "-"};
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder("boat ");
            for (int k = random.nextInt(12); k > 0; k--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String shown = words.shown(text + " boat");

            assertThat(shown)
                    .as("seed %d, round %d", seed, i)
                    .doesNotContainPattern("(?iU)\\bgristle\\b|\\bmud hen\\b|🦴")
                    .startsWith("boat ")
                    .endsWith(" boat");
        }
    }

    /// By counting letters, not by a clock: ten thousand signs of the worst kind come to an end.
    @Test
    void areLookedForInLongTextsOfTheWorstKind() {
        ChosenWords worst = of("a".repeat(59) + "b", "a".repeat(58) + "c*", "a a a a a a a b");

        for (String text :
                List.of(
                        "a".repeat(10_000),
                        "a ".repeat(5_000),
                        "a-".repeat(5_000),
                        "1".repeat(10_000))) {
            assertThat(worst.shown(text)).isSameAs(text);
        }
        assertThat(worst.shown("a ".repeat(5_000) + "b").length()).isLessThan(10_001);
    }
}
