package org.quietbell.hit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRulesTest {
    private static final int ROUNDS = 30_000;

    @Test
    void takesMoreRulesThatSomebodyWrote() {
        CanonicalRules own =
                new CanonicalRules(
                        AddressRules.STANDARD.and(
                                """
                                # our town's forum
                                tracker town_*
                                host old.town.example town.example
                                path town.example /t/{id:digits}/{title} = /t/{id}
                                drop *.town.example view
                                nocase town.example 1
                                wrapper out.town.example /go to
                                """));

        assertThat(own.of("https://old.town.example/T/5/a-title?view=flat&town_x=1&p=2").value())
                .isEqualTo(own.of("https://town.example/t/5?p=2").value())
                .isEqualTo("town.example/t/5?p=2");
        assertThat(own.of("https://out.town.example/go?to=https%3A%2F%2Fa.example%2Fb").value())
                .isEqualTo("a.example/b");
        assertThat(CanonicalRules.canonical("https://old.town.example/T/5/a").value())
                .isEqualTo("old.town.example/T/5/a");
    }

    @Test
    void hasAnotherVersionForOtherRulesAndNotForRemarks() {
        int version = AddressRules.STANDARD.version();

        assertThat(AddressRules.STANDARD.and("tracker x").version()).isNotEqualTo(version);
        assertThat(AddressRules.STANDARD.and("# x\n\n").version()).isEqualTo(version);
        assertThat(AddressRules.of(AddressRules.STANDARD.text()).version()).isEqualTo(version);
        assertThat(AddressRules.first().version()).isNotEqualTo(version);
    }

    @Test
    void findsNoFaultInItsOwnRules() {
        assertThat(AddressRules.faults(AddressRules.STANDARD.text())).isEmpty();
        assertThat(AddressRules.faults(AddressRules.first().text())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "trackers a, the line: its first word is no keyword",
        "drop a.example, drop: words are missing",
        "drop https://a.example x, drop: its host is none",
        "path a.example /x/{id} = /y/{other}, path: its second path uses a name",
        "path a.example x = /y, path: one of its paths is none",
        "path a.example /{x:number} = /y/{x}, path: a kind is not known",
        "keep a.example x y, keep: its path is none",
        "nocase a.example all, nocase: its number is none",
        "host a.example B.example, host: the second host is none"
    })
    void saysWhatIsWrongWithALineAndWhatToDo(String line, String what) {
        List<AddressRules.Fault> faults = AddressRules.faults("# first\ntracker a\n" + line);

        assertThat(faults)
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(3);
                    assertThat(fault.what())
                            .startsWith(what)
                            .matches("(?s).+: .+: .+|.+: .+missing: .+");
                });
    }

    /// Any text at all: bytes, pieces of Unicode, endless repetitions.
    @Test
    void neverFailsWhateverItIsGiven() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String signs =
                "/?#&=%.:;@[]{}()-_~+*!$',\\|^`\"<> \t\n\u0000\u202E\uFEFFaA0zé漢\uD83D\uDE00\uDC00";
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "https://" : "");
            int length = random.nextInt(40);
            for (int i = 0; i < length; i++) {
                text.append(
                        random.nextInt(10) == 0
                                ? (char) random.nextInt(0x10000)
                                : signs.charAt(random.nextInt(signs.length())));
            }
            String once = CanonicalRules.canonical(text.toString()).value();

            assertThat(CanonicalRules.canonical(once).value())
                    .as("seed %d, <%s>", seed, text)
                    .isEqualTo(once);
        }
    }

    @Test
    void takesEndlessAddressesInTimeThatGrowsWithThem() {
        for (String piece :
                List.of("/a", "?", "&a=b", "%41", "(S(x))/", ";a=b", ".amp", "#/", "..//")) {
            assertThat(
                            CanonicalRules.canonical("https://a.example/" + piece.repeat(20_000))
                                    .value())
                    .startsWith("a.example");
        }
        String nested = "https://a.example/";
        for (int i = 0; i < 12; i++) {
            nested =
                    "https://l.facebook.com/l.php?u="
                            + java.net.URLEncoder.encode(
                                    nested, java.nio.charset.StandardCharsets.UTF_8);
        }
        assertThat(CanonicalRules.canonical(nested).value()).isEqualTo("a.example/");
    }
}
