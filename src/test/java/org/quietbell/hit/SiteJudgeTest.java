package org.quietbell.hit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.match.Band;
import org.quietbell.match.Match;
import org.quietbell.match.Reason;
import org.quietbell.source.Finding;
import org.quietbell.watch.WatchId;

class SiteJudgeTest {
    private static final WatchId ALMA = new WatchId("alma");
    private static final WatchId BEA = new WatchId("bea");
    private static final OtherSite CLUB =
            new OtherSite("rule-1", ALMA, " Club.example ", Instant.EPOCH);

    private static List<Match> judged(String address, Match... by) {
        Finding finding =
                new Finding(
                        "1",
                        "title",
                        "",
                        address,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return new SiteJudge(_ -> List.of(by), List.of(CLUB)).judge(finding);
    }

    private static Match match(WatchId watch, int score, String... reasons) {
        return new Match(
                watch,
                score,
                List.of(reasons).stream().map(key -> new Reason(key, List.of(), score)).toList(),
                Set.of());
    }

    @Test
    void aPageOfTheSiteIsNoLongerTakenForHer() {
        assertThat(judged("https://www.club.example/team/4", match(ALMA, 85, "exact-name")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example/club.example",
                "https://club.example.org/",
                "https://notclub.example/",
                "https://sub.club.example/"
            })
    void aPageOfAnotherSiteIsJudgedAsBefore(String address) {
        Match match = match(ALMA, 85, "exact-name");

        assertThat(judged(address, match)).containsExactly(match);
    }

    @Test
    void theRuleOfOneWatchIsNoneOfAnother() {
        Match match = match(BEA, 85, "exact-name");

        assertThat(judged("https://club.example/", match)).containsExactly(match);
    }

    @ParameterizedTest
    @ValueSource(strings = {"handle", "handle-bare", "detail"})
    @Covers("R6.6")
    void whatNamesAnAccountOrADetailOfHersStaysInSightAsPossible(String hers) {
        List<Match> judged = judged("https://club.example/", match(ALMA, 95, "exact-name", hers));

        assertThat(judged).hasSize(1);
        assertThat(judged.getFirst().band()).isEqualTo(Band.POSSIBLE);
        assertThat(judged.getFirst().reasons())
                .extracting(Reason::key)
                .containsExactly("exact-name", hers, "other-site");
    }

    @Test
    void whatWasOnlyPossibleIsNotRaised() {
        List<Match> judged = judged("https://club.example/", match(ALMA, 25, "handle"));

        assertThat(judged.getFirst().score()).isEqualTo(25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "https://club.example/", "a@club.example", "two words"})
    void aRuleNamesAHost(String text) {
        assertThatThrownBy(() -> new OtherSite("rule-1", ALMA, text, Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("site: ");
    }
}
