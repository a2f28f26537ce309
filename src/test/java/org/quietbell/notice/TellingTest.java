package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.notice.Scene.Choice.asItHappens;
import static org.quietbell.notice.Scene.Choice.at;
import static org.quietbell.notice.Scene.Choice.helperFirst;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.hit.HitId;
import org.quietbell.match.Band;
import org.quietbell.watch.WatchId;
import org.quietbell.words.Words;

class TellingTest {
    private static final Duration WEEK = Duration.ofDays(7);

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

    private static Pause pause(Optional<Instant> until, boolean stops) {
        return new Pause(Optional.empty(), Scene.NOON.minusSeconds(60), until, stops);
    }

    @Test
    @Covers("R1.1")
    void tellsNothingToWhoeverHasNotChosen() {
        scene.owes(3);

        assertThat(onlyHeld().cause()).isEqualTo(Cause.NOT_CHOSEN);
        assertThat(onlyHeld().hits()).hasSize(3);
    }

    @Test
    @Covers("R1.1")
    void sendsNothingToWhoeverLooksForHerself() {
        scene.hears(new Scene.Choice(How.ONLY_WHEN_OPENED)).owes(3);

        assertThat(onlyHeld().cause()).isEqualTo(Cause.ONLY_WHEN_OPENED);
    }

    @Test
    void sendsNothingToWhoeverWantsNothingNow() {
        scene.hears(new Scene.Choice(How.NOT_NOW)).owes(1);

        assertThat(onlyHeld().cause()).isEqualTo(Cause.NOT_NOW);
    }

    @Test
    void makesNoNoticeOfNothing() {
        scene.hears(asItHappens());

        assertThat(decide()).isEqualTo(new Decision(Optional.empty(), List.of()));
    }

    @Test
    @Covers("R1.12")
    void makesOneNoticeOfWhateverNumber() {
        scene.hears(asItHappens()).owes(10_000);

        Notice notice = decide().notice().orElseThrow();

        assertThat(notice.hits()).hasSize(10_000);
        assertThat(notice.letters()).hasSize(1);
    }

    @Test
    @Covers("R1.8")
    void holdsEverythingInAPauseUntilItsEnd() {
        Instant end = Scene.NOON.plus(Duration.ofDays(3));
        scene.pauses.add(pause(Optional.of(end), false));
        scene.hears(asItHappens()).owes(3);

        assertThat(onlyHeld())
                .extracting(Decision.Held::cause, Decision.Held::until, Decision.Held::missed)
                .containsExactly(Cause.PAUSED, Optional.of(end), true);
    }

    @Test
    @Covers("R1.8")
    void namesThePauseInWhichLookingHasStoppedToo() {
        scene.pauses.add(pause(Optional.empty(), true));
        scene.hears(asItHappens()).owes(1);

        assertThat(onlyHeld().cause()).isEqualTo(Cause.STOPPED_LOOKING);
        assertThat(onlyHeld().until()).isEmpty();
    }

    @Test
    void tellsAgainWhenThePauseHasEndedByItself() {
        scene.pauses.add(pause(Optional.of(Scene.NOON), false));
        scene.hears(asItHappens()).owes(1);

        assertThat(decide().notice()).isPresent();
    }

    @Test
    @Covers("F56")
    void aPauseOfOneWatchHoldsTheHitsOfThatWatchOnly() {
        WatchId other = new WatchId("other");
        scene.pauses.add(new Pause(Optional.of(other), Scene.NOON, Optional.empty(), false));
        scene.hears(asItHappens()).owes(1);
        scene.owed.add(Scene.owed(7, other, Scene.NOON));

        Decision decision = decide();

        assertThat(decision.notice().orElseThrow().hits()).containsExactly(new HitId("hit0"));
        assertThat(decision.held())
                .containsExactly(
                        new Decision.Held(
                                List.of(new HitId("hit7")), Cause.PAUSED, Optional.empty(), true));
    }

    @Test
    @Covers("R1.9")
    void whatWasHeldByAPauseComesBackDiscreetWhateverTheLevel() {
        scene.hears(asItHappens().level(Level.DETAIL));
        scene.owed.add(Scene.owed(1, Scene.WATCH, Scene.NOON.minusSeconds(5)));
        scene.owed.add(Scene.held(Scene.owed(2, Scene.WATCH, Scene.NOON), Cause.PAUSED));

        Notice notice = decide().notice().orElseThrow();

        assertThat(notice.hits()).hasSize(2);
        assertThat(level()).isEqualTo(Level.DISCREET);
    }

    @Test
    void asksTheCausesInTheirOrder() {
        Scene.Choice choice = at("18:00").quiet("11:00", "13:00").keepsFree("2027-03-03");
        choice.channels.clear();
        scene.hears(choice).owes(1);
        for (int i = 0; i < 3; i++) {
            scene.notices.add(Scene.NOON.minusSeconds(60));
        }
        scene.allowed.clear();
        scene.pauses.add(pause(Optional.empty(), true));
        scene.pauses.add(pause(Optional.empty(), false));

        assertThat(onlyHeld().cause()).isEqualTo(Cause.PAUSED);
        scene.pauses.removeLast();
        assertThat(onlyHeld().cause()).isEqualTo(Cause.STOPPED_LOOKING);
        scene.pauses.clear();
        assertThat(onlyHeld().cause()).isEqualTo(Cause.QUIET_HOURS);
        choice.quiet.clear();
        scene.hears(choice);
        assertThat(onlyHeld().cause()).isEqualTo(Cause.NO_CONTACT_DAY);
        choice.noContact.clear();
        scene.hears(choice);
        assertThat(onlyHeld().cause()).isEqualTo(Cause.NOT_YET_TIME);
        choice.how = How.AS_IT_HAPPENS;
        scene.hears(choice);
        assertThat(onlyHeld().cause()).isEqualTo(Cause.CEILING);
        scene.notices.clear();
        choice.how = How.NOT_NOW;
        scene.hears(choice);
        assertThat(onlyHeld().cause()).isEqualTo(Cause.NOT_NOW);
        choice.how = How.AS_IT_HAPPENS;
        scene.hears(choice);
        assertThat(onlyHeld().cause()).isEqualTo(Cause.SILENT);
        choice.level(Level.DISCREET);
        scene.hears(choice);
        assertThat(onlyHeld().cause()).isEqualTo(Cause.CONSENT_ENDED);
        scene.allowed.add(Scene.POST);
        assertThat(decide().notice()).isPresent();
    }

