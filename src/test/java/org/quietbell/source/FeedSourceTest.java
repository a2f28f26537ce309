package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.SecretFiles;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

class FeedSourceTest extends FeedContractKit {
    @Override
    String type() {
        return "feed";
    }

    @Override
    Json settings() {
        return Json.object().put("url", "https://alerts.example.org/feeds/" + CANARY).build();
    }

    @Override
    Query query() {
        return new Query.Everything();
    }

    @Override
    String sample() {
        return """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom"><id>urn:f</id><title>Alert</title>
        <entry><id>urn:1</id><title type="html">Talk by &lt;b&gt;Ada Marlowe&lt;/b&gt;</title>
        <link href="https://news.example.org/1"/><published>2026-11-15T07:05:00Z</published>
        <summary>Beginning of…</summary><content type="html">Beginning of a long report</content>
        <author><name>Desk</name></author></entry>
        <entry><id>urn:2</id><title>Two</title><link href="two"/><updated>2026-11-14T07:05:00Z</updated></entry>
        </feed>
        """;
    }

    @Test
    void keepsIdAddressAndAllThatMayNameHer() throws Exception {
        Page page = parsed(Bodies.of(sample(), contentType()));

        Finding one = page.findings().getFirst();
        assertThat(one.item()).isEqualTo("urn:1");
        assertThat(one.title()).isEqualTo("Talk by Ada Marlowe");
        assertThat(one.snippet()).isEqualTo("Beginning of a long report | Desk");
        assertThat(one.address()).isEqualTo("https://news.example.org/1");
        Finding two = page.findings().get(1);
        assertThat(two.address()).isEqualTo("http://news.example.org/feeds/two");
        assertThat(two.claimed()).contains("2026-11-14T07:05:00Z");
        assertThat(two.published()).isPresent();
    }

    @Test
    void resolvesRelativeLinksAgainstTheContentLocation() throws Exception {
        Page page =
                parsed(
                        Bodies.of(
                                sample(),
                                contentType(),
                                Map.of("content-location", "/other/feed")));

        assertThat(page.findings().get(1).address()).isEqualTo("http://news.example.org/other/two");
    }

    @Test
    void keepsWordsOfDifferentFieldsApart() throws Exception {
        String feed =
                "<rss><channel><item><description>Written by Ada</description>"
                        + "<author>Marlowe</author></item></channel></rss>";

        Page page = parsed(Bodies.of(feed, "text/xml"));

        assertThat(page.findings().getFirst().snippet()).isEqualTo("Written by Ada | Marlowe");
    }

    @Test
    void asksTheAddressAsItStandsAndForNobodyInParticular() {
        Request request = source().request(new Query.Everything()).orElseThrow();

        assertThat(request.address()).hasToString("https://alerts.example.org/feeds/" + CANARY);
        assertThat(source().request(account("@ada"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.google.com/alerts",
                "https://www.google.com/alerts/",
                "https://google.co.uk/alerts?hl=en",
                "https://WWW.Google.com/alerts/preview"
            })
    void refusesThePageWhereAlertsAreMade(String address) {
        Problems problems = new Problems();
        Section section = Section.of(Json.object().put("url", address).build(), problems);

        assertThat(Sources.build(new SourceId("a"), "feed", section)).isEmpty();
        assertThat(problems.all().getFirst().what())
                .contains("not a feed")
                .contains("https://www.google.com/alerts/feeds/");
    }

    @Test
    void acceptsAnAlertsFeed() {
        Problems problems = new Problems();
        Json settings = Json.object().put("url", "https://www.google.com/alerts/feeds/1/2").build();

        assertThat(Sources.build(new SourceId("a"), "feed", Section.of(settings, problems)))
                .isPresent();
    }

    @Test
    void readsASecretAddressFromAFile(@TempDir Path folder) throws Exception {
        Path file =
                SecretFiles.write(folder.resolve("alert"), "https://n.example/f/" + CANARY + "\n");
        Json settings = Json.object().put("url-file", file.toString()).build();

        Source source =
                Sources.build(new SourceId("a"), "feed", Section.of(settings, new Problems()))
                        .orElseThrow();

        assertThat(source.request(query()).orElseThrow().address())
                .hasToString("https://n.example/f/" + CANARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x.example/", "not an address", "https://u:p@x.example/", "/a"})
    void refusesAnAddressItCannotAskWithoutRepeatingIt(String address) {
        Problems problems = new Problems();
        Section section = Section.of(Json.object().put("url", address).build(), problems);

        assertThat(Sources.build(new SourceId("a"), "feed", section)).isEmpty();
        assertThat(problems.all())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).doesNotContain(address));
    }

    @Test
    void hasAPaceOfItsOwnOnlyOnThePublicWeb() {
        assertThat(pace("https://news.example.org/f"))
                .isEqualTo(new Pace(1, Duration.ofMinutes(5)));
        assertThat(pace("http://127.0.0.1:18080/a.xml")).isEqualTo(Pace.FREE);
        assertThat(pace("http://[::1]/a.xml")).isEqualTo(Pace.FREE);
        assertThat(pace("http://10.example.org/")).isNotEqualTo(Pace.FREE);
    }

    private static Pace pace(String address) {
        Json settings = Json.object().put("url", address).build();
        return Sources.build(new SourceId("a"), "feed", Section.of(settings, new Problems()))
                .orElseThrow()
                .pace();
    }
}
