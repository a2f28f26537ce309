package org.quietbell.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpansTest {
    private record Span(int start, int end) {}

    @Test
    void coverWhatLiesWhollyWithinOneOfThem() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<Span> all = new ArrayList<>();
            for (int i = random.nextInt(9); i > 0; i--) {
                int start = random.nextInt(12);
                all.add(new Span(start, start + random.nextInt(5)));
            }
            Spans spans = Spans.of(all, Span::start, Span::end);
            for (int from = -1; from < 14; from++) {
                for (int to = from; to < from + 4; to++) {
                    int first = from;
                    int last = to;
                    assertThat(spans.cover(first, last))
                            .as("seed %d, round %d: %s, %d to %d", seed, round, all, from, to)
                            .isEqualTo(
                                    all.stream()
                                            .anyMatch(one ->
                                                    one.start() <= first && last <= one.end()));
                }
            }
        }
    }
}
