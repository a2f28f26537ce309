package org.quietbell.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quietbell.config.Problems;
import org.quietbell.http.Request;
import org.quietbell.json.Json;

class GotifyChannelTest extends WebChannelKit {
    static final WebFixture FIXTURE =
            new WebFixture(
                    "gotify",
                    (server, folder) ->
                            Json.object()
                                    .put("url", server)
                                    .put(
                                            "token-file",
                                            WebFixture.file(folder, "token", "Acanarytoken.7")),
                    (section, http) -> GotifyChannel.build(ID, section, http),
                    200,
                    WebFixture.sample("gotify-response.json"),
                    List.of("Acanarytoken.7", "canary"));

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
                List.of(request.headers().get("X-Gotify-Key")),
                "",
                json.at("title").text().orElseThrow(),
                json.at("message").text().orElseThrow(),
                whole(request));
    }

    @Override
    List<String> members() {
        return List.of("title", "message", "extras");
    }

    @Override
    List<String> headers() {
        return List.of("X-Gotify-Key");
    }

    @Override
    String error() {
        return WebFixture.sample("gotify-error-401.json").replace("Fixture", "Acanarytoken.7");
    }

    @Test
    void postsToTheServerWithTheTokenInAHeaderAndCallsTheTextPlain() {
        channel().send(message("n1"));

        Request request = requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.address()).isEqualTo(URI.create(SERVER + "/message"));
        assertThat(request.headers()).containsEntry("X-Gotify-Key", "Acanarytoken.7");
        assertThat(sent(request).at("extras").line())
                .isEqualTo("{\"client::display\":{\"contentType\":\"text/plain\"}}");
    }

    @Test
    void aServerMayStandBelowAPath() {
        FakeHttp http = new FakeHttp(_ -> new org.quietbell.http.Reply.NotModified(body("")));

        build(settings().put("url", SERVER + "/push/"), http, new Problems())
                .orElseThrow()
                .send(message("n1"));

        assertThat(http.requests().getFirst().address())
                .isEqualTo(URI.create(SERVER + "/push/message"));
    }

    @Test
    void sendsTheTitleAsTextWhenThereIsNoText() {
        channel().send(message("n1", "Soon", " \n"));

        assertThat(taken().getFirst().body()).isEqualTo("Soon");
    }

    @Test
    void refusesWrongSettingsWithoutRepeatingThem() {
        assertThat(problems(Json.object()))
                .containsExactly(
                        problem("url", "is missing"),
                        problem(
                                "token-file",
                                "is missing; write the name of a file that holds the token of the"
                                        + " application"));
        assertThat(problems(settings().put("url", SERVER + "/?token=canary")))
                .containsExactly(problem("url", "must be the address of the server alone"));
        assertThat(problems(settings().put("url", "http://service.example")))
                .containsExactly(
                        problem(
                                "url",
                                "must be https, unless the server stands in your own network"));
        assertThat(
                        problems(
                                settings()
                                        .put(
                                                "token-file",
                                                WebFixture.file(folder, "bad", "two words"))))
                .containsExactly(problem("token-file", "must hold one token, without blanks"));
        assertThat(problems(settings().put("token", "canary")))
                .containsExactly(
                        problem(
                                "token",
                                "must not stand in the settings; write token-file with a file's"
                                        + " name"));
    }

    @Test
    void aServerInTheHouseNeedsNoCertificate() {
        for (String near : List.of("http://127.0.0.1:8080", "http://push.lan", "http://box")) {
            assertThat(build(settings().put("url", near), new FakeHttp(_ -> null), new Problems()))
                    .isPresent();
        }
    }
}
