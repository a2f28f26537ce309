package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Chromium;
import org.quietbell.Covers;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.store.DataFolder;
import org.quietbell.vault.Vault;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Speech;

/// From the address on the console to a pace and a first round, in a real browser on the real
/// program.
class FirstVisitIT {
    private static final String PASSPHRASE = "seven quiet herons";

    /// What a person does on this way at most: a key, a word typed, a click.
    private static final int MOST_STEPS = 12;

    /// What a person reads on this way at most, in words.
    private static final int MOST_WORDS = 650;

    @TempDir Path temp;

    @SuppressWarnings("NullAway.Init")
    private Chromium chromium;

    @SuppressWarnings("NullAway.Init")
    private DemoServer places;

    @SuppressWarnings("NullAway.Init")
    private Daemon daemon;

    private int steps;
    private int words;

    @BeforeEach
    void start() throws Exception {
        chromium = Chromium.start();
        places = DemoServer.start(InstantSource.system());
        Path file = temp.resolve("settings.yaml");
        OwnerOnly.write(
                file,
                """
                data: ./data
                web: { listen: "127.0.0.1:0" }
                fetch: { allow-addresses: [127.0.0.1/32] }
                """
                        .getBytes(StandardCharsets.UTF_8));
        Options options = new Options();
        options.config(file);
        Opening read = Main.opening(options, Map.of());
        // as without a file: the walk is that of a person who has none
        Opening opening =
                new Opening(
                        read.settings(),
                        Optional.empty(),
                        InstantSource.system(),
                        ZoneId.of("America/Halifax"),
                        "test",
                        Speech.NOT_CHOSEN);
        daemon = new Daemon(DataFolder.claim(temp.resolve("data")), opening, Map.of());
    }

