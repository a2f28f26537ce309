package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.people.DeviceCodes;

/// Changing what somebody has to know to come in.
class EntryTest {
    private static final Pattern SECRET = Pattern.compile("secret=([A-Z2-7]{32})");
    private static final Pattern SPARE = Pattern.compile("<code>([a-z2-7-]{14})</code>");
    private static final String NEXT = "eight calm otters";

    private final OpenPages pages = new OpenPages();
    private final FakeDesk desk = pages.desk;
    private final Visitor visitor = pages.visitor;

    @AfterEach
    void close() {
        pages.close();
    }

    private HttpResponse<String> change(String now, String next, String again) {
        pages.page("/entry");
        return pages.send(
                "/entry/passphrase", Map.of("now", now, "passphrase", next, "again", again));
    }

    private String begin() {
        pages.page("/entry");
        return pages.send("/entry/step", Map.of("now", FakeDesk.PASSPHRASE)).body();
    }

    private String code(String secret) {
        return DeviceCodes.of(secret, desk.clock.instant());
    }

    /// Turns it on, and gives what the page showed: the secret first, then the spare codes.
    private List<String> turnOn() {
        Matcher secret = SECRET.matcher(begin());
        assertThat(secret.find()).isTrue();
        HttpResponse<String> done =
                pages.send("/entry/step/right", Map.of("code", code(secret.group(1))));
        assertThat(done.statusCode()).isEqualTo(200);
        List<String> spare =
                SPARE.matcher(done.body()).results().map(found -> found.group(1)).toList();
        assertThat(spare).hasSize(10).doesNotHaveDuplicates();
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(secret.group(1)), spare.stream())
                .toList();
    }

    /// How far a visitor gets by the passphrase and that code.
    private int comesIn(Visitor other, String code) {
        other.enter(FakeDesk.PASSPHRASE);
        other.get("/enter/code");
        other.post("/enter/code", Map.of("token", other.token(), "code", code));
        return other.get("/").statusCode();
    }

    @Test
    @Covers("F29")
    void aNewPassphraseEndsAllOtherStaysAndIsTheOnlyOneThatOpens() {
        try (Visitor other = pages.another()) {
            other.enter(FakeDesk.PASSPHRASE);
            String before = visitor.cookie().orElseThrow();

            assertThat(change(FakeDesk.PASSPHRASE, NEXT, NEXT).statusCode()).isEqualTo(200);

            assertThat(other.get("/").statusCode()).isEqualTo(303);
            assertThat(visitor.get("/").statusCode()).isEqualTo(200);
            assertThat(visitor.cookie()).isNotEqualTo(java.util.Optional.of(before));
            assertThat(other.enter(FakeDesk.PASSPHRASE).statusCode()).isEqualTo(401);
            assertThat(other.enter(NEXT).statusCode()).isEqualTo(303);
        }
    }

    @Test
    void thePassphraseStaysWhereTheOldOneIsWrongOrTheNewOneIsTypedDifferently() {
        assertThat(change("wrong passphrase", NEXT, NEXT).body()).contains("not the passphrase");
        assertThat(change(FakeDesk.PASSPHRASE, NEXT, NEXT + "x").statusCode()).isEqualTo(400);
        assertThat(change(FakeDesk.PASSPHRASE, "short", "short").statusCode()).isEqualTo(400);

        assertThat(desk.inside.passphrase).isEqualTo(FakeDesk.PASSPHRASE);
    }

    @Test
    @Covers("F28")
    void wrongPassphrasesAreSlowedHereAsAtTheDoor() {
        for (int i = 0; i < Tries.FREE + 1; i++) {
            change("wrong passphrase", NEXT, NEXT);
        }

        assertThat(change(FakeDesk.PASSPHRASE, NEXT, NEXT).body()).contains("One try at a time");
        assertThat(desk.inside.passphrase).isEqualTo(FakeDesk.PASSPHRASE);
    }

    @Test
    @Covers("F35")
    void aCodeIsAskedForOnlyAfterOneOfItWasTyped() {
        begin();
        assertThat(desk.inside.secondSteps.find()).isEmpty();
        assertThat(pages.send("/entry/step/right", Map.of("code", "000000")).statusCode())
                .isEqualTo(400);
        assertThat(desk.inside.secondSteps.find()).isEmpty();

        turnOn();

        assertThat(pages.page("/entry")).contains("Spare codes left: 10.");
        assertThat(pages.page("/entry")).doesNotContainPattern(SPARE).doesNotContain("otpauth");
    }

    @Test
    @Covers({"F29", "F35"})
    void thePassphraseAloneOpensNothingAnyMoreAndACodeCountsOnce() {
        try (Visitor other = pages.another();
                Visitor third = pages.another()) {
            other.enter(FakeDesk.PASSPHRASE);
            String secret = turnOn().getFirst();
            assertThat(other.get("/").statusCode()).isEqualTo(303);
            assertThat(other.enter(FakeDesk.PASSPHRASE).headers().firstValue("Location"))
                    .contains("/enter/code");
            assertThat(other.get("/").statusCode()).isEqualTo(303);
            assertThat(other.get("/list").statusCode()).isEqualTo(303);

            assertThat(comesIn(other, code(secret))).isEqualTo(303); // it turned the step on
            desk.clock.advance(Duration.ofSeconds(30));
            assertThat(comesIn(other, code(secret))).isEqualTo(200);
            assertThat(comesIn(third, code(secret))).isEqualTo(303);
        }
    }

    @Test
    @Covers("F35")
    void aSpareCodeOpensOnce() {
        List<String> shown = turnOn();
        try (Visitor other = pages.another()) {
            assertThat(comesIn(other, " " + shown.get(3).toUpperCase(java.util.Locale.ROOT)))
                    .isEqualTo(200);
            other.cookie("s=");
            assertThat(comesIn(other, shown.get(3))).isEqualTo(303);
        }
    }

    @Test
    void otherSpareCodesTakeTheirPlace() {
        List<String> shown = turnOn();
        pages.page("/entry");

        String page = pages.send("/entry/step/spare", Map.of("now", FakeDesk.PASSPHRASE)).body();

        assertThat(page).containsPattern(SPARE).doesNotContain(shown.get(3));
        try (Visitor other = pages.another()) {
            assertThat(comesIn(other, shown.get(3))).isEqualTo(303);
        }
    }

    @Test
    void turningItOnOrOffAsksForThePassphrase() {
        pages.page("/entry");
        assertThat(pages.send("/entry/step", Map.of("now", "wrong passphrase")).body())
                .contains("not the passphrase")
                .doesNotContain("otpauth");
        assertThat(pages.send("/entry/step", Map.of()).body()).doesNotContain("otpauth");
        turnOn();
        pages.page("/entry");
        pages.send("/entry/step/away", Map.of("now", "wrong passphrase"));
        assertThat(desk.inside.secondSteps.find()).isPresent();

        pages.send("/entry/step/away", Map.of("now", FakeDesk.PASSPHRASE));

        assertThat(desk.inside.secondSteps.find()).isEmpty();
        try (Visitor other = pages.another()) {
            assertThat(other.enter(FakeDesk.PASSPHRASE).headers().firstValue("Location"))
                    .contains("/");
        }
    }

    @Test
    @Covers("F28")
    void fiveWrongCodesEndTheTryAndFurtherOnesWait() {
        String secret = turnOn().getFirst();
        desk.clock.advance(Duration.ofSeconds(30));
        try (Visitor other = pages.another()) {
            other.enter(FakeDesk.PASSPHRASE);
            other.get("/enter/code");
            for (int i = 0; i < 5; i++) {
                other.post("/enter/code", Map.of("token", other.token(), "code", "000000"));
            }
            assertThat(other.get("/enter/code").statusCode()).isEqualTo(303);

            assertThat(comesIn(other, code(secret))).isEqualTo(303);
            desk.clock.advance(Duration.ofMinutes(1));
            assertThat(comesIn(other, code(secret))).isEqualTo(200);
        }
    }

    @Test
    void whoStopsHalfwayIsAskedForThePassphraseAgainAfterFiveMinutes() {
        turnOn();
        try (Visitor other = pages.another()) {
            other.enter(FakeDesk.PASSPHRASE);
            desk.clock.advance(Duration.ofMinutes(4));
            assertThat(other.get("/enter/code").statusCode()).isEqualTo(200);
            desk.clock.advance(Duration.ofMinutes(2));

            assertThat(other.get("/enter/code").statusCode()).isEqualTo(303);
        }
    }
}
