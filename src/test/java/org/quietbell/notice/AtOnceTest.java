package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quietbell.notice.Scene.Choice.asItHappens;
import static org.quietbell.notice.Scene.Choice.at;
import static org.quietbell.notice.Scene.Choice.helperFirst;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.match.Band;
import org.quietbell.match.Matter;
import org.quietbell.words.Words;

/// What she picked beforehand is told at once, and what that may and may not pass (R1.21).
@Covers("R1.21")
class AtOnceTest {
    private final Telling telling = new Telling(Words.of(Locale.ENGLISH));
    private final Scene scene = new Scene();
    private AtOnce rule = to(RecipientId.SELF, Level.DISCREET);

    private static AtOnce to(RecipientId who, Level level) {
        return new AtOnce(
                Set.of(Matter.ADDRESS),
                who,
                List.of(new Tuned(Scene.POST, level)),
                AtOnce.USUAL_CEILING);
    }

    private Scene.Choice withRule(Scene.Choice choice) {
        choice.wishes = new Wishes(Wishes.AfterPause.ONE, Optional.of(rule));
        return choice;
    }

    private Decision decide(Scene.Choice choice) {
        Hearing hearing = withRule(choice).hearing();
        scene.hearing = rule.heard(hearing);
        scene.recipient = rule.to();
        scene.owed = AtOnce.ready(scene.owed);
        return AtOnce.decided(telling.decide(scene.situation()));
    }

    private Notice told(Scene.Choice choice) {
        return decide(choice).notice().orElseThrow();
    }

    @Test
    void passesQuietHoursDaysWithoutContactFixedTimesAndTheWaitForAHelper() {
        scene.owes(1);

        assertThat(told(asItHappens().quiet("10:00", "14:00")).atOnce()).isTrue();
        assertThat(told(asItHappens().keepsFree("2027-03-03")).hits()).hasSize(1);
        assertThat(told(at("18:00")).hits()).hasSize(1);
        assertThat(told(helperFirst(Duration.ofDays(7))).recipient()).isEqualTo(RecipientId.SELF);
    }

    @Test
    void saysTheLeastUnlessSheSetMoreForItself() {
        scene.owes(1);
        assertThat(told(asItHappens()).letters())
                .extracting(Notice.Letter::level)
                .containsExactly(Level.DISCREET);

        rule = to(RecipientId.SELF, Level.OUTLINE);
        assertThat(told(at("18:00")).letters())
                .extracting(Notice.Letter::level)
                .containsExactly(Level.OUTLINE);
        scene.confirmed.put(Scene.POST, Scene.NOON.minus(Duration.ofDays(31)));
        assertThat(told(at("18:00")).letters())
                .extracting(Notice.Letter::level)
                .containsExactly(Level.DISCREET);
    }

    @Test
    void goesToTheHelperIfSheNamedHerAlsoWhereNobodyHearsFirst() {
        rule = to(Scene.HELPER, Level.DISCREET);
        scene.owes(1);
        Scene.Choice choice = at("18:00");
        choice.helper = helperFirst(Duration.ofDays(7)).helper;

        assertThat(told(choice).recipient()).isEqualTo(Scene.HELPER);
        assertThat(rule.heard(choice.hearing().withoutHelper())).as("ended").isEmpty();
    }

