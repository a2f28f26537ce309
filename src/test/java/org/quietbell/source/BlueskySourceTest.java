package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.SettableClock;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.json.Json;

class BlueskySourceTest extends JsonContractKit {
    private static final String SESSION = Fixtures.text("bluesky-createsession.json");
    private static final String EXPIRED = "{\"error\":\"ExpiredToken\",\"message\":\"Fixture\"}";

    @Override
    Map<String, String> nothingLeft() {
        return Map.of(
                "ratelimit-remaining",
                "0",
                "ratelimit-reset",
                String.valueOf(RESET.getEpochSecond()));
    }

    @Override
    String type() {
        return "bluesky";
    }

    @Override
    boolean isKeyed() {
        return true;
    }

    @Override
    boolean givesAddresses() {
        return false;
    }

    @Override
    String words(Finding finding) {
        return finding.snippet();
    }

    @Override
    List<String> missing() {
        return List.of("user", "password-file");
    }

    @Override
    Json settings() {
        return Json.object().put("user", "@watcher.example.org").put("password", CANARY).build();
    }

    @Override
    List<Reply> conversation(Reply answer) {
        return List.of(new Reply.Ok(200, Bodies.of(SESSION, contentType())), answer);
    }

    @Override
    Step step(Source source) throws MalformedReplyException {
        Step signIn = source.ask(query()).orElseThrow();
        return signIn.reading().read(Bodies.of(SESSION, contentType())).next().orElseThrow();
    }

    @Override
    String sample() {
        return Fixtures.text("bluesky-searchposts.json");
    }

    @Override
    String entry(String title, @Nullable String address, @Nullable String date) {
        Json.Builder post = Json.object();
        object("uri", "at://did:plc:a/app.bsky.feed.post/k", "indexedAt", date)
                .members()
                .forEach(post::put);
        post.put("record", object("text", title));
        return Json.object().put("posts", List.of(post.build())).build().line();
    }

    @Override
    String nothingFound() {
        return "{\"posts\":[],\"hitsTotal\":0}";
    }

