package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quietbell.notice.Scene.Choice.asItHappens;
import static org.quietbell.notice.Scene.Choice.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.hit.HitId;
import org.quietbell.watch.WatchId;
import org.quietbell.words.Words;

/// Pauses of one channel and one source, and what follows a pause.
class PausesTest {
    private static final ChannelId PUSH = new ChannelId("push");
    private static final PauseScope POST = new PauseScope.OneChannel(Scene.POST);
    private static final PauseScope NEWS = new PauseScope.OneSource("news");
    private static final Instant LATER = Scene.NOON.plus(Duration.ofDays(2));

    private final Telling telling = new Telling(Words.of(Locale.ENGLISH));
    private final Scene scene = new Scene();

    private Decision decide() {
        return telling.decide(scene.situation());
    }

    private void pause(PauseScope scope, @Nullable Instant until) {
        scene.pauses.add(new Pause(scope, Scene.NOON, Optional.ofNullable(until), false));
    }

    private Scene.Choice byTwoChannels() {
        Scene.Choice choice = asItHappens();
        choice.channels.add(new Tuned(PUSH, Level.OUTLINE));
        scene.allowed.add(PUSH);
        scene.confirmed.put(PUSH, Scene.NOON);
        return choice;
    }

    @Test
    @Covers("R1.8")
    void aPauseOfOneChannelLeavesTheOthersSpeaking() {
        scene.hears(byTwoChannels()).owes(2);
        pause(POST, LATER);

        assertThat(decide().notice().orElseThrow().letters())
                .extracting(Notice.Letter::channel)
                .containsExactly(PUSH);
        assertThat(decide().held()).isEmpty();
    }

    @Test
    @Covers("R1.8")
    void isHeldByPausedChannelsOnlyIfNoOtherMaySpeakUntilTheFirstSpeaksAgain() {
        scene.hears(byTwoChannels()).owes(2);
        pause(POST, LATER);
        pause(new PauseScope.OneChannel(PUSH), null);

        assertThat(decide().notice()).isEmpty();
        assertThat(decide().held())
                .singleElement()
                .extracting(Decision.Held::cause, Decision.Held::until, Decision.Held::missed)
                .containsExactly(Cause.PAUSED, Optional.of(LATER), true);
    }

    @Test
    void aSilentChannelDoesNotSpeakForAPausedOne() {
        Scene.Choice choice = byTwoChannels();
        choice.channels.set(1, new Tuned(PUSH, Level.SILENT));
        scene.hears(choice).owes(1);
        pause(POST, null);

        assertThat(decide().held()).extracting(Decision.Held::cause).containsExactly(Cause.PAUSED);
    }

    @Test
    @Covers("R1.8")
    void aPauseOfOneSourceHoldsWhatItHadFirstAndNothingElse() {
        scene.hears(asItHappens()).owes(1);
        scene.owed.add(
                new Owed(
                        new HitId("elsewhere"),
                        Scene.WATCH,
                        "forum",
                        org.quietbell.match.Band.LIKELY,
                        Scene.NOON,
                        "g",
                        Optional.empty()));
        pause(NEWS, LATER);

        assertThat(decide().notice().orElseThrow().hits()).containsExactly(new HitId("elsewhere"));
        assertThat(decide().held())
                .containsExactly(
                        new Decision.Held(
                                List.of(new HitId("hit0")),
                                Cause.PAUSED,
                                Optional.of(LATER),
                                true));
    }

    @Test
    @Covers("R1.9")
    void whatWasFoundInAPauseComesBackGentlyEvenIfNoTimeOfHersWentBy() {
        scene.hears(at("18:00")).owes(1);
        pause(new PauseScope.Everything(), LATER);

        assertThat(decide().held()).extracting(Decision.Held::missed).containsExactly(true);
    }

    @Test
    @Covers("R1.9")
    void sheMayWantNoNoticeAfterAPause() {
        Scene.Choice choice = asItHappens();
        choice.wishes = new Wishes(Wishes.AfterPause.NONE);
        scene.hears(choice).owes(1);
        scene.owed.add(Scene.held(Scene.owed(7, Scene.WATCH, Scene.NOON), Cause.PAUSED));
        scene.owed.add(Scene.held(Scene.owed(8, Scene.WATCH, Scene.NOON), Cause.QUIET_HOURS));

        Decision decision = decide();

        assertThat(decision.notice().orElseThrow().hits())
                .containsExactly(new HitId("hit0"), new HitId("hit8"));
        assertThat(decision.held())
                .containsExactly(
                        new Decision.Held(
                                List.of(new HitId("hit7")),
                                Cause.GATHERED_IN_PAUSE,
                                Optional.empty(),
                                false));
    }

    @Test
    @Covers("R1.9")
    void soMaySheAfterAPauseInWhichLookingStopped() {
        Scene.Choice choice = asItHappens();
        choice.wishes = new Wishes(Wishes.AfterPause.NONE);
        scene.hears(choice);
        scene.owed.add(Scene.held(Scene.owed(7, Scene.WATCH, Scene.NOON), Cause.STOPPED_LOOKING));

        assertThat(decide().held())
                .extracting(Decision.Held::cause)
                .containsExactly(Cause.GATHERED_IN_PAUSE);
    }

    @Test
    @Covers("R1.8")
    void isHeldUntilTheLastOfTheOverlappingPausesEnds() {
        scene.hears(asItHappens()).owes(1);
        pause(new PauseScope.Everything(), LATER.plusSeconds(60));
        pause(NEWS, LATER);
        assertThat(decide().held())
                .extracting(Decision.Held::until)
                .containsExactly(Optional.of(LATER.plusSeconds(60)));

        pause(new PauseScope.OneWatch(Scene.WATCH), null);
        assertThat(decide().held())
                .extracting(Decision.Held::until)
                .containsExactly(Optional.empty());
    }

    @Test
    void aChannelCannotStopLooking() {
        assertThatThrownBy(() -> new Pause(POST, Scene.NOON, Optional.empty(), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachScopeHasAKeyOfItsOwnThatIsReadAgain() {
        for (PauseScope scope :
                List.of(
                        new PauseScope.Everything(),
                        new PauseScope.OneWatch(new WatchId("news")),
                        POST,
                        NEWS)) {
            assertThat(PauseScope.of(scope.key())).isEqualTo(scope);
        }
        assertThatThrownBy(() -> PauseScope.of("page:1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Covers("R1.11")
    void saysWhichChannelOrSourceIsPausedAndWhatGoesOn() {
        pause(POST, null);
        pause(NEWS, LATER);
        scene.pauses.add(
                new Pause(new PauseScope.OneSource("forum"), Scene.NOON, Optional.empty(), true));

        assertThat(
                        new PauseState(Words.of(Locale.ENGLISH), Scene.UTC)
                                .say(scene.pauses, Scene.NOON))
                .containsExactly(
                        "post is paused until you say. Nothing is sent by it. Still saving what is"
                                + " found.",
                        "forum is paused until you say, and is not asked until then.",
                        "news is paused until 5 March. What it finds is saved, and not told.");
    }
}
