package org.quietbell.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.SecretFiles;
import org.quietbell.config.Problem;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Endpoint;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;
import org.quietbell.notice.Level;
import org.quietbell.notice.NoticeId;

class NtfyChannelTest extends ChannelContractKit {
    private static final String TOPIC = "canary-topic-4f9a";
    private static final String TOKEN = "tk_canarytoken77";
    private static final URI ROOT = URI.create("https://push.example/");
    private static final Instant UNTIL = AT.plusSeconds(90);

    @TempDir private Path folder;
    private final FakeHttp good = new FakeHttp(_ -> ok(echo(), ROOT));

    @BeforeEach
    void writeSecrets() throws IOException {
        SecretFiles.write(folder.resolve("topic"), TOPIC + "\n");
        SecretFiles.write(folder.resolve("token"), TOKEN + "\n");
    }

    private static String echo() {
        return "{\"id\":\"fix01\",\"time\":1,\"event\":\"message\",\"topic\":\"" + TOPIC + "\"}";
    }

    private static Body body(String text, URI from) {
        return new Body(text.getBytes(UTF_8), "application/json", AT, from, Map.of());
    }

    private static Reply ok(String text, URI from) {
        return new Reply.Ok(200, body(text, from));
    }

    private Json.Builder settings() {
        return Json.object()
                .put("url", "https://push.example")
                .put("topic-file", folder.resolve("topic").toString())
                .put("token-file", folder.resolve("token").toString());
    }

    private Channel to(FakeHttp http) {
        return build(settings(), http, new Problems()).orElseThrow();
    }

    private static Optional<Channel> build(Json.Builder json, FakeHttp http, Problems problems) {
        return NtfyChannel.build(ID, Section.of(json.build(), problems), http);
    }

    @Override
    Channel channel() {
        return to(good);
    }

    @Override
    List<Taken> taken() {
        return good.requests().stream()
                .map(request -> {
                    Json json = sent(request);
                    return new Taken(
                            List.of(json.at("topic").text().orElseThrow()),
                            request.headers().getOrDefault("X-Sequence-ID", ""),
                            json.at("title").text().orElseThrow(),
                            json.at("message").text().orElseThrow(),
                            request.address() + " " + request.headers() + " " + json.line());
                })
                .toList();
    }

