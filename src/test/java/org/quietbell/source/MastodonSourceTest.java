package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

class MastodonSourceTest extends JsonContractKit {
    private static final String NO_ACCOUNTS = "{\"accounts\":[],\"statuses\":[],\"hashtags\":[]}";
    private static final String URL = "https://social.example.org";

    @Override
    Map<String, String> nothingLeft() {
        return Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", RESET.toString());
    }

    @Override
    String type() {
        return "mastodon";
    }

    @Override
    boolean isKeyed() {
        return true;
    }

    @Override
    List<String> missing() {
        return List.of("url");
    }

    @Override
    Json settings() {
        return Json.object().put("url", URL).put("token", CANARY).build();
    }

    private Source stranger() {
        return built(Json.object().put("url", URL).build());
    }

    @Override
    List<Reply> conversation(Reply answer) {
        return List.of(
                answer,
                new Reply.Ok(200, Bodies.of("[]", contentType())),
                new Reply.Ok(200, Bodies.of(NO_ACCOUNTS, contentType())));
    }

    @Override
    String sample() {
        return Fixtures.text("mastodon-search.json");
    }

    @Override
    String entry(String title, @Nullable String address, @Nullable String date) {
        Json account = object("display_name", title, "url", address, "created_at", date);
        return Json.object().put("accounts", List.of(account)).build().line();
    }

    @Override
    String nothingFound() {
        return NO_ACCOUNTS;
    }

    @Override
    List<ErrorRow> errorRows() {
        String error = "{\"error\":\"Fixture\"}";
        return List.of(
                ErrorRow.json(401, error, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(404, error, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(422, error, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(429, error, Fault.Kind.QUOTA),
                ErrorRow.json(200, error, Fault.Kind.BROKEN));
    }

    @Test
    void asksForAccountsTheHashtagAndWithATokenForPosts() {
        pages(source(), NO_ACCOUNTS, "[]", NO_ACCOUNTS);

        assertThat(http.asked)
                .extracting(asked -> asked.address().toString())
                .containsExactly(
                        URL + "/api/v2/search?q=Ada+Marlowe-Quist&type=accounts&limit=40",
                        URL + "/api/v1/timelines/tag/AdaMarloweQuist?limit=40",
                        URL + "/api/v2/search?q=%22Ada+Marlowe-Quist%22&type=statuses&limit=40");
        assertThat(source().foreseen(query()))
                .extracting(Step::asked)
                .containsExactlyElementsOf(
                        http.asked.stream().map(asked -> asked.address().toString()).toList());
        assertThat(http.asked)
                .allSatisfy(asked ->
                        assertThat(asked.headers())
                                .containsEntry("Authorization", "Bearer " + CANARY));
    }

    @Test
    void looksForAnAccountOnAnotherServerByItsFullName() {
        assertThat(asked(source(), account("@ada@social.example.net")))
                .containsEntry("q", "ada@social.example.net");
    }

    @Test
    void readsAccountsAsTheyShowThemselves() throws Exception {
        Finding one = parsed(Bodies.of(sample(), contentType())).findings().getFirst();

        assertThat(one.title()).isEqualTo("Ilse Brandvold-Okoro");
        assertThat(one.snippet()).isEqualTo("ilse_bo@social.example.net | weaver");
        assertThat(one.published()).contains(Instant.parse("2026-11-13T00:00:00Z"));
    }

    @Test
    void readsAPostItsWarningAndWhatItsPictureIsSaidToShow() {
        String timeline =
                Fixtures.text("mastodon-tag-timeline.json")
                        .replace("\"description\": null", "\"description\": \"A loom, by ilse\"");

        Page page = pages(stranger(), NO_ACCOUNTS, timeline);

        assertThat(page.findings()).hasSize(1);
        assertThat(page.findings().getFirst().snippet())
                .isEqualTo(
                        "weaving drama | More about #ilsebrandvold | A loom, by ilse | Someone"
                                + " | someone@social.example.net");
        assertThat(page.toString()).doesNotContain("img.example.org");
    }

    @Test
    @Covers("F26")
    void isBlindWhereAnEmptyHashtagIsOnlyShutToStrangers() {
        String shut =
                "{\"domain\":\"social.example.org\",\"configuration\":{\"timelines_access\":"
                        + "{\"hashtag_feeds\":{\"local\":\"public\",\"remote\":\"authenticated\"}}}}";

        Page page = pages(stranger(), NO_ACCOUNTS, "[]", shut);

        assertThat(page.blind()).contains("mastodon server shows its hashtags to members only");
    }

    @Test
    void asksOnlyOnceWhetherHashtagsAreOpen() {
        Source stranger = stranger();
        Page first = pages(stranger, NO_ACCOUNTS, "[]", "{\"domain\":\"social.example.org\"}");
        Page second = pages(stranger, NO_ACCOUNTS, "[]");

        assertThat(first.isComplete()).isTrue();
        assertThat(second.isComplete()).isTrue();
        assertThat(http.asked).hasSize(2);
    }

    @Test
    void asksAnOldServerByItsOldDescription() {
        FakeHttp asked =
                new FakeHttp(
                        new Reply.Ok(200, Bodies.of(NO_ACCOUNTS, contentType())),
                        new Reply.Ok(200, Bodies.of("[]", contentType())),
                        new Reply.Refused(404, Bodies.of("{}", contentType())),
                        new Reply.Ok(200, Bodies.of("{\"uri\":\"x\"}", contentType())));

        Answer answer =
                new Asker(asked, new org.quietbell.SettableClock(Bodies.NOW))
                        .ask(stranger(), query(), Validators.NONE);

        assertThat(page(answer).isComplete()).isTrue();
    }

    @Test
    @Covers("F25")
    void waitsUntilTheDateInItsHeader() {
        Map<String, String> reset = Map.of("x-ratelimit-reset", "2026-11-22T12:03:00.123456Z");
        Reply limited =
                new Reply.RateLimited(
                        Bodies.NOW.plusSeconds(60), 429, Bodies.of("{}", contentType(), reset));

        assertThat(until(ask(limited)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS))
                .isEqualTo(Instant.parse("2026-11-22T12:03:00Z"));
    }

    @Test
    void asksNoHashtagForANameWithoutLetters() {
        Query odd = new Query.Phrase("***");

        assertThat(stranger().foreseen(odd)).hasSize(1);
    }
}