    @AfterEach
    void end() {
        if (daemon != null) {
            daemon.close();
        }
        if (places != null) {
            places.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private String origin() {
        return "http://" + Pages.printed(daemon.address());
    }

    private void type(Page page, String field, String text) {
        page.fill(field, text);
        steps++;
    }

    private void press(Page page, String what) {
        words += page.locator("main").innerText().split("\\s+", -1).length;
        page.click(what);
        steps++;
    }

    @Test
    @Covers({"R1.1", "R1.3", "R2.4", "R2.17", "R2.20", "R6.3", "R6.7", "F27"})
    void aPersonGetsFromTheConsoleToAPaceAndAFirstRound() {
        List<String> against = new ArrayList<>();
        String origin = origin();
        try (Page page = chromium.page(true)) {
            page.navigate(origin + daemon.first().path());
            steps++;
            assertThat(page.locator("main").innerText())
                    .contains("use one they cannot reach", "The browser keeps a trace");
            assertThat(page.locator("a[href='/leave']").count()).isZero();
            against.addAll(Chromium.against(page));
            Chromium.picture(page, "first-0-begin");
            type(page, "#passphrase", PASSPHRASE);
            type(page, "#again", PASSPHRASE);
            press(page, "main button");

            assertThat(page.url()).endsWith("/first/hear");
            assertThat(page.isChecked("input[value='only-when-opened']")).isTrue();
            against.addAll(Chromium.against(page));
            Chromium.picture(page, "first-1-hear");
            press(page, "main button");

            assertThat(page.url()).endsWith("/first/name");
            type(page, "#f-name", DemoStory.NAME);
            page.click("main button");
            assertThat(page.locator(".problem").innerText()).contains("agreement");
            assertThat(page.inputValue("#f-name")).isEqualTo(DemoStory.NAME);
            assertThat(own().map(WatchedCase::watches).orElse(List.of())).isEmpty();
            page.check("input[name=agreed]");
            steps++;
            type(page, "#f-handles", "@" + DemoStory.HANDLE);
            type(page, "#f-context", DemoStory.TOWN);
            Chromium.picture(page, "first-2-name");
            press(page, "main button");

            assertThat(page.url()).endsWith("/first/check");
            assertThat(page.locator("main").innerText()).contains("pages a week");
            assertThat(page.locator("input[name=way]:checked").count()).isPositive();
            against.addAll(Chromium.against(page));
            Chromium.picture(page, "first-3-check");
            press(page, "main button");

            assertThat(page.url()).endsWith("/first/places");
            assertThat(page.locator("input[name=place]:checked").count()).isPositive();
            Chromium.picture(page, "first-4-places");
            // no test asks the internet: only a feed on this machine stays
            page.locator("input[name=place]").all().forEach(box -> box.uncheck());
            page.fill("#f-feed", "http://127.0.0.1:" + places.port() + "/news.xml");
            press(page, "main button");

            assertThat(page.locator("main").innerText()).contains("127.0.0.1 again and again");
            against.addAll(Chromium.against(page));
            Chromium.picture(page, "first-4-feed");
            page.click("main button"); // not counted: whoever gives no address has no such page

            assertThat(page.url()).isEqualTo(origin);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> {
                        page.navigate(origin);
                        assertThat(page.locator("main").innerText())
                                .contains("1 of 1 answered", "What was there from the start");
                    });
            against.addAll(Chromium.against(page));
            Chromium.picture(page, "first-5-today");
            assertThat(page.locator("main").innerText())
                    .contains("Nothing is sent. You look here when you like.")
                    .doesNotContain("Still to choose");

            page.navigate(origin + "first/name");
            page.fill("#f-name", "Rosalind Elsewhere");
            page.fill("#f-handles", "");
            page.click("main button");
            assertThat(page.locator("main").innerText())
                    .containsPattern("no saved pages|0 saved pages would become likely")
                    .contains("would no longer be");
            assertThat(own().orElseThrow().watches().getFirst().name()).isEqualTo(DemoStory.NAME);
            against.addAll(Chromium.against(page));
            Chromium.picture(page, "first-6-changed");
        }

        assertThat(against).isEmpty();
        assertThat(steps).as("steps").isLessThanOrEqualTo(MOST_STEPS);
        assertThat(words).as("words").isLessThanOrEqualTo(MOST_WORDS);
        System.out.println("first visit: " + steps + " steps, " + words + " words");
        Hearing hearing =
                installation().store().hearings().of(own().orElseThrow().id()).orElseThrow();
        assertThat(hearing.how()).isEqualTo(How.ONLY_WHEN_OPENED);
        assertThat(installation().store().notices().outbox()).isEmpty();
    }

    private Installation installation() {
        return daemon.installation().orElseThrow();
    }

    private Optional<WatchedCase> own() {
        return installation().store().cases().all().stream().findFirst();
    }

    @Test
    @Covers("F27")
    void theAddressOfTheConsoleIsGoodOnceAndNoOtherIs() {
        String origin = origin();
        try (Page page = chromium.page(false)) {
            page.navigate(origin + "begin?k=AAAAAAAAAAAAAAAAAAAAAA");
            assertThat(page.locator("input").count()).isZero();
            page.navigate(origin);
            assertThat(page.locator("main").innerText()).contains("Nothing is set up here yet");
            assertThat(page.locator("input").count()).isZero();

            page.navigate(origin + daemon.first().path());
            page.fill("#passphrase", PASSPHRASE);
            page.fill("#again", "another one of those");
            page.click("main button");
            assertThat(page.locator("main").innerText()).contains("not the same");
            page.fill("#passphrase", "short");
            page.fill("#again", "short");
            page.click("main button");
            assertThat(page.locator("main").innerText()).contains("8 letters or more");
            assertThat(Vault.exists(temp.resolve("data"))).isFalse();
            page.fill("#passphrase", PASSPHRASE);
            page.fill("#again", PASSPHRASE);
            page.click("main button");
            assertThat(page.url()).endsWith("/first/hear");
        }
        try (Page other = chromium.page(false)) {
            other.navigate(origin + daemon.first().path());
            assertThat(other.locator("main").innerText()).contains("used already");
            assertThat(other.locator("input").count()).isZero();
        }
    }

    @Test
    @Covers({"R1.4", "R1.6"})
    void withTimesOfHerOwnSheSeesTheWordsBeforeAnythingCanBeSentAndAllOfItWithoutScripts()
            throws Exception {
        try (Page page = chromium.page(false)) {
            page.navigate(origin() + daemon.first().path());
            page.fill("#passphrase", PASSPHRASE);
            page.fill("#again", PASSPHRASE);
            page.click("main button");
            page.check("input[value='fixed-times']");
            page.fill("#f-times", "18:00, 25:00x, 9:30");
            page.fill("#f-zone", "Nowhere/Here");
            page.click("main button");
            assertThat(page.locator(".problem").innerText()).contains("time zone");
            assertThat(page.inputValue("#f-times")).contains("25:00x");
            page.fill("#f-times", "18:00, 9:30");
            page.fill("#f-zone", "America/Halifax");
            page.click("main button");

            assertThat(page.url()).endsWith("/ways");
            page.check("input[value='file']");
            page.click("button:has-text('Go on')");
            Path notes = temp.resolve("notes.jsonl");
            page.fill("#f-path", notes.toString());
            page.click("main button");
            String subject = page.locator(".notice strong").innerText();
            String body = page.locator(".notice p").nth(1).innerText();
            page.click("button:has-text('pretend')");
            assertThat(Files.readString(notes)).contains(subject, body);
            page.click("button:has-text('all right')");
            assertThat(page.locator("main").innerText()).contains("You said that it is all right.");

            Hearing hearing =
                    installation().store().hearings().of(own().orElseThrow().id()).orElseThrow();
            assertThat(hearing.channels()).hasSize(1);
            assertThat(hearing.times()).hasSize(2);

            page.navigate(origin() + "first/name");
            page.check("input[name=agreed]");
            page.fill("#f-name", "Zo\u00eb \u05d0\u05d1\u05d2 \ud83c\udf3b " + "x".repeat(10_000));
            page.click("main button");
            assertThat(page.locator(".problem").innerText()).contains("longer than");
            assertThat(page.inputValue("#f-name")).hasSizeGreaterThan(10_000);
            page.fill("#f-name", "Zo\u00eb \u05d0\u05d1\u05d2 \ud83c\udf3b");
            page.click("main button");
            assertThat(page.url()).endsWith("/first/check");

            page.navigate(origin() + "pace");
            page.fill("#f-times", "18:00, 9:30, 12:00");
            page.click("main button:has-text('Keep this')");
            assertThat(page.locator(".problem").innerText()).contains("your passphrase");
            page.fill("#f-passphrase", "not this one");
            page.click("main button:has-text('Keep this')");
            assertThat(page.locator(".problem").innerText()).contains("not the passphrase");
            assertThat(page.inputValue("#f-times")).isEqualTo("18:00, 9:30, 12:00");
            page.fill("#f-passphrase", PASSPHRASE);
            page.click("main button:has-text('Keep this')");
            assertThat(page.locator("main").innerText()).contains("It is kept.");
            page.check("input[value='not-now']");
            page.click("main button:has-text('Keep this')");
            assertThat(page.locator("main").innerText()).contains("It is kept.");
        }
    }
}
