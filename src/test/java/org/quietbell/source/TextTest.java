package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;

class TextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <b>Ada</b> <b>Marlowe</b>-<b>Quist</b> &amp; friends   | Ada Marlowe-Quist & friends
                    Ada<br>Marlowe                                         | Ada Marlowe
                    Ada<br/>Marlowe                                        | Ada Marlowe
                    <p>Ada</p><p>Marlowe</p>                               | Ada Marlowe
                    ada_<wbr>marlowe                                       | ada_marlowe
                    Ma<em>rlo</em>we                                       | Marlowe
                    Ada&nbsp;Marlowe                                       | Ada Marlowe
                    Ada&#32;Marl&#111;we                                   | Ada Marlowe
                    Caf&eacute; &#x41;da &unknown; &                       | Café Ada &unknown; &
                    1 < 2 & 3 > 2                                          | 1 < 2 & 3 > 2
                    <!-- no --><script>alert(1)</script>Ada                | Ada
                    <style>b { color: red }</style>Ada                     | Ada
                    <a href="x>y" title='>'>Ada</a>                        | Ada
                    <img src=x onerror=alert(1)>Ada                        | Ada
                    <div class="x"                                         | ''
                    &lt;b&gt;Ada&lt;/b&gt; Marlowe                         | Ada Marlowe
                    &amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;  | <script>alert(1)</script>
                    {{7*7}} ${jndi:ldap://x} %n                            | {{7*7}} ${jndi:ldap://x} %n
                    """)
    void takesTheTextOutOfMarkup(String markup, String text) {
        assertThat(Text.ofMarkup(markup, 1000)).isEqualTo(text);
    }

    @Test
    void leavesLessThanAndUnknownNamesInPlainText() {
        assertThat(Text.ofPlain("if a<b then List<String>, <b>bold</b> &amp; so on", 1000))
                .isEqualTo("if a<b then List<String>, bold & so on");
    }

    @Test
    @Covers({"F9", "R2.11"})
    void joinsWhatInvisibleCharactersSplitAndShowsThatSomethingWasHidden() {
        assertThat(Text.cleaned("Ma\u200Brl\u00ADo\u2060we", 100)).isEqualTo("Marlowe");
        assertThat(Text.cleaned("Ma\u202Erlowe", 100)).isEqualTo("Marlowe \uFFFD");
        assertThat(Text.cleaned("\u001B[31mMarlowe\u001B[0m", 100)).isEqualTo("Marlowe \uFFFD");
        assertThat(Text.cleaned("\u001B]0;title\u0007Marlowe", 100)).isEqualTo("Marlowe \uFFFD");
        assertThat(Text.cleaned("Mar\u0000low\u0008e", 100)).isEqualTo("Marlowe \uFFFD");
    }

    @Test
    @Covers({"F8", "F11"})
    void makesOneLineOfAnyWhiteSpaceAndMendsBrokenCharacters() {
        assertThat(Text.cleaned(" Ada\r\nBcc:\u2028x\u00A0\u3000y\t ", 100))
                .isEqualTo("Ada Bcc: x y");
        assertThat(Text.cleaned("a\uD800b\uDC00c\uFFFF", 100)).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
        assertThat(Text.cleaned("ok \uD83D\uDE00", 100)).isEqualTo("ok \uD83D\uDE00");
    }

    @Test
    void keepsToTheLengthWithoutSplittingACharacter() {
        assertThat(Text.cleaned("abc\uD83D\uDE00d", 4)).isEqualTo("abc");
        assertThat(Text.ofMarkup("<p>" + "x".repeat(100_000), 10)).isEqualTo("x".repeat(10));
        assertThat(Text.cleaned("abcdef\u202Eg", 7)).isEqualTo("abcde \uFFFD");
    }

    @Test
    @Covers("F3")
    void holdsNothingInvisibleWhateverComes() {
        long seed = 7;
        Random random = new Random(seed);
        String[] parts = {
            "<",
            ">",
            "&",
            ";",
            "/",
            "b",
            "script",
            "&lt",
            "&#x202e;",
            "&#0;",
            "\u202E",
            "\u001B[",
            "\u0000",
            "\uD83D",
            "\uDE00",
            " ",
            "\n",
            "\"",
            "='",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "&amp;",
            "#",
            "x",
            "Ada",
            "\u200B",
            "я",
            "&#55296;",
            "&#1114112;"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(20); n > 0; n--) {
                text.append(parts[random.nextInt(parts.length)]);
            }

            String clean = Text.ofMarkup(text.toString(), 30);

            assertThat(clean.length()).isLessThanOrEqualTo(30);
            assertThat(clean.codePoints())
                    .as("seed %d, text <%s>", seed, text)
                    .noneMatch(c ->
                            Character.isISOControl(c)
                                    || (c >= 0xD800 && c <= 0xDFFF)
                                    || (c >= 0x202A && c <= 0x202E)
                                    || c == 0x200B);
        }
    }
}
