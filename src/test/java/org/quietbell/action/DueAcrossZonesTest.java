package org.quietbell.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quietbell.Covers;
import org.quietbell.action.ReportEvent.Prepared;
import org.quietbell.action.ReportEvent.Sent;
import org.quietbell.hit.HitId;
import org.quietbell.watch.CaseId;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

/// The 48 hours, in every zone and around every change of the clocks, with seeds that a failure
/// names.
class DueAcrossZonesTest {
    private static final ReportId ID = new ReportId("r".repeat(16));
    private static final Instant FROM = Instant.parse("2026-05-19T00:00:00Z");
    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();

    static Stream<Long> seeds() {
        return Stream.of(1L, 20260519L, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Covers("R3.3")
    void areElapsedTimeInEveryZoneAndReadBackToTheSameMinute(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            Instant received = received(random, zone);
            String what = "seed " + seed + ", " + zone + ", " + received;
            Report report = report(received);
            Instant due = received.plusSeconds(48 * 3600);

            assertThat(standing(report, due.minusSeconds(1)))
                    .as(what)
                    .isInstanceOf(Standing.Waiting.class);
            assertThat(standing(report, due)).as(what).isInstanceOf(Standing.PastDue.class);
            assertThat(readBack(report, zone, received)).as(what).isEqualTo(minute(due));
        }
    }

    /// Mostly within three days of a change of the clocks, where the zone has one to come.
    private static Instant received(Random random, ZoneId zone) {
        Instant some = FROM.plusSeconds(random.nextLong(Duration.ofDays(4000).toSeconds()));
        ZoneOffsetTransition change = zone.getRules().nextTransition(some);
        return change == null || random.nextInt(4) == 0
                ? some
                : change.getInstant()
                        .plusSeconds(
                                random.nextLong(Duration.ofDays(3).toSeconds())
                                        - Duration.ofHours(60).toSeconds());
    }

    private static Report report(Instant received) {
        return Report.of(
                        new CaseId("case-1"),
                        new Prepared(ID, received, "us-request", List.of(new HitId("a")), false))
                .with(new Sent(ID, received, received, Optional.of(received), "", ""))
                .orElseThrow();
    }

    private static Standing standing(Report report, Instant now) {
        return Standing.of(report, Routes.STANDARD.find("us-request"), now);
    }

    /// The moment that the sentence names, as somebody reads it who has a calendar of that zone.
    private static Instant readBack(Report report, ZoneId zone, Instant received) {
        String said =
                new StandingLines(Words.of(Language.EN), zone)
                        .of(report, Routes.STANDARD.find("us-request"), received)
                        .getFirst();
        String moment = said.substring(said.lastIndexOf(" at ") + 4, said.length() - 1);
        Optional<ZoneOffset> offset = Optional.empty();
        int open = moment.indexOf(" (UTC");
        if (open > 0) {
            String written = moment.substring(open + 5, moment.length() - 1);
            offset = Optional.of(ZoneOffset.of(written));
            moment = moment.substring(0, open);
        }
        String[] parts = moment.split(" ", -1); // 18:00 on 3 May [2028]
        LocalDateTime today = LocalDateTime.ofInstant(received, zone);
        @Nullable LocalDateTime local = null;
        for (int days = 0; days < 5; days++) {
            LocalDateTime that = today.plusDays(days);
            boolean isDay =
                    parts.length == 1
                            ? days == 0
                            : that.getDayOfMonth() == Integer.parseInt(parts[2]);
            if (isDay) {
                String[] time = parts[0].split(":", -1);
                local =
                        that.toLocalDate()
                                .atTime(Integer.parseInt(time[0]), Integer.parseInt(time[1]));
                break;
            }
        }
        assertThat(local).as(said).isNotNull();
        if (offset.isEmpty()) {
            assertThat(zone.getRules().getValidOffsets(Objects.requireNonNull(local)))
                    .as(said)
                    .hasSize(1);
        }
        return Objects.requireNonNull(local)
                .toInstant(offset.orElse(zone.getRules().getOffset(Objects.requireNonNull(local))));
    }

    private static Instant minute(Instant moment) {
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), 60) * 60);
    }
}
