package org.quietbell.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Endpoint;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.notice.Level;

/// What every channel to a web service keeps to, without a network. A channel's test names its
/// service, reads what was sent to it, and adds what is its own.
abstract class WebChannelKit extends ChannelContractKit {
    static final String SERVER = "https://service.example";

    @TempDir protected Path folder;
    private final FakeHttp good = new FakeHttp(_ -> yes());

    abstract WebFixture fixture();

    /// What a person there would see of a request.
    abstract Taken seen(Request request);

    /// The names that a Discreet message is made of, and no others.
    abstract List<String> members();

    /// The headers, and no others.
    abstract List<String> headers();

    /// An error in the service's own form, which holds all that may not be shown.
    String error() {
        return Json.object().put("error", String.join(" ", secrets())).build().line();
    }

    /// Where a status means something else here than elsewhere.
    Map<Integer, Fault.Kind> otherKinds() {
        return Map.of();
    }

    /// Ways to fail that only this service has.
    List<Refusal> ownRefusals() {
        return List.of();
    }

    URI server() {
        return URI.create(SERVER + "/");
    }

    Json.Builder settings() {
        return fixture().setting().at(SERVER, folder);
    }

    private Reply yes() {
        return new Reply.Ok(fixture().status(), body(fixture().yes()));
    }

    Body body(String text, Map<String, String> headers) {
        return new Body(text.getBytes(UTF_8), "application/json", AT, server(), headers);
    }

    Body body(String text) {
        return body(text, Map.of());
    }

    Optional<Channel> build(Json.Builder settings, FakeHttp http, Problems problems) {
        return fixture().building().of(Section.of(settings.build(), problems), http);
    }

    Channel answering(Reply reply) {
        return build(settings(), new FakeHttp(_ -> reply), new Problems()).orElseThrow();
    }

    @Override
    Channel channel() {
        return build(settings(), good, new Problems()).orElseThrow();
    }

    List<Request> requests() {
        return good.requests();
    }

    static Json sent(Request request) {
        return WebFixture.json(new String(request.payload().orElseThrow().bytes(), UTF_8));
    }

    static String whole(Request request) {
        return request.address() + " " + request.headers() + " " + sent(request).line();
    }

    @Override
    List<Taken> taken() {
        return requests().stream().map(this::seen).toList();
    }

    /// A text without a title of its own: the subject stands on the first line.
    static Taken untitled(Request request, String recipient, String id, String text) {
        String[] parts = text.split("\n", 2);
        return new Taken(
                List.of(recipient), id, parts[0], parts.length > 1 ? parts[1] : "", whole(request));
    }

    @Override
    List<String> secrets() {
        return fixture().secrets();
    }

    @Override
    List<Refusal> refusals() {
        Map<Integer, Fault.Kind> kinds = new LinkedHashMap<>();
        for (int status : new int[] {400, 405, 409, 422}) {
            kinds.put(status, Fault.Kind.MISCONFIGURED);
        }
        kinds.put(401, Fault.Kind.BLOCKED);
        kinds.put(403, Fault.Kind.BLOCKED);
        kinds.put(404, Fault.Kind.GONE);
        kinds.put(410, Fault.Kind.GONE);
        kinds.put(408, Fault.Kind.UNREACHABLE);
        kinds.put(413, Fault.Kind.TOO_LARGE);
        for (int status : new int[] {500, 502, 503, 504, 507}) {
            kinds.put(status, Fault.Kind.TROUBLED);
        }
        kinds.putAll(otherKinds());
        List<Refusal> all = new ArrayList<>();
        kinds.forEach((status, kind) ->
                all.add(
                        new Refusal(
                                "status " + status,
                                answering(new Reply.Refused(status, body(error()))),
                                kind)));
        all.addAll(passing());
        all.addAll(noYes());
        all.addAll(ownRefusals());
        return all;
    }

