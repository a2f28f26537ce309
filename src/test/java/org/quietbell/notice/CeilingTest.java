package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.words.Words;

/// How many notices there may be in a day and in a week.
@Covers("R1.12")
class CeilingTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private final Scene scene = new Scene();

    /// When it lifts, after notices as long ago as these; empty: it lets one through now.
    private Optional<Instant> lifts(Ceiling ceiling, Duration... ago) {
        Scene.Choice choice = Scene.Choice.asItHappens();
        choice.ceiling = ceiling;
        scene.owed.clear();
        scene.notices.clear();
        scene.hears(choice).owes(1);
        for (Duration each : ago) {
            scene.notices.add(Scene.NOON.minus(each));
        }
        Decision decision = new Telling(Words.of(Locale.ENGLISH)).decide(scene.situation());
        assertThat(decision.held())
                .extracting(Decision.Held::cause)
                .isEqualTo(decision.notice().isPresent() ? List.of() : List.of(Cause.CEILING));
        return decision.held().stream().flatMap(held -> held.until().stream()).findFirst();
    }

    @Test
    void isThreeADayUnlessSheSetsAnother() {
        assertThat(Ceiling.DEFAULT.perDay()).isEqualTo(3);
        assertThat(Ceiling.DEFAULT.perWeek()).isEmpty();
    }

    @Test
    void liftsWhenSoManyNoticesAreADayOldThatOneMoreIsAllowed() {
        Duration hour = Duration.ofHours(1);

        assertThat(lifts(new Ceiling(2), hour)).isEmpty();
        assertThat(lifts(new Ceiling(2), DAY, hour)).isEmpty();
        assertThat(lifts(new Ceiling(2), hour.multipliedBy(5), hour))
                .contains(Scene.NOON.plus(DAY).minus(hour.multipliedBy(5)));
        assertThat(lifts(new Ceiling(2), hour.multipliedBy(5), hour.multipliedBy(3), hour))
                .as("she lowered it since")
                .contains(Scene.NOON.plus(DAY).minus(hour.multipliedBy(3)));
    }

    @Test
    void countsTheNoticesOfAWeekToo() {
        Ceiling two = new Ceiling(3, OptionalInt.of(2));
        Duration almost = WEEK.minusMinutes(1);

        assertThat(lifts(two, WEEK, DAY)).isEmpty();
        assertThat(lifts(two, almost, DAY)).contains(Scene.NOON.plus(Duration.ofMinutes(1)));
    }

    @Test
    void liftsWhenBothTheDayAndTheWeekAllowIt() {
        Ceiling both = new Ceiling(1, OptionalInt.of(2));
        Duration hour = Duration.ofHours(1);

        assertThat(lifts(both, WEEK.minus(hour), hour)).contains(Scene.NOON.plus(DAY).minus(hour));
        assertThat(lifts(both, hour.multipliedBy(3), hour))
                .contains(Scene.NOON.plus(WEEK).minus(hour.multipliedBy(3)));
    }

    @Test
    void isOneAtLeast() {
        assertThatThrownBy(() -> new Ceiling(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ceiling(1, OptionalInt.of(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
