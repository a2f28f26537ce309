package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.hit.HitId;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;
import org.quietbell.match.Band;
import org.quietbell.notice.Cause;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.NoticeId;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.Owed;
import org.quietbell.notice.Pause;
import org.quietbell.notice.RecipientId;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.Standing;
import org.quietbell.watch.WatchId;

/// What the pages say to whoever is inside.
class PagesTest {
    private static final String SCRIPT = "<script src=\"/page.js\" defer></script>";

    private static final Pattern ROW = Pattern.compile("<li><a href=\"/n/([a-z2-7]{16})\"");
    private static final Pattern OLDER = Pattern.compile("<a href=\"([^\"]{1,80})\">Older</a>");

    private final FakeDesk desk = new FakeDesk();
    private final FakeInside inside = desk.inside;
    private final WebServer server =
            WebServer.start(
                    Site.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), desk);
    private final Visitor visitor = new Visitor(server.address());

    @BeforeEach
    void enter() {
        visitor.enter(FakeDesk.PASSPHRASE);
    }

    @AfterEach
    void close() {
        visitor.close();
        server.close();
    }

    /// A page without the one script of ours, which each has.
    private String page(String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).containsOnlyOnce(SCRIPT);
        return answer.body().replace(SCRIPT, "");
    }

    private String pause(String what, String length) {
        page("/");
        HttpResponse<String> answer =
                visitor.post(
                        "/pause",
                        Map.of(
                                "token",
                                visitor.token(),
                                "back",
                                "/waiting",
                                "what",
                                what,
                                "for",
                                length));
        assertThat(answer.headers().firstValue("Location")).contains("/waiting");
        return page("/waiting");
    }

    @Test
    @Covers({"R1.16", "R1.17"})
    void noStepShowsWhatALaterOneShows() {
        HitId id = inside.add("b", "CanaryTitle", "CanaryText", "https://forum.canary.example/t/9");
        String[] later = {"canary.example", "CanaryTitle", "CanaryText", "/t/9"};
        String item = "/n/" + id;

        assertThat(page("/list")).contains("on a forum", "22 November", item).doesNotContain(later);
        assertThat(page(item)).contains("on a forum", item + "/site").doesNotContain(later);
        assertThat(page(item + "/site"))
                .contains("forum.canary.example", item + "/text")
                .doesNotContain("CanaryTitle", "CanaryText", "/t/9");
        assertThat(page(item + "/text"))
                .contains("CanaryTitle", "CanaryText", item + "/address")
                .doesNotContain("/t/9");
        assertThat(page(item + "/address")).contains("hxxps://forum[.]canary[.]example/t/9");
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
            assertThat(page(path))
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
            String page = page("/n/" + id + step);

            assertThat(page.toLowerCase(Locale.ROOT))
                    .doesNotContain("<script", "<img", "<svg", "<!--", "<a href=\"jav")
                    .contains("</html>");
        }
        assertThat(page("/n/" + id + "/text"))
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

        assertThat(page("/n/" + id + "/address"))
                .doesNotContainPattern("(?i)href=\"(?!/|#)")
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{7*7}}", "${jndi:ldap://evil.example/x}", "%n%s", "{0}", "${7*7}"})
    @Covers("F10")
    void templateSyntaxInAFoundTitleStaysAsItIs(String title) {
        HitId id = inside.add("b", title, "S", "https://forum.example.org/t/1");

        assertThat(page("/n/" + id + "/text")).contains("<bdi>" + title + "</bdi>");
    }

    @Test
    @Covers("R2.5")
    void titlesPathsAndTheDoorNameNeitherProductNorPersonNorTopic() {
        inside.add("b", "T", "S", "https://forum.example.org/t/1");
        String door = new Visitor(server.address()).get("/enter").body();

        for (String page : List.of(page("/"), page("/waiting"), door)) {
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
            String page = page(path);
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

    @ParameterizedTest
    @CsvSource({"3d,25 November", "1w,29 November"})
    @Covers({"R1.8", "R1.11"})
    void aPauseIsOneStepAndShowsUntilWhen(String length, String day) {
        String page = pause("telling", length);

        assertThat(inside.pauses).hasSize(1);
        assertThat(inside.pauses.getFirst().stopsLooking()).isFalse();
        assertThat(page).contains("Paused until " + day + ". Still saving what it finds.");
    }

    @Test
    @Covers({"R1.8", "R1.11"})
    void stoppingToLookIsAChoiceOfItsOwn() {
        String page = pause("looking", "open");

        assertThat(inside.pauses)
                .containsExactly(
                        new Pause(Optional.empty(), desk.clock.instant(), Optional.empty(), true));
        assertThat(page).contains("Looking is stopped too. Nothing new is saved until then.");
    }

    @Test
    @Covers({"R1.8", "R1.11"})
    void everyPageOffersBothPausesAndSaysThatNoneHolds() {
        HitId id = inside.add("b", "T", "S", "https://forum.example.org/t/1");

        for (String path : List.of("/", "/waiting", "/n/" + id, "/n/" + id + "/text")) {
            assertThat(page(path))
                    .contains("Not paused.", "Stop telling me", "Stop looking, too")
                    .contains("For 3 days", "For 1 week", "Until I say")
                    .doesNotContain("End the pause");
        }
    }

    @Test
    void aPauseEndsByAButton() {
        assertThat(pause("telling", "open")).contains("End the pause");
        HttpResponse<String> answer =
                visitor.post(
                        "/resume", Map.of("token", visitor.token(), "of", "", "back", "//evil"));

        assertThat(answer.headers().firstValue("Location")).contains("/");
        assertThat(inside.pauses).isEmpty();
        assertThat(page("/")).contains("Not paused.");
    }

    @Test
    void aPauseOfOneWatchEndsAlone() {
        Instant now = desk.clock.instant();
        inside.pauses.add(
                new Pause(Optional.of(new WatchId("case-17")), now, Optional.empty(), false));
        inside.pauses.add(new Pause(Optional.empty(), now, Optional.empty(), false));
        page("/");
        visitor.post("/resume", Map.of("token", visitor.token(), "of", "case-17"));

        assertThat(inside.pauses).extracting(Pause::watch).containsExactly(Optional.empty());
        assertThat(
                        visitor.post("/resume", Map.of("token", visitor.token(), "of", "<x>"))
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatWaitsIsSaidWithItsCause() {
        HitId id = inside.add("b", "T", "S", "https://forum.example.org/t/1");
        owe(id, Cause.ONLY_WHEN_OPENED);

        assertThat(page("/waiting"))
                .contains(
                        "One thing waits to be told. Held until it is opened here. Nothing is sent"
                                + " (ONLY_WHEN_OPENED)");
        assertThat(page("/n/" + id)).contains("(ONLY_WHEN_OPENED)");
    }

    private void owe(HitId id, Cause cause) {
        inside.notices.owed.add(
                new Owed(
                        id,
                        new WatchId("case-17"),
                        "news",
                        Band.LIKELY,
                        desk.clock.instant(),
                        id.value(),
                        Optional.empty()));
        inside.notices.held.put(
                id, List.of(new NoticeLog.HeldFor(RecipientId.SELF, cause, Optional.empty())));
    }

    @Test
    void whatWasSentIsSaidOnceHoweverMuchItToldOf() {
        NoticeLog.Told told =
                new NoticeLog.Told(
                        RecipientId.SELF,
                        new ChannelId("post"),
                        new NoticeId("n1"),
                        Optional.of(desk.clock.instant()),
                        "delivered");
        inside.notices.told.put(
                inside.add("b", "T", "S", "https://forum.example.org/t/1"), List.of(told));
        inside.notices.told.put(
                inside.add("c", "T", "S", "https://forum.example.org/t/2"), List.of(told));

        assertThat(page("/waiting")).containsOnlyOnce("Sent by post at 08:00.");
    }

    @Test
    @Covers("R1.25")
    void aSourceThatDoesNotAnswerShowsAtOnce() {
        inside.sources.add(
                new SourceEntry(
                        new SourceId("news"),
                        "feed",
                        Optional.empty(),
                        Json.object().build(),
                        Duration.ofMinutes(30),
                        List.of(),
                        false,
                        true));
        Instant now = desk.clock.instant();
        inside.standing =
                new Standing(
                        Optional.of(new Fault(Fault.Kind.UNREACHABLE, "no answer")),
                        Optional.of(now),
                        Optional.of(now),
                        Optional.of(now.minus(Duration.ofHours(3))),
                        1,
                        Optional.empty());

        assertThat(page("/"))
                .contains("No place answered (1 asked, last answer at 05:00).")
                .contains("news: no answer");
    }

    @Test
    void saysWhenSheHearsNext() {
        assertThat(page("/")).contains("How to hear has not been chosen yet.");
        inside.hearing = Optional.of(fixedTimes());
        assertThat(page("/")).contains("You next hear at 18:00, if there is something new.");

        pause("telling", "3d");
        assertThat(page("/")).contains("You next hear at 18:00 on 25 November");
        pause("telling", "open");
        assertThat(page("/")).contains("Nothing is sent while you pause.");
    }

    private static Hearing fixedTimes() {
        return new Hearing(
                How.FIXED_TIMES,
                List.of(LocalTime.of(18, 0)),
                EnumSet.allOf(DayOfWeek.class),
                FakeInside.ZONE,
                List.of(),
                Band.LIKELY,
                List.of(),
                Set.of(),
                new Ceiling(3),
                Optional.empty(),
                Optional.empty());
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

        assertThat(page("/list")).contains("on a forum").doesNotContain("on a video", "on a news");
        assertThat(page("/list?of=earlier")).contains("on a video site").doesNotContain("a forum");
        assertThat(page("/list?of=perhaps")).contains("on a news page").doesNotContain("a forum");
        assertThat(page("/list?of=others")).contains("(erased)").doesNotContain("a forum");
        assertThat(page("/list?of=nonsense&after=99999999999")).contains("on a forum");
    }

    @Test
    void aLongListHasPagesAndLosesNothing() {
        for (int i = 0; i < 60; i++) {
            String id = "" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
            inside.add(id, "T", "S", "https://forum.example.org/t/" + i);
        }
        Set<String> seen = new HashSet<>();
        String page = page("/list");
        assertThat(page).doesNotContain("Newest");
        for (int i = 0; i < 3; i++) {
            ROW.matcher(page).results().map(row -> row.group(1)).forEach(seen::add);
            Matcher older = OLDER.matcher(page);
            assertThat(older.find()).isEqualTo(i < 2);
            page = page(i < 2 ? older.group(1).replace("&amp;", "&") : "/list");
        }

        assertThat(seen).hasSize(60);
    }

    @Test
    void whatWasErasedSaysSoAndHasNoFurtherStep() {
        HitId id = inside.add("b", Band.LIKELY, false, Optional.empty());

        assertThat(page("/n/" + id)).contains("erased").doesNotContain("Show the site");
        assertThat(page("/n/" + id + "/address")).contains("erased");
    }
}
