package org.quietbell.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;

class MannersTest {
    private static final Duration APART = Duration.ofSeconds(5);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);

    /// Wakes early, as threads may.
    private final Manners manners =
            new Manners(2, 32, now::get, left -> now.addAndGet(Math.max(1, left / 2)));

    private Duration waits(String host, Duration apart) {
        long before = now.get();
        manners.keepApart(host, apart);
        return Duration.ofNanos(now.get() - before);
    }

    @Test
    @Covers("F25")
    void keepsRequestsToOneHostApartAndNoOthers() {
        assertThat(waits("a.example", APART)).isZero();
        assertThat(waits("a.example", Duration.ZERO)).isZero();
        assertThat(waits("a.example", APART)).isEqualTo(APART);
        assertThat(waits("b.example", APART)).isZero();
        assertThat(waits("a.example", APART)).isEqualTo(APART);
    }

    @Test
    void countsTheTimeThatHasGoneByAnyway() {
        waits("a.example", APART);
        now.addAndGet(Duration.ofSeconds(3).toNanos());

        assertThat(waits("a.example", APART)).isEqualTo(Duration.ofSeconds(2));
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(waits("a.example", APART)).isZero();
    }

    @Test
    void forgetsHostsThatWereAskedLongAgo() {
        for (int host = 0; host < 5_000; host++) {
            assertThat(waits(host + ".example", APART)).isZero();
            now.addAndGet(APART.toNanos());
        }

        assertThat(waits("0.example", APART)).isZero();
    }
}
