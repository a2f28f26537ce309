package org.quietbell.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;

class FeedReaderTest {
    private static final String BASE = "http://news.example.org/feeds/a.xml";

    @Test
    void readsRss2WithItsModules() throws Exception {
        FeedDocument feed =
                Bodies.feed(
                        """
                        <?xml version="1.0"?>
                        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                             xmlns:dc="http://purl.org/dc/elements/1.1/"
                             xmlns:media="http://search.yahoo.com/mrss/"
                             xmlns:atom="http://www.w3.org/2005/Atom">
                        <channel xml:base="https://blog.example.org/en/">
                          <title>Wool &amp;amp; Wire</title><link>https://blog.example.org/</link>
                          <atom:link rel="self" href="https://blog.example.org/feed"/>
                          <language>en-CA</language>
                          <image><title>Logo</title><url>https://x.example/logo.png</url><link>https://x.example/</link></image>
                          <item>
                            <title>A day with <![CDATA[<b>Ada</b>]]> Marlowe</title>
                            <link>posts/ada</link>
                            <guid isPermaLink="false">wool-1</guid>
                            <pubDate>Sat, 14 Nov 2026 19:00 EST</pubDate>
                            <dc:creator>Guest</dc:creator>
                            <description>Short.</description>
                            <content:encoded><![CDATA[<p>She signs <i>ada</i>_m. <img src="i.png"></p>]]></content:encoded>
                            <media:group><media:content url="https://x.example/i.jpg"><media:title>The loom</media:title></media:content></media:group>
                            <enclosure url="https://x.example/a.mp3" length="1" type="audio/mpeg"/>
                          </item>
                          <item><guid>https://blog.example.org/only-guid</guid><description>No title.</description></item>
                        </channel></rss>
                        """);

        assertThat(feed.title()).isEqualTo("Wool & Wire");
        assertThat(feed.link()).isEqualTo("https://blog.example.org/");
        assertThat(feed.language()).contains("en-CA");
        assertThat(feed.remark()).isEmpty();
        FeedDocument.Entry first = feed.entries().getFirst();
        assertThat(first.title().plain(100)).isEqualTo("A day with Ada Marlowe");
        assertThat(first.link()).isEqualTo("https://blog.example.org/en/posts/ada");
        assertThat(first.id()).isEqualTo("wool-1");
        assertThat(first.author()).isEqualTo("Guest");
        assertThat(first.summary().plain(100)).isEqualTo("Short.");
        assertThat(first.content().plain(100)).isEqualTo("She signs ada_m.");
        assertThat(first.content().sanitised()).isEqualTo("<p>She signs <i>ada</i>_m. </p>");
        assertThat(first.caption()).isEqualTo("The loom");
        assertThat(first.published()).contains(Instant.parse("2026-11-15T00:00:00Z"));
        assertThat(first.claimed()).contains("Sat, 14 Nov 2026 19:00 EST");
        assertThat(feed.entries().get(1).link()).isEqualTo("https://blog.example.org/only-guid");
        assertThat(feed.toString()).doesNotContain("x.example");
    }

