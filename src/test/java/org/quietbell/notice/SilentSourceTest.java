package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.words.Words;

/// A source that has not answered for two days is told of in the words of every Discreet notice.
@Covers("R1.25")
class SilentSourceTest {
    private static final Occasion SILENT =
            new Occasion("source:news:1", Scene.NOON.minus(Duration.ofHours(1)));

    private final Telling telling = new Telling(Words.of(Locale.ENGLISH));
    private final Scene scene = new Scene();

    private Decision decide() {
        scene.occasions.add(SILENT);
        return telling.decide(scene.situation());
    }

    @Test
    void sheHearsOfItInTheWordsOfEveryDiscreetNotice() {
        scene.hears(Scene.Choice.asItHappens().level(Level.DETAIL));

        Notice notice = decide().notice().orElseThrow();

        Notice.Letter usual =
                new Wording(Words.of(Locale.ENGLISH)).discreet(Scene.POST, Optional.empty());
        assertThat(notice.letters()).containsExactly(usual);
        assertThat(notice.hits()).isEmpty();
        assertThat(notice.occasions()).containsExactly(SILENT);
    }

    @Test
    void itAddsNoNoticeToOneThatGoesOutAnyway() {
        scene.hears(Scene.Choice.asItHappens()).owes(2);

        Notice notice = decide().notice().orElseThrow();

        assertThat(notice.hits()).hasSize(2);
        assertThat(notice.occasions()).containsExactly(SILENT);
        assertThat(notice.letters().getFirst().level()).isEqualTo(Level.OUTLINE);
    }

    @Test
    void itWaitsForHerTimeAndObeysPausesQuietHoursAndCeilings() {
        scene.hears(Scene.Choice.at("18:00"));
        assertThat(decide().notice()).isEmpty();
        scene.now = Scene.NOON.plus(Duration.ofHours(6));
        assertThat(decide().notice()).isPresent();

        scene.hears(Scene.Choice.asItHappens().quiet("17:00", "19:00"));
        assertThat(decide().notice()).isEmpty();
        scene.hears(Scene.Choice.asItHappens());
        scene.pauses.add(new Pause(Optional.empty(), scene.now, Optional.empty(), false));
        assertThat(decide().notice()).isEmpty();
        scene.pauses.clear();
        scene.notices.addAll(List.of(scene.now, scene.now, scene.now));
        assertThat(decide().notice()).isEmpty();
    }

    @Test
    void onlyAPauseOfEverythingThatLastsHoldsItAndOneOfEveryWay() {
        scene.hears(Scene.Choice.asItHappens());
        scene.pauses.add(new Pause(Optional.empty(), Scene.NOON, Optional.of(Scene.NOON), false));
        assertThat(decide().notice()).as("ended").isPresent();
        scene.pauses.add(new Pause(Optional.of(Scene.WATCH), Scene.NOON, Optional.empty(), false));
        assertThat(decide().notice()).as("of one watch").isPresent();
        scene.pauses.add(
                new Pause(
                        new PauseScope.OneChannel(Scene.POST),
                        Scene.NOON,
                        Optional.empty(),
                        false));
        assertThat(decide().notice()).as("of her only way").isEmpty();
    }

    @Test
    void hasAKeyThatIsNeitherEmptyNorLong() {
        assertThat(new Occasion("k".repeat(128), Scene.NOON).line()).isEmpty();
        for (String key : List.of("", "k".repeat(129))) {
            assertThatThrownBy(() -> new Occasion(key, Scene.NOON))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whoeverLooksForHerselfIsNotTold() {
        scene.hears(new Scene.Choice(How.ONLY_WHEN_OPENED));
        assertThat(decide().notice()).isEmpty();
        scene.hears(new Scene.Choice(How.NOT_NOW));
        assertThat(decide().notice()).isEmpty();
    }
}
