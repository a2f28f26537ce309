package org.quietbell.hit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.source.Finding;
import org.quietbell.source.SourceId;

class CanonicalRulesTest {
    private static final String[] PIECES = {
        "http://",
        "https://",
        "//",
        "www.",
        "m.",
        "amp.",
        "example.org",
        "bücher.example",
        "[::1]",
        "google.com/url?url=",
        "google.com/amp/s/",
        "l.facebook.com/l.php?u=",
        "youtu.be/",
        "x.com/",
        "/a",
        "/A",
        "/../",
        "/./",
        "//",
        "/amp",
        "/index.php",
        ";jsessionid=1",
        "?",
        "&",
        "=",
        "a=1",
        "b",
        "utm_source=x",
        "+",
        "%",
        "%2D",
        "%41",
        "%zz",
        "%25",
        "#",
        "#!/r",
        "#/r",
        ":80",
        ":443",
        ":",
        "@",
        "u@",
        " ",
        "\t",
        "é",
        "\uD800",
        "\uDC00",
        "\u202E",
        "\uD83D\uDE00",
        "&ct=",
        "}{",
        "{id}",
        "status/1",
        "/i/web/",
        "comments/1",
        ".",
        "..",
        "\u0000",
        "mailto:",
        "javascript:",
        "reddit.com/u/"
    };

    @Test
    @Covers("R6.10")
    void changesNothingThatIsCanonical() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 50_000; round++) {
            StringBuilder made = new StringBuilder();
            int pieces = random.nextInt(9);
            for (int i = 0; i <= pieces; i++) {
                made.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String once = CanonicalRules.canonical(made.toString()).value();
            CanonicalRules.defanged(made.toString());
            PlaceKind.of(made.toString());

            assertThat(CanonicalRules.canonical(once).value())
                    .as("seed %d, <%s>", seed, made)
                    .isEqualTo(once);
        }
    }

    @ParameterizedTest
    @Covers({"R2.12", "R2.13"})
    @CsvSource({
        "https://www.google.com/url?rct=j&sa=t&url=https://example.org/a%3Fb%3D1%26c%3D2&ct=ga&cd=X&usg=Y, https://example.org/a?b=1&c=2",
        "https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1&sa=U, https://example.org/a?b=1",
        "https://www.bing.com/ck/a?p=1&u=a1aHR0cHM6Ly9leGFtcGxlLm9yZy9h&ntb=1, https://example.org/a",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa&h=x, https://example.org/a",
        "//duckduckgo.com/l/?uddg=https%3A%2F%2Fexample.org%2Fa&rut=9, https://example.org/a",
        "https://www.google.com/url?url=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fexample.org%252Fa&ct=ga, https://example.org/a"
    })
    void unwrapsRedirectorsByReadingThem(String wrapped, String within) {
        assertThat(CanonicalRules.unwrap(wrapped)).contains(within);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://web.archive.org/web/2026/https://example.org/a",
                "https://example.org/url?url=https://other.example/",
                "https://www.google.com/url?url=javascript:alert(1)&ct=ga",
                "https://www.google.com/search?q=https://example.org/",
                ""
            })
    void unwrapsNothingElse(String address) {
        assertThat(CanonicalRules.unwrap(address)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @Covers("R6.10")
    @ValueSource(
            strings = {
                "http://example.org/2026/a/story",
                "https://www.example.org:443/2026/a/story/",
                "https://m.example.org/2026/a/story?utm_source=x&fbclid=1#comments",
                "https://amp.example.org/2026/a/story/amp/",
                "https://www.google.com/url?rct=j&url=https://www.example.org/2026/a/story&ct=ga&cd=1"
            })
    void knowsTheSamePageByItsOtherAddresses(String address) {
        assertThat(CanonicalRules.canonical(address))
                .isEqualTo(
                        new CanonicalAddress(
                                CanonicalRules.STANDARD.rules().version(),
                                "example.org/2026/a/story"));
    }

    @ParameterizedTest
    @Covers("R2.13")
    @CsvSource({
        "https://www.example.org/a?id=1&utm_source=x, hxxps://example[.]org/a?id=1",
        "http://example.org:8080/a#top, hxxp://example[.]org:8080/a",
        "https://www.google.com/url?url=https://example.org/a&ct=ga, hxxps://example[.]org/a",
        "javascript:alert(1), javascript[:]alert(1)"
    })
    void writesAddressesSoThatNothingMakesLinksOfThem(String address, String shown) {
        assertThat(CanonicalRules.defanged(address)).isEqualTo(shown);
    }

    @Test
    @Covers("F9")
    void showsControlAndBidirectionalCharactersOfAnAddressAsEscapes() {
        assertThat(CanonicalRules.defanged("https://example.org/a\u202Eb\u0007"))
                .isEqualTo("hxxps://example[.]org/a%E2%80%AEb%07");
    }

    @Test
    void namesAnEntryWithoutAnAddressByItsSourceAndOwnId() {
        Finding finding =
                new Finding(
                        "urn:1",
                        "t",
                        "s",
                        " ",
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        assertThat(CanonicalRules.canonical(new SourceId("news"), finding).value())
                .isEqualTo("entry:news:urn:1");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.forum.example/viewtopic.php?t=1, FORUM",
        "https://old.reddit.com/r/a, FORUM",
        "https://x.com/a, SOCIAL",
        "https://vm.tiktok.com/a, VIDEO",
        "https://www.google.com/search?q=a, SEARCH",
        "https://rivertimes.example/news, OTHER",
        "https://river-times.example/a, NEWS",
        "no address, OTHER"
    })
    void tellsTheKindOfPlaceFromTheAddress(String address, PlaceKind kind) {
        assertThat(PlaceKind.of(address)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.org/a, example.org",
        "https://www.google.com/url?url=https://a.example/b&ct=ga, a.example",
        "nothing, ''"
    })
    void namesTheSite(String address, String site) {
        assertThat(CanonicalRules.site(address)).isEqualTo(site);
    }
}
