package org.quietbell.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.quietbell.json.Json;

class ExplainingTest {
    @Test
    void readsADateALine() {
        assertThat(Explaining.date("{\"id\":7,\"text\":\"Thu, 01 Jan 2004 19:48:21.5 GMT\"}"))
                .isEqualTo("{\"id\":7,\"iso\":\"2004-01-01T19:48:21Z\"}");
        assertThat(Explaining.date("{\"id\":\"a\",\"text\":\"soon\"}"))
                .isEqualTo("{\"id\":\"a\",\"iso\":null}");
    }

    @Test
    void saysWhatIsWrongWithALineAndKeepsItsId() {
        assertThat(Explaining.date("{\"id\":\"a\"}"))
                .isEqualTo("{\"id\":\"a\",\"error\":\"text: must be a text\"}");
        assertThat(Explaining.date("nonsense"))
                .isEqualTo("{\"error\":\"the line is not one JSON object\"}");
        assertThat(Explaining.date("[]"))
                .isEqualTo("{\"error\":\"the line is not one JSON object\"}");
        assertThat(Explaining.feed("{\"id\":1,\"data_b64\":\"%%%=a\"}")).contains("\"id\":1");
        assertThat(Explaining.feed("{\"id\":1}"))
                .isEqualTo("{\"id\":1,\"error\":\"data_b64: must be a text\"}");
    }

    @Test
    void readsAFeedALine() throws Exception {
        String feed =
                "<rss><channel xml:base=\"sub/\"><title>T &amp;amp; U</title><link>/</link><item>"
                        + "<title>&lt;b&gt;Ada&lt;/b&gt;</title><link>1</link><guid isPermaLink=\"false\">g</guid>"
                        + "<description>&lt;p onclick=\"x()\"&gt;Hi&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description>"
                        + "<pubDate>Thu, 01 Jan 2004 00:00:00 GMT</pubDate></item></channel></rss>";
        String line =
                Json.object()
                        .put("id", "f1")
                        .put("url", "http://a.example.org/feed")
                        .put("headers", Json.object().put("Content-Type", "text/xml").build())
                        .put("data_b64", Base64.getEncoder().encodeToString(feed.getBytes(UTF_8)))
                        .build()
                        .line();

        Json out = Json.read(Explaining.feed(line));

        assertThat(out.line())
                .isEqualTo(
                        "{\"id\":\"f1\",\"ok\":true,\"feed\":{\"title\":\"T & U\","
                                + "\"link\":\"http://a.example.org/\",\"id\":\"\"},\"entries\":[{"
                                + "\"title\":\"Ada\",\"link\":\"http://a.example.org/sub/1\","
                                + "\"id\":\"g\",\"author\":\"\",\"summary\":\"<p>Hi</p>\","
                                + "\"content\":\"\",\"published\":\"2004-01-01T00:00:00Z\","
                                + "\"updated\":null}]}");
    }

    @Test
    void saysWhyAFeedCannotBeRead() {
        String html = Base64.getEncoder().encodeToString("<html></html>".getBytes(UTF_8));

        assertThat(Explaining.feed("{\"id\":1,\"url\":\"::\",\"data_b64\":\"" + html + "\"}"))
                .isEqualTo(
                        "{\"id\":1,\"ok\":false,\"problem\":\"feed: a web page where a feed was"
                                + " due\",\"feed\":{\"title\":\"\",\"link\":\"\",\"id\":\"\"},"
                                + "\"entries\":[]}");
    }
}
