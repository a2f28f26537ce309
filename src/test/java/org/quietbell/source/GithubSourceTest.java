package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

class GithubSourceTest extends JsonContractKit {
    private static final String NONE = "{\"total_count\":0,\"items\":[]}";

    @Override
    Map<String, String> nothingLeft() {
        return Map.of(
                "x-ratelimit-remaining",
                "0",
                "x-ratelimit-reset",
                String.valueOf(RESET.getEpochSecond()));
    }

    @Override
    String type() {
        return "github";
    }

    @Override
    boolean isKeyed() {
        return true;
    }

    @Override
    List<String> missing() {
        return List.of();
    }

    @Override
    Json settings() {
        return Json.object().put("token", CANARY).build();
    }

    @Override
    List<Reply> conversation(Reply answer) {
        Reply none = new Reply.Ok(200, Bodies.of(NONE, contentType()));
        return List.of(answer, none, none);
    }

    @Override
    String sample() {
        return Fixtures.text("github-issues.json");
    }

    @Override
    String entry(String title, @Nullable String address, @Nullable String date) {
        Json item = object("title", title, "html_url", address, "created_at", date);
        return Json.object().put("items", List.of(item)).build().line();
    }

    @Override
    String nothingFound() {
        return NONE;
    }

    @Override
    List<ErrorRow> errorRows() {
        String error = "{\"message\":\"Fixture\"}";
        return List.of(
                ErrorRow.json(401, error, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(403, error, Fault.Kind.MISCONFIGURED),
                ErrorRow.json(403, error, Fault.Kind.QUOTA).header("x-ratelimit-remaining", "0"),
                ErrorRow.json(403, error, Fault.Kind.QUOTA).header("retry-after", "60"),
                ErrorRow.json(429, error, Fault.Kind.QUOTA),
                ErrorRow.json(422, error, Fault.Kind.MISCONFIGURED));
    }

    @Test
    void asksForIssuesThenPullRequestsThenCode() {
        Page page = pages(source(), sample(), NONE, Fixtures.text("github-code.json"));

        assertThat(http.asked)
                .extracting(asked -> parameters(asked.address()).get("q"))
                .containsExactly(
                        "\"Ada Marlowe-Quist\" is:issue",
                        "\"Ada Marlowe-Quist\" is:pull-request",
                        "\"Ada Marlowe-Quist\"");
        assertThat(http.asked)
                .extracting(asked -> asked.address().getPath())
                .containsExactly("/search/issues", "/search/issues", "/search/code");
        assertThat(http.asked.getFirst().headers())
                .containsEntry("Accept", "application/vnd.github.text-match+json")
                .containsEntry("X-GitHub-Api-Version", "2022-11-28")
                .containsEntry("Authorization", "Bearer " + CANARY);
        assertThat(page.findings().get(2).snippet())
                .isEqualTo("ilse_bo <ilse@example.org> | loom/sim");
        assertThat(page.blind()).contains("github broke off before it had looked everywhere");
    }

    @Test
    void asksForNoCodeWithoutAToken() {
        pages(built(Json.object().build()), sample(), NONE);

        assertThat(http.asked).hasSize(2);
        assertThat(http.asked.getFirst().headers()).doesNotContainKey("Authorization");
    }

    @Test
    void asksForFurtherPagesWhileTheyAreFull() {
        String full = full();

        Page page = pages(built(Json.object().put("pages", 2).build()), full, full, NONE);

        assertThat(page.findings()).hasSize(200);
        assertThat(parameters(http.asked.get(1).address())).containsEntry("page", "2");
        assertThat(page.remark()).contains("it has more than was asked for");
    }

    private static String full() {
        List<Json> items =
                IntStream.range(0, 100)
                        .mapToObj(i -> object("title", "t", "html_url", "https://g.example/" + i))
                        .toList();
        return Json.object().put("items", items).build().line();
    }

    @Test
    void staysWithinTheLengthThatItTakes() {
        Map<String, String> asked =
                asked(source(), new Query.Phrase("Ada " + "Marlowe ".repeat(60)));

        assertThat(asked.getOrDefault("q", ""))
                .hasSizeLessThanOrEqualTo(256)
                .endsWith("Marlowe\" is:issue");
    }

    @Test
    @Covers("F25")
    void waitsUntilItsHeadersSay() {
        long reset = Bodies.NOW.plusSeconds(600).getEpochSecond();
        Map<String, String> headers =
                Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", String.valueOf(reset));
        Reply refused = new Reply.Refused(403, Bodies.of("{}", contentType(), headers));

        assertThat(until(ask(refused))).isEqualTo(Bodies.NOW.plusSeconds(600));
    }

    @Test
    @Covers("F26")
    void keepsWhatItFoundWhenALaterListingIsRefused() {
        Reply[] replies = {
            new Reply.Ok(200, Bodies.of(sample(), contentType())),
            new Reply.RateLimited(Bodies.NOW.plusSeconds(60), 429, Bodies.of("{}", ""))
        };

        Page page = page(asker(replies).ask(source(), query(), Validators.NONE));

        assertThat(page.findings()).hasSize(2);
        assertThat(page.blind())
                .hasValueSatisfying(
                        why -> assertThat(why).startsWith("only a part could be asked"));
    }

    @Test
    void asksForNoFurtherListingWhereTheBudgetHasNoRoom() {
        FakeHttp asked = new FakeHttp(new Reply.Ok(200, Bodies.of(sample(), contentType())));

        Answer answer =
                new Asker(asked, new org.quietbell.SettableClock(Bodies.NOW))
                        .ask(source(), query(), Validators.NONE, () -> false);

        assertThat(asked.asked).hasSize(1);
        assertThat(page(answer).isComplete()).isFalse();
    }
}
