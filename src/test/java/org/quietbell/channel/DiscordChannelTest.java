package org.quietbell.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.config.Problems;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;
import org.quietbell.json.Json;

class DiscordChannelTest extends WebChannelKit {
    private static final String PATH = "/api/v10/webhooks/1234500/canary_hook-7";
    static final WebFixture FIXTURE =
            new WebFixture(
                    "discord",
                    (server, folder) ->
                            Json.object()
                                    .put("url-file", WebFixture.file(folder, "url", server + PATH)),
                    (section, http) -> DiscordChannel.build(ID, section, http),
                    200,
                    "{\"id\":\"77\",\"content\":\"\"}",
                    List.of(PATH, "1234500", "canary"));

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
                MattermostChannelTest.unescaped(sent(request).at("content").text().orElseThrow());
        return untitled(request, request.address().getPath(), "", text);
    }

    @Override
    List<String> members() {
        return List.of("content", "allowed_mentions", "flags");
    }

    @Override
    List<String> headers() {
        return List.of();
    }

    @Override
    String error() {
        return "{\"message\":\"canary hook " + PATH + "\",\"code\":10015}";
    }

    @Override
    List<Refusal> ownRefusals() {
        return List.of(
                rest(
                        "a short time in the body",
                        WebFixture.sample("discord-error-429.json"),
                        Map.of(),
                        Duration.ofMinutes(1)),
                rest(
                        "a longer time in the body",
                        "{\"retry_after\":120.25,\"global\":true}",
                        Map.of(),
                        Duration.ofSeconds(121)),
                rest(
                        "a time beyond all measure",
                        "{\"retry_after\":9e99999999999}",
                        Map.of(),
                        Duration.ofHours(24)),
                rest(
                        "a time before all measure",
                        "{\"retry_after\":-9e99999999999}",
                        Map.of(),
                        Duration.ofMinutes(1)),
                rest("a time before", "{\"retry_after\":-5}", Map.of(), Duration.ofMinutes(1)),
                new Refusal(
                        "204, as if nobody had waited",
                        answering(new Reply.Ok(204, body(""))),
                        Fault.Kind.BROKEN));
    }

    @Test
    void waitsForTheAnswerCallsNobodyAndUnfoldsNothing() {
        channel().send(message("n1"));

        Request request = requests().getFirst();
        assertThat(request.address()).isEqualTo(URI.create(SERVER + PATH + "?wait=true"));
        assertThat(sent(request).at("allowed_mentions").line()).isEqualTo("{\"parse\":[]}");
        assertThat(sent(request).at("flags").whole()).contains(4L);
    }

    @Test
    void mayGoIntoOneThread() {
        FakeHttp http = new FakeHttp(_ -> new Reply.NotModified(body("")));
        String url = SERVER + PATH + "?thread_id=42";

        build(
                        Json.object().put("url-file", WebFixture.file(folder, "thread", url)),
                        http,
                        new Problems())
                .orElseThrow()
                .send(message("n1"));

        assertThat(http.requests().getFirst().address())
                .isEqualTo(URI.create(SERVER + PATH + "?thread_id=42&wait=true"));
    }

    @Test
    @Covers({"R2.13"})
    void foreignTextCallsNobodyAndOpensNothing() {
        String foreign = "@everyone <@123> <#4> ||s|| __u__ ~~t~~ https://odd.example\n> q\n# d";

        channel().send(foreign(foreign));

        String text = sent(requests().getFirst()).at("content").text().orElseThrow();
        assertThat(text)
                .doesNotContain("@everyone", "<@123>", "<#4>", "https:/", "\n>", "\n#")
                .doesNotContainPattern("(?<!\\\\)[|_~]");
        assertThat(taken().getFirst().body()).isEqualTo(foreign);
    }

    @Test
    void cutsALongText() {
        channel().send(message("n1", "Soon", "a".repeat(9000)));

        assertThat(sent(requests().getFirst()).at("content").text().orElseThrow()).hasSize(2000);
    }

    @Test
    void refusesAnAddressThatIsNoWebhookOfDiscords() {
        for (String wrong :
                List.of("/", PATH + "/slack", PATH + "?wait=false", "/api/webhooks/x/canary")) {
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
                                    "must hold the address of a webhook as Discord shows it,"
                                            + " perhaps with a thread_id"));
        }
    }
}
