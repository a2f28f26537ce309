package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.hit.HitId;
import org.quietbell.people.PageWishes;
import org.quietbell.people.PageWishes.Replaced;

/// Words that are replaced, as much as she wants to open, and where leaving leads.
class LookingTest {
    private static final String USUAL = "https://www.wikipedia.org/";

    private final OpenPages pages = new OpenPages();
    private final FakeInside inside = pages.inside;

    @AfterEach
    void close() {
        pages.close();
    }

    private void replace(String... words) {
        List<Replaced> all = new ArrayList<>();
        for (String word : words) {
            all.add(new Replaced(word, Optional.empty()));
        }
        inside.wishes = inside.wishes.replacing(all);
    }

    private void sitting(int most, boolean counts) {
        inside.wishes = new PageWishes(List.of(), OptionalInt.of(most), counts, Optional.empty());
    }

    private HttpResponse<String> words(String all, String lines) {
        pages.page("/looking/words");
        return pages.send("/looking/words", Map.of("all", all, "words", lines));
    }

    private HttpResponse<String> keep(String sitting, String elsewhere, String own) {
        pages.page("/looking");
        return pages.send(
                "/looking", Map.of("sitting", sitting, "elsewhere", elsewhere, "own", own));
    }

    private static Optional<String> leadsTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location");
    }

    @Test
    @Covers("R1.17")
    void aWordOfHersStandsInNoPageBeforeSheAsksForIt() {
        HitId id =
                inside.add(
                        "b",
                        "Gristle, they said",
                        "the grístle of gr1stle",
                        "https://gristle.example/t/gristle-9");
        replace("gristle");
        String item = "/n/" + id;

        for (String step : List.of("", "/site", "/text", "/address")) {
            assertThat(pages.page(item + step)).doesNotContainPattern("(?i)gr[iíІ1]stle");
        }
        assertThat(pages.page(item + "/text"))
                .contains("[...], they said", "the [...] of [...]", "Show them as they were found");
        assertThat(pages.page(item + "/address")).contains("<bdi dir=\"ltr\">[...]</bdi>");

        assertThat(pages.page(item + "/text?as=found"))
                .contains("Gristle, they said", "the grístle of gr1stle", "Replace them again");
        assertThat(pages.page(item + "/address?as=found"))
                .contains("hxxps://gristle[.]example/t/gristle-9");
        assertThat(pages.page(item + "/text")).doesNotContain("ristle");
        assertThat(inside.hits.getFirst().finding().orElseThrow().title())
                .isEqualTo("Gristle, they said");
    }

    @Test
    void whereNothingIsReplacedNothingIsSaidOfIt() {
        HitId id = inside.add("b", "A harbour", "text", "https://forum.example/a-gristle-b");
        replace("gristle");

        assertThat(pages.page("/n/" + id + "/text")).doesNotContain("replaced");
        assertThat(pages.page("/n/" + id + "/address"))
                .contains("hxxps://forum[.]example/[...]", "Some words here are replaced");
    }

    @Test
    void aNameThatIsKeptApartIsNotShownByThatStep() {
        HitId id = inside.add("b", "Oskar Vexholt, gristle", "", "https://forum.example/t/1");
        replace("gristle");

        assertThat(pages.page("/n/" + id + "/text")).contains("[...], [...]");
        assertThat(pages.page("/n/" + id + "/text?as=found")).contains("[...], gristle");
    }

    @Test
    @Covers("R1.17")
    void theListOfWordsIsShownOnlyToWhoeverAsksForIt() {
        assertThat(leadsTo(words("", "gristle\n\n  mud hen = bird \n"))).isPresent();
        assertThat(pages.page("/looking/words?kept=yes")).doesNotContain("gristle", "mud hen");
        assertThat(pages.page("/looking")).doesNotContain("gristle");

        words("", "sprat*");
        assertThat(inside.wishes.replaced()).hasSize(3);
        String shown = pages.page("/looking/words?see=yes");
        assertThat(Jsoup.parse(shown).select("textarea").text())
                .isEqualTo("gristle\nmud hen = bird\nsprat*");

        words("yes", "mud hen = goose");
        assertThat(inside.wishes.replaced())
                .containsExactly(new Replaced("mud hen", Optional.of("goose")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "= x", "gristle\n!?\u0007", "...", "LONG"})
    void aLineThatCannotBeKeptIsNamedAndNothingIsHalfKept(String typed) {
        replace("before");
        String lines = typed.replace("LONG", "é".repeat(10_000)) + "\nafter";

        HttpResponse<String> answer = words("", lines);

        if (typed.equals("...")) { // found as it is, like any other sign
            assertThat(leadsTo(answer)).isPresent();
            return;
        }
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(typed.startsWith("gristle") ? "Line 2 cannot" : "Line 1 cannot");
        assertThat(Jsoup.parse(answer.body()).select("textarea").text()).endsWith("after");
        assertThat(inside.wishes.replaced()).hasSize(1);
    }

    @Test
    void moreWordsThanPagesCanBearAreRefusedAsAWhole() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i <= PageWishes.MOST_WORDS; i++) {
            lines.append("word").append(i).append('\n');
        }

        assertThat(words("", lines.toString()).body()).contains("At most 200 words");
        assertThat(inside.wishes.replaced()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"זבל", "🦴", "天鹅", "a\u0301bc"})
    void wordsOfAnyScriptCanBeChosen(String word) {
        HitId id = inside.add("b", "so " + word + " it", "", "https://forum.example/t/1");
        words("", word + " = שלום");

        assertThat(pages.page("/n/" + id + "/text"))
                .doesNotContain(word)
                .contains("so \u2068שלום\u2069 it");
    }

    @Test
    void sheIsAskedBeforeOneMoreThanSheWanted() {
        sitting(2, false);
        List<HitId> ids = new ArrayList<>();
        for (String id : List.of("b", "c", "d", "e", "f")) {
            ids.add(inside.add(id, "T", "S", "https://forum.example/" + id));
        }
        assertThat(pages.page("/n/" + ids.get(0))).contains("Show the site");
        assertThat(pages.page("/n/" + ids.get(1) + "/text")).contains("Show the address");
        assertThat(pages.page("/n/" + ids.get(0) + "/text")).contains("Show the address");

        String asked = pages.page("/n/" + ids.get(2) + "/site");
        assertThat(asked)
                .contains("This may be enough for today", "stays saved for you", "Stop here")
                .doesNotContain("forum.example", "since you came in");
        assertThat(pages.page("/n/" + ids.get(0))).contains("Show the site");

        Map<String, String> back = Map.of("back", "/n/" + ids.get(2) + "/site");
        assertThat(leadsTo(pages.send("/enough", back))).contains("/n/" + ids.get(2) + "/site");
        assertThat(leadsTo(pages.send("/enough", back))).isPresent(); // twice is once
        assertThat(pages.page("/n/" + ids.get(2) + "/site")).contains("forum.example");
        assertThat(pages.page("/n/" + ids.get(3))).contains("Show the site");
        assertThat(pages.page("/n/" + ids.get(4))).contains("This may be enough");
        assertThat(leadsTo(pages.send("/enough", Map.of("back", "https://evil.example/"))))
                .contains("/");
    }

    @Test
    void aNumberIsSaidOnlyIfSheWantsNumbers() {
        sitting(1, true);
        HitId first = inside.add("b", "T", "S", "https://forum.example/1");
        HitId second = inside.add("c", "T", "S", "https://forum.example/2");
        pages.page("/n/" + first);

        assertThat(pages.page("/n/" + second)).contains("You opened one thing since you came in.");
    }

    @Test
    void eachStayBeginsAnewAndNobodyElsesCounts() {
        sitting(1, false);
        HitId first = inside.add("b", "T", "S", "https://forum.example/1");
        HitId second = inside.add("c", "T", "S", "https://forum.example/2");
        pages.page("/n/" + first);
        assertThat(pages.page("/n/" + second)).contains("This may be enough");

        pages.visitor.enter(FakeDesk.PASSPHRASE);
        assertThat(pages.page("/n/" + second)).contains("Show the site");
    }

    @ParameterizedTest
    @CsvSource({"0,1", "501,1", "-3,1", "abc,1", "99999999999,1", "1,0", "500,0", "'',0"})
    void theLimitIsANumberOrNothing(String typed, int problems) {
        HttpResponse<String> answer = keep(typed, USUAL, "");

        assertThat(answer.statusCode()).isEqualTo(problems == 0 ? 303 : 400);
        if (problems == 1) {
            assertThat(answer.body()).contains("value=\"" + typed + "\"", "from 1 to 500");
            assertThat(inside.wishes).isEqualTo(PageWishes.USUAL);
        }
    }

    @Test
    @Covers("R2.3")
    void leavingLeadsWhereSheChose() {
        keep("", "own", " https://recipes.example.org/soup ");
        assertThat(inside.wishes.elsewhere())
                .contains(URI.create("https://recipes.example.org/soup"));

        assertThat(pages.page("/list")).contains("data-to=\"https://recipes.example.org/soup\"");
        assertThat(leadsTo(pages.visitor.get("/leave")))
                .contains("https://recipes.example.org/soup");
        assertThat(leadsTo(pages.visitor.get("/leave"))).contains(USUAL); // nobody is inside now
    }

    @Test
    void leavingNeedsNoStore() {
        keep("", "https://www.openstreetmap.org/", "");
        pages.page("/");
        pages.desk.open = false;

        assertThat(leadsTo(pages.visitor.get("/leave")).orElse("")).startsWith("https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://recipes.example.org/",
                "https://localhost/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://jane:x@recipes.example.org/",
                "https://recipes.example.org:8443/",
                "javascript:alert(1)",
                "//recipes.example.org/",
                "https://a b.example/",
                "https://עברית.example/",
                "\"><script>",
                "LONG"
            })
    void anAddressThatLeadsNowhereIsRefusedAndStaysInTheField(String typed) {
        String own = typed.replace("LONG", "https://recipes.example.org/" + "x".repeat(10_000));

        HttpResponse<String> answer = keep("3", "own", own);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.body()).select("input[name=own]").val()).isEqualTo(own);
        assertThat(answer.body()).contains("begins with https://");
        assertThat(inside.wishes).isEqualTo(PageWishes.USUAL);
    }
}
