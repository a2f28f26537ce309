package org.quietbell.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.source.Finding;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Query;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

class MatchingTest {
    private static final Watch WATCH =
            new Watch(
                    new WatchId("w"),
                    new CaseId("c"),
                    "Mira Quellhorst",
                    List.of("Mira Ashdowne"),
                    List.of(
                            Handle.parse("@mira_q"),
                            Handle.parse("sunflower"),
                            Handle.parse("gitea.example/mq")),
                    List.of("Fernhaven", "Fernhaven College"),
                    List.of("footballer"),
                    List.of(),
                    new Details(List.of("4 Larch Row"), List.of("+44 20 7946 0958"), List.of()));

    private final Matching matching = Matching.of(List.of(WATCH));

    private static Finding finding(String title, String snippet, String address) {
        return new Finding(
                "",
                title,
                snippet,
                address,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Finding text(String text) {
        return finding("", text, "https://a.example/1");
    }

    private Band band(Finding finding) {
        return matching.judge(finding).stream().map(Match::band).findFirst().orElse(Band.UNLIKELY);
    }

    @Test
    @Covers({"R6.1", "R6.2"})
    void callsANameAloneOnlyPossibleWhenSheGaveContext() {
        assertThat(band(text("Mira Quellhorst bakes"))).isEqualTo(Band.POSSIBLE);
        assertThat(band(text("Mira Quellhorst of Fernhaven bakes"))).isEqualTo(Band.CERTAIN);
    }

    @Test
    @Covers("R6.2")
    void givesEveryReasonWithItsPoints() {
        Match match = matching.judge(text("Mira Quellhorst, Fernhaven College")).getFirst();

        assertThat(match.reasons())
                .containsExactly(
                        new Reason("exact-name", List.of("Mira Quellhorst"), 65),
                        new Reason("context", List.of("Fernhaven"), 20),
                        new Reason("context", List.of("Fernhaven College"), 10));
        assertThat(match.score()).isEqualTo(95);
    }

    @Test
    void saysByWhichQueriesItRecognised() {
        Match match = matching.judge(text("Mira Ashdowne (@mira_q) in Fernhaven")).getFirst();

        assertThat(match.terms())
                .isEqualTo(
                        Set.of(
                                new Query.Phrase("Mira Ashdowne"),
                                new Query.Account(Handle.parse("mira_q"))));
    }

    @Test
    void namesNoQueryForAFormThatIsNone() {
        assertThat(matching.judge(text("M. Quellhorst of Fernhaven")).getFirst().terms()).isEmpty();
    }

    @ParameterizedTest
    @Covers({"F9", "R6.7"})
    @ValueSource(
            strings = {
                "MIRA QUELLHORST, Fernhaven",
                "Ｍｉｒａ Ｑｕｅｌｌｈｏｒｓｔ, Fernhaven",
                "Mi\u200Bra Quell\u00ADhorst, Fernhaven",
                "\u202EMira\u202C Quellhorst, Fernhaven",
                "Мira Quеllhоrst, Fernhaven",
                "Quellhorst, Mira (Fernhaven)",
                "Mira-Quellhorst in Fernhaven",
                "#MiraQuellhorst #Fernhaven"
            })
    void recognisesTheNameHoweverItIsWritten(String text) {
        assertThat(band(text(text)).isAtLeast(Band.LIKELY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks to Mira. Quellhorst of Fernhaven follows",
                "Fernhaven: Mira, Quellhorst and Pike",
                "Fernhaven | Mira | Quellhorst",
                "Fernhaven. Mira\n\nQuellhorst",
                "Miranda Quellhorster of Fernhaven",
                "Mira – Quellhorst, Fernhaven",
                "Anna-Mira Quellhorst of Fernhaven"
            })
    void takesNoTwoNamesForOne(String text) {
        assertThat(band(text(text)).isAtLeast(Band.LIKELY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/mira-quellhorst-fernhaven, true",
        "https://a.example/?q=mira+quellhorst+fernhaven, false",
        "https://a.example/login/mira-quellhorst-fernhaven, false"
    })
    void readsTheNameInAPathButNotInWhatSomebodyAskedFor(String address, boolean found) {
        assertThat(matching.judge(finding("A page", "", address)).isEmpty()).isNotEqualTo(found);
    }

    @Test
    void anAddressSpeaksForATitleButNotAgainstAWholePage() {
        Watch plain =
                new Watch(
                        new WatchId("p"),
                        new CaseId("c"),
                        "Mira Quellhorst",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Details.none());
        Matching alone = Matching.of(List.of(plain));
        String address = "https://news.example/2026/mira-quellhorst";
        String page = "the ferry was late and the council met about the new harbour wall ";

        assertThat(alone.judge(finding("Baker wins", "", address)).getFirst().band())
                .isEqualTo(Band.LIKELY);
        assertThat(alone.judge(finding("Ferry late", page.repeat(8), address)).getFirst().band())
                .isEqualTo(Band.POSSIBLE);
    }

    @ParameterizedTest
    @CsvSource({
        "seen: @mira_q!, https://a.example/, CERTAIN",
        "seen: mira_q again, https://a.example/, CERTAIN",
        "mira_q2 and xmira_q, https://a.example/, UNLIKELY",
        "#mira_q, https://a.example/, UNLIKELY",
        "write to mira_q@mail.example, https://a.example/, POSSIBLE",
        "sunflower seeds, https://a.example/sunflower, UNLIKELY",
        "by u/sunflower, https://a.example/, CERTAIN",
        "a post, https://x.com/sunflower, CERTAIN",
        "a post, https://gitea.example/mq/notes, CERTAIN",
        "@mq wrote, https://a.example/, UNLIKELY",
        "@mq wrote on Gitea, https://a.example/, CERTAIN",
        "see gitea.example/mq, https://a.example/, CERTAIN"
    })
    void recognisesAnAccountOnlyAsAWholeAndWhereItBelongs(String text, String address, Band band) {
        assertThat(band(finding("", text, address))).isEqualTo(band);
    }

    @ParameterizedTest
    @Covers("R6.6")
    @CsvSource(
            delimiter = '|',
            value = {
                "Footballer Mira Quellhorst scores|UNLIKELY",
                "Footballer Mira Quellhorst of Fernhaven|POSSIBLE",
                "Footballer @mira_q scores|POSSIBLE",
                "Footballer Mira Quellhorst, call 020 7946 0958|POSSIBLE",
                "Footballer Mira Quellhorst, 4 Larch Row|POSSIBLE"
            })
    void letsNoExclusionHideAHandleOrTheNameWithADetail(String text, Band band) {
        assertThat(band(text(text))).isEqualTo(band);
    }

    @Test
    void matchesNamesWithoutSpacesByTheirCharacters() {
        Watch watch =
                new Watch(
                        new WatchId("x"),
                        new CaseId("c"),
                        "美濃部遥",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Details.none());
        Matching judge = Matching.of(List.of(watch));

        assertThat(judge.judge(text("昨日、美濃部遥さんが来た"))).hasSize(1);
        assertThat(judge.judge(text("美濃部 遥 3位"))).hasSize(1);
        assertThat(judge.judge(text("美濃部晴香さん"))).isEmpty();
    }

    @Test
    void judgesForEachWatchAndMixesNone() {
        Watch other =
                new Watch(
                        new WatchId("o"),
                        new CaseId("d"),
                        "Tomas Ravenhale",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("Fernhaven"),
                        List.of(),
                        Details.none());
        Matching both = Matching.of(List.of(WATCH, other));

        assertThat(both.judge(text("Mira Quellhorst and Tomas Ravenhale")))
                .extracting(match -> match.watch().value())
                .containsExactly("w", "o");
        assertThat(both.judge(text("Fernhaven"))).isEmpty();
    }

    @Test
    void neverThrowsWhateverItIsGiven() {
        String[] pieces = {
            "Mira",
            "Quellhorst",
            " ",
            ",",
            ".",
            "-",
            "_",
            "'",
            "\"",
            "(",
            "@",
            "#",
            "/",
            "&",
            "and",
            "mira_q",
            "\n",
            "\t",
            "é",
            "\uD800",
            "\uDC00",
            "\u200B",
            "美",
            "ㄱ",
            "\u3099",
            "%4",
            "%41",
            "://",
            "?",
            "<b>",
            "&amp;",
            "Jr",
            "née",
            "M",
            "Fernhaven",
            "footballer",
            "\u0000",
            "u/",
            "𝐌"
        };
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            List<String> texts = new ArrayList<>();
            for (int t = 0; t < 3; t++) {
                StringBuilder made = new StringBuilder();
                for (int i = random.nextInt(12); i > 0; i--) {
                    made.append(pieces[random.nextInt(pieces.length)]);
                }
                texts.add(made.toString());
            }
            Finding finding =
                    finding(
                            Markup.text(texts.get(0)),
                            texts.get(1),
                            "https://a.example/" + texts.get(2));

            assertThat(matching.judge(finding)).as("seed %d", seed).isNotNull();
        }
    }
}
