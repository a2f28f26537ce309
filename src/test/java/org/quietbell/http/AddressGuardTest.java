package org.quietbell.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;

class AddressGuardTest {
    private final AddressGuard guard = new AddressGuard(List.of());

    @ParameterizedTest
    @Covers("F16")
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::8.8.8.8",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::169.254.169.254",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::8.8.8.8",
                "100::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::1",
                "2002:0808:0808::1",
                "3fff::1",
                "5f00::1",
                "4000::1",
                "fd00:ec2::254",
                "2606:4700::5efe:127.0.0.1",
                "2606:4700::200:5efe:10.0.0.1"
            })
    void closesWhatIsNotThePublicInternet(String address) {
        InetAddress parsed = InetAddress.ofLiteral(address);

        assertThat(guard.refusal(parsed, false)).isPresent();
        assertThat(guard.refusal(parsed, true)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "2001:4860:4860::8888",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2606:4700::5efe:8.8.8.8"
            })
    void opensThePublicInternet(String address) {
        assertThat(guard.refusal(InetAddress.ofLiteral(address), false)).isEmpty();
    }

    @Test
    @Covers("F20")
    void opensAllowedRangesToNamedEndpointsAlone() {
        AddressGuard allowing = new AddressGuard(List.of(AddressRange.of("127.0.0.1/32")));
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");

        assertThat(allowing.refusal(loopback, true)).isEmpty();
        assertThat(allowing.refusal(loopback, false)).contains("loopback");
        assertThat(allowing.refusal(InetAddress.ofLiteral("127.0.0.2"), true)).contains("loopback");
    }

    @Test
    void judgesAnEmbeddedAddressAsItJudgesThatAddress() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] v4 = new byte[4];
            random.nextBytes(v4);
            byte[] translated = {
                0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
            };
            System.arraycopy(v4, 0, translated, 12, 4);
            InetAddress plain = InternetAddresses.of(v4);

            assertThat(guard.isOpen(InternetAddresses.of(translated)))
                    .as("seed %d, address %s", seed, plain)
                    .isEqualTo(guard.isOpen(plain));
        }
    }

    @Test
    void closesAtLeastWhatTheJavaLibraryCallsLocal() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            InetAddress address = InternetAddresses.of(bytes);
            if (address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || address.isSiteLocalAddress()
                    || address.isLinkLocalAddress()
                    || address.isMulticastAddress()) {
                assertThat(guard.isOpen(address)).as("seed %d, %s", seed, address).isFalse();
            }
        }
    }
}
