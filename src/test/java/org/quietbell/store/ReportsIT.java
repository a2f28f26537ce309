package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.action.ReportEvent;
import org.quietbell.action.ReportId;
import org.quietbell.action.Reports;
import org.quietbell.action.ReportsContract;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.EvidenceLog;
import org.quietbell.evidence.FoundFields;
import org.quietbell.evidence.Kind;
import org.quietbell.hit.HitId;
import org.quietbell.watch.CaseId;

/// Reports in a real store: entries of the evidence log.
class ReportsIT extends ReportsContract {
    private @TempDir Path folder;
    private OpenedStore opened;

    @BeforeEach
    void open() {
        opened = OpenedStore.withCases(folder);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Override
    protected Reports reports() {
        return opened.store().reports();
    }

    @Override
    protected CaseId caseId() {
        return OpenedStore.JANE;
    }

    @Override
    protected CaseId otherCase() {
        return OpenedStore.OTHER;
    }

    @Override
    protected Reports reopened() {
        opened.close();
        opened = OpenedStore.in(folder);
        return opened.store().reports();
    }

    @Test
    @Covers("R3.3")
    void standInTheChainAndNameTheSavedEntriesTheyAreAbout() {
        HitId hit = opened.hits("forum.example/t/7").getFirst();
        EvidenceLog log = opened.store().evidence();
        Entry page =
                log.enter(
                        caseId(),
                        hit,
                        FoundFields.of(opened.store().hits().find(hit).orElseThrow(), "here")
                                .orElseThrow(),
                        NOW);
        ReportId id = new ReportId("r".repeat(16));
        reports()
                .append(
                        caseId(),
                        new ReportEvent.Prepared(id, NOW, "us-request", List.of(hit), false));
        reports()
                .append(
                        caseId(),
                        new ReportEvent.Sent(
                                id, NOW, NOW.minusSeconds(9), Optional.empty(), "a site", "17"));

        List<Entry> entries = new ArrayList<>();
        log.each(caseId(), entries::add);
        assertThat(entries)
                .extracting(Entry::kind)
                .containsExactly(Kind.FOUND.word(), Kind.ACTION.word(), Kind.ACTION.word());
        assertThat(entries.get(1).text("entries")).contains(page.id().value());
        assertThat(entries.get(2).about()).contains(entries.get(1).id());
        assertThat(entries.get(2).text("reference")).contains("17");
        assertThat(log.noted(caseId())).isEqualTo(log.head(caseId()));
    }
}
