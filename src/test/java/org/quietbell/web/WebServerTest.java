package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;

/// Who may come where, and what every answer carries.
class WebServerTest {
    private static final Set<HandlerType> METHODS =
            Set.of(
                    HandlerType.GET,
                    HandlerType.POST,
                    HandlerType.PUT,
                    HandlerType.PATCH,
                    HandlerType.DELETE);

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

    private Visitor inside() {
        visitor.enter(FakeDesk.PASSPHRASE);
        visitor.get("/");
        return visitor;
    }

    private List<Endpoint> routes() {
        return server.endpoints().stream().filter(route -> METHODS.contains(route.method)).toList();
    }

    private static String path(Endpoint route) {
        return route.path.replace("{id}", "aaaaaaaaaaaaaaaa").replace("{type}", "email");
    }

    @Test
    @Covers("F31")
    void everyRouteDeclaresOneRule() {
        assertThat(routes()).hasSizeGreaterThan(10);
        assertThat(routes())
                .allSatisfy(route ->
                        assertThat(route.metadata(Roles.class).getRoles())
                                .as(route.path)
                                .hasSize(1)
                                .isSubsetOf(Set.of(Rule.OPEN, Rule.LINK, Rule.INSIDE)));
    }

    @Test
    @Covers("F31")
    void whoIsNotInsideSeesOnlyTheDoorWhateverTheRouteAndMethod() {
        desk.inside.add("b", "A title", "A text", "https://forum.example.org/t/1");
        Set<String> open =
                Set.of(
                        "GET /healthz",
                        "GET /style.css",
                        "GET /page.js",
                        "GET /begin",
                        "GET /favicon.ico",
                        "GET /enter",
                        "GET /enter/code",
                        "GET /leave");
        for (Endpoint route : routes()) {
            if (route.path.startsWith("/q/") || route.path.startsWith("/f/")) {
                continue; // whoever has such an address is asked nothing: LinksTest
            }
            for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")) {
                HttpResponse<String> answer =
                        visitor.send(method, path(route), Map.of("token", "x"), Map.of());

                if (!open.contains(method + " " + path(route))) {
                    assertThat(answer.statusCode())
                            .as(method + " " + route.path)
                            .isIn(303, 401, 403, 404);
                    assertThat(answer.body()).doesNotContain("forum", "A title", "22 November");
                }
            }
        }
        assertThat(visitor.get("/").headers().firstValue("Location")).contains("/enter");
        assertThat(desk.inside.pauses).isEmpty();
    }

    @Test
    @Covers("R2.5")
    void everyAnswerForbidsScriptsOfOthersFramesStorageAndReferrers() {
        inside();
        for (String path :
                List.of(
                        "/",
                        "/waiting",
                        "/enter",
                        "/style.css",
                        "/healthz",
                        "/leave",
                        "/nowhere")) {
            HttpResponse<String> answer = visitor.get(path);

            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains(
                            "default-src 'none'",
                            "style-src 'self'",
                            "img-src 'self'",
                            "form-action 'self'",
                            "base-uri 'none'",
                            "frame-ancestors 'none'")
                    .contains("script-src 'self'", "connect-src 'self'")
                    .doesNotContain("unsafe", "http:", "https:", "data:", "*");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy"))
                    .contains("same-origin");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }

    @Test
    @Covers("F32")
    void nothingIsChangedByAnythingButAFormOfOurs() {
        inside();
        String token = visitor.token();
        Map<String, String> form = Map.of("token", token, "what", "telling", "for", "open");
        Map<String, String> forged =
                Map.of("token", "A".repeat(43), "what", "telling", "for", "3d");

        assertThat(visitor.get("/pause?token=" + token + "&what=telling&for=open").statusCode())
                .isEqualTo(404);
        assertThat(visitor.post("/pause", Map.of("what", "telling", "for", "3d")).statusCode())
                .isEqualTo(403);
        assertThat(visitor.post("/pause", forged).statusCode()).isEqualTo(403);
        for (Map<String, String> headers :
                List.of(
                        Map.of("Origin", "https://evil.example"),
                        Map.of("Origin", "null"),
                        Map.of("Origin", visitor.origin() + ".evil.example"),
                        Map.of("Sec-Fetch-Site", "cross-site"),
                        Map.of("Sec-Fetch-Site", "same-site"),
                        Map.of("Sec-Fetch-Site", "none"),
                        Map.of(
                                "Origin",
                                "https://evil.example",
                                "Sec-Fetch-Site",
                                "same-origin"))) {
            assertThat(visitor.send("POST", "/pause", form, headers).statusCode())
                    .as(headers.toString())
                    .isEqualTo(403);
        }
        assertThat(desk.inside.pauses).isEmpty();

        visitor.send(
                "POST", "/pause", form, Map.of("Origin", "null", "Sec-Fetch-Site", "same-origin"));
        assertThat(desk.inside.pauses).hasSize(1);
    }

    @Test
    @Covers("F32")
    void theTokenOfOneVisitorIsNoneOfAnother() {
        inside();
        String token = visitor.token();
        try (Visitor other = new Visitor(server.address())) {
            other.enter(FakeDesk.PASSPHRASE);

            assertThat(
                            other.post(
                                            "/pause",
                                            Map.of("token", token, "what", "telling", "for", "3d"))
                                    .statusCode())
                    .isEqualTo(403);
        }
        assertThat(desk.inside.pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8417",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.0.0.2",
                "[::2]",
                "127.0.0.1@evil.example",
                "127.0.0.1:8417, evil.example",
                ""
            })
    @Covers("F33")
    void aRequestUnderAnotherNameIsNotAnswered(String host) throws Exception {
        String first = visitor.raw("GET / HTTP/1.1", "Host: " + host);

        assertThat(first).matches("HTTP/1\\.1 4(00|21) .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost:8417", "LOCALHOST", "[::1]:8417"})
    @Covers("F33")
    void aRequestUnderANameOfTheLoopbackIsAnswered(String host) throws Exception {
        assertThat(visitor.raw("GET /healthz HTTP/1.1", "Host: " + host))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void saysWhetherItIsWellAndNothingElse() {
        assertThat(visitor.get("/healthz").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/healthz").body()).isEqualTo("ok");
        desk.well = false;

        assertThat(visitor.get("/healthz").statusCode()).isEqualTo(503);
        assertThat(visitor.get("/healthz").body()).isEmpty();
        assertThat(visitor.cookie()).isEmpty();
    }

    @Test
    void anUnknownPageIsMissedCalmly() {
        assertThat(visitor.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/nowhere").body()).contains("There is no such page.");
        inside();
        assertThat(visitor.get("/n/zzzzzzzzzzzzzzzz").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/n/%2e%2e/site").statusCode()).isIn(400, 404);
    }

    @Test
    void aFaultBehindAPageIsSaidWithoutItsMessage() {
        inside();
        desk.entrance =
                () -> {
                    throw new IllegalStateException("row of Jane Doe");
                };

        HttpResponse<String> answer = visitor.get("/enter");
        visitor.cookie("s=");
        HttpResponse<String> broken = visitor.get("/enter");

        assertThat(answer.body() + broken.body()).doesNotContain("Jane", "Exception");
        assertThat(broken.statusCode()).isEqualTo(500);
    }

    @Test
    void aTakenPortIsRefusedInOneSentence() {
        assertThatThrownBy(() -> WebServer.start(Site.at(server.address()), desk).close())
                .isInstanceOf(WebFault.class)
                .hasMessageMatching("pages: [^:]+: [^:]+");
    }

    @Test
    void behindAProxyItsOwnNameIsServedAndTheCookieIsForTlsOnly() throws Exception {
        Site site =
                new Site(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Optional.of(java.net.URI.create("https://notes.example.org")));
        try (WebServer behind = WebServer.start(site, desk);
                Visitor by = new Visitor(behind.address())) {
            assertThat(by.raw("GET /healthz HTTP/1.1", "Host: notes.example.org"))
                    .startsWith("HTTP/1.1 200");
            assertThat(by.get("/enter").headers().firstValue("Set-Cookie").orElse(""))
                    .startsWith("__Host-s=")
                    .contains("Secure");
        }
    }
}
