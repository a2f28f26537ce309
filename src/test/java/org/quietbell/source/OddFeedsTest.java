package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;

/// Feeds as nobody should write them and somebody does. In the left column `R{…}` stands for an RSS
/// 2.0 document around items, `A{…}` for Atom, `@I` for a plain second item; the right one is what
/// is read of the entries: title, link, id, parted by a slash and commas.
class OddFeedsTest {
    private static final String NAMESPACES =
            " xmlns:dc='http://purl.org/dc/elements/1.1/'"
                    + " xmlns:content='http://purl.org/rss/1.0/modules/content/'"
                    + " xmlns:media='http://search.yahoo.com/mrss/'"
                    + " xmlns:a='http://www.w3.org/2005/Atom'";

    @ParameterizedTest
    @Covers({"R2.11", "F8"})
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    R{<item><title>T</title></item>}                                              | T,,
                    R{<item><title/></item>}                                                      | ,,
                    R{<item/>}                                                                    | ,,
                    R{<item><title> a\\n\\t b </title></item>}                                    | a b,,
                    R{<item><title><![CDATA[a & b]]></title></item>}                              | a & b,,
                    R{<item><title>a &amp; b &amp;amp; c &amp;lt;i&amp;gt;d</title></item>}       | a & b & c d,,
                    R{<item><title>a &#8211; b &#x2014; c</title></item>}                         | a – b — c,,
                    R{<item><title>a &mdash; b</title></item>}                                    | a — b,,
                    R{<item><title>a & b</title></item>}                                          | a & b,,
                    R{<item><title>a < b</title></item>}                                          | a < b,,
                    R{<item><title>a<br>b</title></item>}                                         | a b,,
                    R{<item><title><b>a</b>b</title></item>}                                      | ab,,
                    R{<item><title><b>a</title></item>@I}                                          | a,,/second,,
                    R{<item><title>a</title><title>b</title></item>}                              | a,,
                    R{<item><TITLE>a</TITLE><Link>http://x.example/</Link></item>}                | a,http://x.example/,
                    R{<item><dc:title>a</dc:title></item>}                                        | a,,
                    R{<item><title>a</title><media:title>m</media:title></item>}                  | a,,
                    R{<item><media:content><media:title>m</media:title></media:content><title>a</title></item>} | a,,
                    R{<item><title>a</title><link/><a:link href='http://x.example/l'/></item>}    | a,http://x.example/l,
                    R{<item><title>a</title><link>\\n http://x.example/l \\n</link></item>}       | a,http://x.example/l,
                    R{<item><title>a</title><link>/l?q=é</link></item>}                           | a,http://news.example.org/l?q=é,
                    R{<item><title>a</title><link>../l</link></item>}                             | a,http://news.example.org/l,
                    R{<item><title>a</title><link>//x.example/l</link></item>}                    | a,http://x.example/l,
                    R{<item><title>a</title><link>?p=1</link></item>}                             | a,http://news.example.org/feeds/a.xml?p=1,
                    R{<item><title>a</title><link>http://x.example/a b</link></item>}             | a,http://x.example/a b,
                    R{<item><title>a</title><link>data:text/html,x</link></item>}                 | a,data:text/html,x,
                    R{<item><title>a</title><guid>http://x.example/g</guid></item>}               | a,http://x.example/g,http://x.example/g
                    R{<item><title>a</title><guid isPermaLink='false'>http://x.example/g</guid></item>} | a,,http://x.example/g
                    R{<item><title>a</title><guid>urn:g</guid></item>}                            | a,,urn:g
                    R{<item><title>a</title><enclosure url='http://x.example/e.mp3'/></item>}     | a,,
                    R{<item><title>a</title><unknown:x>1</unknown:x></item>}                      | a,,
                    R{<item><title>a</title><p:title xmlns:p='urn:p'>no</p:title></item>}         | a,,
                    R{<item><title>a</title><image><title>no</title></image></item>}              | a,,
                    R{<item><title>a}                                                             | a,,
                    R{<item><title>a<item><title>b</title></item>}                                | a,,/b,,
                    R{<item><title>a</title><item><title>b</title></item></item>}                 | a,,/b,,
                    R{<!-- <item/> --><?x <item/>?><item><title>a</title></item>}                 | a,,
                    R{<item><title>a\\u0007b</title></item>}                                      | ab,,
                    R{<item><title>a&#0;b&#7;c</title></item>}                                    | abc,,
                    R{<item><title a=1 b='2' b='3'>a</title></item>}                              | a,,
                    R{<item><title>zwischen&nbsp;zwei</title></item>}                             | zwischen zwei,,
                    <rss><item><title>no channel</title></item></rss>                             | no channel,,
                    <channel><item><title>no rss</title></item></channel>                         | no rss,,
                    \\uFEFF \\n<rss><channel>@I</channel></rss>                                    | second,,
                    Warning: mysql_connect()<br />\\n<rss><channel>@I</channel></rss>              | second,,
                    <rss><channel>@I</channel></rss>Fatal error & so on                            | second,,
                    <?xml version='1.1'?><rss><channel>@I</channel></rss>                          | second,,
                    <x:rss xmlns:x='urn:x'><x:channel/></x:rss>                                   |
                    <feed><entry><title>t</title><id>i</id><link href='l'/></entry></feed>        | t,http://news.example.org/feeds/l,i
                    A{<entry><title>t</title><link href='e' rel='enclosure'/></entry>}            | t,,
                    A{<entry><title>t</title><link rel='self' href='s'/><link href='l'/></entry>} | t,http://news.example.org/feeds/l,
                    A{<entry xml:base='http://x.example/d/'><title>t</title><link href='l'/></entry>} | t,http://x.example/d/l,
                    A{<entry><title type='html'>a &lt;b&gt;b&lt;/b&gt;</title></entry>}           | a b,,
                    A{<entry><title type='text'>a &lt; b</title></entry>}                         | a < b,,
                    A{<entry><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>a</p><p>b</p></div></title></entry>} | a b,,
                    A{<entry><source><title>no</title><link href='n'/></source><title>t</title></entry>} | t,,
                    """)
    void readsWhatCanBeReadOfThem(String written, String expected) throws Exception {
        assertThat(read(document(written))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    @Covers("F3")
    void nestsAsDeepAsAnybodyLikesWithoutHarm() throws Exception {
        String deep =
                "<rss><channel><item><title>a"
                        + "<i>".repeat(20_000)
                        + "b"
                        + "</i>".repeat(20_000)
                        + "</title></item></channel></rss>";

        assertThat(Bodies.feed(deep).entries()).hasSize(1);
    }

    private static String document(String written) {
        String text =
                written.replace("\\n", "\n")
                        .replace("\\t", "\t")
                        .replace("\\uFEFF", "\uFEFF")
                        .replace("\\u0007", "\u0007")
                        .replace("@I", "<item><title>second</title></item>");
        if (text.startsWith("R{")) {
            return "<rss" + NAMESPACES + "><channel>" + inner(text) + "</channel></rss>";
        }
        if (text.startsWith("A{")) {
            return "<feed xmlns='http://www.w3.org/2005/Atom'>" + inner(text) + "</feed>";
        }
        return text;
    }

    private static String inner(String text) {
        return text.substring(2, text.lastIndexOf('}'));
    }

    private static String read(String document) {
        try {
            FeedDocument feed = Bodies.feed(document);
            return IntStream.range(0, feed.entries().size())
                    .mapToObj(i -> feed.entries().get(i))
                    .map(e -> e.title().plain(100) + "," + e.link() + "," + e.id())
                    .collect(Collectors.joining("/"));
        } catch (MalformedReplyException _) {
            return "!";
        }
    }
}