    @Test
    @Covers("R1.7")
    void aChannelThatWasNotConfirmedForThirtyDaysSaysTheLeast() {
        scene.hears(asItHappens()).owes(1);
        scene.confirmed.put(Scene.POST, Scene.NOON.minus(Duration.ofDays(30)).plusSeconds(1));
        assertThat(level()).isEqualTo(Level.OUTLINE);

        scene.confirmed.put(Scene.POST, Scene.NOON.minus(Duration.ofDays(30)));
        assertThat(level()).isEqualTo(Level.DISCREET);
    }

    @Test
    @Covers("R1.1")
    void aChannelThatWasNeverConfirmedCarriesNothing() {
        scene.hears(asItHappens()).owes(1);
        scene.confirmed.clear();

        assertThat(onlyHeld().cause()).isEqualTo(Cause.SILENT);
    }

    @Test
    @Covers("R1.15")
    void writesALetterForEachChannelThatSpeaksAtItsOwnLevel() {
        ChannelId push = new ChannelId("push");
        ChannelId log = new ChannelId("log");
        Scene.Choice choice = asItHappens();
        choice.channels.add(new Tuned(push, Level.DISCREET));
        choice.channels.add(new Tuned(log, Level.SILENT));
        scene.hears(choice).owes(1);
        for (ChannelId channel : List.of(push, log)) {
            scene.allowed.add(channel);
            scene.confirmed.put(channel, Scene.NOON);
        }

        assertThat(decide().notice().orElseThrow().letters())
                .extracting(Notice.Letter::channel, Notice.Letter::level)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Scene.POST, Level.OUTLINE),
                        org.assertj.core.groups.Tuple.tuple(push, Level.DISCREET));
    }

    @Test
    @Covers("R6.1")
    void whatMayBeSomebodyElseIsNeverToldEvenIfItIsHandedIn() {
        scene.hears(asItHappens());
        for (int i = 0; i < 1000; i++) {
            scene.owed.add(
                    new Owed(
                            new HitId("hit" + i),
                            Scene.WATCH,
                            "news",
                            Band.POSSIBLE,
                            Scene.NOON,
                            "g" + i,
                            Optional.empty()));
        }

        assertThat(onlyHeld().cause()).isEqualTo(Cause.BELOW_BAND);
    }

    @Test
    @Covers("R1.19")
    void aHelperHearsAtOnceAndSheWhenTheHoldingTimeHasRunOut() {
        scene.hears(helperFirst(WEEK)).owes(1);
        Instant ends = Scene.NOON.minus(Duration.ofHours(2)).plus(WEEK);
        assertThat(onlyHeld())
                .extracting(Decision.Held::cause, Decision.Held::until)
                .containsExactly(Cause.WITH_HELPER, Optional.of(ends));

        scene.recipient = Scene.HELPER;
        assertThat(level()).isEqualTo(Level.OUTLINE);

        scene.recipient = RecipientId.SELF;
        scene.now = ends;
        assertThat(level()).isEqualTo(Level.DISCREET);
    }

    @Test
    @Covers("R1.22")
    void aHelperHearsUnderTheSamePausesQuietHoursAndCeiling() {
        scene.recipient = Scene.HELPER;
        Scene.Choice choice = helperFirst(WEEK);
        scene.hears(choice).owes(1);
        for (int i = 0; i < 3; i++) {
            scene.notices.add(Scene.NOON.minusSeconds(60));
        }
        assertThat(onlyHeld().cause()).isEqualTo(Cause.CEILING);
        scene.hears(choice.quiet("11:00", "13:00"));
        assertThat(onlyHeld().cause()).isEqualTo(Cause.QUIET_HOURS);
        scene.pauses.add(pause(Optional.empty(), false));
        assertThat(onlyHeld().cause()).isEqualTo(Cause.PAUSED);
    }

    @Test
    @Covers("R1.19")
    void aHelperWhoIsNoLongerWantedHearsNothing() {
        scene.recipient = Scene.HELPER;
        scene.hears(asItHappens()).owes(1);

        assertThat(onlyHeld().cause()).isEqualTo(Cause.NOT_CHOSEN);
    }

    @Test
    void whatHerHelperLeavesWaitsForHerOwnTimesIfSheSetAny() {
        Scene.Choice choice = helperFirst(Duration.ofHours(1));
        choice.times.add(java.time.LocalTime.of(18, 0));
        scene.hears(choice).owes(1);

        assertThat(onlyHeld().cause()).isEqualTo(Cause.NOT_YET_TIME);
        scene.now = Instant.parse("2027-03-03T18:00:00Z");
        assertThat(decide().notice()).isPresent();
    }
}
