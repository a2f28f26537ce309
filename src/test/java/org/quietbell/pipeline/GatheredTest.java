package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GatheredTest {
    @Test
    void doesItOnceMoreForAllWhoAskedMeanwhile() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        Gathered gathered =
                new Gathered(() -> {
                    begun.countDown();
                    await(asked);
                    done.incrementAndGet();
                });
        Thread first = Thread.startVirtualThread(gathered::run);
        begun.await();

        for (int i = 0; i < 100; i++) {
            gathered.run(); // goes on at once
        }
        assertThat(done).hasValue(0);
        asked.countDown();
        first.join();

        assertThat(done).hasValue(2);
    }

    @Test
    void beginsItAfterEachAskingHoweverTheyMeet() throws InterruptedException {
        AtomicInteger said = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        Gathered gathered = new Gathered(() -> seen.set(said.get()));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(
                    Thread.startVirtualThread(() -> {
                        for (int k = 0; k < 2_000; k++) {
                            said.incrementAndGet();
                            gathered.run();
                        }
                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(seen).hasValue(16_000);
    }

    @Test
    void canBeAskedAgainAfterAFault() {
        AtomicInteger tries = new AtomicInteger();
        Gathered gathered =
                new Gathered(() -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("once");
                    }
                });

        assertThatThrownBy(gathered::run).hasMessage("once");
        gathered.run();

        assertThat(tries).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
