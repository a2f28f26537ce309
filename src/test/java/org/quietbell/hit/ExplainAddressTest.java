package org.quietbell.hit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":7,\"address\":\"http://www.example.org/\"}|{\"id\":7,\"canonical\":\"example.org/\"}",
                "{\"id\":\"x\",\"a\":\"http://a.example\",\"b\":\"b\"}|{\"id\":\"x\",\"a\":\"a.example/\",\"b\":\"b\"}",
                "{\"id\":1}|{\"id\":1,\"error\":\"address: is missing\"}"
            })
    void answersEachLine(String line, String answer) {
        assertThat(new ExplainAddress(CanonicalRules.STANDARD).line(line)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "''", "[1"})
    void saysOfALineThatItCannotBeRead(String line) {
        assertThat(new ExplainAddress(CanonicalRules.STANDARD).line(line))
                .startsWith("{\"error\":\"not JSON:");
    }
}
