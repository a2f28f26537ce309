package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quietbell.Covers;
import org.quietbell.http.Fault;

class StandingsTest {
    private static final Instant NOW = Bodies.NOW;
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final Answer WELL =
            new Answer.Found(
                    Page.complete(List.of()),
                    new Receipt("", "feed/1", NOW, "", Optional.empty()),
                    Validators.NONE);

    @Test
    void isWellAfterACompleteAnswer() {
        Standing standing = after(Standing.NEVER_ASKED, WELL, NOW);

        assertThat(standing.name()).isEqualTo("ok");
        assertThat(standing.since()).contains(NOW);
        assertThat(standing.lastAnswer()).contains(NOW);
        Instant later = NOW.plusSeconds(60);
        Standing again = after(standing, new Answer.Unchanged(Validators.NONE), later);
        assertThat(again.since()).contains(NOW);
        assertThat(again.lastAnswer()).contains(later);
    }

    @Test
    void doublesTheWaitUpToSixHoursAndForgetsItWhenAnswered() {
        Standing standing = after(Standing.NEVER_ASKED, WELL, NOW);
        Answer down = new Answer.Failed(new Fault(Fault.Kind.TROUBLED, "answered with status 500"));

        for (int minutes : List.of(5, 10, 20, 40, 80, 160, 320, 360, 360, 360)) {
            standing = after(standing, down, NOW);
            assertThat(standing.notBefore()).contains(NOW.plus(Duration.ofMinutes(minutes)));
        }

        assertThat(standing.name()).isEqualTo("troubled");
        assertThat(standing.faults()).isEqualTo(10);
        assertThat(standing.lastAnswer()).contains(NOW);
        assertThat(after(standing, WELL, NOW).notBefore()).isEmpty();
        assertThat(after(standing, WELL, NOW).faults()).isZero();
    }

    @Test
    void keepsSayingSinceWhenItHasFailedAlike() {
        Fault fault = new Fault(Fault.Kind.UNREACHABLE, "timed out");
        Standing first = after(Standing.NEVER_ASKED, new Answer.Failed(fault), NOW);
        Standing second = after(first, new Answer.Failed(fault), NOW.plusSeconds(600));
        Fault other = new Fault(Fault.Kind.GONE, "gone");
        Standing third = after(second, new Answer.Failed(other), NOW.plusSeconds(900));

        assertThat(second.since()).contains(NOW);
        assertThat(third.since()).contains(NOW.plusSeconds(900));
        assertThat(third.lastAsked()).contains(NOW.plusSeconds(900));
    }

    @Test
    void isAskedAgainAtItsOwnPaceAfterAPartlyBlindAnswer() {
        Page blind =
                new Page(List.of(), Optional.of("1 engine did not answer"), 0, Optional.empty());
        Answer answer =
                new Answer.Found(
                        blind, new Receipt("", "x/1", NOW, "", Optional.empty()), Validators.NONE);

        Standing standing = after(Standing.NEVER_ASKED, answer, NOW);

        assertThat(standing.name()).isEqualTo("partly-blind");
        assertThat(standing.lastAnswer()).isEmpty();
        assertThat(standing.notBefore()).isEmpty();
    }

    @Test
    @Covers("F25")
    void waitsAtLeastAsLongAsItIsAskedTo() {
        Fault quota = new Fault(Fault.Kind.QUOTA, "asked too often");
        Instant hours = NOW.plus(Duration.ofHours(3));

        Standing told = after(Standing.NEVER_ASKED, new Answer.RateLimited(hours, quota), NOW);
        Standing untold =
                after(
                        Standing.NEVER_ASKED,
                        new Answer.RateLimited(NOW.plusSeconds(60), quota),
                        NOW);

        assertThat(told.notBefore()).contains(hours);
        assertThat(told.name()).isEqualTo("quota");
        assertThat(untold.notBefore()).contains(NOW.plus(BackOff.FIRST));
    }

    @ParameterizedTest
    @Covers("F25")
    @EnumSource(names = {"BLOCKED", "GONE", "MISCONFIGURED", "REFUSED", "TOO_LARGE"})
    void triesDailyAndForEverWhatSomebodyMustMend(Fault.Kind kind) {
        Fault fault = new Fault(kind, "x");
        Standing standing = after(Standing.NEVER_ASKED, new Answer.Failed(fault), NOW);
        assertThat(standing.notBefore()).contains(NOW.plus(Duration.ofMinutes(5)));

        for (int i = 0; i < 100; i++) {
            standing = after(standing, new Answer.Failed(fault), NOW);
            assertThat(standing.notBefore()).contains(NOW.plus(Duration.ofHours(24)));
        }
    }

    @Test
    void jittersWithinItsLimitsAndNeverWaitsLongerAtFirstThanTheInterval() {
        Fault fault = new Fault(Fault.Kind.TROUBLED, "x");
        for (double randomness : new double[] {0, 0.3, 0.999}) {
            Instant next = BackOff.next(Standing.NEVER_ASKED, fault, NOW, randomness, HALF_HOUR);
            assertThat(Duration.between(NOW, next))
                    .isBetween(Duration.ofMinutes(2), Duration.ofMinutes(5));
        }
        assertThat(BackOff.next(Standing.NEVER_ASKED, fault, NOW, 0, Duration.ofSeconds(2)))
                .isEqualTo(NOW.plusSeconds(2));
    }

    private static Standing after(Standing before, Answer answer, Instant now) {
        return Standings.after(before, answer, now, 0, HALF_HOUR, Optional.empty());
    }
}
