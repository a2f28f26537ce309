package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.json.Json;

/// The page on which a browser is asked to show notes. The subscription is one as a browser gives
/// it; its key is that of RFC 8291, appendix A.
class PushPageTest {
    private static final Pattern KEY =
            Pattern.compile("name=\"key\" value=\"([A-Za-z0-9_-]{87})\"");
    private static final String GIVEN =
            "{\"endpoint\":\"https://push.example/w/1\",\"expirationTime\":null,\"keys\":{"
                    + "\"p256dh\":\"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7"
                    + "Vd8pZGH6SRpkNtoIAiw4\",\"auth\":\"BTBZMqHH6r4Tts7J_aSIgg\"}}";

    private final FakeDesk desk = new FakeDesk();
    private final WebServer server =
            WebServer.start(
                    Site.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), desk);
    private final Visitor visitor = new Visitor(server.address());

    @AfterEach
    void close() {
        visitor.close();
        server.close();
    }

    private String page() {
        visitor.enter(FakeDesk.PASSPHRASE);
        return visitor.get("/browser").body();
    }

    private static String key(String page) {
        Matcher key = KEY.matcher(page);
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private HttpResponse<String> give(String key, String subscription) {
        return visitor.post(
                "/browser",
                Map.of("token", visitor.token(), "key", key, "subscription", subscription));
    }

    @Test
    void saysWhatItDoesFirstAndPlainlyThatItNeedsScripts() {
        String page = page();

        assertThat(page)
                .contains("This browser can show your notes, even while this page is closed.")
                .contains("Whoever sees the screen can read them.")
                .contains("It sees when a note comes, and not what it says.")
                .contains("<noscript><p>This needs scripts, and they are off in this browser.")
                .containsPattern("<form id=\"ask\"[^>]* hidden>")
                .doesNotContainIgnoringCase("quietbell");
    }

    @Test
    @Covers("R2.8")
    void runsOneScriptOfItsOwnAndLoadsNothingFromElsewhere() {
        page();
        String policy =
                visitor.get("/browser")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow();

        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "worker-src 'self'")
                .doesNotContain("unsafe", "http", "*", "data:");
        HttpResponse<String> worker = visitor.get("/worker.js");
        assertThat(worker.headers().firstValue("Content-Type"))
                .contains("text/javascript; charset=utf-8");
        assertThat(worker.body())
                .startsWith("'use strict';")
                .doesNotContain("http", "fetch(", "importScripts", "openWindow", "eval")
                .doesNotContainIgnoringCase("quietbell");
        assertThat(visitor.get("/page.js").body())
                .contains("pushManager.subscribe")
                .doesNotContain("http", "eval")
                .doesNotContainIgnoringCase("quietbell");
        assertThat(visitor.get("/worker.js").body())
                .contains("String(note.title", "String(note.body", "silent: true");
    }

    @Test
    @Covers("R1.6")
    void keepsWhatTheBrowserGaveAndSaysThatNothingIsSentByItYet() throws Exception {
        String key = key(page());

        HttpResponse<String> kept = give(key, GIVEN);

        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body()).contains("channel-1", "Nothing is sent by it yet.");
        Json settings = desk.inside.browsers.getFirst();
        assertThat(settings.at("subscription").text()).contains(GIVEN);
        assertThat(Json.read(settings.at("key").text().orElseThrow()).at("publicKey").text())
                .contains(key);
        assertThat(key(page())).as("each browser has keys of its own").isNotEqualTo(key);
        assertThat(give(key, GIVEN).statusCode()).isEqualTo(400);
        assertThat(desk.inside.browsers).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "no json",
                "{\"endpoint\":\"http://push.example/1\",\"keys\":{}}",
                "{\"endpoint\":\"https://push.example/1\",\"keys\":{\"p256dh\":\"AA\",\"auth\":\"A\"}}"
            })
    @Covers("F66")
    void keepsNothingThatIsNoSubscription(String given) {
        HttpResponse<String> refused = give(key(page()), given);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("That was not kept.");
        assertThat(give(key(page()), GIVEN.replace("/w/", "/" + "w".repeat(5000))).statusCode())
                .isEqualTo(400);
        assertThat(desk.inside.browsers).isEmpty();
    }

    @Test
    @Covers("F32")
    void isForWhoeverHasComeInAndTakesNothingFromElsewhere() {
        assertThat(visitor.get("/browser").statusCode()).isEqualTo(303);
        assertThat(give("x", GIVEN).statusCode()).isIn(401, 403);
        String key = key(page());

        HttpResponse<String> elsewhere =
                visitor.send(
                        "POST",
                        "/browser",
                        Map.of("token", visitor.token(), "key", key, "subscription", GIVEN),
                        Map.of("Origin", "https://evil.example"));

        assertThat(elsewhere.statusCode()).isEqualTo(403);
        assertThat(desk.inside.browsers).isEmpty();
    }
}
