package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;

class FeedTextTest {
    private static final Set<String> DANGEROUS =
            Set.of(
                    "script",
                    "style",
                    "img",
                    "image",
                    "svg",
                    "math",
                    "iframe",
                    "object",
                    "embed",
                    "form",
                    "input",
                    "link",
                    "meta",
                    "base",
                    "video",
                    "audio",
                    "picture",
                    "template");

    @Test
    void leavesTextAsReceivedWhereThereIsNoMarkup() {
        assertThat(new FeedText("a & b &nbsp; c", true, "").sanitised())
                .isEqualTo("a & b &nbsp; c");
        assertThat(new FeedText("a <b> & c", false, "").sanitised())
                .isEqualTo("a &lt;b&gt; &amp; c");
    }

    @Test
    @Covers({"F2", "R1.18", "R3.11"})
    void leavesNeitherScriptsNorImagesNorOtherSchemes() {
        String dirty =
                "<p onclick=x()>a <a href='java\tscript:x()'>b</a> <a href='/c'>c</a>"
                        + "<img src=x onerror=x()><svg onload=x()></svg><iframe src=x></iframe></p>";

        assertThat(new FeedText(dirty, true, "http://n.example/d").sanitised())
                .isEqualTo("<p>a <a>b</a> <a href=\"http://n.example/c\">c</a></p>");
    }

    @Test
    @Covers("F3")
    void holdsNothingDangerousWhenParsedAgainWhateverCame() {
        long seed = 11;
        Random random = new Random(seed);
        String[] parts = {
            "<script>",
            "</script>",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "<math>",
            "<style>",
            "</style>",
            "<noscript>",
            "<p title=\"",
            "\">",
            "<a href=javascript:alert(1)>",
            "<template>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "&lt;script&gt;",
            "<textarea>",
            "<title>",
            "x",
            "</p>",
            "<mtext>",
            "<table>",
            "<td>",
            "<iframe srcdoc='",
            "'>",
            "\u0000",
            "<",
            "/"
        };
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(15); n > 0; n--) {
                text.append(parts[random.nextInt(parts.length)]);
            }

            String clean = new FeedText(text.toString(), random.nextBoolean(), "").sanitised();

            for (Element element : Jsoup.parseBodyFragment(clean).body().getAllElements()) {
                assertThat(DANGEROUS)
                        .as("seed %d, text <%s>", seed, text)
                        .doesNotContain(element.normalName());
                assertThat(element.attributes().asList())
                        .as("seed %d, text <%s>", seed, text)
                        .noneMatch(attribute -> attribute.getKey().startsWith("on"));
            }
        }
    }
}