    @Test
    void readsRss091WithItsDoctypeAndHtmlEntities() throws Exception {
        FeedDocument feed =
                Bodies.feed(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
                          "http://trap.example/rss-0.91.dtd" [ <!ENTITY a "<b>]>"> <!-- ]> --> ]>
                        <rss version="0.91"><channel><title>Old News</title><link>http://old.example.org/</link>
                        <item><title>Ada&nbsp;Marlowe &eacute;crit</title><link>http://old.example.org/1</link></item>
                        </channel></rss>
                        """);

        assertThat(feed.remark()).isEmpty();
        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.entries().getFirst().title().plain(100)).isEqualTo("Ada Marlowe écrit");
        assertThat(feed.entries().getFirst().published()).isEmpty();
    }

    @Test
    void readsRss1WithItemsBesideTheChannel() throws Exception {
        FeedDocument feed =
                Bodies.feed(
                        """
                        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                                 xmlns:dc="http://purl.org/dc/elements/1.1/">
                        <channel rdf:about="https://rdf.example.org/"><title>Archive</title><link>https://rdf.example.org/</link>
                          <items><rdf:Seq><rdf:li rdf:resource="https://rdf.example.org/1"/></rdf:Seq></items></channel>
                        <item rdf:about="https://rdf.example.org/1"><title>One</title>
                          <dc:date>2026-11-14T22:30:00+01:00</dc:date><dc:creator>Archivist</dc:creator></item>
                        <item rdf:about="urn:x"><title>Two</title><link>https://rdf.example.org/2</link></item>
                        </rdf:RDF>
                        """);

        assertThat(feed.title()).isEqualTo("Archive");
        assertThat(feed.id()).isEmpty();
        FeedDocument.Entry one = feed.entries().getFirst();
        assertThat(one.id()).isEqualTo("https://rdf.example.org/1");
        assertThat(one.link()).isEqualTo("https://rdf.example.org/1");
        assertThat(one.author()).isEqualTo("Archivist");
        assertThat(one.published()).contains(Instant.parse("2026-11-14T21:30:00Z"));
        assertThat(feed.entries().get(1).link()).isEqualTo("https://rdf.example.org/2");
    }

    @Test
    void readsAtomWithEveryKindOfText() throws Exception {
        FeedDocument feed =
                Bodies.feed(
                        """
                        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://atom.example.org/" xml:lang="nb">
                        <id>urn:feed</id><title type="text">A &lt;b&gt; C</title><link rel="self" href="f.atom"/>
                        <link href="home"/><author><name>Desk</name><uri>https://u.example/</uri></author>
                        <entry xml:base="notes/"><id>tag:1</id>
                          <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Ada <b>Mar</b>lowe &amp; co</div></title>
                          <link rel="replies" href="no"/><link rel="enclosure" href="https://x.example/a.mp3"/>
                          <link rel="alternate" href="one?a=1&amp;b=2"/>
                          <published>2026-11-14T23:59:59.25Z</published><updated>2026-11-15T06:00:00Z</updated>
                          <summary>In short</summary>
                          <content type="html">&lt;p&gt;With &lt;a href="two"&gt;her&lt;/a&gt;.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</content>
                          <source><title>Other</title><id>urn:other</id></source></entry>
                        <entry><id>tag:2</id><title type="html">Out &amp;amp; about</title><updated>2026-11-13T00:00:00Z</updated>
                          <author><name>Ada</name></author><content type="image/png" src="body/2.html"/></entry>
                        </feed>
                        """);

        assertThat(feed.id()).isEqualTo("urn:feed");
        assertThat(feed.link()).isEqualTo("https://atom.example.org/home");
        FeedDocument.Entry one = feed.entries().getFirst();
        assertThat(one.title().plain(100)).isEqualTo("Ada Marlowe & co");
        assertThat(one.id()).isEqualTo("tag:1");
        assertThat(one.link()).isEqualTo("https://atom.example.org/notes/one?a=1&b=2");
        assertThat(one.author()).isEqualTo("Desk");
        assertThat(one.language()).contains("nb");
        assertThat(one.content().sanitised())
                .isEqualTo("<p>With <a href=\"https://atom.example.org/notes/two\">her</a>.</p>");
        assertThat(one.published()).contains(Instant.parse("2026-11-14T23:59:59.250Z"));
        assertThat(one.updated()).contains(Instant.parse("2026-11-15T06:00:00Z"));
        FeedDocument.Entry two = feed.entries().get(1);
        assertThat(two.title().plain(100)).isEqualTo("Out & about");
        assertThat(two.author()).isEqualTo("Ada");
        assertThat(two.link()).isEqualTo("https://atom.example.org/body/2.html");
        assertThat(two.published()).isEmpty();
        assertThat(two.claimed()).contains("2026-11-13T00:00:00Z");
    }

    @Test
    void readsAtom03() throws Exception {
        FeedDocument feed =
                Bodies.feed(
                        """
                        <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped" type="text/html">A&amp;amp;B</title>
                        <entry><id>e1</id><title>One</title><link rel="alternate" type="text/html" href="http://a.example.org/1"/>
                        <issued>2004-01-01T00:00:00Z</issued><modified>2004-01-02T00:00:00Z</modified>
                        <content type="text/html" mode="base64">PGI+QWRhPC9iPg==</content></entry></feed>
                        """);

        FeedDocument.Entry one = feed.entries().getFirst();
        assertThat(feed.title()).isEqualTo("A&B");
        assertThat(one.content().plain(100)).isEqualTo("Ada");
        assertThat(one.published()).contains(Instant.parse("2004-01-01T00:00:00Z"));
        assertThat(one.updated()).contains(Instant.parse("2004-01-02T00:00:00Z"));
    }

    @Test
    void readsJsonFeedsOfBothVersions() throws Exception {
        FeedDocument feed =
                Bodies.feed(
                        """
                        {"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://j.example.org/",
                         "feed_url":"https://j.example.org/f.json","authors":[{"name":"Desk"}],"items":[
                         {"id":"1","url":"https://j.example.org/1","title":"One","content_html":"<p>By <b>Ada</b></p>",
                          "image":"https://x.example/i.jpg","date_published":"2026-11-14T20:00:00+01:00"},
                         null, 7,
                         {"id":2,"content_text":"a <b> c","author":{"name":"Ada"},"external_url":"https://o.example/"}]}
                        """);

        assertThat(feed.entries()).hasSize(2);
        assertThat(feed.entries().getFirst().content().plain(100)).isEqualTo("By Ada");
        assertThat(feed.entries().getFirst().published())
                .contains(Instant.parse("2026-11-14T19:00:00Z"));
        FeedDocument.Entry second = feed.entries().get(1);
        assertThat(second.id()).isEqualTo("2");
        assertThat(second.author()).isEqualTo("Ada");
        assertThat(second.link()).isEqualTo("https://o.example/");
        assertThat(feed.toString()).doesNotContain("x.example");
    }

    @Test
    void keepsAnAlertsAddressByteForByteAndUndoesItsDoubleEscaping() throws Exception {
        FeedDocument feed =
                Bodies.feed(
                        """
                        <?xml version="1.0" encoding="utf-8"?>
                        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:idx="urn:atom-extension:indexing">
                        <id>tag:google.com,2005:reader/user/1/state/com.google/alerts/2</id><title>Google Alert - x</title>
                        <entry><id>tag:google.com,2013:googlealerts/feed:3</id>
                        <title type="html">Talk by &lt;b&gt;Ada Marlowe&lt;/b&gt;-Quist &amp;amp; friends</title>
                        <link href="https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://n.example/a%3Fid%3D7&amp;ct=ga&amp;cd=C"></link>
                        <published>2026-11-15T07:05:00Z</published>
                        <content type="html">&lt;b&gt;Ada&lt;/b&gt; cut&amp;nbsp;...</content><author><name></name></author></entry></feed>
                        """);

        FeedDocument.Entry entry = feed.entries().getFirst();
        assertThat(entry.title().plain(100)).isEqualTo("Talk by Ada Marlowe-Quist & friends");
        assertThat(entry.content().plain(100)).isEqualTo("Ada cut ...");
        assertThat(entry.link())
                .isEqualTo(
                        "https://www.google.com/url?rct=j&sa=t&url=https://n.example/a%3Fid%3D7"
                                + "&ct=ga&cd=C");
    }

    @Test
    @Covers({"F5", "F6", "R2.11"})
    void neverResolvesAnEntityAndIsNotBlownUpByOne() throws Exception {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a").append(i).append(" \"");
            bomb.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        bomb.append("<!ENTITY f SYSTEM \"file:///etc/hostname\">");
        bomb.append("<!ENTITY h SYSTEM \"http://trap.example/x\">]>");

        FeedDocument feed =
                Bodies.feed(
                        bomb
                                + "<rss><channel><title>&f;&h;</title>"
                                + "<item><title>x &a39; Ada &f; &h;</title></item></channel></rss>");

        String title = feed.entries().getFirst().title().plain(1000);
        assertThat(title).isEqualTo("x &a39; Ada &f; &h;");
        assertThat(feed.title()).isEqualTo("&f;&h;");
    }

    @Test
    @Covers("F12")
    void readsToItsCapAndCountsTheRest() throws Exception {
        String item = "<item><title>x</title><guid>y</guid></item>";

        FeedDocument feed =
                Bodies.feed("<rss><channel>" + item.repeat(100_000) + "</channel></rss>");

        assertThat(feed.entries()).hasSize(FeedElements.MAX_ENTRIES);
        assertThat(feed.skipped()).isEqualTo(100_000 - FeedElements.MAX_ENTRIES);
    }

    @Test
    @Covers("F12")
    void keepsOnlyAPartOfAnEndlessEntry() throws Exception {
        String words = "<b>Ada</b> Marlowe ".repeat(500_000);

        FeedDocument feed =
                Bodies.feed(
                        "<rss><channel><item><description><![CDATA["
                                + words
                                + "]]></description></item></channel></rss>");

        FeedText summary = feed.entries().getFirst().summary();
        assertThat(summary.value().length()).isLessThan(1_100_000);
        assertThat(summary.plain(Text.MAX_SNIPPET)).hasSizeLessThanOrEqualTo(Text.MAX_SNIPPET);
    }

    @Test
    void refusesToMendWhatWouldFillTheMemory() {
        assertThatThrownBy(() -> Bodies.feed("<rss>" + "<a>".repeat(3_000_000)))
                .isInstanceOf(MalformedReplyException.class)
                .hasMessage("feed: broken XML, and too much of it to be mended");
    }

    @Test
    void mendsBrokenXmlAndSaysSo() throws Exception {
        FeedDocument feed =
                Bodies.feed(
                        "<rss><channel><title>A & B</title><item><title>Ada & <b>co</title>"
                                + "<link>http://a.example/?a=1&b=2</link></item>"
                                + "<item><title>Two\u0008</title><dc:creator>Guest</dc:creator>"
                                + "</item></channel></rss>");

        assertThat(feed.remark()).contains("repaired: the XML was broken");
        assertThat(feed.broken()).isEmpty();
        assertThat(feed.entries()).hasSizeGreaterThanOrEqualTo(1);
        assertThat(feed.entries().getFirst().title().plain(100)).startsWith("Ada & co");
    }

    @Test
    @Covers("F26")
    void keepsWhatStoodBeforeTheBreakAndSaysThatItBrokeOff() throws Exception {
        FeedDocument feed =
                Bodies.feed("<rss><channel><item><title>One</title></item>" + "<item><title>Tw");

        assertThat(feed.broken()).contains("the feed broke off before its end");
        assertThat(feed.entries().getFirst().title().plain(100)).isEqualTo("One");
    }

    @ParameterizedTest
    @Covers("F26")
    @ValueSource(
            strings = {
                "",
                "   \n",
                "<html><body>down for maintenance</body></html>",
                "<!DOCTYPE html><HTML><form><input type=password></form></HTML>",
                "{\"error\":\"no\"}",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\"}",
                "[]",
                "null",
                "not found",
                "<?xml version=\"1.0\"?><opml><body/></opml>",
                "<?xml version=\"1.0\"?><!DOCTYPE rss [",
                "<rss><channel><title>Cut before",
                "<sitemapindex/>"
            })
    void callsWhatIsNoFeedMalformed(String text) {
        assertThatThrownBy(() -> Bodies.feed(text))
                .isInstanceOf(MalformedReplyException.class)
                .message()
                .startsWith("feed: ")
                .doesNotContain("maintenance")
                .doesNotContain("Cut");
    }

    @Test
    void takesAnEmptyFeedForAnAnswer() throws Exception {
        assertThat(Bodies.feed("<feed xmlns='http://www.w3.org/2005/Atom'/>").entries()).isEmpty();
        assertThat(Bodies.feed("<rss><channel/></rss> <!-- served in 0.1 s --><br>").entries())
                .isEmpty();
    }

    @Test
    @Covers("F8")
    void findsTheRightCharactersWhateverIsClaimed() throws Exception {
        String feed = "<rss><channel><item><title>Zoë Müller</title></item></channel></rss>";
        String latin = "<?xml version='1.0' encoding='ISO-8859-1'?>" + feed;
        String utf8 = "<?xml version='1.0' encoding='utf-8'?>" + feed;

        assertThat(title(latin.getBytes(ISO_8859_1), "text/xml")).isEqualTo("Zoë Müller");
        assertThat(title(utf8.getBytes(UTF_8), "text/xml; charset=iso-8859-1"))
                .isEqualTo("Zoë Müller");
        assertThat(title(utf8.getBytes(UTF_8), "text/xml; charset=us-ascii"))
                .isEqualTo("Zoë Müller");
        assertThat(title(feed.getBytes(ISO_8859_1), "text/xml; charset=utf-8"))
                .isEqualTo("Zoë Müller");
        assertThat(title(utf8.getBytes(ISO_8859_1), "")).isEqualTo("Zoë Müller");
        assertThat(title(latin.getBytes(UTF_8), "")).isEqualTo("Zoë Müller");
        assertThat(title(("\uFEFF" + utf8).getBytes(UTF_8), "text/xml; charset=koi8-r"))
                .isEqualTo("Zoë Müller");
        assertThat(title(("\uFEFF" + feed).getBytes(UTF_16LE), "")).isEqualTo("Zoë Müller");
        assertThat(title(("\uFEFF" + feed).getBytes(UTF_16BE), "")).isEqualTo("Zoë Müller");
        assertThat(title(feed.getBytes(UTF_16LE), "")).isEqualTo("Zoë Müller");
        assertThat(title(feed.getBytes(UTF_8), "text/xml; charset=no-such-thing"))
                .isEqualTo("Zoë Müller");
        assertThat(
                        title(
                                feed.replace("Zoë Müller", "Зоя")
                                        .getBytes(Charset.forName("koi8-r")),
                                "text/xml; charset=koi8-r"))
                .isEqualTo("Зоя");
        assertThat(
                        title(
                                "<?xml version='1.0' encoding='gb2312'?><rss><channel><item><title>李小龙</title></item></channel></rss>"
                                        .getBytes(Charset.forName("GB18030")),
                                ""))
                .isEqualTo("李小龙");
    }

    @Test
    @Covers("F8")
    void readsAMixtureOfUtf8AndWindows1252() throws Exception {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        write(mixed, "<rss><channel><item><title>Zoë ".getBytes(UTF_8));
        write(mixed, "Müller “x”".getBytes(Charset.forName("windows-1252")));
        write(mixed, "\u0000</title></item></channel></rss>".getBytes(UTF_8));

        assertThat(title(mixed.toByteArray(), "")).isEqualTo("Zoë Müller “x”");
    }

    private static void write(ByteArrayOutputStream to, byte[] bytes) throws IOException {
        to.write(bytes);
    }

    private static String title(byte[] bytes, String type) throws MalformedReplyException {
        return FeedReader.read(bytes, type, BASE).entries().getFirst().title().plain(100);
    }
}