    private static Json sent(Request request) {
        try {
            return Json.read(request.payload().orElseThrow().bytes());
        } catch (MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    List<String> secrets() {
        return List.of(TOPIC, TOKEN, "canary");
    }

    @Override
    List<Refusal> refusals() {
        return List.of(
                refused(400, 40009, Fault.Kind.MISCONFIGURED),
                refused(401, 40101, Fault.Kind.BLOCKED),
                refused(403, 40301, Fault.Kind.BLOCKED),
                refused(404, 40401, Fault.Kind.GONE),
                refused(410, 41001, Fault.Kind.GONE),
                refused(413, 41303, Fault.Kind.TOO_LARGE),
                refused(422, 42201, Fault.Kind.MISCONFIGURED),
                refused(500, 50001, Fault.Kind.TROUBLED),
                refused(507, 50701, Fault.Kind.TROUBLED),
                new Refusal(
                        "429 with a time",
                        answering(new Reply.RateLimited(UNTIL, 429, body(error(42901), ROOT))),
                        Fault.Kind.QUOTA,
                        Optional.of(UNTIL)),
                new Refusal(
                        "503 with a time",
                        answering(new Reply.RateLimited(UNTIL, 503, body(error(50301), ROOT))),
                        Fault.Kind.TROUBLED,
                        Optional.of(UNTIL)),
                new Refusal(
                        "no answer within the deadline",
                        answering(failed(Fault.Kind.UNREACHABLE)),
                        Fault.Kind.UNREACHABLE),
                new Refusal(
                        "an address that is guarded",
                        answering(failed(Fault.Kind.REFUSED)),
                        Fault.Kind.REFUSED),
                new Refusal(
                        "a login page",
                        answering(ok("<html>Sign in, canary</html>", ROOT)),
                        Fault.Kind.BROKEN),
                new Refusal(
                        "an answer without the echo",
                        answering(ok("{\"event\":\"open\",\"id\":\"x\"}", ROOT)),
                        Fault.Kind.BROKEN),
                new Refusal(
                        "a redirect that was followed",
                        answering(ok(echo(), URI.create("https://other.example/"))),
                        Fault.Kind.REFUSED),
                new Refusal(
                        "nothing new",
                        answering(new Reply.NotModified(body("", ROOT))),
                        Fault.Kind.BROKEN));
    }

    private Refusal refused(int status, int code, Fault.Kind kind) {
        return new Refusal(
                status + " with " + code,
                answering(new Reply.Refused(status, body(error(code), ROOT))),
                kind);
    }

    private static Reply failed(Fault.Kind kind) {
        return new Reply.Failed(new Fault(kind, "push.example did not answer"));
    }

    private static String error(int code) {
        return "{\"code\":" + code + ",\"error\":\"not for " + TOPIC + "\"}";
    }

    private Channel answering(Reply reply) {
        return to(new FakeHttp(_ -> reply));
    }

    @Test
    @Covers({"R1.13"})
    void sendsTopicTitleAndMessageToTheRootAndNothingElse() {
        channel().send(message("n1"));

        Request request = good.requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.address()).isEqualTo(ROOT);
        assertThat(sent(request).members().keySet()).containsExactly("topic", "title", "message");
        assertThat(request.headers().keySet())
                .containsExactlyInAnyOrder("Authorization", "Cache", "Firebase", "X-Sequence-ID");
        assertThat(request.headers()).containsEntry("Authorization", "Bearer " + TOKEN);
    }

    @Test
    void keepsTextOnTheServerForPhonesThatAreOffAndAwayFromTheRelay() {
        channel().send(message("n1"));

        assertThat(good.requests().getFirst().headers())
                .containsEntry("Cache", "yes")
                .containsEntry("Firebase", "no");
    }

    @Test
    void obeysWhatIsSetForCacheAndRelay() {
        build(settings().put("cache", false).put("firebase", true), good, new Problems())
                .orElseThrow()
                .send(message("n1"));

        assertThat(good.requests().getFirst().headers())
                .containsEntry("Cache", "no")
                .containsEntry("Firebase", "yes");
    }

    @Test
    void cutsAMessageThatWouldBecomeAnAttachment() {
        channel().send(message("n1", "Soon", "\u20ac".repeat(3000)));

        assertThat(taken().getFirst().body().getBytes(UTF_8).length)
                .isLessThanOrEqualTo(4096)
                .isGreaterThan(4090);
    }

    @Test
    void sendsTheTitleAsTextWhenThereIsNoText() {
        channel().send(message("n1", "Soon", " \n"));

        assertThat(taken().getFirst().body()).isEqualTo("Soon");
    }

    @Test
    void namesTheHostAndPortItSpeaksTo() {
        assertThat(channel().endpoint()).contains(new Endpoint("push.example", 443));
        assertThat(
                        build(settings().put("url", "http://127.0.0.1:8090/"), good, new Problems())
                                .orElseThrow()
                                .endpoint())
                .contains(new Endpoint("127.0.0.1", 8090));
    }

    @Test
    void takesATopicFromTheSettingsInsteadOfAFile() {
        Json.Builder settings =
                Json.object().put("url", "https://push.example/").put("topic", TOPIC);

        assertThat(build(settings, good, new Problems())).isPresent();
    }

    @Test
    void refusesWrongSettingsAllAtOnceWithoutRepeatingThem() {
        Problems problems = new Problems();

        build(
                Json.object()
                        .put("url", "https://push.example/" + TOPIC)
                        .put("topic", "no canary!"),
                good,
                problems);
        build(
                Json.object()
                        .put("url", "http://push.example/")
                        .put("topic", "a")
                        .put("cache", "?"),
                good,
                problems);
        build(
                settings()
                        .put("token-file", folder.resolve("missing").toString())
                        .put("topic", "a"),
                good,
                problems);
        build(Json.object(), good, problems);

        assertThat(problems.all())
                .extracting(Problem::key, Problem::what)
                .containsExactlyInAnyOrder(
                        pair("url", "must be the server's root; the topic goes into topic-file"),
                        pair("topic", "must be 1 to 64 of A-Z a-z 0-9 - _"),
                        pair("url", "must be https, unless the server stands in your own network"),
                        pair("cache", "must be true or false"),
                        pair("topic-file", "stands beside topic; keep one of the two"),
                        pair("token-file", "there is no such file: make it, or name another"),
                        pair("url", "is missing"),
                        pair(
                                "topic-file",
                                "is missing; write the name of a file that holds the topic"));
    }

    private static org.assertj.core.groups.Tuple pair(String key, String what) {
        return org.assertj.core.groups.Tuple.tuple(key, what);
    }

    @Test
    @Covers("R1.14")
    void carriesOneButtonThatPausesOnlyWhereALinkWasGiven() {
        PauseLink link =
                new PauseLink(URI.create("https://notes.example/q/abc"), "Pause for 7 days");

        channel().send(message("n1"));
        channel().send(outline(Optional.empty()));
        channel().send(outline(Optional.of(link)));

        assertThat(sent(good.requests().get(0)).members()).doesNotContainKey("actions");
        assertThat(sent(good.requests().get(1)).members()).doesNotContainKey("actions");
        assertThat(sent(good.requests().get(2)).at("actions").line())
                .isEqualTo(
                        "[{\"action\":\"http\",\"label\":\"Pause for 7 days\","
                                + "\"url\":\"https://notes.example/q/abc\","
                                + "\"method\":\"POST\",\"clear\":true}]");
    }

    private static Message outline(Optional<PauseLink> link) {
        return new Message(
                new NoticeId("n2"),
                CASE,
                ID,
                RECIPIENT,
                AT,
                Level.OUTLINE,
                "New",
                "One new thing.",
                List.of(HIT),
                link);
    }
}
