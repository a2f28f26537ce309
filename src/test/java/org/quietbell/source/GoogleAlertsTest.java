package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

class GoogleAlertsTest extends FeedContractKit {
    @Override
    String type() {
        return "google-alerts";
    }

    @Override
    Json settings() {
        return Json.object().put("url", "https://www.google.com/alerts/feeds/" + CANARY).build();
    }

    @Override
    Query query() {
        return new Query.Everything();
    }

    @Override
    String sample() {
        return Fixtures.text("google-alerts.atom.xml");
    }

    @Override
    String nothingFound() {
        return Fixtures.text("google-alerts-empty.atom.xml");
    }

    @Test
    void readsTextThatIsEscapedTwiceAndKeepsTheIdAndTheLinkAsTheyCame() throws Exception {
        Finding one = parsed(Bodies.of(sample(), contentType())).findings().getFirst();

        assertThat(one.item())
                .isEqualTo("tag:google.com,2013:googlealerts/feed:1000000000000000001");
        assertThat(one.title())
                .isEqualTo("Town library opens mending room with Ilse Brandvold-Okoro & friends");
        assertThat(one.snippet())
                .isEqualTo("Textile maker Ilse Brandvold-Okoro cut the thread on Sunday ...");
        assertThat(one.address()).startsWith("https://www.google.com/url?rct=j&sa=t&url=https://");
    }

    @Test
    void refusesThePageWhereAlertsAreMade() {
        Problems problems = new Problems();
        Json settings = Json.object().put("url", "https://www.google.com/alerts").build();

        Sources.build(new SourceId("a"), type(), Section.of(settings, problems));

        assertThat(problems.all().getFirst().what()).contains("not a feed");
    }
}
