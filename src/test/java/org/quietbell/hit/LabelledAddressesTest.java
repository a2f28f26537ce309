package org.quietbell.hit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.json.Json;

class LabelledAddressesTest {
    private static List<String> lines() {
        try (InputStream in =
                Objects.requireNonNull(
                        LabelledAddressesTest.class.getResourceAsStream("addresses-dev.jsonl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Covers("R6.10")
    void mergesNoTwoPagesThatDiffer() throws Exception {
        List<String> wrong = new ArrayList<>();
        int same = 0;
        int merged = 0;
        for (String line : lines()) {
            Json pair = Json.read(line);
            Json answer = Json.read(new ExplainAddress(CanonicalRules.STANDARD).line(line));
            boolean isMerged = answer.at("a").equals(answer.at("b"));
            if (pair.at("same").truth().orElseThrow()) {
                same++;
                merged += isMerged ? 1 : 0;
                if (!isMerged) {
                    System.out.println("left apart: " + answer.line());
                }
            } else if (isMerged) {
                wrong.add(answer.line());
            }
        }
        System.out.printf("same pages found: %d of %d%n", merged, same);

        assertThat(wrong).isEmpty();
    }
}
