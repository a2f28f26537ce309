package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.json.Json;
import org.quietbell.match.Band;
import org.quietbell.match.Matter;
import org.quietbell.notice.AtOnce;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.KeptDays;
import org.quietbell.notice.Level;
import org.quietbell.notice.QuietHours;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.StillLooking;
import org.quietbell.notice.Tuned;
import org.quietbell.notice.Wishes;
import org.quietbell.words.Language;

class HearingJsonTest {
    private static final ChannelId POST = new ChannelId("post");

    /// As the first version of the program sealed it, byte for byte.
    private static final String FIRST =
            """
            {"how":"helper-first","times":["09:30","18:00"],"days":["MONDAY","SATURDAY"],\
            "zone":"America/Halifax","channels":[{"id":"post","level":"outline"}],\
            "band":"certain","quiet":[{"from":"21:00","to":"08:00"}],\
            "no-contact":["2027-02-14"],"ceiling":2,\
            "helper":{"id":"h1","hold":"PT168H","channels":[{"id":"post","level":"discreet"}]},\
            "cover":{"subject":"Library","body":"Your book is in."}}\
            """;

    @Test
    @Covers("R1.5")
    void whatAnOlderVersionKeptMeansTheSameAsThen() throws Exception {
        assertThat(HearingJson.read(Json.read(FIRST)))
                .isEqualTo(
                        new Hearing(
                                How.HELPER_FIRST,
                                List.of(LocalTime.of(9, 30), LocalTime.of(18, 0)),
                                Set.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
                                ZoneId.of("America/Halifax"),
                                List.of(new Tuned(POST, Level.OUTLINE, Duration.ofDays(30))),
                                Band.CERTAIN,
                                List.of(
                                        new QuietHours(
                                                LocalTime.of(21, 0),
                                                LocalTime.of(8, 0),
                                                EnumSet.allOf(DayOfWeek.class))),
                                Set.of(KeptDays.on(LocalDate.of(2027, 2, 14))),
                                new Ceiling(2, OptionalInt.empty()),
                                Optional.of(
                                        new Hearing.Helper(
                                                new RecipientId("h1"),
                                                Duration.ofDays(7),
                                                List.of(new Tuned(POST, Level.DISCREET)),
                                                Optional.empty(),
                                                Optional.empty())),
                                Optional.of(new Hearing.Cover("Library", "Your book is in.")),
                                new Wishes(Wishes.AfterPause.ONE)));
    }

    @Test
    void givesBackAllThatMayBeChosenNow() {
        QuietHours weekend =
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(9, 0), Set.of(DayOfWeek.SUNDAY));
        Hearing hearing =
                new Hearing(
                        How.HELPER_FIRST,
                        List.of(),
                        EnumSet.allOf(DayOfWeek.class),
                        ZoneId.of("America/Halifax"),
                        List.of(new Tuned(POST, Level.SUMMARY, Duration.ofDays(90))),
                        Band.LIKELY,
                        List.of(weekend),
                        Set.of(
                                new KeptDays.Span(
                                        LocalDate.of(2027, 7, 1), LocalDate.of(2027, 7, 9)),
                                new KeptDays.Yearly(MonthDay.of(2, 29), MonthDay.of(3, 1))),
                        new Ceiling(2, OptionalInt.of(9)),
                        Optional.of(
                                new Hearing.Helper(
                                        new RecipientId("h1"),
                                        Duration.ofDays(2),
                                        List.of(new Tuned(POST, Level.DISCREET)),
                                        Optional.of(List.of(weekend)),
                                        Optional.of(new Ceiling(1, OptionalInt.of(3))),
                                        Optional.of(
                                                new Hearing.Helper(
                                                        new RecipientId("h2"),
                                                        Duration.ofDays(2),
                                                        List.of(new Tuned(POST, Level.OUTLINE)))))),
                        Optional.empty(),
                        new Wishes(
                                Wishes.AfterPause.NONE,
                                Optional.of(
                                        new AtOnce(
                                                Set.of(Matter.PHONE, Matter.MEETING),
                                                new RecipientId("h1"),
                                                List.of(new Tuned(POST, Level.OUTLINE)),
                                                new Ceiling(2, OptionalInt.of(3)))),
                                StillLooking.MONTHLY,
                                Optional.of(Language.FR)));

        assertThat(HearingJson.read(HearingJson.of(hearing))).isEqualTo(hearing);
    }
}
