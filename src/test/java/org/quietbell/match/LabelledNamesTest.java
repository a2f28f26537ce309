package org.quietbell.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;

class LabelledNamesTest {
    private static final Confusion CONFUSION = Confusion.of(lines());

    static List<String> lines() {
        return lines("names-dev.jsonl");
    }

    static List<String> lines(String name) {
        try (InputStream in =
                Objects.requireNonNull(LabelledNamesTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    @Covers("R6.2")
    void sendsNearlyNothingThatACarefulPersonWouldNotSend() {
        System.out.println(CONFUSION);
        CONFUSION.misses().forEach(System.out::println);

        assertThat(CONFUSION.precision()).isGreaterThanOrEqualTo(0.97);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case",
                "exact-rare",
                "handle",
                "substring",
                "list-boundary",
                "other-person",
                "context-wrong-person",
                "near-words",
                "name-in-url"
            })
    void callsNoStrangerAMatch(String category) {
        assertThat(CONFUSION.strangers(category)).isZero();
    }
}
