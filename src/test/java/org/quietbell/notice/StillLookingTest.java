package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.notice.Scene.Choice.asItHappens;
import static org.quietbell.notice.Scene.Choice.at;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.words.Words;

/// A line now and then that looking goes on (R1.25).
@Covers("R1.25")
class StillLookingTest {
    private static final String LINE = "Looking goes on. 3 of 4 places answered.";
    private static final Words WORDS = Words.of(Locale.ENGLISH);

    private final Telling telling = new Telling(WORDS);
    private final Scene scene = new Scene();

    private Scene looking(Scene.Choice choice) {
        scene.hears(choice);
        scene.lastTelling = Optional.of(scene.now.minus(Duration.ofDays(1)));
        StillLooking.WEEKLY
                .occasion(choice.hearing(), scene.now, LINE)
                .ifPresent(scene.occasions::add);
        return scene;
    }

    private Notice.Letter letter() {
        return telling.decide(scene.situation()).notice().orElseThrow().letters().getFirst();
    }

    private static Optional<Occasion> weekly(Scene.Choice choice, String moment) {
        return StillLooking.WEEKLY.occasion(choice.hearing(), Instant.parse(moment), LINE);
    }

    @Test
    void isOneOccasionAWeekOrAMonthByHerOwnCalendar() {
        Scene.Choice choice = at("12:00").in("Pacific/Auckland");

        assertThat(weekly(choice, "2027-02-28T10:59:59Z"))
                .isNotEqualTo(weekly(choice, "2027-02-28T11:00:00Z"));
        assertThat(weekly(choice, "2027-02-28T11:00:00Z"))
                .isEqualTo(weekly(choice, "2027-03-07T10:59:59Z"));
        assertThat(
                        StillLooking.MONTHLY
                                .occasion(
                                        choice.hearing(),
                                        Instant.parse("2027-03-17T11:00:00Z"),
                                        LINE)
                                .orElseThrow()
                                .since())
                .isEqualTo("2027-02-28T11:00:00Z");
    }

    @Test
    void goesByAnotherNameEachWeekSinceWhatWasToldOnceIsNotToldAgain() {
        assertThat(weekly(at("12:00"), "2027-03-07T12:00:00Z").orElseThrow().key())
                .isEqualTo("looking:2027-03-01");
        assertThat(weekly(at("12:00"), "2027-03-08T12:00:00Z").orElseThrow().key())
                .isEqualTo("looking:2027-03-08");
    }

    @Test
    void comesOnlyAtTimesThatSheSetAndNeverUnlessSheAsked() {
        assertThat(weekly(asItHappens(), "2027-03-03T12:00:00Z")).isEmpty();
        assertThat(StillLooking.OFF.occasion(at("12:00").hearing(), Scene.NOON, LINE)).isEmpty();

        looking(at("18:00"));
        assertThat(telling.decide(scene.situation()).notice()).isEmpty();
        scene.now = Instant.parse("2027-03-03T18:00:00Z");
        assertThat(letter().body()).isEqualTo(LINE);
    }

    @Test
    void isTheSameBytesAsEverAtDiscreet() {
        looking(at("12:00").level(Level.DISCREET));

        assertThat(letter()).isEqualTo(new Wording(WORDS).discreet(Scene.POST, Optional.empty()));
    }

    @Test
    void goesWithANoticeThatLeavesAnyway() {
        looking(at("12:00")).owes(1);
        scene.now = scene.now.plusSeconds(1);

        assertThat(letter().body()).isEqualTo(WORDS.say("notice.outline.body.one") + "\n" + LINE);
    }

    @Test
    void saysNoMoreThanTheLeastAfterAPauseAndNothingInQuietHours() {
        looking(at("12:00"));
        scene.owed.add(
                Scene.held(Scene.owed(0, Scene.WATCH, scene.now.minusSeconds(9)), Cause.PAUSED));
        assertThat(letter().level()).isEqualTo(Level.DISCREET);

        looking(at("12:00").quiet("11:00", "13:00"));
        assertThat(telling.decide(scene.situation()).notice()).isEmpty();
    }
}
