package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.hit.HitId;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;
import org.quietbell.match.Band;
import org.quietbell.notice.Cause;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.NoticeId;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.Owed;
import org.quietbell.notice.RecipientId;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.Standing;
import org.quietbell.watch.WatchId;

/// What the pages say of what waits, what was sent and where it looked.
class HowThingsStandTest {
    private final OpenPages pages = new OpenPages();
    private final FakeDesk desk = pages.desk;
    private final FakeInside inside = pages.inside;

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void whatWaitsIsSaidWithItsCause() {
        HitId id = inside.add("b", "T", "S", "https://forum.example.org/t/1");
        owe(id, Cause.ONLY_WHEN_OPENED);

        assertThat(pages.page("/waiting"))
                .contains(
                        "One thing waits to be told. Held until it is opened here. Nothing is sent"
                                + " (ONLY_WHEN_OPENED)");
        assertThat(pages.page("/n/" + id)).contains("(ONLY_WHEN_OPENED)");
    }

    private void owe(HitId id, Cause cause) {
        inside.notices.owed.add(
                new Owed(
                        id,
                        new WatchId("case-17"),
                        "news",
                        Band.LIKELY,
                        desk.clock.instant(),
                        id.value(),
                        Optional.empty()));
        inside.notices.held.put(
                id, List.of(new NoticeLog.HeldFor(RecipientId.SELF, cause, Optional.empty())));
    }

    @Test
    void whatWasSentIsSaidOnceHoweverMuchItToldOf() {
        NoticeLog.Told told =
                new NoticeLog.Told(
                        RecipientId.SELF,
                        new ChannelId("post"),
                        new NoticeId("n1"),
                        Optional.of(desk.clock.instant()),
                        "delivered");
        inside.notices.told.put(
                inside.add("b", "T", "S", "https://forum.example.org/t/1"), List.of(told));
        inside.notices.told.put(
                inside.add("c", "T", "S", "https://forum.example.org/t/2"), List.of(told));

        assertThat(pages.page("/waiting")).containsOnlyOnce("Sent by post at 08:00.");
    }

    @Test
    @Covers("R1.25")
    void aSourceThatDoesNotAnswerShowsAtOnce() {
        inside.sources.add(
                new SourceEntry(
                        new SourceId("news"),
                        "feed",
                        Optional.empty(),
                        Json.object().build(),
                        Duration.ofMinutes(30),
                        List.of(),
                        false,
                        true));
        Instant now = desk.clock.instant();
        inside.standing =
                new Standing(
                        Optional.of(new Fault(Fault.Kind.UNREACHABLE, "no answer")),
                        Optional.of(now),
                        Optional.of(now),
                        Optional.of(now.minus(Duration.ofHours(3))),
                        1,
                        Optional.empty());

        assertThat(pages.page("/"))
                .contains("No place answered (1 asked, last answer at 05:00).")
                .contains("news: no answer");
    }

    private void place(String id, Standing standing) {
        inside.sources.add(
                new SourceEntry(
                        new SourceId(id),
                        "feed",
                        Optional.empty(),
                        Json.object().build(),
                        Duration.ofMinutes(30),
                        List.of(),
                        false,
                        true));
        inside.standings.put(new SourceId(id), standing);
    }

    private Standing standing(Optional<Fault.Kind> fault, Optional<Duration> answeredBefore) {
        Instant now = desk.clock.instant();
        return new Standing(
                fault.map(kind -> new Fault(kind, "")),
                Optional.of(now.minus(Duration.ofHours(1))),
                Optional.of(now),
                answeredBefore.map(now::minus),
                fault.isPresent() ? 1 : 0,
                Optional.empty());
    }

    @Test
    @Covers("R1.25")
    void saysOfEachPlaceWhenItAnsweredAndWhatKeptItFromIt() {
        place("press", standing(Optional.empty(), Optional.of(Duration.ofMinutes(20))));
        place("walls", standing(Optional.of(Fault.Kind.BLOCKED), Optional.of(Duration.ofHours(3))));
        place("engine", standing(Optional.of(Fault.Kind.QUOTA), Optional.empty()));
        place("films", standing(Optional.of(Fault.Kind.BROKEN), Optional.empty()));
        place("later", Standing.NEVER_ASKED);

        String page = pages.page("/");

        assertThat(page)
                .contains("Answered: 1. What is new there may stay unseen: 3. Not asked yet: 1.")
                .contains("press: it answered, last at 07:40.")
                .contains("walls: it shut us out, since 07:00. It last answered at 05:00.")
                .contains("engine: asked often enough for now, since 07:00.")
                .contains("films: its answer cannot be read, since 07:00. It has not answered in")
                .contains("later: not asked yet")
                .doesNotContainIgnoringCase("nothing found")
                .doesNotContainIgnoringCase("no results");
        assertThat(page.split("<rect class=\"s2\"", -1)).hasSize(2);
        assertThat(page.split("<rect class=\"s3\"", -1)).hasSize(4);
        assertThat(page.split("<rect class=\"s1\"", -1)).hasSize(2);
    }

    @Test
    void saysWhenSheHearsNext() {
        assertThat(pages.page("/")).contains("How to hear has not been chosen yet.");
        inside.hearing = Optional.of(fixedTimes());
        assertThat(pages.page("/")).contains("You next hear at 18:00, if there is something new.");

        pages.pause("telling", "3d");
        assertThat(pages.page("/")).contains("You next hear at 18:00 on 25 November");
        pages.pause("telling", "open");
        assertThat(pages.page("/")).contains("Nothing is sent while you pause.");
    }

    private static Hearing fixedTimes() {
        return new Hearing(
                How.FIXED_TIMES,
                List.of(LocalTime.of(18, 0)),
                EnumSet.allOf(DayOfWeek.class),
                FakeInside.ZONE,
                List.of(),
                Band.LIKELY,
                List.of(),
                Set.of(),
                new Ceiling(3),
                Optional.empty(),
                Optional.empty());
    }
}
