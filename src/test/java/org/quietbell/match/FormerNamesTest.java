package org.quietbell.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Details;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

class FormerNamesTest {
    private static FormerNames of(String name, String former) {
        return FormerNames.of(
                new Watch(
                        new WatchId("w"),
                        new CaseId("c"),
                        name,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        former.isEmpty() ? List.of() : List.of(former),
                        Details.none()));
    }

    private final FormerNames names = of("Mira Quellhorst", "Oskar Vexholt");

    @ParameterizedTest
    @Covers("R6.7")
    @CsvSource(
            delimiter = '|',
            value = {
                "A talk by Oskar Vexholt on moss | A talk by [...] on moss",
                "Vexholt, Oskar: Notes | [...]: Notes",
                "OSKAR VEXHOLT and MIRA QUELLHORST | [...] and MIRA QUELLHORST",
                "Mira Quellhorst, once Oskar Vexholt; Oskar said no |"
                        + " Mira Quellhorst, once [...]; [...] said no",
                "see #OskarVexholt | see #[...]",
                "O. Vexholt, harp | [...], harp",
                "Oskar Emil Vexholt, harp | [...], harp",
                "Oskar Vexhold, harp | [...], harp",
                "Oskar\u200b Vex\u00adholt | [...]",
                "Mira Quellhorst (née Vexholt) | Mira Quellhorst (née [...])",
                "Оskаr Vexholt sings | [...] sings",
                "O5k4r V3xh0lt sings | [...]"
            })
    void putsAMarkInThePlaceOfEveryFormOfAFormerName(String found, String shown) {
        String text = found.replace("\\u200b", "\u200b").replace("\\u00ad", "\u00ad");

        assertThat(names.masked(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mira Quellhorst sings",
                "Oskar Moss and Ida Lund",
                "The Vexing holt",
                "",
                "Ｍｉｒａ"
            })
    void leavesAllElseAsItWasFound(String text) {
        assertThat(names.masked(text)).isEqualTo(text);
    }

    @Test
    void leavesAFormThatHerPresentNameHasToo() {
        FormerNames shared = of("Mira Quellhorst", "Max Quellhorst");

        assertThat(shared.masked("M. Quellhorst and Mira Quellhorst"))
                .isEqualTo("M. Quellhorst and Mira Quellhorst");
        assertThat(shared.masked("Max Quellhorst, harp")).isEqualTo("[...], harp");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/oskar-vexholt/1, https://a.example/[...]",
        "https://a.example/?q=Oskar+Vexholt, https://a.example/[...]",
        "https://a.example/Oskar%20Vexholt, https://a.example/[...]",
        "https://oskarvexholt.example/1, [...]",
        "https://a.example/moss?p=1, https://a.example/moss?p=1"
    })
    void showsNoAddressThatHoldsOne(String address, String shown) {
        assertThat(names.maskedAddress(address)).isEqualTo(shown);
    }

    @Test
    void neverFailsOnAnyText() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String[] pieces = {
            "Oskar", "Vexholt", " ", ",", ".", "\u0301", "が", "\u3099", "O5k4r ", "-", "Mira"
        };
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(names.masked(text.toString())).as("seed %d", seed).isNotNull();
        }
    }
}
