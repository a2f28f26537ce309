package org.quietbell.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.source.Finding;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Variant;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

/// Ways to write a name otherwise can be switched off, each by itself (R6.7).
class VariantsTest {
    private static final Watch WATCH =
            new Watch(
                    new WatchId("w"),
                    new CaseId("c"),
                    "Elizabeth Quellhorst",
                    List.of("Павел Тихоборов"),
                    List.of(Handle.parse("@liz_q")),
                    List.of(),
                    List.of(),
                    List.of(),
                    Details.none());

    private static int score(Set<Variant> without, String text) {
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
        return Matching.of(List.of(WATCH.without(without))).judge(finding).stream()
                .mapToInt(Match::score)
                .findFirst()
                .orElse(0);
    }

    @ParameterizedTest
    @Covers("R6.7")
    @CsvSource(
            delimiter = '|',
            value = {
                "ORDER | Quellhorst, Elizabeth",
                "INITIALS | E. Quellhorst",
                "NICKNAMES | Liz Quellhorst",
                "PARTS | Mrs Quellhorst sat",
                "SCRIPTS | Pavel Tikhoborov",
                "SCRIPTS | с Павлом Тихоборовым",
                "SPELLINGS | Elizabeth Quelmhorst",
                "RUN_TOGETHER | #ElizabethQuellhorst",
                "DISGUISE | El1zabeth Qu3llhorst",
                "DISGUISE | Еlizаbeth Quеllhоrst"
            })
    void countUnlessSheSwitchesThemOff(Variant variant, String text) {
        Set<Variant> others = EnumSet.complementOf(EnumSet.of(variant));

        assertThat(score(Set.of(), text)).isGreaterThanOrEqualTo(20);
        assertThat(score(Set.of(variant), text)).isZero();
        assertThat(score(others, text)).isGreaterThanOrEqualTo(20);
    }

    @Test
    @Covers("R6.7")
    void leaveTheNameItselfAndAccountsAsTheyWere() {
        Set<Variant> all = EnumSet.allOf(Variant.class);

        assertThat(score(all, "Elizabeth Quellhorst sat")).isGreaterThanOrEqualTo(50);
        assertThat(score(all, "ELIZABETH QUELLHORST")).isGreaterThanOrEqualTo(50);
        assertThat(score(all, "Павел Тихоборов")).isGreaterThanOrEqualTo(50);
        assertThat(score(all, "by @liz_q")).isGreaterThanOrEqualTo(50);
    }

    @Test
    @Covers("R6.7")
    void areShownByExamplesMadeOfHerOwnName() {
        assertThat(VariantExamples.of(WATCH))
                .contains(
                        entry(Variant.ORDER, "Quellhorst, Elizabeth"),
                        entry(Variant.INITIALS, "E. Quellhorst"),
                        entry(Variant.SCRIPTS, "Pavel Tihoborov"),
                        entry(Variant.RUN_TOGETHER, "#ElizabethQuellhorst"))
                .containsOnlyKeys(Variant.values());
    }

    @Test
    void showNoExampleOfWhatMeansNothingForAName() {
        Watch plain =
                new Watch(
                        WATCH.id(),
                        WATCH.caseId(),
                        "Ann Ray",
                        List.of(),
                        List.of(),
                        List.of("Fernhaven"),
                        List.of(),
                        List.of(),
                        Details.none());

        assertThat(VariantExamples.of(plain)).doesNotContainKey(Variant.SPELLINGS);
    }
}
