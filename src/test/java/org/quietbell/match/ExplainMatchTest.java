package org.quietbell.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.json.Json;

class ExplainMatchTest {
    private final ExplainMatch explain =
            new ExplainMatch(reason -> reason.key() + reason.details() + reason.points());

    @Test
    void answersWithVerdictBandScoreAndReasons() throws Exception {
        Json answer =
                Json.read(
                        explain.line(
                                "{\"id\":\"n1\",\"watch\":{\"name\":\"Mira Quellhorst\"},"
                                        + "\"text\":\"By <b>Mira</b> Quell&shy;horst\",\"url\":\"\"}"));

        assertThat(answer.line())
                .isEqualTo(
                        "{\"id\":\"n1\",\"verdict\":\"match\",\"band\":\"likely\",\"score\":65,"
                                + "\"reasons\":[\"exact-name[Mira Quellhorst]65\"]}");
    }

    @Test
    void readsTitleAndSnippetApart() {
        assertThat(
                        explain.line(
                                "{\"watch\":{\"name\":\"Mira Quellhorst\"},"
                                        + "\"title\":\"Mira\",\"snippet\":\"Quellhorst\"}"))
                .contains("\"no_match\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"id\":1}",
                "{\"id\":1,\"text\":\"a\"}",
                "{\"id\":1,\"text\":\"a\",\"watch\":{\"name\":\" \"}}",
                "{\"id\":1,\"text\":\"a\",\"watch\":{\"name\":\"a\",\"handles\":[\"a b\"]}}"
            })
    void saysOfALineThatItCannotBeRead(String line) {
        assertThat(explain.line(line)).contains("\"error\":");
    }
}
