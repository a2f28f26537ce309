package org.quietbell.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;

class ReasonWordsTest {
    @Test
    @Covers("R6.2")
    void everyReasonThatIsGivenHasItsSentence() {
        Set<String> keys = new TreeSet<>();
        ExplainMatch explain =
                new ExplainMatch(reason -> {
                    keys.add("reason." + reason.key());
                    return "";
                });
        List<String> lines = LabelledNamesTest.lines();

        lines.forEach(explain::line);

        assertThat(keys).contains("reason.exact-name", "reason.context", "reason.place-or-thing");
        assertThat(ResourceBundle.getBundle("org.quietbell.words.Messages", Locale.ROOT).keySet())
                .containsAll(keys);
    }
}
