package org.quietbell.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.SettableClock;
import org.quietbell.http.Fault.Kind;

@Timeout(60)
class RepliesIT {
    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final SettableClock clock = new SettableClock(Outbounds.NOW);
    private Outbound outbound;

    @BeforeEach
    void start() {
        server.start();
        outbound = new Outbound(Outbounds.settings(Duration.ofSeconds(20), "127.0.0.1/32"), clock);
        outbound.permit(new Endpoint("127.0.0.1", server.port()));
    }

    @AfterEach
    void stop() {
        outbound.close();
        server.stop();
    }

    @Test
    void givesTheBodyWithItsHeadersAndTheHour() {
        answer(
                aResponse()
                        .withBody("<rss/>")
                        .withHeader("Content-Type", "application/rss+xml; charset=utf-8")
                        .withHeader("Last-Modified", "a b, c")
                        .withHeader("Date", "Sun, 01 Mar 2026 12:00:05 GMT")
                        .withHeader("Set-Cookie", "id=1")
                        .withHeader("Link", "<a>", "<b>"));

        Body body = ok(send(get("/feed?q=1")));

        assertThat(new String(body.bytes(), UTF_8)).isEqualTo("<rss/>");
        assertThat(body.contentType()).isEqualTo("application/rss+xml; charset=utf-8");
        assertThat(body.fetchedAt()).isEqualTo(Outbounds.NOW);
        assertThat(body.from()).isEqualTo(address("/feed?q=1"));
        assertThat(body.header("Last-Modified")).contains("a b, c");
        assertThat(body.header("date")).contains("Sun, 01 Mar 2026 12:00:05 GMT");
        assertThat(body.header("link")).contains("<a>, <b>");
        assertThat(body.headers()).doesNotContainKey("set-cookie");
    }

    @Test
    void unpacksGzipAndSaysSoNoMore() {
        answer(aResponse().withBody("long text ".repeat(10_000)));

        Body body = ok(send(get("/")));

        assertThat(body.bytes()).hasSize(100_000);
        assertThat(body.headers()).doesNotContainKeys("content-encoding", "content-length");
        server.verify(getRequestedFor(anyUrl()).withHeader("Accept-Encoding", equalTo("gzip")));
    }

    @Test
    void takesAnEmptyAnswerForOne() {
        answer(aResponse().withStatus(204).withHeader("Content-Encoding", "gzip"));

        assertThat(ok(send(get("/"))).bytes()).isEmpty();
    }

    @Test
    void saysLittleAboutItselfAndRemembersNoCookie() {
        answer(aResponse().withHeader("Set-Cookie", "id=1; Path=/"));

        send(get("/"));
        send(get("/").header("User-Agent", "Other/1").header("Host", "other.example"));

        server.verify(
                2,
                getRequestedFor(anyUrl())
                        .withHeader("User-Agent", equalTo(FetchSettings.DEFAULT.userAgent()))
                        .withHeader("Host", equalTo("127.0.0.1:" + server.port()))
                        .withHeader("Cookie", absent())
                        .withHeader("Referer", absent()));
    }

