package org.quietbell.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;
import org.quietbell.json.Json;

class SlackChannelTest extends WebChannelKit {
    private static final String PATH = "/services/T000/B000/canaryhook7";
    static final WebFixture FIXTURE =
            new WebFixture(
                    "slack",
                    (server, folder) ->
                            Json.object()
                                    .put("url-file", WebFixture.file(folder, "url", server + PATH)),
                    (section, http) -> SlackChannel.build(ID, section, http),
                    200,
                    "ok",
                    List.of(PATH, "T000", "canary"));

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
        String text =
                sent(request)
                        .at("text")
                        .text()
                        .orElseThrow()
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&");
        return untitled(request, request.address().getPath(), "", text);
    }

    @Override
    List<String> members() {
        return List.of("text", "mrkdwn", "link_names", "unfurl_links", "unfurl_media");
    }

    @Override
    List<String> headers() {
        return List.of();
    }

    @Override
    String error() {
        return "invalid_payload canary " + PATH;
    }

    @Override
    List<Refusal> ownRefusals() {
        return List.of(
                new Refusal(
                        "200 with another word",
                        answering(new Reply.Ok(200, body("no_text canary"))),
                        Fault.Kind.BROKEN));
    }

    @Test
    void postsToTheSecretAddressWithEverythingSwitchedOff() {
        channel().send(message("n1"));

        Request request = requests().getFirst();
        assertThat(request.address()).isEqualTo(URI.create(SERVER + PATH));
        for (String off : List.of("mrkdwn", "link_names", "unfurl_links", "unfurl_media")) {
            assertThat(sent(request).at(off).truth()).as(off).contains(false);
        }
    }

    @Test
    @Covers({"R2.13"})
    void foreignTextCallsNobodyAndOpensNothing() {
        channel().send(foreign("<!channel> <@U7> <https://odd.example|here> & &lt;"));

        String text = sent(requests().getFirst()).at("text").text().orElseThrow();
        assertThat(text)
                .endsWith(
                        "&lt;!channel&gt; &lt;@U7&gt; &lt;https://odd.example|here&gt; &amp;"
                                + " &amp;lt;")
                .doesNotContain("<", ">");
        assertThat(taken().getFirst().body())
                .isEqualTo("<!channel> <@U7> <https://odd.example|here> & &lt;");
    }

    @Test
    void cutsALongTextAndNoEscapeInTwo() {
        channel().send(message("n1", "Soon", "<".repeat(5000)));

        String text = sent(requests().getFirst()).at("text").text().orElseThrow();
        assertThat(text.length()).isBetween(2996, 3000);
        assertThat(text).endsWith("&lt;\u2026");
    }

    @Test
    void refusesWrongSettingsWithoutRepeatingThem() {
        assertThat(problems(Json.object()))
                .containsExactly(
                        problem(
                                "url-file",
                                "is missing; write the name of a file that holds the address"));
        assertThat(wrong("canary"))
                .containsExactly(problem("url-file", "must hold one web address"));
        assertThat(wrong("https://canary:x@service.example/a"))
                .containsExactly(problem("url-file", "must hold one web address"));
        assertThat(wrong("https://service.example canary"))
                .containsExactly(problem("url-file", "must hold one web address"));
        assertThat(wrong("http://service.example" + PATH))
                .containsExactly(
                        problem(
                                "url-file",
                                "must be https, unless the server stands in your own network"));
        assertThat(wrong("https://service.example"))
                .containsExactly(problem("url-file", "must hold the whole address of a webhook"));
        assertThat(problems(settings().put("url", SERVER + PATH)))
                .containsExactly(
                        problem(
                                "url",
                                "must not stand in the settings; write url-file with a file's"
                                        + " name"));
    }

    private List<org.assertj.core.groups.Tuple> wrong(String address) {
        return problems(Json.object().put("url-file", WebFixture.file(folder, "wrong", address)));
    }
}