    @Override
    List<ErrorRow> errorRows() {
        return List.of(
                ErrorRow.json(
                        401, Fixtures.text("bluesky-error-401.json"), Fault.Kind.MISCONFIGURED),
                ErrorRow.json(400, EXPIRED, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(
                        400,
                        "{\"error\":\"BadQueryString\",\"message\":\"Fixture\"}",
                        Fault.Kind.MISCONFIGURED),
                ErrorRow.html(403, Fixtures.text("bluesky-403.html"), Fault.Kind.MISCONFIGURED),
                ErrorRow.json(429, "{\"error\":\"RateLimitExceeded\"}", Fault.Kind.QUOTA));
    }

    @Test
    void signsInWithTheAppPasswordAndThenSearchesAtTheSameServer() {
        pages(source(), SESSION, sample());

        assertThat(http.asked.getFirst().address())
                .hasToString("https://bsky.social/xrpc/com.atproto.server.createSession");
        assertThat(http.asked.get(1).address().getHost()).isEqualTo("bsky.social");
        assertThat(parameters(http.asked.get(1).address()))
                .containsExactly(
                        Map.entry("q", "\"Ada Marlowe-Quist\""),
                        Map.entry("sort", "latest"),
                        Map.entry("limit", "100"));
        assertThat(http.asked.get(1).headers())
                .containsEntry("Authorization", "Bearer fixture.access.jwt");
        assertThat(source().foreseen(query()))
                .extracting(Step::asked)
                .containsExactly(
                        "https://bsky.social/xrpc/com.atproto.server.createSession",
                        http.asked.get(1).address().toString());
    }

    @Test
    void keepsTheSessionForFurtherQuestions() {
        Source source = source();
        pages(source, SESSION, sample());

        pages(source, sample());

        assertThat(http.asked).hasSize(1);
    }

    @Test
    void renewsASessionThatHasEndedAndGoesOn() {
        Source source = source();
        pages(source, SESSION, sample());
        String fresh = SESSION.replace("fixture.", "fresh.");

        FakeHttp asked =
                replies(
                        source,
                        new Reply.Refused(400, Bodies.of(EXPIRED, contentType())),
                        ok(fresh),
                        ok(sample()));

        assertThat(asked.asked)
                .extracting(sent -> sent.headers().get("Authorization"))
                .containsExactly(
                        "Bearer fixture.access.jwt",
                        "Bearer fixture.refresh.jwt",
                        "Bearer fresh.access.jwt");
        assertThat(asked.asked.get(1).address().getPath()).endsWith("refreshSession");
    }

    @Test
    void signsInAnewOnlyWhenTheSessionCannotBeRenewed() {
        Source source = source();
        pages(source, SESSION, sample());

        FakeHttp asked =
                replies(
                        source,
                        new Reply.Refused(401, Bodies.of(EXPIRED, contentType())),
                        new Reply.Refused(400, Bodies.of(EXPIRED, contentType())),
                        ok(SESSION),
                        ok(sample()));

        assertThat(asked.asked).hasSize(4);
        assertThat(asked.asked.get(2).address().getPath()).endsWith("createSession");
    }

    @Test
    void saysThatTheSignInIsWrongAndDoesNotRepeatIt() {
        FakeHttp asked =
                new FakeHttp(
                        new Reply.Refused(
                                401,
                                Bodies.of(
                                        "{\"error\":\"AuthenticationRequired\",\"message\":\""
                                                + CANARY
                                                + "\"}",
                                        contentType())));

        Answer answer =
                new Asker(asked, new SettableClock(Bodies.NOW))
                        .ask(source(), query(), Validators.NONE);

        assertThat(fault(answer).kind()).isEqualTo(Fault.Kind.MISCONFIGURED);
        assertThat(fault(answer).detail()).contains("app password").doesNotContain(CANARY);
    }

    @Test
    void asksTheAccountsOwnServerAndNeverThePublicOne() {
        assertThat(
                        with("url", "https://pds.example.org")
                                .request(query())
                                .orElseThrow()
                                .address()
                                .getHost())
                .isEqualTo("pds.example.org");
        assertThat(problemsWith("url", "https://public.api.bsky.app")).containsExactly("url");
    }

    @Test
    void readsLinksHiddenInAPostAndWhenTheNetworkSawIt() throws Exception {
        Finding one = parsed(Bodies.of(sample(), contentType())).findings().getFirst();

        assertThat(one.snippet())
                .isEqualTo(
                        "Is this really Ilse Brandvold-Okoro's new account? | someone.example.org"
                                + " | Someone | https://social.example.net/@ilse_bo | ilse_bo"
                                + " | https://social.example.net/@ilse_bo");
        assertThat(one.address())
                .isEqualTo(
                        "https://bsky.app/profile/did:plc:fixtureaaaaaaaaaaaaaaaaa/post/3fixturerkey01");
        assertThat(one.published()).contains(Instant.parse("2026-11-15T06:58:22.001Z"));
    }

    @Test
    @Covers("F25")
    void waitsUntilItsHeaderSays() {
        long reset = Bodies.NOW.plusSeconds(300).getEpochSecond();
        Reply limited =
                new Reply.RateLimited(
                        Bodies.NOW.plusSeconds(60),
                        429,
                        Bodies.of(
                                "{}",
                                contentType(),
                                Map.of("ratelimit-reset", String.valueOf(reset))));

        assertThat(until(ask(limited))).isEqualTo(Bodies.NOW.plusSeconds(300));
    }

    private FakeHttp replies(Source source, Reply... replies) {
        FakeHttp asked = new FakeHttp(replies);
        Answer answer =
                new Asker(asked, new SettableClock(Bodies.NOW))
                        .ask(source, query(), Validators.NONE);
        assertThat(page(answer).findings()).hasSize(2);
        return asked;
    }

    private Reply ok(String text) {
        return new Reply.Ok(200, Bodies.of(text, contentType()));
    }
}
