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

/// Pairs of every kind we could think of, labelled before the rules were tried on them.
class OwnAddressesTest {
    private record Pair(boolean same, String a, String b) {
        static Pair of(String line) {
            String[] parts = line.split("\t", -1);
            return new Pair(parts[0].equals("same"), parts[1], parts[2]);
        }

        boolean isMerged() {
            return CanonicalRules.canonical(a).equals(CanonicalRules.canonical(b));
        }
    }

    private static List<Pair> pairs() {
        try (InputStream in =
                Objects.requireNonNull(
                        OwnAddressesTest.class.getResourceAsStream("addresses-own.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Pair::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Covers("R6.10")
    void mergesNoTwoPagesThatDiffer() {
        assertThat(pairs())
                .hasSizeGreaterThan(300)
                .filteredOn(pair -> !pair.same())
                .filteredOn(Pair::isMerged)
                .isEmpty();
    }

    @Test
    @Covers("R6.10")
    void findsNearlyAllPagesAgain() {
        List<Pair> same = pairs().stream().filter(Pair::same).toList();
        List<Pair> apart = new ArrayList<>(same);
        apart.removeIf(Pair::isMerged);
        System.out.printf("same pages found: %d of %d%n", same.size() - apart.size(), same.size());

        assertThat(apart).as("left apart").hasSizeLessThanOrEqualTo(same.size() / 50);
    }
}
