package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;

/// What a pause link does when it is fetched, scanned, pressed or tried.
class LinksTest {
    private static final String LINK = "/q/" + "Ab-_".repeat(19);
    private static final Map<String, String> ONE_CLICK = Map.of("List-Unsubscribe", "One-Click");

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

    private HttpResponse<String> post(String path, Map<String, String> headers) {
        return visitor.send("POST", path, ONE_CLICK, headers);
    }

    @Test
    void aScannerThatLooksPausesNothing() {
        HttpResponse<String> got = visitor.get(LINK);
        HttpResponse<String> head = visitor.send("HEAD", LINK, Map.of(), Map.of());

        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(got.body()).containsOnlyOnce("<button>").contains("Pause for 7 days");
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS")) {
            visitor.send(method, LINK, Map.of(), Map.of());
        }
        assertThat(desk.inside.links).isEmpty();
    }

    @Test
    @Covers("R2.5")
    void thePageSaysNothingAboutAnybodyAndLoadsNothingButItsStyle() {
        desk.inside.add("b", "A title", "A text", "https://forum.example.org/t/1");

        for (String page : List.of(visitor.get(LINK).body(), post(LINK, Map.of()).body())) {
            assertThat(page.toLowerCase(Locale.ROOT))
                    .contains("<title>notes</title>")
                    .doesNotContain("quietbell", "forum", "title</a>", "<a ", "<img", "<script")
                    .doesNotContain("case-17", "paused", "passphrase", "/q/");
        }
    }

    @Test
    void aMailClientsPostIsTakenWithoutACookieATokenOrAnOrigin() {
        HttpResponse<String> plain = post(LINK, Map.of());
        HttpResponse<String> fromAWebMailer =
                post(
                        LINK,
                        Map.of("Origin", "https://mail.example", "Sec-Fetch-Site", "cross-site"));

        assertThat(List.of(plain.statusCode(), fromAWebMailer.statusCode())).containsOnly(200);
        assertThat(desk.inside.links).hasSize(2).containsOnly(LINK.substring(3));
        assertThat(plain.headers().map()).doesNotContainKeys("set-cookie", "location");
        assertThat(plain.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(visitor.cookie()).isEmpty();
    }

    @Test
    void theAnswerIsTheSameWhateverTheLink() {
        String answer = post(LINK, Map.of()).body();
        String page = visitor.get(LINK).body();

        for (String other : List.of("/q/x", "/q/" + "z".repeat(75), "/q/%20", "/q/case-17")) {
            assertThat(post(other, Map.of()).body()).isEqualTo(answer);
            assertThat(visitor.get(other).body()).isEqualTo(page);
        }
    }

    @Test
    @Covers("F32")
    void onlyALinkMayBePostedToFromElsewhere() {
        Map<String, String> elsewhere = Map.of("Origin", "https://mail.example");

        for (String path : List.of("/pause", "/q/x/y", "/q/../pause", "/q", "/enter")) {
            assertThat(post(path, elsewhere).statusCode()).as(path).isIn(400, 403, 404);
        }
        assertThat(desk.inside.pauses).isEmpty();
        assertThat(desk.inside.links).isEmpty();
    }

    @Test
    @Covers("F33")
    void aLinkUnderAnotherNameIsNotAnswered() throws Exception {
        assertThat(visitor.raw("POST " + LINK + " HTTP/1.1", "Host: evil.example"))
                .startsWith("HTTP/1.1 421");
        assertThat(desk.inside.links).isEmpty();
    }

    @Test
    void whoeverTriesManyIsAskedToWaitAMinute() {
        for (int i = 0; i < Allowance.MOST; i++) {
            assertThat(post("/q/try" + i, Map.of()).statusCode()).isEqualTo(200);
        }

        assertThat(post(LINK, Map.of()).statusCode()).isEqualTo(429);
        assertThat(desk.inside.links).hasSize(Allowance.MOST);
        desk.clock.advance(Duration.ofMinutes(1));
        assertThat(post(LINK, Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void whileTheStoreIsLockedItSaysThatItCannotBeDone() {
        desk.open = false;

        HttpResponse<String> answer = post(LINK, Map.of());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("It cannot be done just now.");
    }

    @Test
    void aFeedIsServedToWhoeverHasItsAddressAndMissedCalmlyUnderAnyOther() {
        desk.inside.feeds.put("known", "<feed/>".getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> known = visitor.get("/f/known");
        HttpResponse<String> unknown = visitor.get("/f/other");

        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.body()).isEqualTo("<feed/>");
        assertThat(known.headers().firstValue("Content-Type"))
                .contains("application/atom+xml; charset=utf-8");
        assertThat(known.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(known.headers().map()).doesNotContainKey("set-cookie");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo(visitor.get("/f/elsewhere").body());
        assertThat(visitor.send("POST", "/f/known", Map.of(), Map.of()).statusCode())
                .isIn(401, 403, 404);
    }

    @Test
    void whoeverTriesManyAddressesOfFeedsIsAskedToWait() {
        desk.inside.feeds.put("known", new byte[0]);
        for (int i = 0; i < Allowance.MOST; i++) {
            assertThat(visitor.get("/f/try" + i).statusCode()).isEqualTo(404);
        }

        assertThat(visitor.get("/f/known").statusCode()).isEqualTo(429);
        assertThat(post(LINK, Map.of()).statusCode()).isEqualTo(200);
    }
}
