package org.quietbell.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
    @ParameterizedTest
    @CsvSource({
        "https://News.example/a/b?q=jane+doe#x, https://news.example",
        "http://user:word@news.example:8080/, http://news.example",
        "HTTPS://[2606:4700::1]/x, https://[2606:4700::1]",
        "mailto:jane@example.org, (an address)",
        "jane doe, (an address)",
        "/only/a/path, (an address)"
    })
    void leavesSchemeAndHostAlone(String address, String shown) {
        assertThat(Redaction.of(address)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"https://news.example/jane?key=word, https://news.example"})
    void isTheSameForAReadAddress(URI address, String shown) {
        assertThat(Redaction.of(address)).isEqualTo(shown);
    }
}
