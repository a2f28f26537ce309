package org.quietbell.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.source.Finding;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Details;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

class KeptApartTest {
    private static final Matching MATCHING =
            Matching.of(
                    List.of(
                            new Watch(
                                    new WatchId("w"),
                                    new CaseId("c"),
                                    "Mira Quellhorst",
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    List.of("Oskar Vexholt"),
                                    Details.none())));

    private static Match match(String text) {
        return MATCHING.judge(
                        new Finding(
                                "",
                                "",
                                text,
                                "https://a.example/1",
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                .getFirst();
    }

    @Test
    @Covers("R6.7")
    void neverMakesANoticeByAFormerNameAloneNorShowsIt() {
        Match match = match("A talk by Oskar Vexholt");

        assertThat(match.band()).isEqualTo(Band.POSSIBLE);
        assertThat(match.reasons()).extracting(Reason::key).containsExactly("former-name");
        assertThat(match.reasons()).flatExtracting(Reason::details).isEmpty();
        assertThat(match.terms()).isEmpty();
    }

    @Test
    void letsHerNameCountAsEverBesideAFormerOne() {
        Match match = match("A talk by Mira Quellhorst, once Oskar Vexholt");

        assertThat(match.band()).isEqualTo(Band.LIKELY);
        assertThat(match.reasons()).flatExtracting(Reason::details).doesNotContain("Oskar Vexholt");
    }
}