    @Test
    @Covers("F26")
    void sendsValidatorsBackByteForByteAndHearsThatNothingChanged() {
        answer(aResponse().withStatus(304).withHeader("ETag", "\"new\""));
        String strange = "W/\"\u00e4 ;,weak\"  x";

        Reply reply =
                send(
                        get("/").header("If-None-Match", strange)
                                .header("If-Modified-Since", "yesterday, about noon"));

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.NotModified.class,
                        unchanged ->
                                assertThat(unchanged.body().header("etag")).contains("\"new\""));
        server.verify(
                getRequestedFor(anyUrl())
                        .withHeader("If-Modified-Since", equalTo("yesterday, about noon")));
    }

    @Test
    @Covers("F26")
    void asksWithoutAValidatorThatCannotBeSent() {
        answer(aResponse().withBody("x"));

        assertThat(send(get("/").header("If-None-Match", "\"a\r\nX: b\"")))
                .isInstanceOf(Reply.Ok.class);

        server.verify(
                getRequestedFor(anyUrl())
                        .withHeader("If-None-Match", absent())
                        .withHeader("X", absent()));
    }

    @Test
    void sendsNoHeaderWithALineBreakAndDoesNotRepeatItsValue() {
        org.quietbell.http.Fault fault =
                Outbounds.fault(send(get("/").header("Authorization", "Bearer word\nX: y")));

        assertThat(fault)
                .isEqualTo(
                        new org.quietbell.http.Fault(
                                Kind.MISCONFIGURED,
                                "the header Authorization holds a character that cannot be sent"));
        server.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void handsOverWhatIsPosted() {
        answer(aResponse().withStatus(201));

        Reply reply =
                send(
                        Request.post(address("/topic"), "application/json", "{}".getBytes(UTF_8))
                                .header("Authorization", "Bearer word"));

        assertThat(reply).isInstanceOf(Reply.Ok.class);
        server.verify(
                postRequestedFor(anyUrl())
                        .withRequestBody(equalTo("{}"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withHeader("Authorization", equalTo("Bearer word")));
    }

    @Test
    void signsInWithThePasswordInTheAddressAndForgetsIt() {
        answer(aResponse());
        URI address = URI.create("http://me:word@127.0.0.1:" + server.port() + "/feed");

        Body body = ok(send(Request.get(address)));

        assertThat(body.from()).isEqualTo(address("/feed"));
        server.verify(
                getRequestedFor(anyUrl())
                        .withHeader("Authorization", equalTo("Basic bWU6d29yZA==")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 410, 418, 421, 500, 502, 503, 599})
    void tellsTheStatusOfARefusalAfterOneRequest(int status) {
        answer(aResponse().withStatus(status).withBody("closed"));

        assertThat(send(get("/")))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> {
                            assertThat(refused.status()).isEqualTo(status);
                            assertThat(refused.body().bytes()).asString().isEqualTo("closed");
                        });
        server.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void readsNoMoreOfAnErrorPageThanItsBeginning() {
        answer(aResponse().withStatus(500).withBody("x".repeat(3 << 20)));

        assertThat(send(get("/")))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused ->
                                assertThat(refused.body().bytes()).hasSize(BodyReader.ERROR_PAGE));
    }

    @Test
    @Covers("F25")
    void waitsAsLongAsItWasAskedAndSendsNothingMeanwhile() {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "3600").withBody("slow down"));

        assertThat(send(get("/a")))
                .isInstanceOfSatisfying(
                        Reply.RateLimited.class,
                        limited -> {
                            assertThat(limited.until())
                                    .isEqualTo(Outbounds.NOW.plus(Duration.ofHours(1)));
                            assertThat(limited.status()).isEqualTo(429);
                            assertThat(limited.body().bytes()).asString().isEqualTo("slow down");
                        });
        clock.advance(Duration.ofMinutes(59));
        assertThat(send(get("/b")))
                .isInstanceOfSatisfying(
                        Reply.RateLimited.class,
                        limited ->
                                assertThat(limited.until())
                                        .isEqualTo(Outbounds.NOW.plus(Duration.ofHours(1))));
        server.verify(1, getRequestedFor(anyUrl()));

        answer(aResponse());
        clock.advance(Duration.ofMinutes(1));
        assertThat(send(get("/c"))).isInstanceOf(Reply.Ok.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "120", "whenever"})
    @Covers("F25")
    void hearsA503ThatAsksToWaitWithoutTryingAgain(String wait) {
        answer(aResponse().withStatus(503).withHeader("Retry-After", wait));

        Reply reply = send(get("/"));

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.RateLimited.class,
                        limited -> {
                            assertThat(limited.until())
                                    .isAfterOrEqualTo(Outbounds.NOW.plusSeconds(60));
                            assertThat(limited.body().header("retry-after")).contains(wait);
                        });
        server.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void waitsAMinuteAfterA429WithoutAnHour() {
        answer(aResponse().withStatus(429));

        assertThat(send(get("/")))
                .isInstanceOfSatisfying(
                        Reply.RateLimited.class,
                        limited ->
                                assertThat(limited.until())
                                        .isEqualTo(Outbounds.NOW.plusSeconds(60)));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void makesAFaultOfEveryBreakage(Fault breakage) {
        answer(aResponse().withFault(breakage));

        org.quietbell.http.Fault fault = Outbounds.fault(send(get("/")));

        assertThat(fault.kind()).isIn(Kind.TROUBLED, Kind.BROKEN);
        assertThat(fault.detail()).startsWith("127.0.0.1 ").doesNotContain("Exception", "http:");
    }

    @Test
    @Covers("F24")
    void saysInWordsWhyAHostCannotBeReached() {
        int port = server.port();
        server.stop();

        assertThat(Outbounds.fault(outbound.http().send(get(port, "/secret-path?q=word"))))
                .isEqualTo(
                        new org.quietbell.http.Fault(
                                Kind.UNREACHABLE, "127.0.0.1 refused the connection"));
        server.start();
    }

    @Test
    @Covers("F24")
    void saysInWordsThatANameLeadsNowhere() {
        try (Outbound nowhere =
                new Outbound(
                        Outbounds.settings(Duration.ofSeconds(5)),
                        clock,
                        Outbounds.resolving(Map.of()))) {
            assertThat(
                            Outbounds.fault(
                                    nowhere.http()
                                            .send(
                                                    Request.get(
                                                            URI.create(
                                                                    "http://gone.example/jane")))))
                    .isEqualTo(
                            new org.quietbell.http.Fault(
                                    Kind.UNREACHABLE,
                                    "gone.example is not known: the name may be misspelled or given"
                                            + " up, or there is no network"));
        }
    }

    @Test
    @Covers("F24")
    void endsByTheDeadlineWhenNobodyAnswersAboutTheName() {
        java.util.concurrent.CountDownLatch never = new java.util.concurrent.CountDownLatch(1);
        Names.Resolver silent =
                host -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    throw new java.net.UnknownHostException(host);
                };
        try (Outbound waiting =
                new Outbound(Outbounds.settings(Duration.ofSeconds(1)), clock, silent)) {
            assertThat(
                            Outbounds.fault(
                                            waiting.http()
                                                    .send(
                                                            Request.get(
                                                                    URI.create(
                                                                            "http://slow.example/"))))
                                    .kind())
                    .isEqualTo(Kind.UNREACHABLE);
        } finally {
            never.countDown();
        }
    }

    @Test
    void keepsTheRoomOfABodyUntilItsReaderIsDone() {
        answer(aResponse().withBody("x".repeat(200_000)));

        int length =
                outbound.http()
                        .read(
                                get("/"),
                                reply ->
                                        reply instanceof Reply.Ok(_, Body body)
                                                ? body.bytes().length
                                                : 0);

        assertThat(length).isEqualTo(200_000);
    }

    @Test
    void leavesNoThreadOfItsOwnBehindThatKeepsTheProgramAlive() {
        answer(aResponse().withBody("x"));

        send(get("/"));

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().matches("(?i).*(okhttp|okio).*"))
                .allMatch(Thread::isDaemon);
    }

    private void answer(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    private Reply send(Request request) {
        return outbound.http().send(request);
    }

    private static Body ok(Reply reply) {
        return Optional.of(reply)
                .filter(Reply.Ok.class::isInstance)
                .map(Reply.Ok.class::cast)
                .orElseThrow(() -> new AssertionError("expected an answer but was " + reply))
                .body();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private Request get(String path) {
        return get(server.port(), path);
    }

    private static Request get(int port, String path) {
        return Request.get(URI.create("http://127.0.0.1:" + port + path));
    }
}
