package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.action.AddressList;
import org.quietbell.action.MemoryReports;
import org.quietbell.action.ReportEvent.Prepared;
import org.quietbell.action.ReportId;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitFilter;
import org.quietbell.hit.Label;
import org.quietbell.store.DataFolder;
import org.quietbell.watch.CaseId;

/// What the commands about reports take from an open store.
class ReportDeskIT {
    private static final CaseId CASE = new CaseId("case-17");

    @TempDir Path folder;
    private Walk walk;
    private Installation installation;
    private DataFolder data;

    @BeforeEach
    void begin() throws Exception {
        walk = new Walk(folder);
        walk.settings(
                "- { id: post, type: file, path: ./notices.jsonl }",
                "{ how: only-when-opened, zone: Europe/London }");
        walk.items.addAll(List.of("one", "two"));
        assertThat(walk.run("check", "--config", "quietbell.yaml").exit()).isZero();
        Options options = new Options();
        options.config(folder.resolve("quietbell.yaml"));
        Opening opening = Main.opening(options, Map.of());
        data = Claiming.claim(Main.folder(options, opening, Map.of()));
        installation = opening.open(data, Keys.read(folder.resolve("house-key")));
    }

    @AfterEach
    void end() {
        installation.close();
        data.close();
        walk.close();
    }

    private List<Hit> hits() {
        List<Hit> hits = new ArrayList<>();
        installation.store().hits().each(HitFilter.ALL, hits::add);
        return hits;
    }

    @Test
    @Covers("R4.1")
    void areThePagesThatWereFoundUntilTheyAreErased() {
        ReportDesk desk = ReportDesk.of(installation, new MemoryReports());
        Hit hit = hits().getFirst();
        ReportId id = new ReportId("r".repeat(16));
        desk.reports()
                .append(CASE, new Prepared(id, hit.firstSeen(), "ftc", List.of(hit.id()), false));

        assertThat(AddressList.all(desk.pages(desk.report(id.value()))))
                .singleElement()
                .asString()
                .startsWith("https://pages.example/");

        installation.store().hits().label(hit.id(), Label.NOT_ME, hit.firstSeen());
        assertThat(AddressList.all(desk.pages(desk.report(id.value())))).isEmpty();
    }

    @Test
    void knowWhoseTheyAreAndWhatHasTheSameText() {
        ReportDesk.Kept kept = ReportDesk.of(installation, new MemoryReports()).kept();
        Hit hit = hits().getFirst();

        assertThat(kept.find(hit.id())).contains(hit);
        assertThat(kept.sameText(hit))
                .hasSize(installation.store().hits().groupSize(hit.group()))
                .contains(hit);
        assertThat(kept.cases()).containsExactly(CASE);
        assertThat(kept.caseOf("case-17")).isEqualTo(CASE);
        assertThatThrownBy(() -> kept.caseOf("nobody")).isInstanceOf(Refusal.class);
        assertThat(kept.zone(CASE)).isEqualTo(ZoneId.of("Europe/London"));
    }
}
