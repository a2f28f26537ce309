package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.match.Band;
import org.quietbell.match.Matter;
import org.quietbell.notice.AtOnce;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.KeptDays;
import org.quietbell.notice.Level;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Tuned;
import org.quietbell.notice.Wishes;

/// What she is to hear at once says or sends more, or less (R1.6).
@Covers({"R1.6", "R1.21"})
class ExposureTest {
    private static final ChannelId POST = new ChannelId("post");
    private static final RecipientId HELPER = new RecipientId("h1");
    private static final AtOnce NARROW =
            rule(Set.of(Matter.ADDRESS), RecipientId.SELF, Level.DISCREET, 1);

    private static AtOnce rule(Set<Matter> when, RecipientId to, Level level, int perDay) {
        return new AtOnce(when, to, List.of(new Tuned(POST, level)), new Ceiling(perDay));
    }

    private static Hearing hearing(Optional<AtOnce> rule) {
        return new Hearing(
                How.FIXED_TIMES,
                List.of(LocalTime.NOON),
                EnumSet.allOf(DayOfWeek.class),
                ZoneOffset.UTC,
                List.of(new Tuned(POST, Level.DISCREET)),
                Band.LIKELY,
                List.of(),
                Set.<KeptDays>of(),
                Ceiling.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                new Wishes(Wishes.AfterPause.ONE, rule));
    }

    private static boolean isRaised(AtOnce from, AtOnce to) {
        return Exposure.isRaised(hearing(Optional.of(from)), hearing(Optional.of(to)));
    }

    @Test
    void isRaisedByAskingForItAndLoweredByTakingItBack() {
        Hearing with = hearing(Optional.of(NARROW));
        Hearing without = hearing(Optional.empty());

        assertThat(Exposure.isRaised(without, with)).isTrue();
        assertThat(Exposure.isRaised(with, without)).isFalse();
        assertThat(Exposure.isRaised(with, with)).isFalse();
    }

    @Test
    @Covers("R1.22")
    void isRaisedBySomebodyWhoStandsInAndLoweredWhenNobodyDoes() {
        Hearing.Helper first =
                new Hearing.Helper(
                        HELPER, Duration.ofDays(7), List.of(new Tuned(POST, Level.DISCREET)));
        Hearing.Helper other =
                new Hearing.Helper(
                        new RecipientId("h2"),
                        Duration.ofDays(7),
                        List.of(new Tuned(POST, Level.DISCREET)));
        Hearing without = helped(first);
        Hearing with = without.covered(Optional.of(other));

        assertThat(Exposure.isRaised(without, with)).isTrue();
        assertThat(Exposure.isRaised(with, without)).isFalse();
        assertThat(Exposure.isRaised(with, with)).isFalse();
    }

    private static Hearing helped(Hearing.Helper helper) {
        return new Hearing(
                How.HELPER_FIRST,
                List.of(),
                EnumSet.allOf(DayOfWeek.class),
                ZoneOffset.UTC,
                List.of(new Tuned(POST, Level.DISCREET)),
                Band.LIKELY,
                List.of(),
                Set.<KeptDays>of(),
                Ceiling.DEFAULT,
                Optional.of(helper),
                Optional.empty(),
                Wishes.USUAL);
    }

    @Test
    void isRaisedByMoreToTellAnotherPersonAHigherLevelOrCeiling() {
        Set<Matter> two = Set.of(Matter.ADDRESS, Matter.PHONE);
        List<AtOnce> wider =
                List.of(
                        rule(two, RecipientId.SELF, Level.DISCREET, 1),
                        rule(Set.of(Matter.ADDRESS), HELPER, Level.DISCREET, 1),
                        rule(Set.of(Matter.ADDRESS), RecipientId.SELF, Level.OUTLINE, 1),
                        rule(Set.of(Matter.ADDRESS), RecipientId.SELF, Level.DISCREET, 2));

        assertThat(wider).allMatch(rule -> isRaised(NARROW, rule));
        assertThat(List.of(wider.get(0), wider.get(2), wider.get(3)))
                .noneMatch(rule -> isRaised(rule, NARROW));
    }
}
