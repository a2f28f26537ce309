package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.quietbell.notice.Scene.Choice.helperFirst;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.words.Words;

/// Somebody who hears instead of the helper while the helper is away.
@Covers("R1.22")
class StandInTest {
    private static final RecipientId STAND_IN = new RecipientId("h2");
    private static final ChannelId OWN = new ChannelId("own");
    private static final Instant LATER = Scene.NOON.plus(Duration.ofHours(9));
    private static final HelperState.One AWAY =
            new HelperState.One(Optional.empty(), Optional.of(LATER));
    private static final HelperState FIRST_AWAY = HelperState.NONE.with(false, AWAY);

    private final Telling telling = new Telling(Words.of(Locale.ENGLISH));
    private final Scene scene = new Scene();

    private static Hearing.Helper standIn(Optional<Ceiling> ceiling) {
        return new Hearing.Helper(
                STAND_IN,
                Duration.ZERO,
                List.of(new Tuned(OWN, Level.OUTLINE)),
                Optional.empty(),
                ceiling);
    }

    private static Scene.Choice covered(Optional<Ceiling> ceiling) {
        Scene.Choice choice = helperFirst(Duration.ofDays(7));
        choice.helper = choice.helper.map(h -> h.covered(Optional.of(standIn(ceiling))));
        return choice;
    }

    @BeforeEach
    void hearsByHerOwnWay() {
        scene.recipient = STAND_IN;
        scene.allowed.add(OWN);
        scene.confirmed.put(OWN, Scene.NOON);
        scene.hears(covered(Optional.empty())).owes(1);
    }

    private void assertHeldFor(Cause cause) {
        assertThat(telling.decide(scene.situation()).held())
                .extracting(Decision.Held::cause)
                .containsExactly(cause);
    }

    @Test
    void hearsByHerOwnWayWhileTheHelperIsAwayAndNothingOtherwise() {
        assertThat(telling.decide(scene.situation()).held())
                .extracting(Decision.Held::cause, Decision.Held::missed)
                .containsExactly(tuple(Cause.HELPER_THERE, false));
        scene.helper = FIRST_AWAY;

        Notice notice = telling.decide(scene.situation()).notice().orElseThrow();

        assertThat(notice.recipient()).isEqualTo(STAND_IN);
        assertThat(notice.letters()).extracting(Notice.Letter::channel).containsExactly(OWN);
        scene.now = LATER;
        assertHeldFor(Cause.HELPER_THERE);
    }

    @Test
    void canBeAwayHerself() {
        scene.helper = FIRST_AWAY.with(true, AWAY);

        assertThat(telling.decide(scene.situation()).held())
                .singleElement()
                .extracting(Decision.Held::cause, Decision.Held::until)
                .containsExactly(Cause.HELPER_AWAY, Optional.of(LATER));
    }

    @Test
    void hasTheQuietHoursAndTheCeilingOfThePersonUnlessSheHasHerOwn() {
        scene.helper = FIRST_AWAY;
        scene.notices.add(Scene.NOON.minusSeconds(60));
        Scene.Choice choice = covered(Optional.empty());
        choice.ceiling = new Ceiling(1);

        scene.hears(choice);
        assertHeldFor(Cause.CEILING);
        Scene.Choice own = covered(Optional.of(new Ceiling(2)));
        own.ceiling = new Ceiling(1);
        scene.hears(own);
        assertThat(telling.decide(scene.situation()).notice()).isPresent();
        scene.hears(own.quiet("11:00", "13:00"));
        assertHeldFor(Cause.QUIET_HOURS);
    }

    @Test
    void hearsNothingByAWayThatIsNotAgreedTo() {
        scene.helper = FIRST_AWAY;
        scene.allowed.remove(OWN);

        assertHeldFor(Cause.CONSENT_ENDED);
    }

    @Test
    @Covers("R1.19")
    void whatEitherHasLookedAtIsThePersonsTurn() {
        scene.recipient = RecipientId.SELF;
        scene.helper = HelperState.NONE.with(true, HelperState.One.NONE.ready(Scene.NOON));

        assertThat(telling.decide(scene.situation()).notice()).isPresent();
    }

    @Test
    void aLetterOnItsWayIsNotSentToAHelperWhoWentAwayNorToAStandInWhoseHelperIsBack() {
        Optional<Hearing> hearing = Optional.of(covered(Optional.empty()).hearing());

        assertThat(hindrance(hearing, FIRST_AWAY, Scene.HELPER, Scene.POST))
                .contains(Cause.HELPER_AWAY);
        assertThat(hindrance(hearing, FIRST_AWAY, STAND_IN, OWN)).isEmpty();
        assertThat(hindrance(hearing, HelperState.NONE, STAND_IN, OWN))
                .contains(Cause.HELPER_THERE);
        assertThat(hindrance(hearing, HelperState.NONE, Scene.HELPER, Scene.POST)).isEmpty();
    }

    private static Optional<Cause> hindrance(
            Optional<Hearing> hearing, HelperState state, RecipientId to, ChannelId by) {
        StillRight.Waiting letter =
                new StillRight.Waiting(
                        to,
                        Scene.NOON,
                        new Notice.Letter(by, Level.OUTLINE, "A note", "One."),
                        Set.of(),
                        true,
                        Optional.of(Scene.NOON));
        return StillRight.hindrance(hearing, state, List.of(), letter, Scene.NOON);
    }

    @Test
    void isOnePersonAndAnother() {
        Hearing.Helper other = standIn(Optional.empty());

        assertThatThrownBy(() -> other.covered(Optional.of(other)))
                .isInstanceOf(IllegalArgumentException.class);
        Hearing.Helper first = covered(Optional.empty()).hearing().helper().orElseThrow();
        assertThatThrownBy(() -> other.covered(Optional.of(first)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
