package org.quietbell.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;

class PlainTest {
    @Test
    @Covers({"F11"})
    void aLineHasNoLineEndAndNoControlCharacter() {
        assertThat(Plain.line(" a\r\nb\u0000c\u0085d\u2028e\tf\u001b ")).isEqualTo("a b c d e f");
    }

    @Test
    void linesEndInOneWayAndKeepTabs() {
        assertThat(Plain.lines("a\r\nb\rc\nd\u2028e\tf\u001b[1m\u0000"))
                .isEqualTo("a\nb\nc\nd\ne\tf[1m");
    }

    @Test
    void aCutTextFitsAndEndsWithAnEllipsisAndNoHalfCharacter() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text =
                    random.ints(random.nextInt(60), 0, 4)
                            .mapToObj(kind ->
                                    new String[] {"a", "\u00eb", "\u20ac", "\ud83d\ude42"}[kind])
                            .reduce("", String::concat);
            int most = 3 + random.nextInt(80);

            String cut = Plain.atMost(text, most);

            assertThat(cut.getBytes(UTF_8).length).as("seed %d", seed).isLessThanOrEqualTo(most);
            if (text.getBytes(UTF_8).length <= most) {
                assertThat(cut).as("seed %d", seed).isEqualTo(text);
            } else {
                assertThat(cut).as("seed %d", seed).endsWith("\u2026");
                assertThat(text).startsWith(cut.substring(0, cut.length() - 1));
            }
        }
    }

    @Test
    void theNameOnTheWireIsStableAndTellsNothing() {
        Message message = ChannelContractKit.message("abcdefghijklmnopqrstuvwxyz");

        String name = Plain.wireId(message);

        assertThat(name).matches("[0-9a-f]{32}").isEqualTo(Plain.wireId(message));
        assertThat(name).doesNotContain("abcdef");
    }
}
