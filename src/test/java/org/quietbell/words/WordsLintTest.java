package org.quietbell.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;

class WordsLintTest {
    @Test
    @Covers({"R1.23", "R1.24", "R1.25", "R6.11"})
    void everySentenceOfTheBundleKeepsTheRules() throws IOException {
        assertThat(WordsLint.check(bundle())).isEmpty();
    }

    @Test
    @Covers("R1.24")
    void theWordsToUseAreUsed() throws IOException {
        assertThat(String.join("\n", bundle().values()))
                .contains("to look at when you are ready")
                .contains("saved for you")
                .contains("may be someone else")
                .contains("You can leave this");
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        List<String> keys =
                text().lines()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alert: there is more",
                "This is URGENT",
                "We found a match",
                "You have three hits",
                "We watch for you",
                "Look now!",
                "Something new \uD83D\uDD14",
                "Don’t worry",
                "A page was removed",
                "Quietbell has a note",
                "act now"
            })
    void refusesInANoticeWhatWouldFrightenOrTell(String text) {
        assertThat(WordsLint.check("notice.some", text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All clear",
                "No results",
                "Nothing was found",
                "You are safe",
                "It was removed from the internet",
                "The page was removed",
                "revenge porn",
                "2 hits",
                "You should have told us"
            })
    void refusesEverywhereWhatIsUntrueOrUnkind(String text) {
        assertThat(WordsLint.check("page.some", text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Revenge Porn Helpline",
                "Which way is all right for you?",
                "No longer listed there",
                "The channel was switched off",
                "White pages"
            })
    void letsPassOnAPageWhatIsMeantWell(String text) {
        assertThat(WordsLint.check("page.some", text)).isEmpty();
    }

    @Test
    void refusesANumberOrAKindInADiscreetNotice() {
        assertThat(WordsLint.check("notice.discreet.body", "There are 3 notes")).isNotEmpty();
        assertThat(WordsLint.check("notice.discreet.body", "Hello {0}")).isNotEmpty();
        assertThat(WordsLint.check("notice.discreet.body", "A new forum post")).hasSize(2);
    }

    @Test
    void refusesASentenceThatIsHardToRead() {
        assertThat(
                        WordsLint.check(
                                "page.some",
                                "Notwithstanding preceding administrative considerations, the"
                                        + " individual may reconsider configuration."))
                .hasSize(1)
                .first()
                .asString()
                .contains("grade");
        assertThat(WordsLint.check("page.some", "You can look at this when you like.")).isEmpty();
    }

    private static Map<String, String> bundle() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new java.io.StringReader(text())) {
            properties.load(reader);
        }
        Map<String, String> bundle = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> bundle.put(key, properties.getProperty(key)));
        return bundle;
    }

    private static String text() throws IOException {
        try (InputStream in =
                        Objects.requireNonNull(
                                Words.class.getResourceAsStream("Messages.properties"));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            java.io.StringWriter all = new java.io.StringWriter();
            reader.transferTo(all);
            return all.toString();
        }
    }
}
