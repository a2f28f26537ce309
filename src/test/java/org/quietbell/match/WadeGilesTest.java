package org.quietbell.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WadeGilesTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "xu, hsu",
                "qing, ch'ing",
                "zhang, chang",
                "zhi, chih",
                "ri, jih",
                "si, ssu",
                "zi, tzu",
                "duo, to",
                "guo, kuo",
                "tian, t'ien",
                "xiong, hsiung",
                "dong, tung",
                "yue, yueh",
                "shu, shu",
                "wen, wen",
                "an, an",
                "cai, ts'ai",
                "ge, ko",
                "lie, lieh",
                "er, erh"
            })
    void writesSyllablesOfPinyinAsTheOlderSystemDid(String pinyin, String older) {
        assertThat(WadeGiles.of(pinyin)).hasValue(older);
    }

    @Test
    void knowsNoOtherSyllables() {
        assertThat(WadeGiles.of("smith")).isEmpty();
        assertThat(WadeGiles.of("")).isEmpty();
    }
}
