package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.store.OpenedStore.answer;
import static org.quietbell.store.OpenedStore.candidate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.hit.HitId;
import org.quietbell.vault.Vault;

/// What a kill would leave, looked at after every single acknowledgement: the file as it lies there
/// while the store is open. [CrashIT] kills for real, but meets a weak moment only by luck.
class KeptAtOnceIT {
    private static final int HITS = 150;

    @TempDir Path folder;
    @TempDir Path elsewhere;

    /// As if the store had run for days: space that was given up is written over at once, so that
    /// chunks land in the middle of the file and not only at its end. As if the store had run for
    /// days: space that was given up is written over at once, so that writes land in the middle of
    /// the file and not only at its end.
    private void aged() {
        OpenedStore.withCases(folder).close();
        try (DataFolder claimed = DataFolder.claim(folder);
                Vault vault = Vault.open(folder, OpenedStore.KEY);
                Database raw = Database.open(claimed.path(), "file:", vault.filePassword(), true)) {
            raw.write(session -> session.update("SET RETENTION_TIME 20"));
        }
    }

    @Test
    @Covers("F42")
    void everyAcknowledgedHitIsInTheFileAsItLiesThere() throws Exception {
        aged();
        List<HitId> missing = new ArrayList<>();
        try (OpenedStore opened = OpenedStore.in(folder)) {
            for (int i = 0; i < HITS; i++) {
                HitId hit =
                        opened.store()
                                .hits()
                                .keep(answer(candidate(Ids.random(16) + ".example/", 80, false)))
                                .fresh()
                                .getFirst();
                if (!isThereAfterAKill(opened, hit)) {
                    missing.add(hit);
                }
            }
        }
        assertThat(missing).as("missing, of " + HITS).isEmpty();
    }

    private boolean isThereAfterAKill(OpenedStore opened, HitId hit) throws IOException {
        Path copy = elsewhere.resolve(Database.FILE);
        Files.deleteIfExists(copy);
        Files.copy(folder.resolve(Database.FILE), copy);
        try (Database left =
                Database.open(elsewhere, "file:", opened.vault().filePassword(), true)) {
            return left.read(session ->
                            session.first(
                                    "SELECT 1 FROM hit WHERE id = '" + hit.value() + "'",
                                    row -> row.getInt(1)))
                    .isPresent();
        }
    }
}
