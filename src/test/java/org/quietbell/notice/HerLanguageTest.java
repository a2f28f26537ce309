package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quietbell.Covers;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

/// In which language notices are.
class HerLanguageTest {
    private final Telling telling = new Telling(Words.of(Locale.ENGLISH));

    private static Scene.Choice choice(Optional<Language> language) {
        Scene.Choice choice = Scene.Choice.asItHappens();
        choice.channels = new ArrayList<>(List.of(new Tuned(Scene.POST, Level.DISCREET)));
        choice.wishes = Wishes.USUAL.in(language);
        return choice;
    }

    private Notice.Letter told(Optional<Language> language, int hits) {
        Scene scene = new Scene().hears(choice(language)).owes(hits);
        return telling.decide(scene.situation()).notice().orElseThrow().letters().getFirst();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @Covers({"R1.12", "R1.14"})
    void aDiscreetNoticeIsTheSameForOneAndForTenThousandInEveryLanguage(Language language) {
        Notice.Letter one = told(Optional.of(language), 1);

        assertThat(one.level()).isEqualTo(Level.DISCREET);
        assertThat(told(Optional.of(language), 10_000)).isEqualTo(one);
        assertThat(new Wording(Words.of(language)).discreet(one.channel(), Optional.empty()))
                .isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({"EN,Your notes", "FR,Vos notes", "ES,Sus notas"})
    void herOwnChoiceHoldsForHerNotices(Language language, String subject) {
        assertThat(told(Optional.of(language), 3).subject()).isEqualTo(subject);
    }

    @Test
    @Covers("R1.5")
    void whoeverChoseNoneHearsAsBefore() {
        assertThat(told(Optional.empty(), 3).subject()).isEqualTo("Your notes");
        assertThat(told(Optional.empty(), 3).body())
                .isEqualTo(
                        "Your notes are saved for you. You can look when you like."
                                + " You can leave this, too.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @Covers("R1.15")
    void anOutlineSaysHowManyInEveryLanguage(Language language) {
        Wording wording = new Wording(Words.of(language));
        List<String> bodies =
                IntStream.of(1, 2, 10).mapToObj(count -> outline(wording, count).body()).toList();

        assertThat(bodies).doesNotHaveDuplicates();
        assertThat(outline(wording, 9)).isEqualTo(outline(wording, 2));
        assertThat(outline(wording, 10_000)).isEqualTo(outline(wording, 10));
    }

    private static Notice.Letter outline(Wording wording, int count) {
        return wording.letter(
                Scene.POST,
                Level.OUTLINE,
                Optional.empty(),
                new Scene().owes(count).owed,
                _ -> {
                    throw new AssertionError("a hit was opened");
                });
    }
}
