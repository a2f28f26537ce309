package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quietbell.Covers;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.match.Band;
import org.quietbell.source.SourceId;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchId;
import org.quietbell.words.Words;

class SentencesTest {
    private static final Instant NOW = Instant.parse("2027-04-30T12:00:00Z");
    private static final Optional<Instant> LATER = Optional.of(NOW.plusSeconds(9 * 3600));
    private static final ZoneId ZONE = ZoneId.of("America/Halifax");

    private final Words words = Words.of(Locale.ENGLISH);
    private final Sentences sentences = new Sentences(words, ZONE);
    private final PauseState pauses = new PauseState(words, ZONE);

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyCauseIsASentenceThenItsName(Cause cause) {
        assertThat(sentences.held(cause, Optional.empty(), NOW))
                .matches("[A-Z].* \\(" + cause.name() + "\\)");
        assertThat(sentences.held(cause, LATER, NOW)).matches("[A-Z].* \\(" + cause.name() + "\\)");
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {
                "PAUSED",
                "STOPPED_LOOKING",
                "WITH_HELPER",
                "QUIET_HOURS",
                "NO_CONTACT_DAY",
                "NOT_YET_TIME",
                "CEILING"
            })
    void aCauseThatEndsSaysWhenInHerZone(Cause cause) {
        assertThat(sentences.held(cause, LATER, NOW)).contains("until 18:00");
    }

    private static Hit hit(Band band, boolean baseline, Label label) {
        return new Hit(
                new HitId("a"),
                new CaseId("case-17"),
                new WatchId("case-17"),
                new SourceId("news"),
                NOW,
                NOW,
                1,
                band,
                60,
                List.of(),
                baseline,
                label,
                Optional.empty(),
                Optional.empty());
    }

    private List<String> why(Hit hit, List<NoticeLog.Told> told, List<NoticeLog.HeldFor> held) {
        return sentences.why(hit, Band.LIKELY, told, held, NOW);
    }

    private static NoticeLog.Told told(Optional<Instant> at, String state) {
        return new NoticeLog.Told(RecipientId.SELF, Scene.POST, new NoticeId("n"), at, state);
    }

    @Test
    void saysToWhomAndByWhichWayItWasTold() {
        Hit hit = hit(Band.LIKELY, false, Label.NOT_SURE);

        assertThat(why(hit, List.of(told(Optional.of(NOW), "delivered")), List.of()))
                .containsExactly("Told to you by post at 09:00.");
        assertThat(why(hit, List.of(told(Optional.empty(), "retry")), List.of()))
                .containsExactly("It is on its way to you by post.");
        assertThat(why(hit, List.of(told(Optional.empty(), "dead")), List.of()))
                .singleElement()
                .asString()
                .endsWith("(DELIVERY_FAILED)");
    }

    @Test
    void saysForWhomItIsHeldAndWhyUnlessThatPersonWasTold() {
        List<NoticeLog.HeldFor> held =
                List.of(
                        new NoticeLog.HeldFor(RecipientId.SELF, Cause.NOT_NOW, Optional.empty()),
                        new NoticeLog.HeldFor(Scene.HELPER, Cause.QUIET_HOURS, LATER));

        assertThat(
                        why(
                                hit(Band.LIKELY, false, Label.NOT_SURE),
                                List.of(told(Optional.of(NOW), "delivered")),
                                held))
                .containsExactly(
                        "Told to you by post at 09:00.",
                        "Not told to h1. Held until 18:00. These are quiet hours (QUIET_HOURS)");
    }

    @Test
    void saysWhyAHitIsNeverToldWhateverWasRecordedBefore() {
        List<NoticeLog.HeldFor> held =
                List.of(new NoticeLog.HeldFor(RecipientId.SELF, Cause.PAUSED, Optional.empty()));

        assertThat(why(hit(Band.LIKELY, true, Label.NOT_SURE), List.of(), held))
                .containsExactly("It was already there when looking began (BASELINE)");
        assertThat(why(hit(Band.POSSIBLE, false, Label.NOT_SURE), List.of(), held).getFirst())
                .endsWith("(BELOW_BAND)");
        assertThat(why(hit(Band.CERTAIN, false, Label.NOT_ME), List.of(), held).getFirst())
                .endsWith("(NOT_ME)");
    }

    @Test
    void saysOfAFreshHitThatItWaits() {
        assertThat(why(hit(Band.LIKELY, false, Label.NOT_SURE), List.of(), List.of()))
                .containsExactly("Saved. It waits for the next time to tell.");
    }

    @Test
    @Covers("R1.25")
    void saysWhatAnsweredAndNeverThatThereIsNothing() {
        Optional<Instant> nine = Optional.of(NOW);

        assertThat(sentences.coverage(false, 3, 4, nine, NOW))
                .isEqualTo(
                        "Nothing new in the places we can check (3 of 4 answered, last at"
                                + " 09:00).");
        assertThat(sentences.coverage(true, 3, 4, nine, NOW)).startsWith("Something new");
        assertThat(sentences.coverage(false, 0, 4, nine, NOW))
                .contains("not known")
                .doesNotContain("Nothing new");
        assertThat(sentences.coverage(false, 0, 4, Optional.empty(), NOW)).contains("not known");
        assertThat(sentences.coverage(false, 0, 0, Optional.empty(), NOW))
                .contains("not been asked");
    }

    @ParameterizedTest
    @Covers("R1.11")
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-05-03T10:00:00Z | false | Paused until 3 May. Still saving what it finds.",
                "2027-05-01T03:00:00Z | false | Paused until 1 May. Still saving what it finds.",
                "2027-04-30T21:00:00Z | false | Paused until 18:00. Still saving what it finds.",
                "2028-01-03T10:00:00Z | false | Paused until 3 January 2028. Still saving what it finds.",
                " | false | Paused until you say. Still saving what it finds.",
                "2027-05-03T10:00:00Z | true | Paused until 3 May. Looking is stopped too. Nothing new is saved until then.",
                " | true | Paused until you say. Looking is stopped too. Nothing new is saved until then."
            })
    void saysPlainlyHowItIsPaused(String until, boolean stops, String said) {
        Pause pause =
                new Pause(
                        Optional.empty(),
                        NOW,
                        Optional.ofNullable(until).map(Instant::parse),
                        stops);

        assertThat(pauses.say(List.of(pause), NOW)).containsExactly(said);
    }

    @Test
    @Covers("R1.11")
    void saysWhichWatchIsPausedAndLeavesOutWhatHasEnded() {
        Optional<WatchId> watch = Optional.of(new WatchId("case-17"));

        assertThat(
                        pauses.say(
                                List.of(
                                        new Pause(watch, NOW, Optional.empty(), false),
                                        new Pause(Optional.empty(), NOW, Optional.of(NOW), false)),
                                NOW))
                .containsExactly("case-17 is paused until you say. Still saving what it finds.");
        assertThat(pauses.say(List.of(), NOW)).containsExactly("Not paused.");
    }
}
