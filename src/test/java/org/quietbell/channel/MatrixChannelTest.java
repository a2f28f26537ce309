package org.quietbell.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quietbell.http.Request;
import org.quietbell.json.Json;

class MatrixChannelTest extends WebChannelKit {
    private static final String ROOM = "!canaryRoom:service.example";
    static final WebFixture FIXTURE =
            new WebFixture(
                    "matrix",
                    (server, folder) ->
                            Json.object()
                                    .put("url", server)
                                    .put("room", ROOM)
                                    .put(
                                            "token-file",
                                            WebFixture.file(folder, "token", "syt_canary_7")),
                    (section, http) -> MatrixChannel.build(ID, section, http),
                    200,
                    WebFixture.sample("matrix-response.json"),
                    List.of("syt_canary_7", ROOM, "canary"));

    @Override
    WebFixture fixture() {
        return FIXTURE;
    }

    @Override
    Taken seen(Request request) {
        String path = request.address().getRawPath();
        return untitled(
                request,
                "the room",
                path.substring(path.lastIndexOf('/') + 1),
                sent(request).at("body").text().orElseThrow());
    }

    @Override
    List<String> members() {
        return List.of("msgtype", "body", "m.mentions");
    }

    @Override
    List<String> headers() {
        return List.of("Authorization");
    }

    @Override
    String error() {
        return "{\"errcode\":\"M_FORBIDDEN\",\"error\":\"canary is not in " + ROOM + "\"}";
    }

    @Override
    List<Refusal> ownRefusals() {
        return List.of(
                rest(
                        "a time in the body that is shorter than a minute",
                        WebFixture.sample("matrix-error-429.json"),
                        Map.of(),
                        Duration.ofMinutes(1)),
                rest(
                        "a longer time in the body",
                        "{\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":240000}",
                        Map.of(),
                        Duration.ofMinutes(4)),
                rest(
                        "a time in the body without end",
                        "{\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":9223372036854775807}",
                        Map.of(),
                        Duration.ofHours(24)));
    }

    @Test
    void putsTheMessageIntoTheRoomUnderAnIdThatARepeatHasToo() {
        channel().send(message("n1"));

        Request request = requests().getFirst();
        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.address())
                .isEqualTo(
                        URI.create(
                                SERVER
                                        + "/_matrix/client/v3/rooms/%21canaryRoom%3Aservice.example"
                                        + "/send/m.room.message/"
                                        + Plain.wireId(message("n1"))));
        assertThat(request.headers()).containsEntry("Authorization", "Bearer syt_canary_7");
    }

    @Test
    void callsNobodyWhateverTheTextHolds() {
        channel().send(foreign("@room and @owner:service.example, come"));

        Json json = sent(requests().getFirst());
        assertThat(json.at("m.mentions").line()).isEqualTo("{}");
        assertThat(json.at("msgtype").text()).contains("m.text");
        assertThat(json.at("format").isNothing()).isTrue();
    }

    @Test
    void aLongTextStaysWithinOneEvent() {
        channel().send(message("n1", "Soon", "\"\u20ac\\".repeat(30_000)));

        byte[] sent = requests().getFirst().payload().orElseThrow().bytes();
        assertThat(sent.length).isBetween(30_000, 61_000);
        assertThat(new String(sent, StandardCharsets.UTF_8)).contains("\u2026");
    }

    @Test
    void refusesWrongSettingsWithoutRepeatingThem() {
        assertThat(problems(Json.object()))
                .extracting(tuple -> tuple.toList().getFirst())
                .containsExactly("url", "room", "token-file");
        assertThat(problems(settings().put("room", "#canary:service.example")))
                .containsExactly(
                        problem(
                                "room",
                                "must be the id of a room, which begins with !; an alias (#) will"
                                        + " not do"));
        assertThat(problems(settings().put("room", "!canary room")))
                .hasSize(1)
                .allSatisfy(tuple -> assertThat(tuple.toList().getFirst()).isEqualTo("room"));
    }
}
