package org.quietbell.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;

/// Feeds made to harm: nothing is resolved, nothing grows beyond its limit, and nothing but
/// [MalformedReplyException] is ever thrown.
class HostileFeedsTest {
    private static final String ITEM = "<rss><channel><item><title>a</title>";
    private static final String ODDITIES = "<>&;/='\"!-[]? \0\u0080x";
    private static final String END = "</item></channel></rss>";

    @Test
    @Covers("F6")
    void expandsNoEntityThatAFeedDeclares() throws Exception {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE lolz [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 20; i++) {
            bomb.append("<!ENTITY a").append(i).append(" \"");
            bomb.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        bomb.append("]>").append(ITEM).append("<description>x&a19;y</description>").append(END);

        FeedDocument feed = Bodies.feed(bomb.toString());

        assertThat(feed.entries().getFirst().summary().value()).isEqualTo("x&a19;y");
    }

    @ParameterizedTest
    @Covers("F5")
    @ValueSource(
            strings = {
                "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
                "<!DOCTYPE r SYSTEM 'http://trap.example/a.dtd'>",
                "<!DOCTYPE r [<!ENTITY % p SYSTEM 'http://trap.example/a.dtd'> %p;]>",
                "<!DOCTYPE r [<!ENTITY x '<![CDATA[ ]]>'> <!-- ]> --> <?p ]> ?> ]>",
                "<?xml-stylesheet href='http://trap.example/x.xsl'?>"
            })
    void resolvesNothingFromOutside(String prolog) throws Exception {
        String include =
                "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude'"
                        + " href='file:///etc/passwd' parse='text'/>";

        FeedDocument feed =
                Bodies.feed(
                        prolog + ITEM + "<description>x&x;y" + include + "</description>" + END);

        FeedDocument.Entry entry = feed.entries().getFirst();
        assertThat(entry.title().plain(100)).isEqualTo("a");
        assertThat(entry.summary().sanitised()).startsWith("x").doesNotContain("root:");
    }

    @Test
    @Covers("F3")
    void isNotDrownedInDepth() throws Exception {
        String deep = "<b>".repeat(100_000) + "x" + "</b>".repeat(100_000);

        assertThat(Bodies.feed(ITEM + "<description>" + deep + "</description>" + END).entries())
                .hasSize(1);
        assertThat(Bodies.feed(ITEM + deep + END).entries()).hasSize(1);
        assertThat(Bodies.feed(ITEM + "<!--" + "<!".repeat(100_000) + END).entries()).hasSize(1);
    }

    @Test
    @Covers("F12")
    void keepsNoMoreThanAMillionCharactersOfOneElement() throws Exception {
        String wool = "wool ".repeat(2_000_000);

        FeedDocument feed = Bodies.feed(ITEM + "<description>" + wool + "</description>" + END);

        assertThat(feed.entries().getFirst().summary().value()).hasSize(1_000_000);
        assertThat(
                        Bodies.feed(ITEM + "<author><name>" + wool + "</name></author>" + END)
                                .entries()
                                .getFirst()
                                .author())
                .hasSizeLessThanOrEqualTo(200);
    }

    @Test
    @Covers("F3")
    void standsManyAttributesAndLongOnes() throws Exception {
        StringBuilder many = new StringBuilder("<description ");
        for (int i = 0; i < 50_000; i++) {
            many.append('a').append(i).append("='1' ");
        }
        String element = many + ">x</description>";

        assertThat(Bodies.feed(ITEM + element + END).entries()).hasSize(1);
        assertThat(
                        Bodies.feed(ITEM + "<link href='" + "x".repeat(3_000_000) + "'/>" + END)
                                .entries())
                .hasSize(1);
    }

    @Test
    @Covers("F3")
    void readsOrRefusesWhateverAFeedIsTornInto() {
        String whole =
                "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE rss [<!ENTITY x 'y'>]>"
                        + "<rss xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>T</title>"
                        + "<item><title type='html'><![CDATA[<b>a</b>]]></title>"
                        + "<link xml:base='../x/'>a b</link><dc:creator>Zoë</dc:creator>"
                        + "<author><name>n</name></author><pubDate>Thu, 03 Jun 2004</pubDate>"
                        + "<description>&lt;p&gt;&#147;x&#148;<br>&amp; <a href='y'>z</a>"
                        + "</description></item><!-- c --></channel></rss>";
        long seed = 4_711;
        Random random = new Random(seed);
        for (int i = 0; i < 4_000; i++) {
            byte[] torn = whole.getBytes(UTF_8);
            for (int n = random.nextInt(8); n >= 0; n--) {
                int at = random.nextInt(torn.length);
                torn[at] = (byte) ODDITIES.charAt(random.nextInt(ODDITIES.length()));
            }
            try {
                for (FeedDocument.Entry entry :
                        FeedReader.read(torn, "", "http://a.example/f/").entries()) {
                    assertThat(entry.summary().sanitised())
                            .as("seed %d, round %d", seed, i)
                            .doesNotContain("<script");
                }
            } catch (MalformedReplyException refused) {
                assertThat(refused).hasMessageStartingWith("feed: ");
            }
        }
    }

    @Test
    void refusesWhatCannotBeMendedWithinItsMemory() {
        assertThatThrownBy(() -> Bodies.feed(ITEM + "<b/>".repeat(260_000) + "&" + END))
                .isInstanceOf(MalformedReplyException.class);
    }
}
