package org.quietbell.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quietbell.config.Problems;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;
import org.quietbell.json.Json;

class PushoverChannelTest extends WebChannelKit {
    private static final String TOKEN = "acanarytoken00000000000000000a";
    private static final String USER = "ucanaryuser000000000000000000u";
    static final WebFixture FIXTURE =
            new WebFixture(
                    "pushover",
                    (server, folder) ->
                            Json.object()
                                    .put("url", server)
                                    .put("token-file", WebFixture.file(folder, "token", TOKEN))
                                    .put("user-file", WebFixture.file(folder, "user", USER)),
                    (section, http) -> PushoverChannel.build(ID, section, http),
                    200,
                    WebFixture.sample("pushover-response.json"),
                    List.of(TOKEN, USER, "canary"));

    @Override
    WebFixture fixture() {
        return FIXTURE;
    }

    @Override
    boolean knowsRepeats() {
        return false;
    }

    @Override
    Taken seen(Request request) {
        Json json = sent(request);
        return new Taken(
                List.of(json.at("user").text().orElseThrow()),
                "",
                json.at("title").text().orElseThrow(),
                json.at("message").text().orElseThrow(),
                whole(request));
    }

    @Override
    List<String> members() {
        return List.of("token", "user", "title", "message");
    }

    @Override
    List<String> headers() {
        return List.of();
    }

    @Override
    String error() {
        return WebFixture.sample("pushover-error-400.json").replace("Fixture", "canary " + USER);
    }

    @Override
    List<Refusal> ownRefusals() {
        return List.of(
                new Refusal(
                        "200 with status 0",
                        answering(new Reply.Ok(200, body("{\"status\":0,\"request\":\"r\"}"))),
                        Fault.Kind.BROKEN),
                rest(
                        "a month that is used up, until a moment in a header",
                        "{\"status\":0}",
                        Map.of("x-limit-app-reset", "" + AT.plusSeconds(7200).getEpochSecond()),
                        Duration.ofHours(2)),
                rest(
                        "a moment a month ahead",
                        "{\"status\":0}",
                        Map.of(
                                "x-limit-app-reset",
                                "" + AT.plusSeconds(2_592_000).getEpochSecond()),
                        Duration.ofHours(24)),
                rest(
                        "a moment that is none",
                        "{\"status\":0}",
                        Map.of("x-limit-app-reset", "soon"),
                        Duration.ofMinutes(1)));
    }

    @Test
    void postsToTheMessagesOfOnePerson() {
        channel().send(message("n1"));

        Request request = requests().getFirst();
        assertThat(request.address()).isEqualTo(URI.create(SERVER + "/1/messages.json"));
        assertThat(sent(request).at("token").text()).contains(TOKEN);
        assertThat(sent(request).at("user").text()).contains(USER);
    }

    @Test
    void goesToPushoverItselfUnlessToldOtherwise() {
        assertThat(
                        build(settings().put("url", null), new FakeHttp(_ -> null), new Problems())
                                .orElseThrow()
                                .endpoint()
                                .orElseThrow()
                                .host())
                .isEqualTo("api.pushover.net");
    }

    @Test
    void cutsTitleAndText() {
        channel().send(message("n1", "t".repeat(400), "\u00eb".repeat(3000)));

        assertThat(taken().getFirst().subject()).hasSize(250).endsWith("\u2026");
        assertThat(taken().getFirst().body()).hasSize(1024).endsWith("\u2026");
    }

    @Test
    void refusesWrongSettingsWithoutRepeatingThem() {
        assertThat(problems(Json.object()))
                .extracting(tuple -> tuple.toList().getFirst())
                .containsExactly("token-file", "user-file");
        assertThat(problems(settings().put("user-file", WebFixture.file(folder, "bad", "canary"))))
                .containsExactly(problem("user-file", "must hold 30 letters and digits"));
    }
}
