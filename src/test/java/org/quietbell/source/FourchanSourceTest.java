package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.SettableClock;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

class FourchanSourceTest extends JsonContractKit {
    @Override
    String type() {
        return "fourchan";
    }

    @Override
    List<String> missing() {
        return List.of("board");
    }

    @Override
    Json settings() {
        return Json.object()
                .put("url", "https://a.example.org/" + CANARY)
                .put("board", "loom")
                .build();
    }

    @Override
    Query query() {
        return new Query.Everything();
    }

    @Override
    boolean givesAddresses() {
        return false;
    }

    @Override
    int mostLost() {
        return 2; // a thread and the reply shown with it
    }

    @Override
    String sample() {
        return Fixtures.text("fourchan-catalog.json");
    }

    @Override
    String entry(String title, @Nullable String address, @Nullable String date) {
        Json thread = object("no", "7", "sub", title, "time", date);
        return "[" + Json.object().put("threads", List.of(thread)).build().line() + "]";
    }

    @Override
    String nothingFound() {
        return "[{\"page\":1,\"threads\":[]}]";
    }

    @Override
    List<ErrorRow> errorRows() {
        return List.of(
                ErrorRow.html(404, "<html>Fixture</html>", Fault.Kind.MISCONFIGURED),
                ErrorRow.html(403, "<html>Fixture</html>", Fault.Kind.BLOCKED),
                ErrorRow.html(429, "<html>Fixture</html>", Fault.Kind.QUOTA),
                ErrorRow.json(200, "[]", Fault.Kind.BROKEN));
    }

    @Test
    void asksForTheCatalogueAndForNobody() {
        Source source = built(Json.object().put("board", "/g/").build());

        assertThat(source.request(query()).orElseThrow().address())
                .hasToString("https://a.4cdn.org/g/catalog.json");
        assertThat(source.ask(account("@ada"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../x", "g?x=1"})
    void refusesWhatIsNoBoard(String board) {
        assertThat(problemsWith("board", board)).containsExactly("board");
    }

    @Test
    @Covers("R3.11")
    void readsThreadsAndLastRepliesWithBrokenHandlesMadeWholeAndNoPicture() throws Exception {
        List<Finding> findings = parsed(Bodies.of(sample(), contentType())).findings();

        Finding thread = findings.getFirst();
        assertThat(thread.title()).isEqualTo("loom general");
        assertThat(thread.snippet())
                .isEqualTo("who is >ilse_bo asking | Anonymous | loom | loom-general");
        assertThat(thread.address())
                .isEqualTo("https://boards.4chan.org/loom/thread/70000001#p70000001");
        assertThat(thread.item()).isEqualTo("loom/70000001");
        assertThat(thread.published()).contains(Instant.ofEpochSecond(1_794_726_849L));
        assertThat(findings.get(1).address())
                .isEqualTo("https://boards.4chan.org/loom/thread/70000001#p70000002");
        assertThat(findings.toString())
                .doesNotContain("1794726849000123", ".jpg", "AAAAAAAAAAAAAAAAAAAAAA");
    }

    @Test
    void asksWhetherTheCatalogueHasChanged() {
        FakeHttp asked = new FakeHttp(new Reply.NotModified(Bodies.of("", "")));
        Validators known =
                new Validators(
                        java.util.Optional.empty(),
                        java.util.Optional.of("Sun, 15 Nov 2026 08:00:00 GMT"));

        Answer answer =
                new Asker(asked, new SettableClock(Bodies.NOW)).ask(source(), query(), known);

        assertThat(answer).isInstanceOf(Answer.Unchanged.class);
        assertThat(asked.asked.getFirst().headers())
                .containsEntry("If-Modified-Since", "Sun, 15 Nov 2026 08:00:00 GMT");
    }
}
