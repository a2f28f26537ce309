package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.json.Json;
import org.quietbell.match.Band;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Tuned;

/// Somebody who hears first, named and ended by the pages.
class HelperPageTest {
    private static final Tuned POST = new Tuned(new ChannelId("post"), Level.DISCREET);

    private final OpenPages pages = new OpenPages();
    private final FakeInside inside = pages.inside;

    @BeforeEach
    void fill() {
        inside.changes.asksPassphrase = true;
        inside.channels.add(
                new ChannelEntry(
                        POST.channel(),
                        "ntfy",
                        Json.object().build(),
                        false,
                        Optional.empty(),
                        true));
        inside.hearing =
                Optional.of(
                        new Hearing(
                                How.FIXED_TIMES,
                                List.of(LocalTime.of(18, 0)),
                                EnumSet.allOf(DayOfWeek.class),
                                FakeInside.ZONE,
                                List.of(POST),
                                Band.LIKELY,
                                List.of(),
                                Set.of(),
                                Ceiling.DEFAULT,
                                Optional.empty(),
                                Optional.empty()));
    }

    @AfterEach
    void close() {
        pages.close();
    }

    private HttpResponse<String> name(String place, String id, String days, String... more) {
        pages.page("/pace/helper");
        Map<String, String> fields = new HashMap<>();
        fields.put("place", place);
        fields.put(place.isEmpty() ? "who" : "other", id);
        fields.put("way", "post");
        fields.put("days", days);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return pages.send("/pace/helper", fields);
    }

    private Hearing hearing() {
        return inside.hearing.orElseThrow();
    }

    @Test
    @Covers({"R1.4", "R1.6", "R1.19"})
    void aHelperIsNamedAfterTheWordsWereShownAndThePassphraseWasGiven() {
        HttpResponse<String> sure = name("", "h1", "3");
        assertThat(sure.body())
                .contains("h1 would hear of new things first", "up to 3 days")
                .contains("Your notes are saved for you.", "type=\"password\"");
        assertThat(hearing().helper()).isEmpty();

        assertThat(name("", "h1", "3", "sure", "yes").statusCode()).isEqualTo(400);
        HttpResponse<String> wrong =
                name("", "h1", "3", "sure", "yes", "passphrase", "some other one");
        assertThat(wrong.body()).contains("not the passphrase").doesNotContain("some other one");
        assertThat(hearing().helper()).isEmpty();

        name("", "h1", "3", "sure", "yes", "passphrase", FakeDesk.PASSPHRASE);
        assertThat(hearing().how()).isEqualTo(How.HELPER_FIRST);
        assertThat(hearing().helper())
                .contains(
                        new Hearing.Helper(
                                new RecipientId("h1"), Duration.ofDays(3), List.of(POST)));
        assertThat(pages.page("/pace/helper")).contains("h1 hears first now");
        assertThat(pages.page("/pace")).contains("someone I chose hears first");
    }

    @Test
    @Covers({"R1.19", "R1.22"})
    void itEndsInOneStepAndSoDoesAStandIn() {
        inside.hearing =
                Optional.of(
                        hearing()
                                .heardFirstBy(
                                        new Hearing.Helper(
                                                new RecipientId("h1"),
                                                Duration.ofDays(7),
                                                List.of(POST))));
        name("stand-in", "h2", "", "sure", "yes", "passphrase", FakeDesk.PASSPHRASE);
        assertThat(hearing().isStandIn(new RecipientId("h2"))).isTrue();
        assertThat(hearing().helper().flatMap(Hearing.Helper::standIn).orElseThrow().hold())
                .isEqualTo(Duration.ofDays(7));
        assertThat(pages.page("/pace/helper")).contains("h2 stands in");

        pages.send("/pace/helper/away", Map.of("place", "stand-in"));
        assertThat(hearing().helper().flatMap(Hearing.Helper::standIn)).isEmpty();
        pages.page("/pace/helper");
        pages.send("/pace/helper/away", Map.of("place", ""));
        assertThat(hearing().how()).isEqualTo(How.FIXED_TIMES);
        assertThat(hearing().helper()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',h1,0,days from 1 to 60",
        "'',h1,61,days from 1 to 60",
        "'',h1,abc,days from 1 to 60",
        "'',Mary Ann,7,a short id",
        "'',self,7,a short id",
        "'','',7,a short id",
        "'',שרה,7,a short id",
        "'',🌿,7,a short id",
        "'',LONG,7,a short id",
        "stand-in,h2,'',Nobody hears first yet"
    })
    void whatCannotBeKeptIsSaidAndStaysInTheField(
            String place, String typed, String days, String said) {
        String id = typed.replace("LONG", "h".repeat(10_000));

        HttpResponse<String> answer = name(place, id, days);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(said);
        if (place.isEmpty()) {
            assertThat(Jsoup.parse(answer.body()).select("input[name=who]").val()).isEqualTo(id);
            assertThat(Jsoup.parse(answer.body()).select("input[value=post]").hasAttr("checked"))
                    .isTrue();
        }
        assertThat(hearing().helper()).isEmpty();
    }

    @Test
    void withoutAWayTheFormSaysWhatIsMissing() {
        assertThat(name("", "h1", "7", "way", "nowhere").body()).contains("at least one way");
        inside.channels.clear();

        assertThat(pages.page("/pace/helper")).contains("Add one first");
    }
}
