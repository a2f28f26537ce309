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

class TelegramChannelTest extends WebChannelKit {
    private static final String TOKEN = "100200:canary_Token-7";
    static final WebFixture FIXTURE =
            new WebFixture(
                    "telegram",
                    (server, folder) ->
                            Json.object()
                                    .put("url", server)
                                    .put("chat", "700800900")
                                    .put("token-file", WebFixture.file(folder, "token", TOKEN)),
                    (section, http) -> TelegramChannel.build(ID, section, http),
                    200,
                    WebFixture.sample("telegram-response.json"),
                    List.of(TOKEN, "700800900", "canary"));

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
        return untitled(
                request,
                json.at("chat_id").text().orElseThrow(),
                "",
                json.at("text").text().orElseThrow());
    }

    @Override
    List<String> members() {
        return List.of("chat_id", "text", "link_preview_options", "protect_content");
    }

    @Override
    List<String> headers() {
        return List.of();
    }

    @Override
    String error() {
        return "{\"ok\":false,\"error_code\":400,\"description\":\"canary chat 700800900\"}";
    }

    @Override
    List<Refusal> ownRefusals() {
        return List.of(
                rest(
                        "a short time in the body",
                        WebFixture.sample("telegram-error-429.json"),
                        Map.of(),
                        Duration.ofMinutes(1)),
                rest(
                        "a longer time in the body",
                        "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":1700}}",
                        Map.of(),
                        Duration.ofSeconds(1700)),
                no(401, Fault.Kind.BLOCKED),
                no(429, Fault.Kind.QUOTA),
                no(500, Fault.Kind.TROUBLED),
                no(7, Fault.Kind.BROKEN));
    }

    /// A failure in an answer of 200.
    private Refusal no(int code, Fault.Kind kind) {
        String body = "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"canary\"}";
        return new Refusal("200 with " + code, answering(new Reply.Ok(200, body(body))), kind);
    }

    @Test
    void postsPlainTextToOneChatWithoutPreviewsAndNotToBePassedOn() {
        channel().send(message("n1"));

        Request request = requests().getFirst();
        assertThat(request.address())
                .isEqualTo(URI.create(SERVER + "/bot" + TOKEN + "/sendMessage"));
        Json json = sent(request);
        assertThat(json.at("chat_id").whole()).contains(700800900L);
        assertThat(json.at("link_preview_options").line()).isEqualTo("{\"is_disabled\":true}");
        assertThat(json.at("protect_content").truth()).contains(true);
    }

    @Test
    @Covers({"R2.13"})
    void aNameInForeignTextBecomesNoLink() {
        channel().send(foreign("@someone wrote to a@example.org"));

        assertThat(sent(requests().getFirst()).at("text").text())
                .contains("What there is\n@\u200bsomeone wrote to a@\u200bexample.org");
    }

    @Test
    void herOwnWordsAreLeftAsTheyAre() {
        channel().send(message("n1", "Mail @ noon", "Ask @sam"));

        assertThat(sent(requests().getFirst()).at("text").text()).contains("Mail @ noon\nAsk @sam");
    }

    @Test
    void cutsWhatTelegramWouldRefuseForItsLength() {
        channel().send(message("n1", "Soon", "\ud83d\ude42\u20ac".repeat(3000)));

        String text = sent(requests().getFirst()).at("text").text().orElseThrow();
        assertThat(text.length()).isBetween(4093, 4096);
        assertThat(text).endsWith("\u2026");
    }

    @Test
    void goesToTelegramItselfUnlessToldOtherwise() {
        Json.Builder vendors = settings().put("url", null);

        assertThat(
                        build(vendors, new FakeHttp(_ -> null), new Problems())
                                .orElseThrow()
                                .endpoint()
                                .orElseThrow()
                                .host())
                .isEqualTo("api.telegram.org");
    }

    @Test
    void saysWhenStartWasNotPressed() {
        assertThat(answering(new Reply.Refused(403, body(error()))).send(message("n1")))
                .isEqualTo(
                        new Delivery.Never(
                                new Fault(
                                        Fault.Kind.BLOCKED,
                                        "Telegram server service.example lets the bot write only"
                                                + " after Start was pressed there")));
    }

    @Test
    void takesOnePersonsChatAndNoGroup() {
        for (String wrong : List.of("-1001", "@canary", "0", "7 8")) {
            assertThat(problems(settings().put("chat", wrong)))
                    .containsExactly(
                            problem(
                                    "chat",
                                    "must be the number of one person's chat; a group or a name"
                                            + " will not do"));
        }
        assertThat(
                        problems(
                                settings()
                                        .put(
                                                "token-file",
                                                WebFixture.file(folder, "bad", "canary/../x"))))
                .containsExactly(
                        problem(
                                "token-file",
                                "must hold the token of a bot, as BotFather gave it"));
    }
}