    @Test
    void neverPassesAPauseAndLeavesWhatCameInOneToItsEnd() {
        scene.owes(1);
        scene.pauses.add(new Pause(Optional.empty(), Scene.NOON, Optional.empty(), false));
        Decision decision = decide(asItHappens());

        assertThat(decision.notice()).isEmpty();
        assertThat(decision.held())
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.cause()).isEqualTo(Cause.PAUSED);
                    assertThat(held.missed()).isTrue();
                });

        scene.pauses.clear();
        Owed paused = Scene.held(scene.owed.getFirst(), Cause.PAUSED);
        Owed quiet = Scene.held(scene.owed.getFirst(), Cause.QUIET_HOURS);
        assertThat(AtOnce.ready(List.of(paused, quiet))).containsExactly(quiet);
    }

    @Test
    void neverPassesAnEndedConsentAnUnconfirmedChannelOrItsOwnCeiling() {
        scene.owes(1);
        scene.notices.add(Scene.NOON.minus(Duration.ofHours(23)));
        assertThat(decide(asItHappens()).notice()).isEmpty();
        assertThat(decide(asItHappens()).held()).as("said by the ordinary telling").isEmpty();
        scene.notices.clear();

        scene.confirmed.clear();
        assertThat(decide(asItHappens()).notice()).isEmpty();
        scene.confirmed.put(Scene.POST, Scene.NOON);
        scene.allowed.clear();
        assertThat(decide(asItHappens()).notice()).isEmpty();
    }

    @Test
    void isForSomethingAndByAWay() {
        Set<Matter> address = Set.of(Matter.ADDRESS);
        List<Tuned> post = List.of(new Tuned(Scene.POST, Level.DISCREET));

        assertThatThrownBy(() -> new AtOnce(Set.of(), RecipientId.SELF, post, new Ceiling(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AtOnce(address, RecipientId.SELF, List.of(), new Ceiling(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysItInHerOwnWordsAndOnlyOfWhatIsAsLikelyAsSheWants() {
        scene.owes(1);
        Scene.Choice choice = at("18:00");
        choice.cover = Optional.of(new Hearing.Cover("Library", "A book is ready."));
        assertThat(told(choice).letters())
                .extracting(Notice.Letter::body)
                .containsExactly("A book is ready.");

        choice.band = Band.CERTAIN;
        assertThat(decide(choice).notice()).isEmpty();
    }

    @Test
    void remembersAPauseAlsoWhereNoWayWasOpenAnyway() {
        scene.owes(1);
        scene.confirmed.clear();
        scene.pauses.add(new Pause(Optional.empty(), Scene.NOON, Optional.empty(), false));

        assertThat(decide(asItHappens()).held())
                .extracting(Decision.Held::missed)
                .containsExactly(true);
    }

    @Test
    void aHelperHearsAtOnceWhateverHerOwnQuietHoursAndOrdinaryCeilingUnderThatOfTheRule() {
        rule = to(Scene.HELPER, Level.DISCREET);
        Scene.Choice choice = helperFirst(Duration.ofDays(7));
        choice.helper =
                choice.helper.map(h ->
                        new Hearing.Helper(
                                h.id(),
                                h.hold(),
                                h.channels(),
                                Optional.of(List.of(QuietHours.of("11:00-13:00"))),
                                Optional.of(new Ceiling(9))));
        scene.owes(1);

        assertThat(told(choice).recipient()).isEqualTo(Scene.HELPER);
        scene.notices.add(Scene.NOON.minus(Duration.ofHours(1)));
        assertThat(decide(choice).notice()).isEmpty();
    }

    @Test
    void restsWhileSheOnlyOpensItOrWantsNothingForNow() {
        for (How how : List.of(How.ONLY_WHEN_OPENED, How.NOT_NOW)) {
            assertThat(rule.heard(withRule(new Scene.Choice(how)).hearing())).isEmpty();
        }
    }

    @Test
    void aLetterOnItsWayPassesTheHourButNoPauseNoLowerLevelAndNoChangeOfHerMind() {
        StillRight.Waiting letter =
                new StillRight.Waiting(
                        RecipientId.SELF,
                        Scene.NOON.minus(Duration.ofDays(1)),
                        new Notice.Letter(Scene.POST, Level.DISCREET, "A note", "One."),
                        Set.of(),
                        true,
                        Optional.of(Scene.NOON),
                        true);
        Scene.Choice quiet = at("18:00").quiet("10:00", "14:00");
        Hearing without = quiet.hearing();
        Hearing with = withRule(quiet).hearing();
        Pause pause = new Pause(Optional.empty(), Scene.NOON, Optional.empty(), false);

        assertThat(hindrance(with, List.of(), letter)).isEmpty();
        assertThat(hindrance(with, List.of(pause), letter)).contains(Cause.PAUSED);
        assertThat(hindrance(without, List.of(), letter)).contains(Cause.NOT_CHOSEN);
        rule = to(RecipientId.SELF, Level.SILENT);
        assertThat(hindrance(withRule(quiet).hearing(), List.of(), letter)).contains(Cause.SILENT);
    }

    private static Optional<Cause> hindrance(
            Hearing hearing, List<Pause> pauses, StillRight.Waiting letter) {
        return StillRight.hindrance(
                Optional.of(hearing), HelperState.NONE, pauses, letter, Scene.NOON);
    }
}
