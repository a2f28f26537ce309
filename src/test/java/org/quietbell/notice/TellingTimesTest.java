package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.notice.Scene.Choice.asItHappens;
import static org.quietbell.notice.Scene.Choice.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.words.Words;

class TellingTimesTest {
    private final Telling telling = new Telling(Words.of(Locale.ENGLISH));
    private final Scene scene = new Scene();

    private Decision decide() {
        return telling.decide(scene.situation());
    }

    private Decision.Held onlyHeld() {
        Decision decision = decide();
        assertThat(decision.notice()).isEmpty();
        assertThat(decision.held()).hasSize(1);
        return decision.held().getFirst();
    }

    private Level level() {
        return decide().notice().orElseThrow().letters().getFirst().level();
    }

    @Test
    @Covers("R1.10")
    void quietHoursHoldUntilTheNextFixedTimeNotUntilTheirEnd() {
        scene.hears(at("12:00", "18:00").quiet("11:00", "13:00")).owes(1);

        assertThat(onlyHeld())
                .extracting(Decision.Held::cause, Decision.Held::until, Decision.Held::missed)
                .containsExactly(
                        Cause.QUIET_HOURS,
                        Optional.of(Instant.parse("2027-03-03T18:00:00Z")),
                        true);
    }

    @Test
    @Covers("R1.10")
    void aFixedTimeInQuietHoursIsNotMadeUpForWhenTheyEnd() {
        scene.hears(at("12:00", "18:00").quiet("11:00", "13:00")).owes(1);
        scene.now = Instant.parse("2027-03-03T13:00:00Z");

        assertThat(onlyHeld().cause()).isEqualTo(Cause.NOT_YET_TIME);
        assertThat(onlyHeld().missed()).isTrue();
    }

    @Test
    void quietHoursHoldWhatIsToldAsItHappensUntilTheirEnd() {
        scene.hears(asItHappens().quiet("21:00", "08:00"));
        scene.now = Instant.parse("2027-03-03T23:30:00Z");
        scene.owes(1);

        assertThat(onlyHeld().until()).contains(Instant.parse("2027-03-04T08:00:00Z"));
    }

    @Test
    void aDayOfNoContactHoldsUntilTheNextFixedTime() {
        scene.hears(at("12:00").keepsFree("2027-03-03").keepsFree("2027-03-04")).owes(1);

        assertThat(onlyHeld())
                .extracting(Decision.Held::cause, Decision.Held::until, Decision.Held::missed)
                .containsExactly(
                        Cause.NO_CONTACT_DAY,
                        Optional.of(Instant.parse("2027-03-05T12:00:00Z")),
                        true);
    }

    @Test
    @Covers("R1.2")
    void holdsBetweenFixedTimesHoweverOftenItIsAsked() {
        scene.hears(at("18:00")).owes(1);

        assertThat(onlyHeld())
                .extracting(Decision.Held::cause, Decision.Held::until, Decision.Held::missed)
                .containsExactly(
                        Cause.NOT_YET_TIME,
                        Optional.of(Instant.parse("2027-03-03T18:00:00Z")),
                        false);
    }

    @Test
    @Covers("R1.2")
    void tellsAtAFixedTimeOnceAndNotAgainAfterTheNextRound() {
        scene.hears(at("12:00")).owes(1);
        assertThat(level()).isEqualTo(Level.OUTLINE);

        scene.lastTelling = Optional.of(Scene.NOON);
        scene.now = Scene.NOON.plusSeconds(600);
        assertThat(onlyHeld().cause()).isEqualTo(Cause.NOT_YET_TIME);
    }

    @Test
    @Covers("R1.2")
    void whatWasFoundAfterTheFixedTimeWaitsForTheNext() {
        scene.hears(at("12:00"));
        scene.owed.add(Scene.owed(1, Scene.WATCH, Scene.NOON.plusSeconds(60)));
        scene.now = Scene.NOON.plusSeconds(120);

        assertThat(onlyHeld().cause()).isEqualTo(Cause.NOT_YET_TIME);
    }

