package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.store.OpenedStore.JANE;
import static org.quietbell.store.OpenedStore.NOW;
import static org.quietbell.store.OpenedStore.OTHER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.evidence.Draft;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.EntryId;
import org.quietbell.evidence.EvidenceLog;
import org.quietbell.evidence.FoundFields;
import org.quietbell.evidence.Head;
import org.quietbell.evidence.Kind;
import org.quietbell.evidence.Lines;
import org.quietbell.evidence.Verdict;
import org.quietbell.evidence.Verifier;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.watch.CaseId;

/// The logs in a real store: added to, sealed, and whole after whatever happens.
class EvidenceIT {
    private @TempDir Path folder;

    private static Draft note(String text) {
        return Draft.of(Kind.NOTE, Optional.empty(), Map.of("text", text));
    }

    private static Draft found(OpenedStore opened, HitId hit) {
        return FoundFields.of(opened.store().hits().find(hit).orElseThrow(), "here").orElseThrow();
    }

    private static List<String> lines(EvidenceLog log, CaseId caseId) {
        List<String> lines = new ArrayList<>();
        log.each(caseId, entry -> lines.add(Lines.write(entry)));
        return lines;
    }

    private static Verdict verified(EvidenceLog log, CaseId caseId) {
        String file = String.join("\n", lines(log, caseId)) + "\n";
        try {
            return Verifier.check(
                    new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                    log.noted(caseId));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Covers("R3.4")
    void oneEntryFollowsTheOtherAlsoAfterARestart() {
        Head first;
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            EvidenceLog log = opened.store().evidence();
            assertThat(log.head(JANE)).isEmpty();
            log.append(JANE, List.of(note("one"), note("two")), NOW);
            first = log.head(JANE).orElseThrow();
        }
        try (OpenedStore opened = OpenedStore.in(folder)) {
            EvidenceLog log = opened.store().evidence();
            assertThat(log.noted(JANE)).contains(first);

            List<Entry> added = log.append(JANE, List.of(note("three")), NOW.plusSeconds(1));

            assertThat(added.getFirst().before()).isEqualTo(first.hash());
            assertThat(log.head(JANE)).contains(added.getFirst().head());
            assertThat(log.noted(JANE)).contains(added.getFirst().head());
            assertThat(verified(log, JANE)).isEqualTo(new Verdict.Whole(log.head(JANE), 0));
            assertThat(log.find(JANE, added.getFirst().id())).contains(added.getFirst());
            assertThat(log.find(OTHER, added.getFirst().id())).isEmpty();
        }
    }

    @Test
    @Covers("R5.6")
    void eachCaseHasItsOwnLog() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            EvidenceLog log = opened.store().evidence();
            log.append(JANE, List.of(note("hers")), NOW);
            log.append(OTHER, List.of(note("another's")), NOW);

            assertThat(lines(log, JANE)).hasSize(1).allMatch(line -> !line.contains("another's"));
            assertThat(lines(log, OTHER)).hasSize(1).allMatch(line -> !line.contains("hers"));
            assertThat(log.head(JANE).orElseThrow().log())
                    .isNotEqualTo(log.head(OTHER).orElseThrow().log());
        }
    }

    @Test
    @Covers("R3.1")
    void aPageIsEnteredOnceAndAsItWasFound() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            EvidenceLog log = opened.store().evidence();
            HitId hit = opened.hits("forum.example/t/7").getFirst();
            Draft draft = found(opened, hit);

            Entry entry = log.enter(JANE, hit, draft, NOW);

            assertThat(log.enter(JANE, hit, draft, NOW.plusSeconds(60))).isEqualTo(entry);
            assertThat(lines(log, JANE)).hasSize(1);
            assertThat(log.entryOf(hit)).contains(entry);
            assertThat(entry.text("address")).contains("https://forum.example/t/7");
            assertThat(entry.text("answer-sha256")).contains("0".repeat(64));
        }
    }

    @Test
    @Covers({"R3.4", "R6.5"})
    void notMeErasesWhatItsEntrySaysOfThePageAndTheLogStillVerifies() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            EvidenceLog log = opened.store().evidence();
            HitId hit = opened.hits("club.example/team").getFirst();
            log.enter(JANE, hit, found(opened, hit), NOW);

            opened.store().hits().label(hit, Label.NOT_ME, NOW.plusSeconds(5));

            String all = String.join("\n", lines(log, JANE));
            assertThat(all).doesNotContain("club.example", "Title of", "Snippet of", "q=Jane");
            assertThat(all).contains("not-me");
            assertThat(verified(log, JANE))
                    .isInstanceOfSatisfying(
                            Verdict.Whole.class,
                            whole -> {
                                assertThat(whole.entries()).isEqualTo(2);
                                assertThat(whole.erased()).isGreaterThanOrEqualTo(5);
                            });
            assertThat(log.noted(JANE)).isEqualTo(log.head(JANE));
        }
    }

    @Test
    void notMeOfAPageThatWasNeverEnteredAddsNothing() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            HitId hit = opened.hits("club.example/team").getFirst();

            opened.store().hits().label(hit, Label.NOT_ME, NOW);

            assertThat(opened.store().evidence().head(JANE)).isEmpty();
        }
    }

    @Test
    void erasingAgainAddsNothing() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            EvidenceLog log = opened.store().evidence();
            EntryId id = log.append(JANE, List.of(note("too much")), NOW).getFirst().id();
            TreeSet<String> text = new TreeSet<>(Set.of("text"));

            assertThat(log.erase(JANE, id, text, "asked for", NOW)).isPresent();
            assertThat(log.erase(JANE, id, text, "asked for", NOW)).isEmpty();
            assertThat(log.erase(OTHER, id, text, "asked for", NOW)).isEmpty();
            assertThat(log.erase(JANE, new EntryId("none"), text, "asked for", NOW)).isEmpty();

            assertThat(lines(log, JANE)).hasSize(2).noneMatch(line -> line.contains("too much"));
        }
    }

    @Test
    void manyAtOnceMakeOneChain() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            EvidenceLog log = opened.store().evidence();

            IntStream.range(0, 60)
                    .parallel()
                    .forEach(i -> log.append(JANE, List.of(note("n" + i), note("m" + i)), NOW));

            assertThat(verified(log, JANE)).isEqualTo(new Verdict.Whole(log.head(JANE), 0));
            assertThat(new HashSet<>(lines(log, JANE))).hasSize(120);
            assertThat(log.noted(JANE)).isEqualTo(log.head(JANE));
        }
    }

    @Test
    @Covers("R3.4")
    void anEndThatWasTakenOffShowsByWhatWasNotedApart() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            EvidenceLog log = opened.store().evidence();
            log.append(JANE, List.of(note("one"), note("two"), note("three")), NOW);

            opened.store()
                    .database()
                    .writeSynced(session -> session.update("DELETE FROM evidence WHERE seq = 3"));

            assertThat(verified(log, JANE))
                    .isEqualTo(
                            new Verdict.Broken(3, Optional.empty(), new Verdict.Flaw.CutShort(3)));
        }
    }

    @Test
    @Covers("R2.18")
    void itsTextIsSealedAndNothingOfItStandsInAFile() throws IOException {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            opened.store().evidence().append(JANE, List.of(note("Canary of a note")), NOW);

            byte[] sealed =
                    opened.store()
                            .database()
                            .read(session ->
                                    session.first(
                                            "SELECT sealed FROM evidence", row -> row.getBytes(1)))
                            .orElseThrow();
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Canary");
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("Canary");
            }
        }
    }
}
