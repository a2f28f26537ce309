package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quietbell.Covers;
import org.quietbell.json.Json;

/// The corpus in `odd/`: documents and dates as nobody should write them and somebody does, with
/// what the specifications say must be read of them.
class OddCorpusTest {
    static Stream<OddDocument> documents() throws IOException {
        return OddDocument.all();
    }

    @ParameterizedTest
    @Covers({"F8", "R2.11"})
    @MethodSource("documents")
    void readsWhatTheSpecificationsSayOfOddDocuments(OddDocument document) throws Exception {
        Json answer = Json.read(Explaining.feed(document.line().line()));

        assertThat(document.miss(answer)).isEmpty();
    }

    @Test
    void hasDocumentsEnough() throws Exception {
        assertThat(OddDocument.all().count()).isGreaterThanOrEqualTo(360);
    }

    @Test
    void readsDatesOfEveryShapeAndNoOthers() throws Exception {
        List<String> wrong = new ArrayList<>();
        int count = 0;
        try (BufferedReader dates = OddDocument.open("dates.tsv")) {
            for (String line = dates.readLine(); line != null; line = dates.readLine()) {
                String[] parts = line.split("\t", 3);
                String written = parts[2].replace("\\t", "\t").replace("\\xA0", "\u00A0");
                Json in = Json.object().put("text", written).build();
                String got = Json.read(Explaining.date(in.line())).at("iso").text().orElse("null");
                count++;
                if (!got.equals(parts[1])) {
                    wrong.add(parts[0] + ": <" + written + "> is " + parts[1] + ", not " + got);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(count).isGreaterThanOrEqualTo(550);
    }
}
