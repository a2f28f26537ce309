package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.notice.Scene.Choice.at;
import static org.quietbell.notice.Scene.Choice.helperFirst;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

/// Somebody hears first: until she is ready, away, or no longer wanted.
class HelperFirstTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final Telling telling = new Telling(Words.of(Locale.ENGLISH));
    private final Scene scene = new Scene();

    private Decision decide() {
        return telling.decide(scene.situation());
    }

    private static HelperState ready(Instant upTo) {
        return new HelperState(Optional.of(upTo), Optional.empty());
    }

    @Test
    @Covers("R1.19")
    void whatTheHelperHasLookedAtIsHerTurnAndWhatCameSinceIsNot() {
        scene.hears(helperFirst(WEEK)).owes(1);
        scene.owed.add(Scene.owed(7, Scene.WATCH, Scene.NOON.minusSeconds(5)));
        scene.helper = ready(Scene.NOON.minusSeconds(60));

        Decision decision = decide();

        assertThat(decision.notice().orElseThrow().hits())
                .containsExactly(scene.owed.getFirst().hit());
        assertThat(decision.notice().orElseThrow().letters().getFirst().level())
                .isEqualTo(Level.DISCREET);
        assertThat(decision.held())
                .extracting(Decision.Held::cause)
                .containsExactly(Cause.WITH_HELPER);
    }

    @Test
    @Covers("R1.19")
    void itIsHerTurnWhenTheHelperIsReadyOrTheHoldingTimeEndsWhicheverComesFirst() {
        Owed owed = Scene.owed(0, Scene.WATCH, Scene.NOON);
        Instant ends = Scene.NOON.plus(WEEK);

        assertThat(turn(ready(Scene.NOON.minusNanos(1)), owed)).isEqualTo(ends);
        assertThat(turn(ready(Scene.NOON), owed)).isEqualTo(Scene.NOON);
        assertThat(turn(ready(ends.minusSeconds(1)), owed)).isEqualTo(ends.minusSeconds(1));
        assertThat(turn(ready(ends.plusSeconds(1)), owed)).isEqualTo(ends);
    }

    private Instant turn(HelperState state, Owed owed) {
        Scene.Choice choice = helperFirst(WEEK);
        scene.hears(choice);
        scene.helper = state;
        return new Timing(scene.situation(), choice.hearing()).turn(owed);
    }

    @Test
    @Covers({"R1.19", "R1.22"})
    void isLookedAtWhenEitherOfTheTwoWhoHearFirstHasLookedAtIt() {
        HelperState.One early = HelperState.One.NONE.ready(Scene.NOON.minusSeconds(9));
        HelperState.One late = HelperState.One.NONE.ready(Scene.NOON);

        for (HelperState state :
                List.of(new HelperState(early, late), new HelperState(late, early))) {
            assertThat(state.hasLookedAt(Scene.NOON)).isTrue();
            assertThat(state.hasLookedAt(Scene.NOON.plusNanos(1))).isFalse();
        }
        assertThat(HelperState.NONE.hasLookedAt(Scene.NOON)).isFalse();
    }

    @Test
    @Covers({"R1.19", "R1.20"})
    void whatIsOlderThanTheHelpersStartWaitsForNobody() {
        Owed before = Scene.owed(0, Scene.WATCH, Scene.NOON);
        Owed since = Scene.owed(1, Scene.WATCH, Scene.NOON.plusNanos(1));
        HelperState named =
                HelperState.NONE.with(false, HelperState.One.named(Scene.NOON.plusNanos(1)));

        assertThat(turn(named, before)).isEqualTo(Scene.NOON);
        assertThat(turn(named, since)).isEqualTo(Scene.NOON.plusNanos(1).plus(WEEK));
    }

    @Test
    @Covers("R1.20")
    void whoeverIsNamedIsShownWhatIsFoundFromThenOnAndWhoeverWasThereGoesOn() {
        Hearing none = at("18:00").hearing();
        Hearing first = none.heardFirstBy(named("h1"));
        Hearing both = first.covered(Optional.of(named("h2")));
        Hearing turned = none.heardFirstBy(named("h2").covered(Optional.of(named("h1"))));
        Instant monday = Scene.NOON;
        Instant tuesday = monday.plusSeconds(86_400);
        Instant friday = tuesday.plusSeconds(3 * 86_400);

        HelperState one =
                ready(monday).after(Optional.of(none), first, monday).with(false, lookedAt(monday));
        HelperState two = one.after(Optional.of(first), both, tuesday);
        HelperState swapped = two.after(Optional.of(both), turned, friday);
        HelperState ended = swapped.after(Optional.of(turned), none, friday);

        assertThat(one.helper().from()).contains(monday);
        assertThat(two.helper()).isEqualTo(lookedAt(monday));
        assertThat(two.standIn()).isEqualTo(HelperState.One.named(tuesday));
        assertThat(swapped.helper()).isEqualTo(HelperState.One.named(tuesday));
        assertThat(swapped.standIn()).isEqualTo(HelperState.One.named(monday));
        assertThat(ended).isEqualTo(HelperState.NONE);
        assertThat(ended.after(Optional.of(none), first, friday).helper().from()).contains(friday);
    }

    private static HelperState.One lookedAt(Instant upTo) {
        return HelperState.One.named(Scene.NOON).ready(upTo);
    }

    private static Hearing.Helper named(String id) {
        return new Hearing.Helper(new RecipientId(id), WEEK, List.of());
    }

    @Test
    void readyAndAwayAreTwoThings() {
        HelperState.One both = HelperState.One.NONE.away(Optional.of(Scene.NOON)).ready(Scene.NOON);

        assertThat(both.awayUntil()).contains(Scene.NOON);
        assertThat(both.away(Optional.empty()).readyUpTo()).contains(Scene.NOON);
    }

    @Test
    @Covers("R1.22")
    void aHelperHearsAsThingsHappenWhateverTimesSheSetAndNotInHerOwnWords() {
        Scene.Choice choice = helperFirst(WEEK);
        choice.times.add(LocalTime.of(18, 0));
        choice.cover = Optional.of(new Hearing.Cover("Library", "A book is ready."));
        choice.wishes = Wishes.USUAL.in(Language.of("fr"));
        choice.helper =
                Optional.of(
                        new Hearing.Helper(
                                Scene.HELPER,
                                WEEK,
                                List.of(new Tuned(Scene.POST, Level.DISCREET))));
        scene.recipient = Scene.HELPER;
        scene.hears(choice).owes(1);

        assertThat(decide().notice().orElseThrow().letters())
                .containsExactly(
                        new Wording(Words.of(Locale.ENGLISH))
                                .discreet(Scene.POST, Optional.empty()));
    }

    @Test
    @Covers("R1.19")
    void nobodyHearsFirstWhomShePutAside() {
        Scene.Choice choice = at("18:00");
        choice.helper = helperFirst(WEEK).helper;

        assertThat(choice.hearing().isHeardFirstBy(Scene.HELPER)).isFalse();
        assertThat(helperFirst(WEEK).hearing().isHeardFirstBy(Scene.HELPER)).isTrue();
    }

    @Test
    void aLetterToAHelperIsTriedOnAnotherDayToo() {
        Scene.Choice choice = helperFirst(WEEK);
        choice.times.add(LocalTime.of(18, 0));
        StillRight.Waiting letter =
                new StillRight.Waiting(
                        Scene.HELPER,
                        Scene.NOON,
                        new Notice.Letter(Scene.POST, Level.OUTLINE, "A note", "One."),
                        Set.of(),
                        true,
                        Optional.of(Scene.NOON));

        assertThat(
                        StillRight.hindrance(
                                Optional.of(choice.hearing()),
                                HelperState.NONE,
                                List.of(),
                                letter,
                                Scene.NOON.plus(Duration.ofDays(1))))
                .isEmpty();
    }

    @Test
    @Covers("R1.19")
    void readyDoesNotReachHerOutsideHerTimes() {
        Scene.Choice choice = helperFirst(WEEK);
        choice.times.add(LocalTime.of(18, 0));
        scene.hears(choice).owes(1);
        scene.helper = ready(Scene.NOON);

        assertThat(decide().held())
                .extracting(Decision.Held::cause)
                .containsExactly(Cause.NOT_YET_TIME);
        scene.now = Instant.parse("2027-03-03T18:00:00Z");
        assertThat(decide().notice()).isPresent();
    }

    @Test
    @Covers("R1.22")
    void aHelperWhoIsAwayHearsNothingUntilSheIsBackAndThenGently() {
        Instant back = Scene.NOON.plus(Duration.ofHours(9));
        scene.recipient = Scene.HELPER;
        scene.hears(helperFirst(WEEK)).owes(1);
        scene.helper = new HelperState(Optional.empty(), Optional.of(back));

        assertThat(decide().held())
                .singleElement()
                .extracting(Decision.Held::cause, Decision.Held::until, Decision.Held::missed)
                .containsExactly(Cause.HELPER_AWAY, Optional.of(back), true);
        scene.now = back;
        assertThat(decide().notice()).isPresent();
    }

    @Test
    @Covers("R1.22")
    void aHelpersOwnQuietHoursAndCeilingTakeThePlaceOfHers() {
        Scene.Choice choice = helperFirst(WEEK).quiet("11:00", "13:00");
        choice.ceiling = new Ceiling(1);
        choice.helper =
                Optional.of(
                        new Hearing.Helper(
                                Scene.HELPER,
                                WEEK,
                                List.of(new Tuned(Scene.POST, Level.OUTLINE)),
                                Optional.of(List.of()),
                                Optional.of(new Ceiling(2))));
        scene.recipient = Scene.HELPER;
        scene.hears(choice).owes(1);
        scene.notices.add(Scene.NOON.minusSeconds(600));

        assertThat(decide().notice()).isPresent();
        scene.notices.add(Scene.NOON.minusSeconds(60));
        assertThat(decide().held()).extracting(Decision.Held::cause).containsExactly(Cause.CEILING);
    }

    @Test
    @Covers({"R1.19", "R1.6"})
    void endingItNeverSendsMoreThanBefore() {
        Scene.Choice choice = helperFirst(WEEK);

        assertThat(choice.hearing().withoutHelper().how()).isEqualTo(How.ONLY_WHEN_OPENED);
        choice.times.add(LocalTime.of(18, 0));
        assertThat(choice.hearing().withoutHelper().how()).isEqualTo(How.FIXED_TIMES);
        assertThat(choice.hearing().withoutHelper().helper()).isEmpty();
        choice.channels.clear();
        assertThat(choice.hearing().withoutHelper().how()).isEqualTo(How.ONLY_WHEN_OPENED);
    }

    @Test
    @Covers("R1.19")
    void aLetterToSomebodyWhoNoLongerHearsFirstIsNotSent() {
        StillRight.Waiting letter =
                new StillRight.Waiting(
                        Scene.HELPER,
                        Scene.NOON,
                        new Notice.Letter(Scene.POST, Level.OUTLINE, "A note", "One."),
                        Set.of(),
                        true,
                        Optional.of(Scene.NOON));
        Hearing first = helperFirst(WEEK).hearing();

        assertThat(
                        StillRight.hindrance(
                                Optional.of(first),
                                HelperState.NONE,
                                List.of(),
                                letter,
                                Scene.NOON))
                .isEmpty();
        assertThat(
                        StillRight.hindrance(
                                Optional.of(Scene.Choice.asItHappens().hearing()),
                                HelperState.NONE,
                                List.of(),
                                letter,
                                Scene.NOON))
                .contains(Cause.NOT_CHOSEN);
    }

    @Test
    @Covers("R1.7")
    void aLetterThatWaitedUntilItsChannelIsToBeConfirmedIsNotSentAtItsOldLevel() {
        StillRight.Waiting letter =
                new StillRight.Waiting(
                        RecipientId.SELF,
                        Scene.NOON,
                        new Notice.Letter(Scene.POST, Level.OUTLINE, "A note", "One."),
                        Set.of(),
                        true,
                        Optional.of(Scene.NOON));
        Optional<Hearing> hearing = Optional.of(Scene.Choice.asItHappens().hearing());
        Instant later = Scene.NOON.plus(Duration.ofDays(30));

        assertThat(
                        StillRight.hindrance(
                                hearing,
                                HelperState.NONE,
                                List.of(),
                                letter,
                                later.minusSeconds(1)))
                .isEmpty();
        assertThat(StillRight.hindrance(hearing, HelperState.NONE, List.of(), letter, later))
                .contains(Cause.SILENT);
    }

    @Test
    @Covers("R1.2")
    void aLetterOfAFixedTimeIsTriedOnThatDayAndOnNoOther() {
        StillRight.Waiting letter =
                new StillRight.Waiting(
                        RecipientId.SELF,
                        Scene.NOON,
                        new Notice.Letter(Scene.POST, Level.OUTLINE, "A note", "One."),
                        Set.of(),
                        true,
                        Optional.of(Scene.NOON));
        Optional<Hearing> hearing = Optional.of(Scene.Choice.at("12:00").hearing());
        Instant late = Instant.parse("2027-03-03T23:59:59Z");

        assertThat(StillRight.hindrance(hearing, HelperState.NONE, List.of(), letter, late))
                .isEmpty();
        assertThat(
                        StillRight.hindrance(
                                hearing, HelperState.NONE, List.of(), letter, late.plusSeconds(1)))
                .contains(Cause.NOT_YET_TIME);
    }
}
