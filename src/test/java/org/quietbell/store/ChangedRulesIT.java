package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.store.OpenedStore.JANE;
import static org.quietbell.store.OpenedStore.KEY;
import static org.quietbell.store.OpenedStore.NOW;
import static org.quietbell.store.Seen.page;
import static org.quietbell.store.Seen.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.hit.AddressRules;
import org.quietbell.hit.CanonicalRules;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.vault.Vault;

class ChangedRulesIT {
    private static final Seen PAGE = page("https://forum.example/t?id=5&flavour=a", "Jane Doe", "");
    private static final CanonicalRules OWN =
            new CanonicalRules(AddressRules.STANDARD.and("drop forum.example flavour"));

    private @TempDir Path folder;

    @Test
    @Covers("R6.10")
    void findsWhatWasKeptUnderOtherRulesAgain() {
        HitId id;
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            id = opened.store().hits().keep(search(PAGE)).fresh().getFirst();
        }
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            opened.store().hits().use(OWN.rules());

            assertThat(opened.store().hits().keep(search(PAGE.by(OWN))).fresh()).isEmpty();
            assertThat(opened.store().hits().find(id).orElseThrow().sightings()).isEqualTo(2);
        }
    }

    @Test
    void findsWhatWasKeptUnderHerOwnRulesAgainAfterTheyAreGone() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            opened.store().hits().use(OWN.rules());
            opened.store().hits().keep(search(PAGE.by(OWN)));
        }
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            Seen other = page("https://forum.example/t?id=5&flavour=b", "Jane Doe", "");

            assertThat(opened.store().hits().keep(search(PAGE)).fresh()).isEmpty();
            assertThat(opened.store().hits().keep(search(other)).fresh()).isEmpty();
        }
    }

    @Test
    @Covers("R6.5")
    void keepsWhatIsAboutSomebodyElseAwayWhateverTheRules() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            HitId id = opened.store().hits().keep(search(PAGE)).fresh().getFirst();
            opened.store().hits().label(id, Label.NOT_ME, NOW);
        }
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            opened.store().hits().use(OWN.rules());

            assertThat(opened.store().hits().keep(search(PAGE.by(OWN))).fresh()).isEmpty();
        }
    }

    @Test
    @Covers("F50")
    void findsWhatTheFirstVersionOfTheProgramKept() {
        OpenedStore.withCases(folder).close();
        try (DataFolder claimed = DataFolder.claim(folder);
                Vault vault = Vault.open(folder, KEY)) {
            Database database = Database.open(claimed.path(), "file:", vault.filePassword(), true);
            database.write(session -> {
                session.update("DROP INDEX hit_group");
                session.update("DROP INDEX hit_watch");
                session.update("DROP INDEX hit_labelled");
                session.update("DROP INDEX hit_matters");
                session.update("DROP INDEX hit_first_seen");
                session.update("DROP INDEX hit_to_tell");
                session.update("ALTER TABLE notice DROP COLUMN at_once");
                for (String column :
                        new String[] {
                            "group_id",
                            "question",
                            "last_round",
                            "wording",
                            "back",
                            "changed",
                            "quiet",
                            "matters"
                        }) {
                    session.update("ALTER TABLE hit DROP COLUMN " + column);
                }
                session.update(
                        "DROP TABLE asked, likeness, address_rules, other_site,"
                                + " audience, audience_heard, case_turn, question_state, spent,"
                                + " evidence, own_choice");
                session.update("ALTER TABLE source DROP COLUMN budgets");
                session.update("DELETE FROM \"schema_history\" WHERE CAST(\"version\" AS INT) > 2");
                byte[] keyed =
                        vault.caseKey(JANE.value())
                                .fingerprint(
                                        "address",
                                        "github.com/moss/wall?tab=x"
                                                .getBytes(StandardCharsets.UTF_8));
                byte[] keyedThen =
                        vault.caseKey(JANE.value())
                                .fingerprint(
                                        "address",
                                        "github.com/moss/wall".getBytes(StandardCharsets.UTF_8));
                assertThat(keyed).isNotEqualTo(keyedThen);
                return session.update(
                        "INSERT INTO hit (id, case_id, watch_id, source_id, fingerprint, first_seen,"
                                + " last_seen, sightings, band, score, baseline, label, sealed)"
                                + " VALUES ('old', ?, ?, 'meta', ?, 0, 0, 1, 'likely', 60, FALSE,"
                                + " 'not-me', X'00')",
                        JANE.value(),
                        JANE.value(),
                        ByteBuffer.allocate(36).putInt(1).put(keyedThen).array());
            });
            database.close();
        }

        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            Seen page = page("https://github.com/moss/wall?tab=x", "Jane Doe", "");

            assertThat(opened.store().hits().keep(search(page)).fresh()).isEmpty();
        }
    }
}
