package org.quietbell.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quietbell.store.OpenedStore.JANE;
import static org.quietbell.store.OpenedStore.KEY;
import static org.quietbell.store.OpenedStore.NOW;
import static org.quietbell.store.OpenedStore.POST;
import static org.quietbell.store.OpenedStore.SELF;
import static org.quietbell.store.OpenedStore.answer;
import static org.quietbell.store.OpenedStore.candidate;
import static org.quietbell.store.OpenedStore.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.hit.HitFilter;
import org.quietbell.hit.HitId;
import org.quietbell.store.StoreException.Kind;
import org.quietbell.vault.Vault;

/// Kills a real process while it writes. `-Dquietbell.kills=50` for a long run.
class CrashIT {
    private static final int KILLS = Integer.getInteger("quietbell.kills", 3);

    @TempDir Path folder;

    private Process child(String what) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        what,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    @Covers({"F42", "F58"})
    void losesNothingThatWasAcknowledgedWhenTheProcessIsKilled() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Set<String> hits = new HashSet<>();
        Set<String> notices = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = child("write");
            try (BufferedReader lines = child.inputReader(UTF_8)) {
                int enough = random.nextInt(60);
                for (int i = 0; i < enough; i++) {
                    note(lines.readLine(), hits, notices);
                }
                child.waitFor(random.nextInt(20), TimeUnit.MILLISECONDS);
                child.toHandle().destroyForcibly(); // leaves its last words to be read
                lines.lines().forEach(line -> note(line, hits, notices));
            }
            child.waitFor();
            check(hits, notices, "seed " + seed + ", kill " + kill);
        }
        assertThat(hits).isNotEmpty();
    }

    /// Lines are written by one call each and end with a dot: a line that was cut off does not
    /// count.
    private static void note(String line, Set<String> hits, Set<String> notices) {
        if (line != null && line.endsWith(".")) {
            String id = line.substring(1, line.length() - 1);
            (line.startsWith("h") ? hits : notices).add(id);
        }
    }

    private void check(Set<String> hits, Set<String> notices, String when) {
        try (DataFolder claimed = DataFolder.claim(folder);
                Vault vault =
                        Vault.exists(folder)
                                ? Vault.open(folder, KEY)
                                : Vault.create(folder, KEY)) {
            if (vault.isUsed()) {
                Database raw = Database.open(claimed.path(), "file:", vault.filePassword(), true);
                try {
                    assertThat(split(raw)).as(when).isZero();
                    assertThat(ids(raw)).as(when + ", at first sight").containsAll(hits);
                } finally {
                    raw.close();
                }
            }
            Store store = Store.open(claimed, vault, () -> NOW);
            Set<String> kept = new HashSet<>();
            store.hits().each(HitFilter.ALL, hit -> kept.add(hit.id().value()));
            Set<String> letters =
                    store.notices().outbox().stream()
                            .filter(letter -> letter.hits().size() == 1)
                            .map(letter -> letter.notice().value())
                            .collect(Collectors.toSet());
            store.close();
            assertThat(kept).as(when).containsAll(hits);
            assertThat(letters).as(when).containsAll(notices);
        }
    }

    /// Told hits without letters, letters without told hits, before anything is put right.
    private static long split(Database database) {
        return database.read(session ->
                        session.first(
                                "SELECT (SELECT COUNT(*) FROM told t WHERE NOT EXISTS"
                                        + " (SELECT 1 FROM letter l WHERE l.notice_id ="
                                        + " t.notice_id)) + (SELECT COUNT(*) FROM letter l"
                                        + " WHERE NOT EXISTS (SELECT 1 FROM told t WHERE"
                                        + " t.notice_id = l.notice_id))",
                                row -> row.getLong(1)))
                .orElseThrow();
    }

    private static List<String> ids(Database database) {
        return database.read(
                session -> session.query("SELECT id FROM hit", row -> row.getString(1)));
    }

    @Test
    @Covers("F47")
    void tellsASecondProcessWhoHasTheStoreAndNoLockIsLeftByAKill() throws Exception {
        Process child = child("hold");
        try (BufferedReader lines = child.inputReader(UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("held");

            assertThatThrownBy(() -> DataFolder.claim(folder))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.HELD))
                    .hasMessageContaining("process " + child.pid());
            child.destroyForcibly().waitFor();
        }

        DataFolder.claim(folder).close();
    }

    /// The process that is killed.
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[1]);
            if (arguments[0].equals("hold")) {
                DataFolder held = DataFolder.claim(folder);
                System.out.println("held");
                System.in.read();
                held.close();
                return;
            }
            write(OpenedStore.withCases(folder), System.out);
        }

        private static void write(OpenedStore opened, PrintStream out) {
            while (true) {
                String address = Ids.random(16) + ".example/";
                HitId hit =
                        opened.store()
                                .hits()
                                .keep(answer(candidate(address, 80, false)))
                                .fresh()
                                .getFirst();
                out.println("h" + hit + ".");
                String notice = Ids.random(26);
                opened.store().notices().keep(JANE, SELF, NOW, notice(notice, List.of(hit), POST));
                out.println("n" + notice + ".");
            }
        }
    }
}
