package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
    private static final Instant NOW = Instant.parse("2027-03-03T12:00:00Z");
    private static final ZoneId HALIFAX = ZoneId.of("America/Halifax");

    @ParameterizedTest
    @CsvSource({
        "2027-05-03, 2027-05-03T03:00:00Z",
        "2027-05-03T18:00, 2027-05-03T21:00:00Z",
        "2027-05-03T18:00:00Z, 2027-05-03T18:00:00Z",
        // the hour that spring leaves out: the clock shows 03:30
        "2027-03-14T02:30, 2027-03-14T06:30:00Z"
    })
    void readsTheEndOfAPauseInHerZone(String text, String moment) {
        assertThat(Moments.future(text, NOW, HALIFAX)).isEqualTo(Instant.parse(moment));
    }

    @Test
    void refusesWhatHasPassed() {
        assertThatThrownBy(() -> Moments.future("2027-03-03", NOW, HALIFAX))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("that moment has passed");
    }

    @ParameterizedTest
    @CsvSource({"2027-02-30", "2027-05-03T25:00", "tomorrow", "0", "3d"})
    void refusesWhatIsNoMoment(String text) {
        assertThatThrownBy(() -> Moments.future(text, NOW, HALIFAX))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("write 2026-05-03");
    }

    @Test
    void refusesWhatNobodyWillLiveToSee() {
        assertThatThrownBy(() -> Moments.future("2527-05-03", NOW, HALIFAX))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("hundred years");
    }
}
