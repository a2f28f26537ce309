package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quietbell.Chromium;
import org.quietbell.Covers;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.hit.HitId;
import org.quietbell.json.Json;
import org.quietbell.match.Band;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.notice.Tuned;
import org.quietbell.people.PageWishes;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.words.Language;
import org.quietbell.words.Speech;
import org.quietbell.words.Words;

/// The pages in a real browser.
class PagesInABrowserIT {
    private static final long HEAVIEST = 50 * 1024L;
    private static final int MOST_REQUESTS = 3;

    /// Pages whose pictures stand in the documentation, besides those of the walks.
    private static final Set<String> PICTURED =
            Set.of("/pace", "/places", "/ways", "/waiting", "/looking");

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    private final FakeDesk desk = new FakeDesk();
    private final FakeInside inside = desk.inside;
    private final WebServer server =
            WebServer.start(
                    Site.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), desk);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private HitId item;

    @SuppressWarnings("NullAway.Init")
    private RecordScene scene;

    @SuppressWarnings("NullAway.Init")
    private HitId other;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void fill() {
        item =
                inside.add(
                        "b",
                        "Jane Doe on the harbour",
                        "Some people met Jane Doe there.",
                        "https://forum.example.org/t/1");
        other = inside.add("c", "More of it", "Text", "https://www.example.net/2");
        scene = RecordScene.in(inside, desk, item, "On Monday it was still there.");
        inside.add(
                "d",
                Band.CERTAIN,
                true,
                Optional.of(FakeInside.finding("T", "S", "https://video.example/watch?v=1")));
        inside.wishes =
                new PageWishes(
                        List.of(new PageWishes.Replaced("met", Optional.of("saw"))),
                        OptionalInt.of(1),
                        true,
                        Optional.empty());
        inside.sources.add(
                new SourceEntry(
                        new SourceId("news"),
                        "feed",
                        Optional.empty(),
                        Json.object().put("url", "https://news.example/feed").build(),
                        Duration.ofMinutes(30),
                        List.of(),
                        false,
                        true));
        ChannelId post = new ChannelId("post");
        inside.channels.add(
                new ChannelEntry(
                        post, "ntfy", Json.object().build(), false, Optional.empty(), true));
        inside.hearing =
                Optional.of(
                        new Hearing(
                                How.FIXED_TIMES,
                                List.of(LocalTime.of(18, 0)),
                                EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
                                FakeInside.ZONE,
                                List.of(new Tuned(post, Level.DISCREET)),
                                Band.LIKELY,
                                List.of(),
                                Set.of(LocalDate.of(2026, 12, 24)),
                                new Ceiling(3),
                                Optional.empty(),
                                Optional.empty()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String origin() {
        return "http://127.0.0.1:" + server.address().getPort();
    }

    private Page enter(boolean scripts) {
        Page page = chromium.page(scripts);
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(origin() + "/enter");
        page.fill("#passphrase", FakeDesk.PASSPHRASE);
        page.click("main button");
        return page;
    }

    private List<String> paths() {
        String path = "/n/" + item;
        List<String> paths = new ArrayList<>(scene.paths(item, other));
        paths.addAll(
                List.of(
                        "/",
                        "/list",
                        "/list?of=earlier",
                        "/waiting",
                        "/pace",
                        "/places",
                        "/ways",
                        "/entry",
                        "/turn",
                        "/ways/new/ntfy",
                        "/ways/one/post",
                        "/browser",
                        "/first/hear",
                        "/first/name",
                        "/first/check",
                        "/first/places",
                        path,
                        path + "/site",
                        path + "/text",
                        path + "/address",
                        path + "/other",
                        "/pace/helper",
                        "/looking",
                        "/looking/words?see=yes",
                        "/n/daaaaaaaaaaaaaaa", // one more than she wants to open
                        "/nowhere"));
        return paths;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPageKeepsTheRulesForEverybodyInEveryLanguageWidthAndLight(Language language) {
        desk.speech = new Speech(Optional.of(language));
        inside.words = Words.of(language);
        List<String> said = new ArrayList<>();
        // other words change how wide a page is, and none of its colours
        List<ColorScheme> schemes =
                language == Language.EN
                        ? List.of(ColorScheme.LIGHT, ColorScheme.DARK)
                        : List.of(ColorScheme.LIGHT);
        try (Page page = enter(true)) {
            for (String path : paths()) {
                page.navigate(origin() + path);
                if (!path.equals("/nowhere")) { // that one speaks as the browser wishes
                    assertThat(page.getAttribute("html", "lang")).isEqualTo(language.tag());
                }
                said.addAll(Chromium.against(page, schemes));
                if (language == Language.EN && PICTURED.contains(path)) {
                    Chromium.picture(page, "page" + path.replace('/', '-'));
                }
                if (language == Language.EN) {
                    scene.picture(path).ifPresent(name -> Chromium.picture(page, name));
                }
            }
        }
        try (Page page = chromium.page(true)) {
            page.navigate(origin() + "/enter");
            said.addAll(Chromium.against(page));
        }

        assertThat(said).isEmpty();
    }

    @Test
    @Covers({"R1.18", "F4"})
    void everyPageIsLightAndAsksNobodyButItsOwnServer() {
        List<String> tooMuch = new ArrayList<>();
        List<String> weights = new ArrayList<>();
        try (Page page = enter(true)) {
            page.waitForLoadState(LoadState.NETWORKIDLE);
            List<Response> answers = new CopyOnWriteArrayList<>();
            page.onResponse(answers::add);
            for (String path : paths()) {
                answers.clear();
                page.navigate(origin() + path);
                page.waitForLoadState(LoadState.NETWORKIDLE);
                // a browser asks for it once, and gets nothing
                answers.removeIf(answer -> answer.url().endsWith("/favicon.ico"));
                long bytes =
                        answers.stream()
                                .mapToLong(answer -> answer.request().sizes().responseBodySize)
                                .sum();
                weights.add(path + " " + answers.size() + " " + bytes);
                if (answers.size() > MOST_REQUESTS || bytes > HEAVIEST) {
                    tooMuch.add(path + ": " + answers.size() + " requests, " + bytes + " bytes");
                }
            }
        }

        weights.forEach(System.out::println); // page, requests, bytes: for docs/measurements.md
        assertThat(tooMuch).isEmpty();
        assertThat(asked).isNotEmpty().allSatisfy(url -> assertThat(url).startsWith(origin()));
    }

    @Test
    @Covers({"R1.16", "R1.17", "R6.4"})
    void anItemIsOpenedStepByStepAndLabelledWithoutScripts() {
        try (Page page = enter(false)) {
            page.click("text=Something new to look at when you are ready");
            assertThat(page.content()).doesNotContain("forum.example.org", "harbour");
            Chromium.picture(page, "open-0-list");
            page.click("a[href='/n/" + item + "']");
            assertThat(page.content()).doesNotContain("forum.example.org", "harbour");
            Chromium.picture(page, "open-1-kind");
            page.click("text=Show the site");
            assertThat(page.content()).contains("forum.example.org").doesNotContain("harbour");
            Chromium.picture(page, "open-2-site");
            page.click("text=Show the title and text");
            assertThat(page.content()).contains("harbour").doesNotContain("hxxps");
            Chromium.picture(page, "open-3-text");
            page.click("text=Show the address");
            Chromium.picture(page, "open-4-address");
            assertThat(page.content()).contains("hxxps://forum[.]example[.]org/t/1");

            page.click("button:has-text('about me')");
            assertThat(page.content()).contains("It is kept as you said.");
            assertThat(inside.hits().find(item).orElseThrow().label().word()).isEqualTo("me");
            page.click("button:has-text('Undo')");
            assertThat(inside.hits().find(item).orElseThrow().label().word()).isEqualTo("not-sure");

            page.click("button:has-text('someone else')");
            assertThat(inside.hits().find(item).orElseThrow().finding()).isPresent();
            page.click("text=Leave it as it is");
            assertThat(inside.hits().find(item).orElseThrow().label().word()).isEqualTo("not-sure");
            page.click("button:has-text('someone else')");
            page.check("input[name=rule]");
            page.click("text=Yes, it is someone else");
            assertThat(inside.hits().find(item).orElseThrow().finding()).isEmpty();
            assertThat(inside.changes.deeds).contains("rule");
        }
        assertThat(asked).allSatisfy(url -> assertThat(url).startsWith(origin()));
    }

    @Test
    @Covers("R2.3")
    void leavingIsOneKeyThreeTimesAndBackShowsNothing() {
        try (Page page = enter(true)) {
            page.context().route("https://**", route -> route.fulfill(elsewhere()));
            page.navigate(origin() + "/n/" + item + "/text");
            page.keyboard().press("Shift");
            page.keyboard().press("Shift");
            page.keyboard().press("a");
            page.keyboard().press("Shift");
            assertThat(page.url()).startsWith(origin());
            page.keyboard().press("Shift");
            page.keyboard().press("Shift");
            page.waitForURL(Door.ELSEWHERE + "**");

            page.goBack();
            page.waitForLoadState();
            assertThat(page.content()).doesNotContain("harbour", "forum");
            page.navigate(origin() + "/n/" + item + "/text");
            assertThat(page.url()).isEqualTo(origin() + "/enter");
        }
    }

    private static com.microsoft.playwright.Route.FulfillOptions elsewhere() {
        return new com.microsoft.playwright.Route.FulfillOptions()
                .setContentType("text/html")
                .setBody("<p>elsewhere");
    }

    @ParameterizedTest
    @MethodSource("withAndWithout")
    @Covers("R2.3")
    void leavingIsTheFirstThingToComeToAndWorksWithoutScripts(boolean scripts) {
        try (Page page = enter(scripts)) {
            page.context().route("https://**", route -> route.fulfill(elsewhere()));
            page.navigate(origin() + "/n/" + item + "/text");
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus").getAttribute("href")).isEqualTo("/leave");
            page.keyboard().press("Enter");
            page.waitForURL(Door.ELSEWHERE + "**");

            page.goBack();
            page.waitForLoadState();
            assertThat(page.content()).doesNotContain("harbour", "forum");
            page.navigate(origin() + "/");
            assertThat(page.url()).isEqualTo(origin() + "/enter");
        }
    }

    static List<Boolean> withAndWithout() {
        return List.of(true, false);
    }

    @Test
    @Covers("R2.5")
    void aPageThatNobodyTouchesGoesAwayByItself() {
        try (Page page = chromium.page(true)) {
            page.clock().install();
            page.navigate(origin() + "/enter");
            page.fill("#passphrase", FakeDesk.PASSPHRASE);
            page.click("main button");
            page.navigate(origin() + "/n/" + item + "/text");
            assertThat(page.content()).contains("harbour");

            desk.clock.advance(Duration.ofMinutes(6));
            page.clock().runFor(6 * 60 * 1000L);
            page.waitForURL(origin() + "/enter");
            assertThat(page.content()).doesNotContain("harbour");
        }
    }

    @Test
    @Covers({"F1", "F9"})
    void nothingThatWasFoundRunsOrIsLost() {
        inside.wishes = PageWishes.USUAL;
        List<String> payloads = Payloads.all();
        assertThat(payloads).hasSizeGreaterThanOrEqualTo(500).doesNotHaveDuplicates();
        List<HitId> ids = new ArrayList<>();
        for (int i = 0; i < payloads.size(); i++) {
            String id = "x" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
            String payload = payloads.get(i);
            ids.add(inside.add(id, payload, payload, "https://forum.example.org/" + payload));
        }
        List<String> bad = new CopyOnWriteArrayList<>();
        try (Page page = enter(true)) {
            page.onDialog(dialog -> {
                bad.add("dialog: " + dialog.message());
                dialog.dismiss();
            });
            page.addInitScript(
                    "window.policy = []; addEventListener('securitypolicyviolation', e =>"
                            + " window.policy.push(e.violatedDirective + ' ' + e.blockedURI))");
            for (int i = 0; i < ids.size(); i++) {
                page.navigate(origin() + "/n/" + ids.get(i) + "/address");
                Object ran = page.evaluate("window.ran === undefined ? window.policy : ['ran']");
                if (!List.of().equals(ran)) {
                    bad.add(payloads.get(i) + ": " + ran);
                }
                if (page.locator(".found").count() != 4 || !page.title().equals("Notes")) {
                    bad.add(payloads.get(i) + ": the page is broken");
                }
                String shown = page.locator(".found").nth(1).textContent();
                if (!shown.equals(payloads.get(i).replace("\r\n", "\n"))) {
                    bad.add(payloads.get(i) + ": shown as " + shown);
                }
            }
        }

        assertThat(bad).isEmpty();
        assertThat(asked).allSatisfy(url -> assertThat(url).startsWith(origin()));
    }
}
