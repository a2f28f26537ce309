package org.quietbell.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.config.Problem;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.json.Json;

class FetchSettingsTest {
    private final Problems problems = new Problems();

    @Test
    void hasADefaultForEveryKey() {
        FetchSettings settings = FetchSettings.from(Section.empty());

        assertThat(settings).isEqualTo(FetchSettings.DEFAULT);
        assertThat(settings.concurrency()).isEqualTo(32);
        assertThat(settings.perHost()).isEqualTo(2);
        assertThat(settings.deadline()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.maxBody()).isEqualTo(10 * 1024 * 1024);
        assertThat(settings.proxy()).isEmpty();
        assertThat(settings.allowAddresses()).isEmpty();
    }

    @Test
    void callsItselfByNoWordThatSearchServersRefuse() {
        assertThat(FetchSettings.DEFAULT.userAgent().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("okhttp", "java", "curl", "httpclient", "bot", "quietbell", "fetch")
                .isNotBlank();
    }

    @Test
    void readsEveryKey() {
        FetchSettings settings =
                read(
                        Json.object()
                                .put("concurrency", new Json.Text("4"))
                                .put("per-host", new Json.Text("1"))
                                .put("deadline", new Json.Text("5s"))
                                .put("max-body", new Json.Text("2MiB"))
                                .put("user-agent", new Json.Text("Reader/2"))
                                .put("proxy", new Json.Text("socks5://127.0.0.1:9050"))
                                .put(
                                        "allow-addresses",
                                        new Json.Items(List.of(new Json.Text("127.0.0.1/32")))));

        assertThat(problems.all()).isEmpty();
        assertThat(settings.concurrency()).isEqualTo(4);
        assertThat(settings.perHost()).isEqualTo(1);
        assertThat(settings.deadline()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.maxBody()).isEqualTo(2 * 1024 * 1024);
        assertThat(settings.userAgent()).isEqualTo("Reader/2");
        assertThat(settings.proxy()).contains(URI.create("socks5://127.0.0.1:9050"));
        assertThat(settings.allowAddresses()).containsExactly(AddressRange.of("127.0.0.1"));
    }

    @Test
    void tellsEveryProblemAtOnce() {
        read(
                Json.object()
                        .put("concurrency", new Json.Text("0"))
                        .put("per-host", new Json.Text("many"))
                        .put("deadline", new Json.Text("1h"))
                        .put("max-body", new Json.Text("1GiB"))
                        .put("user-agent", new Json.Text("Läser"))
                        .put("allow-addresses", new Json.Text("home"))
                        .put("trust-all", new Json.Text("true")));

        assertThat(problems.all())
                .extracting(Problem::key)
                .containsExactlyInAnyOrder(
                        "concurrency",
                        "per-host",
                        "deadline",
                        "max-body",
                        "user-agent",
                        "allow-addresses",
                        "trust-all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:9050",
                "socks4://127.0.0.1:9050",
                "https://proxy.example:443",
                "http://proxy.example",
                "http://me:word@proxy.example:80",
                "http://proxy.example:80/path",
                "socks5://127.1:9050",
                "http://proxy.example:70000",
                "socks5://2130706433:9050",
                "socks5:///x"
            })
    void refusesAProxyItCannotUseWithoutRepeatingIt(String proxy) {
        read(Json.object().put("proxy", new Json.Text(proxy)));

        assertThat(problems.all())
                .extracting(Problem::what)
                .containsExactly(
                        "must be socks5://HOST:PORT or http://HOST:PORT, without a password");
    }

    @Test
    @Covers("F20")
    void asksForAPrivateProxyToBeAllowed() {
        read(Json.object().put("proxy", new Json.Text("socks5://10.0.0.1:9050")));

        assertThat(problems.all())
                .extracting(Problem::what)
                .containsExactly("is at a private address; add it to allow-addresses");
    }

    private FetchSettings read(Json.Builder json) {
        return FetchSettings.from(Section.of(json.build(), problems));
    }
}
