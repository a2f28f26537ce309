package org.quietbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.quietbell.json.Json;

/// Texts are written as the library for canonical JSON writes them.
class CanonicalTextTest {
    private static final String ODD = "\b\f\n\r\t\"\\/\u0000\u001f\u007f\u2028\u00e9<&'";

    private static String ours(String text) {
        StringBuilder to = new StringBuilder();
        CanonicalText.append(to, text);
        return to.toString();
    }

    private static String theirs(String text) throws IOException {
        String array = new JsonCanonicalizer("[" + Json.of(text).line() + "]").getEncodedString();
        return array.substring(1, array.length() - 1);
    }

    @Test
    void isWhatTheLibraryWrites() throws IOException {
        for (char c = 0; c < 0x3000; c++) {
            assertThat(ours("a" + c)).as("%x", (int) c).isEqualTo(theirs("a" + c));
        }
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                int kind = random.nextInt(3);
                text.appendCodePoint(
                        kind == 0
                                ? ODD.charAt(random.nextInt(ODD.length()))
                                : kind == 1
                                        ? random.nextInt(0xD800)
                                        : 0x1F300 + random.nextInt(99));
            }
            assertThat(ours(text.toString()))
                    .as("seed %s", seed)
                    .isEqualTo(theirs(text.toString()));
        }
    }

    @Test
    void halfACharacterBecomesAWholeOneBeforeItIsWritten() {
        Draft draft =
                Draft.of(Kind.NOTE, Optional.empty(), Map.of("text", "a\uD83Db \uD83D\uDD14"));

        assertThat(draft.fields()).containsEntry("text", "a\uFFFDb \uD83D\uDD14");
    }
}
