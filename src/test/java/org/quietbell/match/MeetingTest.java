package org.quietbell.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.source.Finding;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Details;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

/// What a page says beyond a name: a detail of hers, or words of going to where she is.
@Covers("R1.21")
class MeetingTest {
    private static Set<Matter> matters(Details details, String title, String snippet) {
        return matters("Alma Ashbrook", details, title, snippet);
    }

    private static Set<Matter> matters(String name, Details details, String title, String snippet) {
        Watch watch =
                new Watch(
                        new WatchId("case-17"),
                        new CaseId("case-17"),
                        name,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        details);
        Finding finding =
                new Finding(
                        "1",
                        title,
                        snippet,
                        "https://pages.example/1",
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return Matching.of(List.of(watch)).judge(finding).getFirst().matters();
    }

    @Test
    void knowsHerAddressAndPhoneOnlyIfSheTypedThemIn() {
        Details hers = new Details(List.of("4 Larch Row"), List.of("+44 20 7946 0958"), List.of());
        String snippet = "Alma Ashbrook, 4 Larch Row, 020 7946 0958";

        assertThat(matters(hers, "", snippet))
                .containsExactlyInAnyOrder(Matter.ADDRESS, Matter.PHONE);
        assertThat(matters(Details.none(), "", snippet)).isEmpty();
        assertThat(matters(hers, "", "Alma Ashbrook lives at 40 Larch Road")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alma Ashbrook, I know where you live.",
                "We\u2019ll see. I\u2019ll find you, Alma Ashbrook",
                "alma ashbrook: WAITING for her outside tonight",
                "Alma Ashbrook, je sais où tu habites",
                "Alma Ashbrook, sé dónde vives"
            })
    void knowsWordsOfGoingToWhereSheIs(String snippet) {
        assertThat(matters(Details.none(), "", snippet)).containsExactly(Matter.MEETING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alma Ashbrook will find your lost keys",
                "Meet Alma Ashbrook at the library on Monday",
                "Alma Ashbrook knows where to live well",
                "Alma Ashbrook opens a shop. She has sold books for ten years, and her three"
                        + " brothers help. A song came on: I know where you live."
            })
    void takesNothingElseForThem(String snippet) {
        assertThat(matters(Details.none(), "", snippet)).isEmpty();
    }

    @Test
    void readsOnFromTheTitle() {
        assertThat(matters(Details.none(), "Alma Ashbrook", "i'm coming for her"))
                .containsExactly(Matter.MEETING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"王芳", "김민수"})
    void knowsThemNearANameOfSigns(String name) {
        assertThat(matters(name, Details.none(), "", name + " i know where you live"))
                .containsExactly(Matter.MEETING);
    }

    @Test
    void isOneNumberAndBack() {
        for (int bits = 0; bits < 8; bits++) {
            assertThat(Matter.bits(Matter.of(bits))).isEqualTo(bits);
        }
        assertThat(Matter.of(8)).as("of a later version").isEmpty();
    }
}