    @Test
    void aFixedTimeThatWasSleptOverIsMadeUpForOnTheSameDayAndSaysTheLeast() {
        scene.hears(at("08:00", "09:00", "10:00"));
        scene.owed.add(Scene.owed(1, Scene.WATCH, Instant.parse("2027-03-03T07:00:00Z")));

        assertThat(level()).isEqualTo(Level.DISCREET);
    }

    @Test
    void aFixedTimeThatWasMissedByMinutesIsToldAsChosen() {
        scene.hears(at("11:30"));
        scene.owed.add(Scene.owed(1, Scene.WATCH, Instant.parse("2027-03-03T07:00:00Z")));

        assertThat(level()).isEqualTo(Level.OUTLINE);
    }

    @Test
    void aFixedTimeOfAnotherDayIsNotMadeUpForButComesBackDiscreet() {
        scene.hears(at("18:00"));
        scene.owed.add(Scene.owed(1, Scene.WATCH, Instant.parse("2027-03-01T07:00:00Z")));

        assertThat(onlyHeld().cause()).isEqualTo(Cause.NOT_YET_TIME);
        assertThat(onlyHeld().missed()).isTrue();

        scene.now = Instant.parse("2027-03-03T18:00:00Z");
        assertThat(level()).isEqualTo(Level.DISCREET);
    }

    @Test
    @Covers({"R1.12", "F62"})
    void holdsWhatGoesBeyondTheCeilingUntilTheOldestNoticeIsADayAgo() {
        scene.hears(asItHappens()).owes(5);
        for (int hours : List.of(20, 10, 1)) {
            scene.notices.add(Scene.NOON.minus(Duration.ofHours(hours)));
        }

        assertThat(onlyHeld())
                .extracting(Decision.Held::cause, Decision.Held::until)
                .containsExactly(Cause.CEILING, Optional.of(Scene.NOON.plus(Duration.ofHours(4))));
    }

    @Test
    void theCeilingOfFixedTimesLastsUntilTheNextOfThem() {
        Scene.Choice choice = at("12:00", "18:00");
        choice.ceiling = new Ceiling(1);
        scene.hears(choice).owes(1);
        scene.notices.add(Scene.NOON.minus(Duration.ofHours(18)));

        assertThat(onlyHeld().until()).contains(Instant.parse("2027-03-03T18:00:00Z"));
    }

    @Test
    void theSameFixedTimeOfTheNextDayIsNotHeldByAFewMilliseconds() {
        Scene.Choice choice = at("12:00");
        choice.ceiling = new Ceiling(1);
        scene.hears(choice).owes(1);
        scene.notices.add(Scene.NOON.minus(Duration.ofDays(1)).plusMillis(900));
        scene.lastTelling = Optional.of(scene.notices.getFirst());
        scene.now = Scene.NOON.plusMillis(100);

        assertThat(decide().notice()).isPresent();
    }

    @Test
    @Covers("R1.9")
    void theFirstNoticeAfterAnOutageOfADaySaysTheLeastAndTheNextAsChosen() {
        scene.hears(asItHappens()).owes(300);
        Instant back = Scene.NOON.minusSeconds(600);
        scene.outage = Optional.of(new Outage(back.minus(Duration.ofDays(1)), back));
        assertThat(level()).isEqualTo(Level.DISCREET);

        scene.notices.add(back);
        assertThat(level()).isEqualTo(Level.OUTLINE);
    }

    @Test
    void aClockThatStoodInAnotherYearNeitherSilencesNorFloodsHer() {
        scene.hears(at("12:00"));
        Instant wrong = Instant.parse("2040-01-01T00:00:00Z");
        scene.owed.add(Scene.owed(1, Scene.WATCH, wrong));
        scene.lastTelling = Optional.of(wrong);
        scene.notices.addAll(List.of(wrong, wrong, wrong));
        assertThat(decide().notice()).isPresent();

        scene.notices.add(Scene.NOON);
        scene.now = Scene.NOON.plusSeconds(60);
        assertThat(onlyHeld().cause()).isEqualTo(Cause.NOT_YET_TIME);
    }
}
