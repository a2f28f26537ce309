package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;

class HackerNewsSourceTest extends JsonContractKit {
    @Override
    String type() {
        return "hackernews";
    }

    @Override
    String sample() {
        return Fixtures.text("hn-algolia.json");
    }

    @Override
    boolean givesAddresses() {
        return false;
    }

    @Override
    String entry(String title, @Nullable String address, @Nullable String date) {
        Json hit = object("objectID", "7", "title", title, "url", address, "created_at", date);
        return Json.object().put("hits", List.of(hit)).put("nbPages", 1).build().line();
    }

    @Override
    String nothingFound() {
        return "{\"hits\":[],\"nbHits\":0,\"page\":0,\"nbPages\":0}";
    }

    @Override
    List<ErrorRow> errorRows() {
        return List.of(
                ErrorRow.json(400, "{\"message\":\"Fixture\"}", Fault.Kind.MISCONFIGURED),
                ErrorRow.json(403, "{\"message\":\"Fixture\"}", Fault.Kind.BLOCKED),
                ErrorRow.json(429, "{\"message\":\"Fixture\"}", Fault.Kind.QUOTA));
    }

    @Test
    void asksForStoriesAndCommentsNewestFirstWithoutGuessing() {
        assertThat(asked(source(), query()))
                .containsExactly(
                        Map.entry("query", "\"Ada Marlowe-Quist\""),
                        Map.entry("tags", "(story,comment)"),
                        Map.entry("advancedSyntax", "true"),
                        Map.entry("typoTolerance", "false"),
                        Map.entry("ignorePlurals", "false"),
                        Map.entry("hitsPerPage", "100"),
                        Map.entry("page", "0"));
        assertThat(asked(source(), account("github.com/ada_m")))
                .containsEntry("query", "\"ada_m\"");
    }

    @Test
    void linksToTheItemAndReadsItsText() throws Exception {
        List<Finding> findings = parsed(Bodies.of(sample(), contentType())).findings();

        Finding comment = findings.getFirst();
        assertThat(comment.address()).isEqualTo("https://news.ycombinator.com/item?id=90000001");
        assertThat(comment.title()).isEqualTo("Show HN: A loom simulator");
        assertThat(comment.snippet())
                .isEqualTo("I think ilse_bo wrote that & more: link | fixture_user");
        assertThat(findings.get(1).snippet()).isEqualTo("loomfan | https://loom.example.org/");
    }

    @Test
    void asksForAsManyPagesAsAreSetAndSaysIfThereAreMore() {
        String first = sample().replace("\"nbPages\": 1", "\"nbPages\": 3");

        Page page = pages(with("pages", 2), first, first.replace("9000000", "9100000"));

        assertThat(page.findings()).extracting(Finding::rank).containsExactly(1, 2, 3, 4);
        assertThat(page.remark()).contains("it has more than was asked for");
        assertThat(parameters(http.asked.get(1).address())).containsEntry("page", "1");
    }

    @Test
    void isAPlaceAndSoNeverAskedUnlessChosen() {
        assertThat(HackerNewsSource.TYPE.isPlace()).isTrue();
        assertThat(HackerNewsSource.TYPE.isReady()).isFalse();
    }
}
