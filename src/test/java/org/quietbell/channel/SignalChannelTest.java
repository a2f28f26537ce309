package org.quietbell.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quietbell.config.Problems;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;
import org.quietbell.json.Json;

class SignalChannelTest extends WebChannelKit {
    private static final String FROM = "+15550100071";
    private static final String TO = "+15550100072";
    static final WebFixture FIXTURE =
            new WebFixture(
                    "signal",
                    (server, _) ->
                            Json.object().put("url", server).put("number", FROM).put("to", TO),
                    (section, http) -> SignalChannel.build(ID, section, http),
                    201,
                    WebFixture.sample("signal-response-201.json"),
                    List.of(FROM, TO, "0100071", "canary"));

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
        assertThat(json.at("recipients").items()).hasSize(1);
        return untitled(
                request,
                json.at("recipients").items().getFirst().text().orElseThrow(),
                "",
                json.at("message").text().orElseThrow());
    }

    @Override
    List<String> members() {
        return List.of("number", "recipients", "message", "text_mode");
    }

    @Override
    List<String> headers() {
        return List.of();
    }

    @Override
    String error() {
        return "{\"error\":\"canary: no such user " + TO + "\",\"account\":\"" + FROM + "\"}";
    }

    @Override
    List<Refusal> ownRefusals() {
        return List.of(
                new Refusal(
                        "a CAPTCHA",
                        answering(
                                new Reply.Refused(
                                        400, body(WebFixture.sample("signal-error-400.json")))),
                        Fault.Kind.BLOCKED),
                new Refusal(
                        "201 without a time",
                        answering(new Reply.Ok(201, body("{}"))),
                        Fault.Kind.BROKEN));
    }

    @Test
    void postsToTheBridgeWithoutStyles() {
        channel().send(message("n1"));

        Request request = requests().getFirst();
        assertThat(request.address()).isEqualTo(URI.create(SERVER + "/v2/send"));
        assertThat(sent(request).at("text_mode").text()).contains("normal");
        assertThat(sent(request).at("number").text()).contains(FROM);
        assertThat(taken().getFirst().recipients()).containsExactly(TO);
    }

    @Test
    void aNoteToOneselfIsMadeToBeSeen() {
        FakeHttp http = new FakeHttp(_ -> new Reply.NotModified(body("")));

        build(settings().put("to", FROM), http, new Problems()).orElseThrow().send(message("n1"));

        assertThat(sent(http.requests().getFirst()).at("notify_self").truth()).contains(true);
    }

    @Test
    void saysThatACaptchaIsAskedForAndNotItsToken() {
        Reply captcha = new Reply.Refused(400, body(WebFixture.sample("signal-error-400.json")));

        assertThat(answering(captcha).send(message("n1")))
                .isEqualTo(
                        new Delivery.Never(
                                new Fault(
                                        Fault.Kind.BLOCKED,
                                        "Signal bridge service.example must first prove to Signal"
                                                + " that a person is there (CAPTCHA)")));
    }

    @Test
    void takesANumberOrAUsernameAndNoGroup() {
        for (String one : List.of("+491550100003", "some_name.042")) {
            assertThat(build(settings().put("to", one), new FakeHttp(_ -> null), new Problems()))
                    .isPresent();
        }
        for (String wrong :
                List.of("group.canary==", "canary", "0155", "+0155500", "+15550100002, +1555")) {
            assertThat(problems(settings().put("to", wrong)))
                    .containsExactly(
                            problem(
                                    "to",
                                    "must be a telephone number such as +15550100001, or a username"
                                            + " such as name.01; a group will not do"));
        }
    }
}
