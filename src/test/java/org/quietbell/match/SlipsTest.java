package org.quietbell.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTest {
    private static boolean isSlip(String word, String written, boolean given) {
        return Slips.isSlip(word, written.toCharArray(), 0, written.length(), given);
    }

    @ParameterizedTest
    @CsvSource({
        "quellhorst, quelhorst",
        "quellhorst, quellhorsst",
        "quellhorst, quellharst",
        "quellhorst, quellhosrt",
        "quellhorst, quellhors"
    })
    void areOneLetterMoreLessOtherOrTwoSwapped(String word, String written) {
        assertThat(isSlip(word, written, false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "quellhorst, muellhorst",
        "marlowyn, barlowyn",
        "marlowyn, arlowyn",
        "marlowyn, amrlowyn",
        "anders, sanders",
        "quellhorst, quellhorst",
        "quellhorst, quelharst"
    })
    void neverAreInTheFirstLetterNorMoreThanOne(String word, String written) {
        assertThat(isSlip(word, written, false)).isFalse();
        assertThat(isSlip(word, written, true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"paula, paul", "julian, juliana", "mariella, marielle", "marielle, mariell"})
    void neverAreInTheVowelThatAGivenNameEndsIn(String word, String written) {
        assertThat(isSlip(word, written, true)).isFalse();
    }
}
