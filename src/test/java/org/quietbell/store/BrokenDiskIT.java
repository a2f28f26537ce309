package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quietbell.store.OpenedStore.JANE;
import static org.quietbell.store.OpenedStore.KEY;
import static org.quietbell.store.OpenedStore.answer;
import static org.quietbell.store.OpenedStore.candidate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.hit.HitFilter;
import org.quietbell.hit.HitId;
import org.quietbell.store.StoreException.Kind;
import org.quietbell.vault.Vault;

class BrokenDiskIT {
    @TempDir Path folder;
    private OpenedStore opened;

    @BeforeEach
    void open() {
        FaultyDisk.mount();
        DataFolder claimed = DataFolder.claim(folder);
        Vault vault = Vault.create(folder, KEY);
        Store store = Store.open(claimed.path(), "faulty:", vault, Migrations.ALL);
        opened = new OpenedStore(claimed, vault, store);
        store.cases().put(OpenedStore.person(JANE, "Jane Doe"));
    }

    @AfterEach
    void close() {
        FaultyDisk.mount();
        opened.close();
    }

    private Set<HitId> kept() {
        Set<HitId> kept = new HashSet<>();
        opened.store().hits().each(HitFilter.ALL, hit -> kept.add(hit.id()));
        return kept;
    }

    @Test
    @Covers("F44")
    void saysThatTheDiskIsFullAndGoesOnByItselfOnceThereIsRoom() {
        List<HitId> before = opened.hits("a.example/1", "a.example/2");

        FaultyDisk.FULL.set(true);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> opened.hits("a.example/3"))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(Kind.FULL));
        }
        FaultyDisk.FULL.set(false);

        List<HitId> after = opened.hits("a.example/4");
        assertThat(kept()).containsAll(before).containsAll(after);
    }

    @Test
    @Covers("F45")
    void takesNothingForKeptThatCouldNotBeSynced() {
        List<HitId> before = opened.hits("a.example/1");

        FaultyDisk.NO_SYNC.set(true);
        assertThatThrownBy(() -> opened.hits("a.example/2")).isInstanceOf(StoreException.class);
        FaultyDisk.NO_SYNC.set(false);

        opened.hits("a.example/3");
        assertThat(kept()).containsAll(before);
    }

    @Test
    @Covers("F46")
    void losesNoOtherWorkWhenAThreadIsInterrupted() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread victim =
                Thread.ofPlatform()
                        .start(() -> {
                            for (int i = 0; !done.get(); i++) {
                                try {
                                    opened.hits("victim.example/" + i);
                                } catch (StoreException e) {
                                    assertThat(e.kind()).isNotEqualTo(Kind.DAMAGED);
                                }
                            }
                        });
        Set<HitId> acknowledged = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<HitId>>> work = new ArrayList<>();
            for (int thread = 0; thread < 3; thread++) {
                int number = thread;
                work.add(
                        threads.submit(() -> {
                            List<HitId> ids = new ArrayList<>();
                            for (int i = 0; i < 40; i++) {
                                ids.addAll(
                                        opened.store()
                                                .hits()
                                                .keep(
                                                        answer(
                                                                candidate(
                                                                        number + ".example/" + i,
                                                                        80,
                                                                        false)))
                                                .fresh());
                                victim.interrupt();
                            }
                            return ids;
                        }));
            }
            for (Future<List<HitId>> one : work) {
                acknowledged.addAll(one.get());
            }
        } finally {
            done.set(true);
            victim.join();
        }

        assertThat(acknowledged).hasSize(120);
        assertThat(kept()).containsAll(acknowledged);
    }
}
