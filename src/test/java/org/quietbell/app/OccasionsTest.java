package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.match.Band;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.Occasion;
import org.quietbell.notice.StillLooking;
import org.quietbell.notice.Wishes;
import org.quietbell.pipeline.Coverage;
import org.quietbell.source.Habits;
import org.quietbell.source.SourceId;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Consent;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

@Covers("R1.25")
class OccasionsTest {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
    private static final Words ENGLISH = Words.of(Locale.ENGLISH);
    private static final Words FRENCH = Words.of(Locale.FRENCH);

    private static Coverage.Place place(
            String state, Optional<Instant> since, Optional<Instant> lastAnswer) {
        return new Coverage.Place(
                new SourceId("meta"), state, since, lastAnswer, true, Habits.NONE);
    }

    private static List<Occasion> told(Coverage.Place place) {
        return SilentSources.of(new Coverage(List.of(place)), NOW);
    }

    private static List<Occasion> told(String state, Duration since) {
        return told(place(state, Optional.of(NOW), Optional.of(NOW.minus(since))));
    }

    @Test
    void sheHearsOfAPlaceThatHasNotAnsweredHerForTwoDays() {
        assertThat(told("blocked", Duration.ofHours(47))).isEmpty();
        assertThat(told("ok", Duration.ofHours(49))).isEmpty();
        assertThat(told("partly-blind", Duration.ofDays(2)))
                .extracting(Occasion::since)
                .containsExactly(NOW);
    }

    @Test
    void sheHearsOfAPlaceThatNeverAnsweredTwoDaysAfterItsFaultBegan() {
        Instant began = NOW.minus(Duration.ofDays(2));

        assertThat(told(place("blocked", Optional.of(began), Optional.empty()))).hasSize(1);
        assertThat(told(place("blocked", Optional.of(began.plusSeconds(1)), Optional.empty())))
                .isEmpty();
    }

    @Test
    void eachSilenceOfAPlaceHasAKeyOfItsOwnThatStaysWhileItLasts() {
        Instant began = NOW.minus(Duration.ofDays(3));

        assertThat(told("blocked", Duration.ofDays(3)))
                .extracting(Occasion::key)
                .containsExactly("source:meta:" + began.getEpochSecond());
        assertThat(told("unreachable", Duration.ofDays(3)))
                .isEqualTo(told("blocked", Duration.ofDays(3)));
    }

    private static List<Occasion> looking(
            StillLooking often, Optional<Language> language, Coverage.Place... places) {
        Wishes wishes = new Wishes(Wishes.AfterPause.ONE, Optional.empty(), often, language);
        Hearing hearing =
                new Hearing(
                        How.FIXED_TIMES,
                        List.of(LocalTime.of(18, 0)),
                        EnumSet.allOf(DayOfWeek.class),
                        ZoneOffset.UTC,
                        List.of(),
                        Band.LIKELY,
                        List.of(),
                        Set.of(),
                        Ceiling.DEFAULT,
                        Optional.empty(),
                        Optional.empty(),
                        wishes);
        Consent self =
                new Consent(
                        "self",
                        NOW.atZone(ZoneOffset.UTC).toLocalDate(),
                        Optional.empty(),
                        Set.of(),
                        Set.of(),
                        Map.of());
        return new Occasions(
                        _ -> new Coverage(List.of(places)),
                        _ -> Optional.of(hearing),
                        ENGLISH,
                        () -> NOW)
                .of(new WatchedCase(new CaseId("case-17"), self, List.of(), false, true));
    }

    @Test
    void saysHowManyPlacesAnsweredAndWhenOnlyIfSheAskedForIt() {
        Coverage.Place well = place("ok", Optional.of(NOW), Optional.of(NOW));
        Coverage.Place blocked =
                place("blocked", Optional.of(NOW), Optional.of(NOW.minus(Duration.ofHours(1))));

        assertThat(looking(StillLooking.OFF, Optional.empty(), well, blocked)).isEmpty();
        assertThat(looking(StillLooking.WEEKLY, Optional.empty(), well, blocked))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.key()).startsWith("looking:");
                    assertThat(line.line().orElseThrow())
                            .isEqualTo(
                                    ENGLISH.say(
                                            "notice.looking.body",
                                            1,
                                            2,
                                            ENGLISH.moment(NOW, ZoneOffset.UTC, NOW)));
                });
    }

    @Test
    void saysSoInHerLanguageAndWhereNoneEverAnswered() {
        Coverage.Place never = place("blocked", Optional.of(NOW), Optional.empty());

        assertThat(looking(StillLooking.MONTHLY, Language.of("fr"), never))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.line())
                                .contains(FRENCH.say("notice.looking.body.none", 1)));
    }
}
