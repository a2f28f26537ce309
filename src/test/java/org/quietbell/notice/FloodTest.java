package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;

class FloodTest {
    private static final List<Flood> FLOODS = Flood.among(Map.of("news", 101, "forum", 100));

    @Test
    @Covers("R1.12")
    void moreThanAHundredInADayFromOneSourceIsAFlood() {
        assertThat(FLOODS).containsExactly(new Flood("news", 101));
        assertThat(Flood.among(Map.of("b", 999, "a", 101, "c", 102)))
                .extracting(Flood::source)
                .containsExactly("a", "b", "c");
    }

    @Test
    void offersToSlowDownOnlyInAFloodAndOnlyToWhoeverHearsOftenerThanDaily() {
        Hearing often = Scene.Choice.asItHappens().hearing();
        Hearing daily = Scene.Choice.at("18:00").hearing();

        assertThat(Flood.SlowDown.offer(often, FLOODS)).contains(new Flood.SlowDown(1));
        assertThat(Flood.SlowDown.offer(often, List.of())).isEmpty();
        assertThat(Flood.SlowDown.offer(daily, FLOODS)).isEmpty();
        assertThat(Flood.SlowDown.offer(Scene.Choice.at("09:00", "18:00").hearing(), FLOODS))
                .isPresent();
        assertThat(Flood.SlowDown.offer(new Scene.Choice(How.NOT_NOW).hearing(), FLOODS)).isEmpty();
    }

    @Test
    void offersNothingToWhoeverHasACeilingOfOneADay() {
        for (Scene.Choice choice :
                List.of(Scene.Choice.asItHappens(), Scene.Choice.at("09:00", "18:00"))) {
            choice.ceiling = new Ceiling(1);

            assertThat(Flood.SlowDown.offer(choice.hearing(), FLOODS)).isEmpty();
        }
    }
}
