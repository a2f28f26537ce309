package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.hit.HitId;
import org.quietbell.match.Band;

/// What the pages say to whoever is inside.
class PagesTest {

    private static final Pattern ROW = Pattern.compile("<li><a href=\"/n/([a-z2-7]{16})\"");
    private static final Pattern OLDER = Pattern.compile("<a href=\"([^\"]{1,80})\">Older</a>");

    private final OpenPages pages = new OpenPages();
    private final FakeInside inside = pages.inside;
    private final Visitor visitor = pages.visitor;

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    @Covers({"R1.16", "R1.17"})
    void noStepShowsWhatALaterOneShows() {
        HitId id = inside.add("b", "CanaryTitle", "CanaryText", "https://forum.canary.example/t/9");
        String[] later = {"canary.example", "CanaryTitle", "CanaryText", "/t/9"};
        String item = "/n/" + id;

        assertThat(pages.page("/list"))
                .contains("on a forum", "22 November", item)
                .doesNotContain(later);
        assertThat(pages.page(item)).contains("on a forum", item + "/site").doesNotContain(later);
        assertThat(pages.page(item + "/site"))
                .contains("forum.canary.example", item + "/text")
                .doesNotContain("CanaryTitle", "CanaryText", "/t/9");
        assertThat(pages.page(item + "/text"))
                .contains("CanaryTitle", "CanaryText", item + "/address")
                .doesNotContain("/t/9");
        assertThat(pages.page(item + "/address")).contains("hxxps://forum[.]canary[.]example/t/9");
    }

    @Test
    @Covers({"R1.18", "R2.13"})
    void noPageLinksToOrLoadsAnythingFromElsewhere() {
        HitId id = inside.add("b", "T", "S", "https://forum.canary.example/t/9");
        for (String path :
                List.of(
                        "/",
                        "/waiting",
                        "/n/" + id,
                        "/n/" + id + "/text",
                        "/n/" + id + "/address")) {
            assertThat(pages.page(path))
                    .doesNotContainPattern(
                            "(?i)(href|src|action|url)\\s*[=(]\\s*[\"']?(https?:)?//")
                    .doesNotContainPattern(
                            "(?i)<(img|script|iframe|object|embed|image|use|video|audio)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "'-alert(1)-'",
                "</p></bdi></main><svg/onload=alert(1)>",
                "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
                "<!--<style>*{background:url(//evil.example)}</style>-->"
            })
    @Covers("F1")
    void foundTextIsShownAsText(String found) {
        HitId id = inside.add("b", found, found, "https://forum.example.org/" + found);

        for (String step : List.of("/site", "/text", "/address")) {
            String page = pages.page("/n/" + id + step);

            assertThat(page.toLowerCase(Locale.ROOT))
                    .doesNotContain("<script", "<img", "<svg", "<!--", "<a href=\"jav")
                    .contains("</html>");
        }
        assertThat(pages.page("/n/" + id + "/text"))
                .contains(found.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd"
            })
    @Covers("F2")
    void anAddressOfAnotherKindIsTextAndNoLink(String address) {
        HitId id = inside.add("b", "T", "S", address);

        assertThat(pages.page("/n/" + id + "/address"))
                .doesNotContainPattern("(?i)href=\"(?!/|#)")
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{7*7}}", "${jndi:ldap://evil.example/x}", "%n%s", "{0}", "${7*7}"})
    @Covers("F10")
    void templateSyntaxInAFoundTitleStaysAsItIs(String title) {
        HitId id = inside.add("b", title, "S", "https://forum.example.org/t/1");

        assertThat(pages.page("/n/" + id + "/text")).contains("<bdi>" + title + "</bdi>");
    }

    @Test
    @Covers("R2.5")
    void titlesPathsAndTheDoorNameNeitherProductNorPersonNorTopic() {
        inside.add("b", "T", "S", "https://forum.example.org/t/1");
        String door = pages.another().get("/enter").body();

        for (String page : List.of(pages.page("/"), pages.page("/waiting"), door)) {
            assertThat(page).contains("<title>Notes</title>");
            assertThat(page.toLowerCase(Locale.ROOT))
                    .doesNotContain(
                            "quietbell", "jane", "case-17", "abuse", "victim", "image", "porn");
        }
    }

    @Test
    @Covers("R2.3")
    void leavingComesFirstOnEveryPageAndEndsTheStay() {
        HitId id = inside.add("b", "T", "S", "https://forum.example.org/t/1");
        for (String path : List.of("/", "/waiting", "/n/" + id, "/n/" + id + "/address")) {
            String page = pages.page(path);
            assertThat(page.indexOf("<a href=\"/leave\""))
                    .isPositive()
                    .isEqualTo(page.indexOf("<a "))
                    .isLessThan(page.indexOf("<button"));
        }
        String cookie = visitor.cookie().orElseThrow();

        HttpResponse<String> answer = visitor.get("/leave");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("https://");
        visitor.cookie(cookie);
        assertThat(visitor.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void whatStoodThereAndWhatMayBeSomeoneElseHaveListsOfTheirOwn() {
        inside.add("b", "T", "S", "https://forum.example.org/t/1");
        inside.add(
                "c",
                Band.CERTAIN,
                true,
                Optional.of(FakeInside.finding("T", "S", "https://www.youtube.com/watch?v=1")));
        inside.add(
                "d",
                Band.POSSIBLE,
                false,
                Optional.of(FakeInside.finding("T", "S", "https://news.example.org/1")));
        inside.add("e", Band.LIKELY, false, Optional.empty());

        assertThat(pages.page("/list"))
                .contains("on a forum")
                .doesNotContain("on a video", "on a news");
        assertThat(pages.page("/list?of=earlier"))
                .contains("on a video site")
                .doesNotContain("a forum");
        assertThat(pages.page("/list?of=perhaps"))
                .contains("on a news page")
                .doesNotContain("a forum");
        assertThat(pages.page("/list?of=others")).contains("(erased)").doesNotContain("a forum");
        assertThat(pages.page("/list?of=nonsense&after=99999999999")).contains("on a forum");
    }

    @Test
    void aLongListHasPagesAndLosesNothing() {
        for (int i = 0; i < 60; i++) {
            String id = "" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
            inside.add(id, "T", "S", "https://forum.example.org/t/" + i);
        }
        Set<String> seen = new HashSet<>();
        String page = pages.page("/list");
        assertThat(page).doesNotContain("Newest");
        for (int i = 0; i < 3; i++) {
            ROW.matcher(page).results().map(row -> row.group(1)).forEach(seen::add);
            Matcher older = OLDER.matcher(page);
            assertThat(older.find()).isEqualTo(i < 2);
            page = pages.page(i < 2 ? older.group(1).replace("&amp;", "&") : "/list");
        }

        assertThat(seen).hasSize(60);
    }

    @Test
    void whatWasErasedSaysSoAndHasNoFurtherStep() {
        HitId id = inside.add("b", Band.LIKELY, false, Optional.empty());

        assertThat(pages.page("/n/" + id)).contains("erased").doesNotContain("Show the site");
        assertThat(pages.page("/n/" + id + "/address")).contains("erased");
    }
}
