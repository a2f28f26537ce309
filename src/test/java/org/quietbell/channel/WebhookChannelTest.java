package org.quietbell.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.SettableClock;
import org.quietbell.config.Problems;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;
import org.quietbell.json.Json;

class WebhookChannelTest extends WebChannelKit {
    private static final String SECRET = "canary-secret-of-her-own";
    private static final SettableClock CLOCK = new SettableClock(AT.plusSeconds(3600));
    static final WebFixture FIXTURE =
            new WebFixture(
                    "webhook",
                    (server, folder) ->
                            Json.object()
                                    .put(
                                            "url-file",
                                            WebFixture.file(folder, "url", server + "/in?canary=7"))
                                    .put("secret-file", WebFixture.file(folder, "secret", SECRET)),
                    (section, http) -> WebhookChannel.build(ID, section, http, CLOCK),
                    202,
                    "",
                    List.of(SECRET, "canary"));

    @Override
    WebFixture fixture() {
        return FIXTURE;
    }

    @Override
    boolean readsItsYes() {
        return false;
    }

    @Override
    Taken seen(Request request) {
        Json json = sent(request);
        return new Taken(
                List.of(request.address().toString()),
                request.headers().getOrDefault("Idempotency-Key", ""),
                json.at("subject").text().orElseThrow(),
                json.at("body").text().orElseThrow(),
                whole(request));
    }

    @Override
    List<String> members() {
        return List.of("subject", "body");
    }

    @Override
    List<String> headers() {
        return List.of("Idempotency-Key", "webhook-id", "webhook-timestamp", "webhook-signature");
    }

    private static String signature(byte[] key, Request request) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String head =
                request.headers().get("webhook-id")
                        + "."
                        + request.headers().get("webhook-timestamp")
                        + ".";
        mac.update(head.getBytes(UTF_8));
        mac.update(request.payload().orElseThrow().bytes());
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal());
    }

    @Test
    @Covers({"F61"})
    void signsIdHourAndBodySoThatNobodyElseCanSendOrChangeThem() throws Exception {
        channel().send(message("n1"));

        Request request = requests().getFirst();
        assertThat(request.address()).isEqualTo(URI.create(SERVER + "/in?canary=7"));
        assertThat(request.headers())
                .containsEntry("webhook-id", Plain.wireId(message("n1")))
                .containsEntry("Idempotency-Key", Plain.wireId(message("n1")))
                // the hour of sending, not of deciding: a repeat is not taken for an old one
                .containsEntry("webhook-timestamp", "" + AT.plusSeconds(3600).getEpochSecond())
                .containsEntry("webhook-signature", signature(SECRET.getBytes(UTF_8), request));
    }

    @Test
    void takesTheSecretInTheFormOfOtherSendersToo() throws Exception {
        byte[] key = "0123456789abcdefcanary".getBytes(UTF_8);
        String text = "whsec_" + Base64.getEncoder().encodeToString(key);
        FakeHttp http = new FakeHttp(_ -> new Reply.NotModified(body("")));

        build(
                        settings().put("secret-file", WebFixture.file(folder, "other", text)),
                        http,
                        new Problems())
                .orElseThrow()
                .send(message("n1"));

        Request request = http.requests().getFirst();
        assertThat(request.headers()).containsEntry("webhook-signature", signature(key, request));
    }

    @Test
    void refusesASecretThatCouldBeGuessed() {
        for (String weak : List.of("canary", "whsec_!!!canary!!!canary!!!", "whsec_Y2FuYXJ5")) {
            assertThat(
                            problems(
                                    settings()
                                            .put(
                                                    "secret-file",
                                                    WebFixture.file(folder, "weak", weak))))
                    .containsExactly(
                            problem(
                                    "secret-file",
                                    "must hold 16 characters or more, or whsec_ and base64 of"
                                            + " such"));
        }
        assertThat(problems(Json.object()))
                .extracting(tuple -> tuple.toList().getFirst())
                .containsExactly("url-file", "secret-file");
    }
}
