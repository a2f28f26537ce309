package org.quietbell.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.source.Finding;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Details;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

class CommonnessTest {
    private static final WatchId ID = new WatchId("w");

    private static Watch watch(String name, String... context) {
        return new Watch(
                ID,
                new CaseId("c"),
                name,
                List.of(),
                List.of(),
                List.of(context),
                List.of(),
                List.of(),
                Details.none());
    }

    private static Match judged(Watch watch, int me, int notMe, String text) {
        Finding finding =
                new Finding(
                        "",
                        "",
                        text,
                        "https://a.example/1",
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return Matching.of(List.of(watch), Map.of(ID, new Labelled(me, notMe)))
                .judge(finding)
                .getFirst();
    }

    @Test
    void asksForContextBesideANameThatManyHaveAndSaysWhy() {
        Match match = judged(watch("Anna Schmidt"), 0, 0, "Anna Schmidt sings");

        assertThat(match.band()).isEqualTo(Band.POSSIBLE);
        assertThat(match.reasons()).extracting(Reason::key).contains("common-name");
        assertThat(Matching.lacksContext(watch("Anna Schmidt"))).isTrue();
        assertThat(Matching.lacksContext(watch("Anna Schmidt", "Fernhaven"))).isFalse();
    }

    @Test
    void takesANameOfOneCommonPartAsHers() {
        assertThat(judged(watch("Anna Quellhorst"), 0, 0, "Anna Quellhorst sings").band())
                .isEqualTo(Band.LIKELY);
        assertThat(judged(watch("Mira Smith"), 0, 0, "Mira Smith sings").band())
                .isEqualTo(Band.LIKELY);
    }

    @ParameterizedTest
    @Covers("R6.2")
    @CsvSource({"0, 4, LIKELY", "0, 5, POSSIBLE", "1, 4, POSSIBLE", "2, 4, LIKELY", "9, 1, LIKELY"})
    void learnsFromFiveLabelsOnThatOthersBearTheName(int me, int notMe, Band band) {
        assertThat(judged(watch("Mira Quellhorst"), me, notMe, "Mira Quellhorst sings").band())
                .isEqualTo(band);
    }

    @Test
    void asksForMoreThanAPlaceWhereNearlyAllWereOthers() {
        Watch watch = watch("Mira Quellhorst", "Fernhaven", "Larch Dental");

        Match place = judged(watch, 1, 9, "Mira Quellhorst of Fernhaven");

        assertThat(place.band()).isEqualTo(Band.POSSIBLE);
        assertThat(place.reasons()).extracting(Reason::key).contains("crowded-name");
        assertThat(judged(watch, 1, 9, "Mira Quellhorst, Larch Dental").band())
                .isEqualTo(Band.CERTAIN);
        assertThat(judged(watch, 0, 0, "Mira Quellhorst of Fernhaven").band())
                .isEqualTo(Band.CERTAIN);
    }

    @Test
    void asksForNoContextWhereNearlyAllWasAboutHer() {
        Watch watch = watch("Mira Quellhorst", "Fernhaven");

        assertThat(judged(watch, 10, 1, "Mira Quellhorst sings").band()).isEqualTo(Band.LIKELY);
        assertThat(judged(watch, 8, 2, "Mira Quellhorst sings").band()).isEqualTo(Band.POSSIBLE);
    }

    @Test
    void countsNoLessThanNothing() {
        assertThatThrownBy(() -> new Labelled(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
