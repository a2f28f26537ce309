package org.quietbell.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.json.Json;

/// The golden sets: cases labelled by what a careful person would do, each set written before the
/// program was asked about it. What is judged otherwise than labelled is printed, not hidden.
///
/// The program was mended against the first four. The last, [#HELD_OUT], was dealt out of the same
/// hand as the fourth, kind by kind, and held back: only which kinds it misses was read of it.
class LabelledNamesTest {
    private static final List<String> SETS =
            List.of(
                    "names-dev.jsonl",
                    "names-own.jsonl",
                    "names-second.jsonl",
                    "names-third.jsonl");
    private static final String HELD_OUT = "names-heldout.jsonl";
    private static final Map<String, Confusion> CONFUSIONS =
            Stream.concat(SETS.stream(), Stream.of(HELD_OUT))
                    .collect(
                            Collectors.toMap(Function.identity(), set -> Confusion.of(lines(set))));

    static List<String> lines() {
        return CONFUSIONS.keySet().stream().flatMap(set -> lines(set).stream()).toList();
    }

    private static List<String> lines(String name) {
        try (InputStream in =
                Objects.requireNonNull(LabelledNamesTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Confusion of(String set) {
        return Objects.requireNonNull(CONFUSIONS.get(set));
    }

    @ParameterizedTest
    @Covers("R6.2")
    @ValueSource(
            strings = {
                "names-dev.jsonl",
                "names-own.jsonl",
                "names-second.jsonl",
                "names-third.jsonl"
            })
    void judgesLabelledCasesAsACarefulPersonWould(String set) {
        Confusion confusion = of(set);
        System.out.println(confusion);
        confusion.misses().forEach(System.out::println);

        assertThat(confusion.precision()).isGreaterThanOrEqualTo(0.98);
        assertThat(confusion.recall()).isGreaterThanOrEqualTo(0.97);
        assertThat(confusion.accuracy()).isGreaterThanOrEqualTo(0.96);
    }

    @Test
    @Covers("R6.2")
    void judgesCasesThatWereHeldBackAsWellAsItMust() {
        Confusion confusion = of(HELD_OUT);
        System.out.println(confusion);

        assertThat(confusion.precision()).isGreaterThanOrEqualTo(0.97);
        assertThat(confusion.recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(confusion.accuracy()).isGreaterThanOrEqualTo(0.93);
        for (String kind :
                List.of("other-person", "context-wrong-person", "substring", "list-boundary")) {
            assertThat(confusion.strangers(kind)).as(kind).isZero();
        }
    }

    static Stream<Arguments> strangers() {
        return SETS.stream()
                .flatMap(set ->
                        Stream.of(
                                        "case",
                                        "exact-rare",
                                        "handle",
                                        "substring",
                                        "list-boundary",
                                        "other-person",
                                        "context-wrong-person",
                                        "near-words",
                                        "name-in-url",
                                        "word-name",
                                        "spelling",
                                        "nickname")
                                .map(category -> Arguments.of(set, category)));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void callsNoStrangerAMatch(String set, String category) {
        assertThat(of(set).strangers(category)).isZero();
    }

    @Test
    void hasCasesOfEveryKind() throws Exception {
        Map<String, Long> kinds =
                lines().stream()
                        .collect(
                                Collectors.groupingBy(
                                        LabelledNamesTest::category, Collectors.counting()));

        assertThat(lines()).hasSizeGreaterThan(1000);
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(35);
        assertThat(kinds.values()).allMatch(count -> count >= 5);
    }

    private static String category(String line) {
        try {
            return Json.read(line).at("category").text().orElse("");
        } catch (org.quietbell.json.MalformedJsonException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
