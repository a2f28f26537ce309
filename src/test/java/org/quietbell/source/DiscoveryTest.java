package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.http.Body;
import org.quietbell.source.Discovery.Found;

class DiscoveryTest {
    private static Found in(String text) {
        return Discovery.in(
                new Body(
                        text.getBytes(StandardCharsets.UTF_8),
                        "text/html",
                        Instant.EPOCH,
                        URI.create("https://blog.example/posts/one.html"),
                        Map.of()));
    }

    private static List<String> addresses(String head) {
        return in("<html><head>" + head + "</head><body><p>words</p></body></html>")
                        instanceof Found.Page(List<Discovery.Link> feeds)
                ? feeds.stream().map(link -> link.address().toString()).toList()
                : List.of();
    }

    @Test
    void knowsAFeed() {
        assertThat(
                        in(
                                "<rss version='2.0'><channel><title>n</title><item><title>a</title>"
                                        + "</item></channel></rss>"))
                .isEqualTo(new Found.Feed(1));
    }

    @Test
    void findsTheFeedsThatAPageNamesBesideItsOwnAddress() {
        assertThat(
                        addresses(
                                "<link rel=alternate type='application/rss+xml' href='/feed.xml'>"
                                        + "<LINK REL='Alternate home' TYPE='Application/Atom+XML;"
                                        + " charset=utf-8' HREF='//other.example/atom'>"))
                .containsExactly("https://blog.example/feed.xml", "https://other.example/atom");
    }

    @Test
    void countsTheBaseOfThePage() {
        assertThat(
                        addresses(
                                "<base href='https://b.example/x/'><link rel=alternate"
                                        + " type=application/atom+xml href=atom>"))
                .containsExactly("https://b.example/x/atom");
    }

    @Test
    void putsWhatIsSaidAboutPagesBehindThePages() {
        assertThat(
                        addresses(
                                "<link rel=alternate type=application/rss+xml href=/comments/feed>"
                                        + "<link rel=alternate type=application/rss+xml href=/feed>"
                                        + "<link rel=alternate type=application/rss+xml href=/feed>"))
                .containsExactly("https://blog.example/feed", "https://blog.example/comments/feed");
    }

    @Test
    void guessesFromLinksWhereNothingIsAnnounced() {
        assertThat(
                        addresses(
                                "</head><body><a href='/about'>About</a><a href='/rss'>News</a>"
                                        + "<a href='/feeder/hay'>no</a><a href='/a/b.atom'>b</a>"))
                .containsExactly("https://blog.example/rss", "https://blog.example/a/b.atom");
    }

    @Test
    @Covers("R2.11")
    void offersOnlyWebAddressesAndHarmlessTitles() {
        Found found =
                in(
                        "<html><link rel=alternate type=application/rss+xml href='javascript:x()'>"
                                + "<link rel=alternate type=application/rss+xml href='file:///etc/x'>"
                                + "<link rel=alternate type=application/rss+xml"
                                + " title='A\u001b[31mB\u202ec' href='/f'></html>");

        assertThat(found).isInstanceOf(Found.Page.class);
        assertThat(((Found.Page) found).feeds()).hasSize(1);
        assertThat(((Found.Page) found).feeds().getFirst().title())
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void offersTenAtMost() {
        String links =
                IntStream.range(0, 30)
                        .mapToObj(i -> "<link rel=alternate type=text/xml href=/" + i + ">")
                        .collect(Collectors.joining());

        assertThat(addresses(links)).hasSize(Discovery.MOST);
    }

    @Test
    void saysSoWhenThereIsNone() {
        assertThat(in("<html><body><a href='mailto:a@b.example'>mail</a></body></html>"))
                .isEqualTo(new Found.Nothing());
        assertThat(in("")).isEqualTo(new Found.Nothing());
        assertThat(in("{\"a\":1}")).isEqualTo(new Found.Nothing());
    }
}
