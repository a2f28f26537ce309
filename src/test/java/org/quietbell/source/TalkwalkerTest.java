package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

class TalkwalkerTest extends FeedContractKit {
    @Override
    String type() {
        return "talkwalker";
    }

    @Override
    Json settings() {
        return Json.object()
                .put("url", "https://alerts.talkwalker.com/alerts/rss/" + CANARY)
                .build();
    }

    @Override
    Query query() {
        return new Query.Everything();
    }

    @Override
    String sample() {
        return Fixtures.text("talkwalker-alerts.rss.xml");
    }

    @Test
    void isGoneWithItsService() {
        Reply gone = new Reply.Refused(410, Bodies.of("<html>See our plans</html>", "text/html"));

        assertThat(fault(ask(gone)).kind()).isEqualTo(Fault.Kind.GONE);
    }

    @Test
    void neverTakesItsMakersShopWindowForAnEmptyFeed() {
        String shop = "<!doctype html><html><body><h1>Our plans and prices</h1></body></html>";

        assertThat(fault(answerTo(shop, "text/html")).kind()).isEqualTo(Fault.Kind.BROKEN);
    }

    @Test
    void readsItsWordsWithoutMarkup() throws Exception {
        List<Finding> findings = parsed(Bodies.of(sample(), contentType())).findings();

        assertThat(findings.getFirst().snippet())
                .isEqualTo("Textile maker Ilse Brandvold-Okoro cut the thread.");
        assertThat(findings.getFirst().item()).isEqualTo("fixture-tw-1");
    }
}
