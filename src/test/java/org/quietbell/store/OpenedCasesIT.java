package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.store.OpenedStore.JANE;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.watch.Cases;
import org.quietbell.watch.WatchedCase;

/// Cases are opened once; whoever asks after a change has it.
class OpenedCasesIT {
    @TempDir Path folder;
    private OpenedStore opened;
    private Cases cases;

    @BeforeEach
    void open() {
        opened = OpenedStore.withCases(folder);
        cases = opened.store().cases();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void areTheSameForAllWhoAskUntilOneIsPut() {
        WatchedCase before = cases.find(JANE).orElseThrow();

        assertThat(cases.all()).anySatisfy(each -> assertThat(each).isSameAs(before));

        cases.put(before.active(false));

        assertThat(cases.find(JANE)).contains(before.active(false));
        assertThat(cases.all()).contains(before.active(false)).doesNotContain(before);
    }

    @Test
    void areNeverOfBeforeTheChangeForWhoeverAsksAfterIt() {
        WatchedCase person = cases.find(JANE).orElseThrow();
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger looks = new AtomicInteger();
        Thread reader =
                Thread.startVirtualThread(() -> {
                    while (!ended.get()) {
                        cases.all();
                        looks.incrementAndGet();
                    }
                });
        try {
            for (int round = 0; round < 40; round++) {
                boolean active = round % 2 == 1;
                cases.put(person.active(active));
                assertThat(cases.find(JANE).orElseThrow().active()).isEqualTo(active);
            }
        } finally {
            ended.set(true);
            while (reader.isAlive()) {
                Thread.onSpinWait();
            }
        }
        assertThat(looks).hasPositiveValue();
    }
}
