package org.quietbell.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.quietbell.action.ReportEvent.Answered;
import org.quietbell.action.ReportEvent.Back;
import org.quietbell.action.ReportEvent.Ended;
import org.quietbell.action.ReportEvent.Prepared;
import org.quietbell.action.ReportEvent.Sent;
import org.quietbell.action.ReportEvent.Unlisted;
import org.quietbell.hit.HitId;
import org.quietbell.watch.CaseId;

/// What holds for reports wherever they are kept. Whoever keeps them extends this.
public abstract class ReportsContract {
    protected static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final HitId PAGE = new HitId("aaaaaaaaaaaaaaaa");
    private static final HitId OTHER = new HitId("bbbbbbbbbbbbbbbb");

    /// What is tested, empty before each test.
    protected abstract Reports reports();

    /// A case that may have reports.
    protected abstract CaseId caseId();

    /// Another.
    protected abstract CaseId otherCase();

    /// Begun by whoever opens the same store again; the same where there is no such thing.
    protected Reports reopened() {
        return reports();
    }

    private static ReportId id(String letter) {
        return new ReportId(letter.repeat(16));
    }

    private static Prepared prepared(ReportId id) {
        return new Prepared(id, NOW, "us-request", List.of(PAGE, OTHER), false);
    }

    @Test
    void keepsEveryEventInTheOrderInWhichItWasNoted() {
        ReportId id = id("r");
        List<ReportEvent> events =
                List.of(
                        prepared(id),
                        new Sent(
                                id,
                                NOW.plusSeconds(60),
                                NOW.plusSeconds(1),
                                Optional.of(NOW.plusSeconds(30)),
                                "the forum",
                                "No. 17\n\"b\" Zoë \uD83D\uDD14"),
                        new Answered(id, NOW.plusSeconds(70), "they look at it"),
                        new Unlisted(id, NOW.plusSeconds(80), PAGE, NOW.minusSeconds(5)),
                        new Ended(id, NOW.plusSeconds(90), Outcome.PARTLY, ""),
                        new Back(id, NOW.plusSeconds(100), PAGE, NOW.plusSeconds(95)));

        for (ReportEvent event : events) {
            assertThat(reports().append(caseId(), event)).as(event.toString()).isPresent();
        }

        Report kept = reopened().find(id).orElseThrow();
        assertThat(kept.events()).isEqualTo(events);
        assertThat(kept.caseId()).isEqualTo(caseId());
        assertThat(reopened().of(caseId())).containsExactly(kept);
        assertThat(reopened().cases()).containsExactly(caseId());
    }

    @Test
    void givesTheReportAsItIsAfterTheEvent() {
        ReportId id = id("r");
        reports().append(caseId(), prepared(id));

        Optional<Report> after =
                reports().append(caseId(), new Unlisted(id, NOW.plusSeconds(9), PAGE, NOW));

        assertThat(after).isEqualTo(reports().find(id));
        assertThat(after.orElseThrow().unlisted()).containsExactly(PAGE);
    }

    @Test
    void addsNothingThatIsKnownOrThatBeginsNoWhere() {
        ReportId id = id("r");
        reports().append(caseId(), prepared(id));
        Unlisted unlisted = new Unlisted(id, NOW.plusSeconds(9), PAGE, NOW);
        reports().append(caseId(), unlisted);

        assertThat(reports().append(caseId(), prepared(id))).isEmpty();
        assertThat(reports().append(otherCase(), prepared(id))).isEmpty();
        assertThat(reports().append(caseId(), unlisted)).isEmpty();
        assertThat(reports().append(caseId(), new Unlisted(id, NOW.plusSeconds(99), PAGE, NOW)))
                .isEmpty();
        assertThat(reports().append(caseId(), new Answered(id("x"), NOW, "?"))).isEmpty();
        assertThat(reports().append(otherCase(), new Answered(id, NOW, "?"))).isEmpty();
        assertThat(reports().find(id).orElseThrow().since()).containsExactly(unlisted);
    }

    @Test
    void keepsCasesApartAndListsReportsAsTheyWereBegun() {
        reports().append(caseId(), prepared(id("b")));
        reports().append(otherCase(), prepared(id("c")));
        reports().append(caseId(), prepared(id("a")));
        reports().append(caseId(), new Answered(id("b"), NOW.plusSeconds(1), ""));

        assertThat(reports().of(caseId())).extracting(Report::id).containsExactly(id("b"), id("a"));
        assertThat(reports().of(otherCase())).extracting(Report::id).containsExactly(id("c"));
        assertThat(reports().find(id("z"))).isEmpty();
    }

    @Test
    void losesNothingAndDoublesNothingWhenManyAddAtOnce() throws Exception {
        ReportId id = id("r");
        reports().append(caseId(), prepared(id));
        List<Callable<Optional<Report>>> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String words = "answer " + i;
            work.add(() -> reports().append(caseId(), new Answered(id, NOW, words)));
            work.add(() -> reports().append(caseId(), new Unlisted(id, NOW, PAGE, NOW)));
        }

        long added = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Optional<Report>> done : threads.invokeAll(work)) {
                added += done.get().isPresent() ? 1 : 0;
            }
        }

        assertThat(added).isEqualTo(9);
        assertThat(reports().find(id).orElseThrow().since()).hasSize(9).doesNotHaveDuplicates();
    }
}
