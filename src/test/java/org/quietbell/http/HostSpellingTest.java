package org.quietbell.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;

class HostSpellingTest {
    @ParameterizedTest
    @Covers("F17")
    @ValueSource(
            strings = {
                "127.1",
                "127.0.1",
                "2130706433",
                "017700000001",
                "0x7f000001",
                "0x7f.1",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "127.0.0.01",
                "127.0.0.0x1",
                "256.1.1.1",
                "0",
                "1.2.3.4.5",
                "127.1.",
                "example.1",
                "example.0x",
                ".",
                "",
                "a..",
                ".a",
                "fe80::1%lo",
                "1::2::3"
            })
    void callsNumbersInDisguiseOdd(String host) {
        assertThat(HostSpelling.of(host)).isInstanceOf(HostSpelling.Odd.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1.", "::1", "0.0.0.0", "64:ff9b::7f00:1"})
    void readsPlainLiteralsWithoutALookUp(String host) {
        assertThat(HostSpelling.of(host))
                .isEqualTo(
                        new HostSpelling.Literal(
                                InetAddress.ofLiteral(HostSpelling.withoutFinalDots(host))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost.",
                "a.localhost",
                "LOCALHOST",
                "printer",
                "box.local",
                "db.internal",
                "router.lan",
                "nas.home.arpa"
            })
    void knowsNamesThatMeanThisMachineOrItsNetwork(String host) {
        assertThat(HostSpelling.of(host)).isEqualTo(new HostSpelling.Name(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"news.example", "1.example", "127.0.0.1.example.org", "x0.example"})
    void leavesOtherNamesToTheLookUp(String host) {
        assertThat(HostSpelling.of(host)).isEqualTo(new HostSpelling.Name(false));
    }

    @Test
    void spellsEndpointsInOneWay() {
        assertThat(new Endpoint("News.Example.", 80)).isEqualTo(new Endpoint("news.example", 80));
        assertThat(Endpoint.of(java.net.URI.create("https://[::1]/x")))
                .isEqualTo(new Endpoint("::1", 443));
    }
}
