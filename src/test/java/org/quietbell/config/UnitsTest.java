package org.quietbell.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
    @Test
    void readsTimesFromOneSecond() {
        assertThat(Units.duration("1s")).isEqualTo(Duration.ofSeconds(1));
        assertThat(Units.duration("30m")).isEqualTo(Duration.ofMinutes(30));
        assertThat(Units.duration("6h")).isEqualTo(Duration.ofHours(6));
        assertThat(Units.duration("3d")).isEqualTo(Duration.ofDays(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0s", "30", "m", "30 m", "30M", "-1h", "1.5h", "1w", "9999999d"})
    void refusesTimesInOtherUnits(String text) {
        assertThatThrownBy(() -> Units.duration(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a time such as 30m, 6h or 3d");
    }

    @Test
    void readsSizes() {
        assertThat(Units.size("7B")).isEqualTo(7);
        assertThat(Units.size("64KiB")).isEqualTo(65_536);
        assertThat(Units.size("4MiB")).isEqualTo(4_194_304);
        assertThat(Units.size("8GiB")).isEqualTo(8_589_934_592L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0MiB", "4", "4MB", "4mib", "4 MiB", "-4MiB", "1.5MiB"})
    void refusesSizesInOtherUnits(String text) {
        assertThatThrownBy(() -> Units.size(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a size such as 64KiB or 4MiB");
    }
}
