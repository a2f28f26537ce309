package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.hit.HitId;
import org.quietbell.notice.Pause;
import org.quietbell.watch.WatchId;

/// How pages show pauses, begin and end them.
class PausesOnPagesTest {
    private final OpenPages pages = new OpenPages();
    private final FakeDesk desk = pages.desk;
    private final FakeInside inside = pages.inside;
    private final Visitor visitor = pages.visitor;

    @AfterEach
    void close() {
        pages.close();
    }

    @ParameterizedTest
    @CsvSource({"3d,25 November", "1w,29 November"})
    @Covers({"R1.8", "R1.11"})
    void aPauseIsOneStepAndShowsUntilWhen(String length, String day) {
        String page = pages.pause("telling", length);

        assertThat(inside.pauses).hasSize(1);
        assertThat(inside.pauses.getFirst().stopsLooking()).isFalse();
        assertThat(page).contains("Paused until " + day + ". Still saving what it finds.");
    }

    @Test
    @Covers({"R1.8", "R1.11"})
    void stoppingToLookIsAChoiceOfItsOwn() {
        String page = pages.pause("looking", "open");

        assertThat(inside.pauses)
                .containsExactly(
                        new Pause(Optional.empty(), desk.clock.instant(), Optional.empty(), true));
        assertThat(page).contains("Looking is stopped too. Nothing new is saved until then.");
    }

    @Test
    @Covers({"R1.8", "R1.11"})
    void everyPageOffersBothPausesAndSaysThatNoneHolds() {
        HitId id = inside.add("b", "T", "S", "https://forum.example.org/t/1");

        for (String path : List.of("/", "/waiting", "/n/" + id, "/n/" + id + "/text")) {
            assertThat(pages.page(path))
                    .contains("Not paused.", "Stop telling me", "Stop looking, too")
                    .contains("For 3 days", "For 1 week", "Until I say")
                    .doesNotContain("End the pause");
        }
    }

    @Test
    void aPauseEndsByAButton() {
        assertThat(pages.pause("telling", "open")).contains("End the pause");
        HttpResponse<String> answer =
                visitor.post(
                        "/resume", Map.of("token", visitor.token(), "of", "", "back", "//evil"));

        assertThat(answer.headers().firstValue("Location")).contains("/");
        assertThat(inside.pauses).isEmpty();
        assertThat(pages.page("/")).contains("Not paused.");
    }

    @Test
    void aPauseOfOneWatchEndsAlone() {
        Instant now = desk.clock.instant();
        inside.pauses.add(
                new Pause(Optional.of(new WatchId("case-17")), now, Optional.empty(), false));
        inside.pauses.add(new Pause(Optional.empty(), now, Optional.empty(), false));
        pages.page("/");
        visitor.post("/resume", Map.of("token", visitor.token(), "of", "case-17"));

        assertThat(inside.pauses).extracting(Pause::watch).containsExactly(Optional.empty());
        assertThat(
                        visitor.post("/resume", Map.of("token", visitor.token(), "of", "<x>"))
                                .statusCode())
                .isEqualTo(400);
    }
}
