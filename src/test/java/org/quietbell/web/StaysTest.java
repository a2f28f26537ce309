package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.config.Secret;

/// Coming in, and how long a stay lasts.
class StaysTest {

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

    @Test
    void aLockedStoreIsOpenedByItsPassphrase() {
        desk.open = false;

        assertThat(visitor.get("/enter").body()).contains("waits for the passphrase");
        HttpResponse<String> wrong = visitor.enter("something else");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("not the passphrase").doesNotContain("something else");
        assertThat(desk.open).isFalse();
        assertThat(visitor.enter(FakeDesk.PASSPHRASE).headers().firstValue("Location"))
                .contains("/");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void whoComesInGetsANewStayAndTheOldOneIsGone() {
        visitor.get("/enter");
        String before = visitor.cookie().orElseThrow();
        visitor.enter(FakeDesk.PASSPHRASE);
        String after = visitor.cookie().orElseThrow();

        assertThat(after).isNotEqualTo(before);
        visitor.cookie(before);
        assertThat(visitor.get("/").statusCode()).isEqualTo(303);
        visitor.cookie(after);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    @Covers("R2.5")
    void theCookieIsKeptFromScriptsAndOtherSitesAndSaysNothing() {
        String set = visitor.get("/enter").headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(set).contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(set.split(";", 2)[0]).matches("s=[A-Za-z0-9_-]{43}");
    }

    @Test
    @Covers("R2.5")
    void aStayEndsAfterFiveMinutesOfRest() {
        inside();
        desk.clock.advance(Duration.ofMinutes(4));
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        desk.clock.advance(Duration.ofMinutes(5));

        assertThat(visitor.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void aStayEndsAfterEightHoursHoweverBusy() {
        inside();
        Instant end = desk.clock.instant().plus(Duration.ofHours(8));
        while (desk.clock.instant().plus(Duration.ofMinutes(4)).isBefore(end)) {
            desk.clock.advance(Duration.ofMinutes(4));
            assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        }
        desk.clock.set(end);

        assertThat(visitor.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void lockingTheStoreEndsEveryStay() {
        inside();
        desk.open = false;
        assertThat(visitor.get("/").statusCode()).isEqualTo(303);
        desk.open = true;

        assertThat(visitor.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    @Covers("F29")
    void aCommandThatChangesWhatOpensThePagesEndsEveryStayOnce() {
        inside();
        String before = visitor.cookie().orElseThrow();
        desk.inside.entryChanges = 1;
        assertThat(visitor.get("/").statusCode()).isEqualTo(303);

        inside();
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        visitor.cookie(before);
        assertThat(visitor.get("/").statusCode()).isEqualTo(303);
        desk.open = false;
        inside(); // opens the store, whose count begins anew
        desk.inside.entryChanges = 0;
        visitor.get("/enter");
        inside();
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void aCrowdAtTheDoorThrowsNobodyOut() {
        inside();
        try (Visitor other = new Visitor(server.address())) {
            for (int i = 0; i < 100; i++) {
                other.get("/enter");
                other.cookie("s=");
            }
        }

        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutAPassphraseThePagesStayShutAndSayHowElseToLook() {
        desk.entrance = Entrance.Shut::new;
        desk.inside.add("b", "A title", "A text", "https://forum.example.org/t/1");

        assertThat(visitor.get("/").headers().firstValue("Location")).contains("/enter");
        assertThat(visitor.get("/enter").body())
                .contains("It is running", "commands")
                .doesNotContain("passphrase\" name", "forum");
        assertThat(visitor.post("/enter", Map.of("passphrase", "x")).statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsAskedNothingGoesStraightIn() {
        desk.entrance = Entrance.Free::new;

        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(
                        visitor.post(
                                        "/pause",
                                        Map.of(
                                                "token",
                                                visitor.token(),
                                                "what",
                                                "looking",
                                                "for",
                                                "1w"))
                                .statusCode())
                .isEqualTo(303);
        assertThat(desk.inside.pauses).hasSize(1);
    }

    @Test
    void onePassphraseIsTriedAtATime() {
        Visitor second = new Visitor(server.address());
        second.get("/enter");
        int[] meanwhile = {0};
        desk.entrance =
                () ->
                        new Entrance.ByPassphrase(typed -> {
                            if (typed.reveal().equals("first")) {
                                meanwhile[0] =
                                        second.post(
                                                        "/enter",
                                                        Map.of(
                                                                "token",
                                                                second.token(),
                                                                "passphrase",
                                                                "second"))
                                                .statusCode();
                            }
                            return desk.answer(new Secret("wrong"));
                        });
        visitor.enter("first");

        assertThat(meanwhile[0]).isEqualTo(429);
        second.close();
    }
}
