package org.quietbell.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.SettableClock;
import org.quietbell.config.Problems;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;
import org.quietbell.json.Json;

class WebPushChannelTest extends WebChannelKit {
    private static final String ENDPOINT = "https://service.example/wpush/v2/canary7";
    private static final Json VECTOR = WebFixture.json(WebFixture.sample("webpush-vector.json"));
    private static final String PUBLIC = text("sender_public");
    private static final String PRIVATE = text("sender_private");
    private static final SettableClock CLOCK = new SettableClock(AT);
    static final WebFixture FIXTURE =
            new WebFixture(
                    "webpush",
                    (server, folder) ->
                            Json.object()
                                    .put("contact", "mailto:canary@letters.example")
                                    .put(
                                            "subscription-file",
                                            WebFixture.file(
                                                    folder,
                                                    "subscription",
                                                    WebFixture.sample("webpush-subscription.json")
                                                            .replace(
                                                                    "https://push.example.org/wpush"
                                                                            + "/v2/fixture",
                                                                    server + "/wpush/v2/canary7")))
                                    .put(
                                            "key-file",
                                            WebFixture.file(folder, "key", pair(PUBLIC, PRIVATE))),
                    (section, http) -> WebPushChannel.build(ID, section, http, CLOCK),
                    201,
                    "",
                    List.of(PRIVATE, text("auth"), text("receiver_public_p256dh"), "canary"));

    private static String text(String name) {
        return VECTOR.at(name).text().orElseThrow();
    }

    private static String pair(String publicKey, String privateKey) {
        return Json.object()
                .put("publicKey", publicKey)
                .put("privateKey", privateKey)
                .build()
                .line();
    }

    @Override
    WebFixture fixture() {
        return FIXTURE;
    }

    @Override
    boolean readsItsYes() {
        return false;
    }

    private static String opened(Request request) {
        return WebPushReceiver.OF_THE_VECTOR.open(request.payload().orElseThrow().bytes());
    }

    @Override
    Taken seen(Request request) {
        Json json = WebFixture.json(opened(request));
        return new Taken(
                List.of(request.address().toString()),
                request.headers().getOrDefault("Topic", ""),
                json.at("title").text().orElseThrow(),
                json.at("body").text().orElseThrow(),
                request.address() + " " + request.headers() + " " + json.line());
    }

    @Override
    List<String> members() {
        return List.of();
    }

    @Override
    List<String> headers() {
        return List.of("Content-Encoding", "TTL", "Topic", "Authorization");
    }

    @Override
    List<Refusal> ownRefusals() {
        return List.of(
                new Refusal(
                        "a 2xx that means something else",
                        answering(new Reply.Ok(206, body(""))),
                        Fault.Kind.BROKEN));
    }

    @Override
    @Test
    @Covers({"R1.13"})
    void aDiscreetMessageHoldsItsWordsByteForByteAndNothingElse() {
        channel().send(message("n1"));

        Request request = requests().getFirst();
        assertThat(request.headers().keySet()).containsExactlyInAnyOrderElementsOf(headers());
        assertThat(opened(request))
                .isEqualTo(
                        "{\"title\":\"When you have time\",\"body\":\"There is something for"
                                + " you.\\nIt will wait.\"}");
    }

    @Override
    @Test
    @Covers({"F20"})
    void namesTheHostAndPortItSpeaksTo() {
        // named by nobody here, so no private address is ever open to it
        assertThat(channel().endpoint()).isEmpty();
    }

    @Test
    @Covers({"R1.14"})
    void showsNobodyBetweenHowLongTheTextIs() {
        channel().send(message("n1", "a", "b"));
        channel().send(message("n2", "a", "\"\u20ac\\".repeat(5000)));

        assertThat(requests())
                .allSatisfy(request ->
                        assertThat(request.payload().orElseThrow().bytes()).hasSize(4096));
        assertThat(taken().get(1).body()).startsWith("\"\u20ac\\").endsWith("\u2026");
    }

    @Test
    void sealsEachMessageUnderAKeyOfItsOwn() {
        channel().send(message("n1"));
        channel().send(message("n1"));

        assertThat(requests().get(0).payload().orElseThrow().bytes())
                .isNotEqualTo(requests().get(1).payload().orElseThrow().bytes());
        assertThat(opened(requests().get(0))).isEqualTo(opened(requests().get(1)));
    }

    @Test
    void showsThePushServerThatItIsAlwaysTheSameSender() throws Exception {
        channel().send(message("n1"));

        Request request = requests().getFirst();
        assertThat(request.address()).isEqualTo(URI.create(ENDPOINT));
        assertThat(request.headers())
                .containsEntry("TTL", "604800")
                .containsEntry("Content-Encoding", "aes128gcm");
        String shown = request.headers().getOrDefault("Authorization", "");
        assertThat(shown).startsWith("vapid t=").endsWith(", k=" + PUBLIC);
        String[] token = shown.substring("vapid t=".length(), shown.indexOf(',')).split("\\.", -1);
        assertThat(decoded(token[0])).isEqualTo("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
        assertThat(decoded(token[1]))
                .isEqualTo(
                        "{\"aud\":\"https://service.example\",\"exp\":"
                                + AT.plusSeconds(43_200).getEpochSecond()
                                + ",\"sub\":\"mailto:canary@letters.example\"}");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(P256.publicKey(Base64.getUrlDecoder().decode(PUBLIC)));
        signature.update((token[0] + "." + token[1]).getBytes(UTF_8));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }

    @Test
    void saysThatASubscriptionHasEnded() {
        assertThat(answering(new Reply.Refused(410, body(error()))).send(message("n1")))
                .isEqualTo(
                        new Delivery.Never(
                                new Fault(
                                        Fault.Kind.GONE,
                                        "push server service.example says that the subscription"
                                                + " has ended; take a new one")));
    }

    @Test
    void refusesWrongSettingsWithoutRepeatingThem() {
        String subscription = WebFixture.sample("webpush-subscription.json");
        for (String wrong :
                List.of(
                        "canary",
                        "{}",
                        subscription.replace("https", "http"),
                        subscription.replace("push.example.org", "canary@push.example.org"),
                        subscription.replace("FDNyXLeZwXPBszD7ovnK6g", "FDNy"),
                        subscription.replace("BHR9o", "BHR8o"))) {
            assertThat(
                            problems(
                                    settings()
                                            .put(
                                                    "subscription-file",
                                                    WebFixture.file(folder, "wrong", wrong))))
                    .as(wrong)
                    .hasSize(1)
                    .allSatisfy(problem ->
                            assertThat(problem.toList().getFirst()).isEqualTo("subscription-file"));
        }
        for (String wrong :
                List.of(
                        "canary",
                        "{}",
                        pair(PUBLIC, "AA"),
                        pair(text("receiver_public_p256dh"), PRIVATE))) {
            assertThat(problems(settings().put("key-file", WebFixture.file(folder, "w", wrong))))
                    .hasSize(1)
                    .allSatisfy(problem ->
                            assertThat(problem.toList().getFirst()).isEqualTo("key-file"));
        }
        assertThat(problems(settings().put("contact", "canary")))
                .containsExactly(problem("contact", "must be a mailto: or https: address"));
    }

    @Test
    void sendsWithoutAContactToo() {
        assertThat(build(settings().put("contact", null), new FakeHttp(_ -> null), new Problems()))
                .isPresent();
    }
}
