package org.quietbell.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.32.0.0, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, ::1, false",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe00::1, false",
        "::1/128, ::1, true"
    })
    void holdsTheAddressesThatShareItsPrefix(String range, String address, boolean isHeld) {
        assertThat(AddressRange.of(range).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(isHeld);
    }

    @Test
    void clearsTheBitsBeyondItsPrefix() {
        assertThat(AddressRange.of("10.1.2.3/8")).isEqualTo(AddressRange.of("10.0.0.0/8"));
        assertThat(AddressRange.of("10.1.2.3/8")).hasToString("10.0.0.0/8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/8",
                "10/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "::1/129",
                "127.1",
                "0x7f.0.0.1",
                "010.0.0.0/8",
                "localhost",
                "example.org/8",
                "10.0.0.0/8/8",
                "127.0.0.1.",
                "fe80::1%lo",
                "10.0.0.0/ 8"
            })
    void isReadFromPlainNumbersOnlyAndDoesNotRepeatWhatWasWrong(String text) {
        assertThatThrownBy(() -> AddressRange.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be addresses such as 127.0.0.1/32 or fd00::/8");
    }
}
