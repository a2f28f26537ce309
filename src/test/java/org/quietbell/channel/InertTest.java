package org.quietbell.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class InertTest {
    private static final String[] PIECES = {
        "a",
        "\u00eb",
        "\ud83d\ude42",
        "*",
        "_",
        "\\",
        "`",
        "<",
        ">",
        "&",
        "@",
        "#",
        " ",
        "\n",
        ":",
        "/",
        "[",
        "]",
        "~",
        "|",
        "-",
        "1",
        "."
    };

    @Test
    void whatIsWrittenFitsAndReadsAsItStood() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String text =
                    random.ints(random.nextInt(40), 0, PIECES.length)
                            .mapToObj(piece -> PIECES[piece])
                            .reduce("", String::concat);
            int most = 1 + random.nextInt(60);
            for (Inert way : Inert.values()) {
                String written = way.fitted(text, most);
                String read = read(way, written);

                assertThat(written.length()).as("seed %d", seed).isLessThanOrEqualTo(most);
                if (read.endsWith("\u2026")) {
                    assertThat(text)
                            .as("seed %d", seed)
                            .startsWith(read.substring(0, read.length() - 1));
                } else {
                    assertThat(read).as("seed %d", seed).isEqualTo(text);
                }
            }
        }
    }

    private static String read(Inert way, String written) {
        return switch (way) {
            case AS_IT_IS -> written;
            case NAMELESS -> written.replace("\u200b", "");
            case SLACK -> written.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
            case MARKDOWN -> MattermostChannelTest.unescaped(written);
        };
    }

    @Test
    void anOrdinarySentenceStaysByteForByte() {
        String plain =
                "The library book is due: 18:00, at 5 o'clock (or later) - don't hurry; it's fine.";
        for (Inert way : Inert.values()) {
            assertThat(way.fitted(plain, 1000)).isEqualTo(plain);
        }
    }

    @Test
    void atTheStartOfALineNothingBecomesAHeadingAQuoteOrAList() {
        assertThat(Inert.MARKDOWN.fitted("# a\n  > b\n- c\n+ d\n--\nx - y # z", 1000))
                .isEqualTo("\\# a\n  \\> b\n\\- c\n\\+ d\n\\--\nx - y # z");
    }

    @Test
    void noNameOfAPictureAndNoCharacterByItsNameIsLeft() {
        assertThat(Inert.MARKDOWN.fitted(":smile: &lt; &#60; https://a.example", 1000))
                .isEqualTo("\\:smile: \\&lt; \\&#60; https\\://a.example");
    }
}
