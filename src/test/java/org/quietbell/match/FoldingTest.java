package org.quietbell.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;

class FoldingTest {
    private static final int[][] RANGES = {
        {0, 0x7F},
        {0x80, 0x24F},
        {0x250, 0x36F},
        {0x370, 0x52F},
        {0x590, 0x6FF},
        {0x900, 0xDFF},
        {0x1100, 0x11FF},
        {0x1E00, 0x206F},
        {0x3040, 0x318F},
        {0xAC00, 0xAD00},
        {0xD7B0, 0xDFFF},
        {0xF900, 0xFFFF},
        {0x1D400, 0x1D7FF},
        {0, 0x10FFFF}
    };

    @Test
    @Covers("F9")
    void changesNothingThatIsFolded() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 50_000; round++) {
            StringBuilder made = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                int[] range = RANGES[random.nextInt(RANGES.length)];
                made.appendCodePoint(range[0] + random.nextInt(range[1] - range[0] + 1));
            }
            String once = Folding.fold(made.toString());

            assertThat(Folding.fold(once)).as("seed %d <%s>", seed, made).isEqualTo(once);
        }
    }

    @Test
    void changesNoFoldedCharacter() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String once = Folding.fold(Character.toString(c));
            if (!Folding.fold(once).equals(once)) {
                assertThat(Folding.fold(once)).as("U+%04X", c).isEqualTo(once);
            }
        }
    }

    @ParameterizedTest
    @Covers({"F9", "R6.7"})
    @CsvSource({
        "JANE, jane",
        "Ｊａｎｅ, jane",
        "Łukasz Ødegård, lukasz odegard",
        "Þórdís Weiß, thordis weiss",
        "IŞIL ışıl İ, isil isil i",
        "Nguyễn Thị, nguyen thi",
        "Ελένη ΣΑΣ, ελενη σασ",
        "Семён, семен",
        "يُوسُف أحمد, يوسف احمد",
        "𝐉𝐚𝐧𝐞, jane",
        "가, 가"
    })
    void bringsToOneFormWhatPeopleTakeForTheSame(String written, String folded) {
        assertThat(Folding.fold(written)).isEqualTo(folded);
    }

    @Test
    @Covers("F9")
    void removesWhatCannotBeSeen() {
        assertThat(Folding.fold("Ja\u200Bn\u00ADe \u202EDo\u2066e\uFEFF")).isEqualTo("jane doe");
    }

    @Test
    void keepsKanaAndIndicVowelSignsApart() {
        assertThat(Folding.fold("か")).isNotEqualTo(Folding.fold("が"));
        assertThat(Folding.fold("か\u3099")).isEqualTo("が");
        assertThat(Folding.fold("कि")).isNotEqualTo(Folding.fold("कु"));
    }
}
