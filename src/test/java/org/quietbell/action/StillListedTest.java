package org.quietbell.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quietbell.Covers;
import org.quietbell.action.ReportEvent.Back;
import org.quietbell.action.ReportEvent.Prepared;
import org.quietbell.action.ReportEvent.Unlisted;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.hit.Listing;
import org.quietbell.match.Band;
import org.quietbell.source.SourceId;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchId;

/// "Is it still listed?"
class StillListedTest {
    private static final Instant MADE = Instant.parse("2027-03-01T12:00:00Z");
    private static final Instant NOW = MADE.plusSeconds(9000);
    private static final ReportId ID = new ReportId("r".repeat(16));
    private static final HitId A = new HitId("a");
    private static final HitId B = new HitId("b");

    private static final Report REPORT =
            Report.of(
                    new CaseId("case-1"),
                    new Prepared(ID, MADE, "google-images", List.of(A, B), false));

    private static Hit hit(HitId id, Instant lastSeen, boolean listed, Optional<Instant> back) {
        return new Hit(
                id,
                new CaseId("case-1"),
                new WatchId("w"),
                new SourceId("s"),
                MADE.minusSeconds(900),
                lastSeen,
                1,
                Band.LIKELY,
                60,
                List.of(),
                false,
                Label.NOT_SURE,
                Optional.empty(),
                Optional.empty(),
                id,
                new Listing(listed, back, Optional.empty(), Optional.empty()));
    }

    private static Function<HitId, Optional<Hit>> kept(Hit... hits) {
        Map<HitId, Hit> all = new HashMap<>();
        for (Hit hit : hits) {
            all.put(hit.id(), hit);
        }
        return id -> Optional.ofNullable(all.get(id));
    }

    private static Report after(Report report, List<ReportEvent> events) {
        Report then = report;
        for (ReportEvent event : events) {
            then = then.with(event).orElseThrow();
        }
        return then;
    }

    @Test
    @Covers({"R3.3", "R6.11"})
    void aPageThatIsNoLongerListedIsSaidOnceAndThatItIsBackOnce() {
        Instant seen = MADE.plusSeconds(60);
        var away = kept(hit(A, seen, false, Optional.empty()), hit(B, NOW, true, Optional.empty()));

        List<ReportEvent> first = StillListed.events(REPORT, away, NOW);
        assertThat(first).containsExactly(new Unlisted(ID, NOW, A, seen));

        Report then = after(REPORT, first);
        assertThat(then.unlisted()).containsExactly(A);
        assertThat(StillListed.events(then, away, NOW.plusSeconds(1))).isEmpty();

        Instant again = NOW.plusSeconds(600);
        var back = kept(hit(A, again, true, Optional.of(again)));
        List<ReportEvent> second = StillListed.events(then, back, again.plusSeconds(5));
        assertThat(second).containsExactly(new Back(ID, again.plusSeconds(5), A, again));
        Report last = after(then, second);
        assertThat(last.unlisted()).isEmpty();
        assertThat(StillListed.events(last, back, again.plusSeconds(9))).isEmpty();
    }

    @Test
    void aPageThatWentAndCameBackBetweenTwoLooksIsBack() {
        Instant again = MADE.plusSeconds(70);
        var back = kept(hit(A, again, true, Optional.of(again)));

        assertThat(StillListed.events(REPORT, back, NOW))
                .containsExactly(new Back(ID, NOW, A, again));
    }

    @Test
    void whatHappenedBeforeTheReportOrToWhatIsKeptNoMoreSaysNothing() {
        var before = kept(hit(A, NOW, true, Optional.of(MADE.minusSeconds(1))));

        assertThat(StillListed.events(REPORT, before, NOW)).isEmpty();
        assertThat(StillListed.events(REPORT, kept(), NOW)).isEmpty();
    }

    static Stream<Long> seeds() {
        return Stream.of(1L, 7L, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Covers("R6.11")
    void howeverPagesComeAndGoTheReportKnowsAfterEachLookWhatIsListed(long seed) {
        Random random = new Random(seed);
        for (int life = 0; life < 300; life++) {
            Report report = REPORT;
            Instant now = MADE;
            Map<HitId, Hit> world = new HashMap<>();
            for (HitId id : List.of(A, B)) {
                world.put(id, hit(id, MADE, true, Optional.empty()));
            }
            for (int step = 0; step < 40; step++) {
                now = now.plusSeconds(1 + random.nextInt(5000));
                HitId id = random.nextBoolean() ? A : B;
                Hit hit = Objects.requireNonNull(world.get(id));
                if (hit.listing().isListed()) {
                    world.put(id, hit(id, hit.lastSeen(), false, hit.listing().back()));
                } else {
                    world.put(id, hit(id, now, true, Optional.of(now)));
                }
                if (random.nextInt(3) == 0) {
                    Report before = report;
                    report =
                            after(
                                    report,
                                    StillListed.events(
                                            report,
                                            key -> Optional.ofNullable(world.get(key)),
                                            now));
                    String what = "seed " + seed + ", life " + life + ", step " + step;
                    for (HitId each : List.of(A, B)) {
                        assertThat(report.unlisted().contains(each))
                                .as(what)
                                .isEqualTo(
                                        !Objects.requireNonNull(world.get(each))
                                                .listing()
                                                .isListed());
                    }
                    assertThat(report.since().size() - before.since().size())
                            .as(what)
                            .isLessThanOrEqualTo(2);
                }
            }
        }
    }
}
