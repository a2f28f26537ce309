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

class MattermostChannelTest extends WebChannelKit {
    private static final String PATH = "/hooks/canaryhook7";
    static final WebFixture FIXTURE =
            new WebFixture(
                    "mattermost",
                    (server, folder) ->
                            Json.object()
                                    .put("url-file", WebFixture.file(folder, "url", server + PATH)),
                    (section, http) -> MattermostChannel.build(ID, section, http),
                    200,
                    "ok",
                    List.of(PATH, "canary"));

    /// As a reader of Markdown shows it.
    static String unescaped(String markdown) {
        return markdown.replaceAll("\\\\(\\p{Punct})", "$1").replace("\u200b", "");
    }

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
        String text = unescaped(sent(request).at("text").text().orElseThrow());
        return untitled(request, request.address().getPath(), "", text);
    }

    @Override
    List<String> members() {
        return List.of("text");
    }

    @Override
    List<String> headers() {
        return List.of();
    }

    @Override
    String error() {
        return WebFixture.sample("mattermost-error.json").replace("Fixture", "canary " + PATH);
    }

    @Override
    List<Refusal> ownRefusals() {
        return List.of(
                new Refusal(
                        "200 with another word",
                        answering(new Reply.Ok(200, body("canary"))),
                        Fault.Kind.BROKEN));
    }

    @Test
    void postsToTheSecretAddress() {
        channel().send(message("n1"));

        assertThat(requests().getFirst().address()).isEqualTo(URI.create(SERVER + PATH));
        assertThat(requests().getFirst().payload().orElseThrow().contentType())
                .isEqualTo("application/json");
    }

    @Test
    @Covers({"R2.13"})
    void foreignTextCallsNobodyAndOpensNothing() {
        String foreign =
                "@all <!channel> ~town [x](https://odd.example) ![y](z) **b** `c`\n# d\n- e";

        channel().send(foreign(foreign));

        String text = sent(requests().getFirst()).at("text").text().orElseThrow();
        assertThat(text)
                .doesNotContain("@all", "<!channel>", "https:/", "**", "\n#", "\n-")
                .doesNotContainPattern("(?<!\\\\)[~`\\[\\]*]");
        assertThat(taken().getFirst().body()).isEqualTo(foreign);
    }

    @Test
    void cutsALongText() {
        channel().send(message("n1", "Soon", "*".repeat(9000)));

        String text = sent(requests().getFirst()).at("text").text().orElseThrow();
        assertThat(text.length()).isBetween(3998, 4000);
        assertThat(text).endsWith("\\*\u2026");
    }

    @Test
    void refusesAnAddressThatIsNoWebhook() {
        for (String wrong : List.of("/", "/hooks/", "/api/v4/posts", "/hooks/canary/more")) {
            assertThat(
                            problems(
                                    Json.object()
                                            .put(
                                                    "url-file",
                                                    WebFixture.file(
                                                            folder, "wrong", SERVER + wrong))))
                    .containsExactly(
                            problem(
                                    "url-file",
                                    "must hold the address of a webhook, which ends in"
                                            + " /hooks/\u2026"));
        }
    }
}