    private List<Refusal> passing() {
        return List.of(
                rest("429 with a time", 429, Fault.Kind.QUOTA),
                rest("503 with a time", 503, Fault.Kind.TROUBLED),
                failed("no answer within the deadline", Fault.Kind.UNREACHABLE),
                failed("a certificate that nobody signed", Fault.Kind.UNREACHABLE),
                failed("an address that is guarded, or a redirect", Fault.Kind.REFUSED));
    }

    private Refusal rest(String what, int status, Fault.Kind kind) {
        Reply reply = new Reply.RateLimited(AT.plusSeconds(90), status, body("canary"));
        return new Refusal(what, answering(reply), kind, Optional.of(AT.plusSeconds(90)));
    }

    private Refusal failed(String what, Fault.Kind kind) {
        return new Refusal(
                what,
                answering(new Reply.Failed(new Fault(kind, "service.example is not there"))),
                kind);
    }

    /// A 429 that says how long to wait in its own way.
    Refusal rest(String what, String body, Map<String, String> headers, Duration wait) {
        Reply reply = new Reply.RateLimited(AT.plusSeconds(60), 429, body(body, headers));
        return new Refusal(what, answering(reply), Fault.Kind.QUOTA, Optional.of(AT.plus(wait)));
    }

    private List<Refusal> noYes() {
        Body elsewhere =
                new Body(
                        fixture().yes().getBytes(UTF_8),
                        "application/json",
                        AT,
                        URI.create("https://other.example/"),
                        Map.of());
        List<Refusal> all = new ArrayList<>();
        all.add(
                new Refusal(
                        "a redirect that was followed",
                        answering(new Reply.Ok(fixture().status(), elsewhere)),
                        Fault.Kind.REFUSED));
        all.add(
                new Refusal(
                        "nothing new",
                        answering(new Reply.NotModified(body(""))),
                        Fault.Kind.BROKEN));
        if (readsItsYes()) {
            for (String text :
                    List.of("<html>Sign in, canary</html>", "<!DOCTYPE html>\n<p>canary")) {
                all.add(
                        new Refusal(
                                "a login page",
                                answering(new Reply.Ok(200, body(text))),
                                Fault.Kind.BROKEN));
            }
        }
        return all;
    }

    /// Whether a yes shows in the answer's body too.
    boolean readsItsYes() {
        return true;
    }

    @Test
    @Covers({"R1.13", "R2.1"})
    void aDiscreetMessageHoldsItsWordsByteForByteAndNothingElse() {
        channel().send(message("n1"));

        Request request = requests().getFirst();
        assertThat(sent(request).members().keySet()).containsExactlyInAnyOrderElementsOf(members());
        assertThat(request.headers().keySet()).containsExactlyInAnyOrderElementsOf(headers());
        assertThat(sent(request).line())
                .contains("When you have time", "There is something for you.\\nIt will wait.");
    }

    @Test
    void namesTheHostAndPortItSpeaksTo() {
        assertThat(channel().endpoint()).contains(new Endpoint("service.example", 443));
    }

    @Test
    @Covers({"R2.2"})
    void noFaultRepeatsWhatTheServiceWrote() {
        for (Refusal refusal : refusals()) {
            assertThat(refusal.channel().send(message("n1")).toString())
                    .as(refusal.what())
                    .doesNotContain("canary", "Fixture", "Sign in", "html");
        }
    }

    /// A message that may hold foreign words.
    static Message foreign(String body) {
        Message discreet = message("n1", "What there is", body);
        return new Message(
                discreet.notice(),
                discreet.caseId(),
                discreet.channel(),
                discreet.recipient(),
                discreet.at(),
                Level.DETAIL,
                discreet.subject(),
                discreet.body(),
                discreet.hits());
    }

    /// What is wrong with the settings. The registry makes no channel where anything is.
    List<Tuple> problems(Json.Builder settings) {
        Problems problems = new Problems();
        build(settings, good, problems);
        assertThat(problems.all().toString()).doesNotContain(secrets());
        return problems.all().stream()
                .map(problem -> Tuple.tuple(problem.key(), problem.what()))
                .toList();
    }

    static Tuple problem(String key, String what) {
        return Tuple.tuple(key, what);
    }
}
