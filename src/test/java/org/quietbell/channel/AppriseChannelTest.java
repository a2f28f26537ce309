package org.quietbell.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.config.Problems;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;
import org.quietbell.json.Json;

class AppriseChannelTest extends WebChannelKit {
    private static final String TARGET = "mailto://canary:pass@inbox.example";
    static final WebFixture FIXTURE =
            new WebFixture(
                    "apprise",
                    (server, folder) ->
                            Json.object()
                                    .put("url", server)
                                    .put("tag", "her-phone")
                                    .put(
                                            "key-file",
                                            WebFixture.file(folder, "key", "canary-key-7")),
                    (section, http) -> AppriseChannel.build(ID, section, http),
                    200,
                    "{\"error\":\"\",\"details\":[]}",
                    List.of("canary-key-7", "canary", "her-phone"));

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
                List.of(json.at("tag").text().or(() -> json.at("urls").text()).orElseThrow()),
                "",
                json.at("title").text().orElseThrow(),
                json.at("body").text().orElseThrow(),
                whole(request));
    }

    @Override
    List<String> members() {
        return List.of("tag", "title", "body", "type", "format");
    }

    @Override
    List<String> headers() {
        return List.of("Accept");
    }

    @Override
    Map<Integer, Fault.Kind> otherKinds() {
        return Map.of(
                406, Fault.Kind.MISCONFIGURED,
                424, Fault.Kind.MISCONFIGURED,
                431, Fault.Kind.TOO_LARGE);
    }

    @Override
    List<Refusal> ownRefusals() {
        return List.of(
                new Refusal(
                        "nobody to pass it on to",
                        answering(new Reply.Ok(204, body(""))),
                        Fault.Kind.MISCONFIGURED),
                new Refusal(
                        "one target that failed",
                        build(
                                        byTarget(),
                                        new FakeHttp(_ -> new Reply.Refused(424, body(error()))),
                                        new Problems())
                                .orElseThrow(),
                        Fault.Kind.TROUBLED));
    }

    private Json.Builder byTarget() {
        return Json.object()
                .put("url", SERVER)
                .put("target-file", WebFixture.file(folder, "target", TARGET));
    }

    @Test
    void namesTheKeyInThePathAndNoTarget() {
        channel().send(message("n1"));

        Request request = requests().getFirst();
        assertThat(request.address()).isEqualTo(URI.create(SERVER + "/notify/canary-key-7"));
        assertThat(sent(request).at("format").text()).contains("text");
        assertThat(sent(request).at("type").text()).contains("info");
    }

    @Test
    void sendsOneTargetAlongWhereNoneIsKept() {
        FakeHttp http = new FakeHttp(_ -> new Reply.NotModified(body("")));

        build(byTarget(), http, new Problems()).orElseThrow().send(message("n1"));

        assertThat(http.requests().getFirst().address()).isEqualTo(URI.create(SERVER + "/notify/"));
        assertThat(sent(http.requests().getFirst()).at("urls").text()).contains(TARGET);
    }

    @Test
    @Covers({"R1.13"})
    void neverRepeatsToThoseWhoWereToldWhenOthersFailed() {
        assertThat(answering(new Reply.Refused(424, body(error()))).send(message("n1")))
                .isInstanceOf(Delivery.Never.class);
    }

    @Test
    void refusesWrongSettingsWithoutRepeatingThem() {
        assertThat(problems(Json.object().put("url", SERVER)))
                .containsExactly(
                        problem(
                                "key-file",
                                "is missing; write the name of a file that holds the key"));
        assertThat(problems(settings().put("target-file", WebFixture.file(folder, "t", TARGET))))
                .contains(problem("key-file", "stands beside target-file; keep one of the two"));
        assertThat(problems(byTarget().put("tag", "a")))
                .containsExactly(problem("tag", "goes with key-file only"));
        assertThat(problems(settings().put("tag", "canary, other")))
                .containsExactly(problem("tag", "must be one tag: 1 to 64 of A-Z a-z 0-9 - _"));
        for (String two : List.of(TARGET + "," + TARGET, TARGET + " " + TARGET, "canary")) {
            assertThat(problems(byTarget().put("target-file", WebFixture.file(folder, "two", two))))
                    .containsExactly(
                            problem(
                                    "target-file",
                                    "must hold one Apprise address, without a comma"));
        }
        assertThat(problems(settings().put("key-file", WebFixture.file(folder, "k", "../canary"))))
                .containsExactly(problem("key-file", "must hold 1 to 128 of A-Z a-z 0-9 - _"));
    }
}
