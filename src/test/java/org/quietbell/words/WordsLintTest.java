package org.quietbell.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;

class WordsLintTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    @Covers({"R1.23", "R1.24", "R1.25", "R6.11"})
    void everySentenceOfEveryBundleKeepsTheRules(Language language) throws IOException {
        assertThat(WordsLint.check(language, bundle(language))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "EN", mode = EnumSource.Mode.EXCLUDE)
    void everyBundleSaysWhatTheEnglishOneSaysWithTheSameDetails(Language language)
            throws IOException {
        assertThat(WordsLint.compare(bundle(Language.EN), bundle(language))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theKeysOfEveryBundleStandOnceAndInTheOrderOfTheEnglishOne(Language language)
            throws IOException {
        List<String> keys = keys(language);

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(keys)
                .containsExactlyElementsOf(
                        keys(Language.EN).stream().filter(keys::contains).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | to look at when you are ready | saved for you | may be someone else"
                        + " | You can leave this",
                "FR | à regarder quand vous voudrez | gardé pour vous | peut-être quelqu'un d'autre"
                        + " | Vous pouvez laisser cela",
                "ES | que puede mirar cuando quiera | guardado para usted | quizá otra persona"
                        + " | Puede dejarlo así"
            })
    @Covers("R1.24")
    void theWordsToUseAreUsed(
            Language language, String ready, String saved, String other, String leave)
            throws IOException {
        assertThat(String.join("\n", bundle(language).values()))
                .contains(ready, saved, other, leave);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FR | notice.some | Alerte",
                "FR | notice.some | C’est urgent",
                "FR | notice.some | Une menace",
                "FR | notice.some | Vous êtes la cible",
                "FR | notice.some | Une VICTIME",
                "FR | notice.some | Vos photos nues",
                "FR | notice.some | Regardez maintenant !",
                "FR | notice.some | Vos notes sont en sécurité",
                "FR | notice.discreet.body | Du neuf sur un forum",
                "FR | page.some | Tout va bien",
                "FR | page.some | Aucun résultat",
                "FR | page.some | La page a été supprimée",
                "FR | page.some | Vous êtes en sécurité",
                "FR | page.some | Vous n’auriez pas dû",
                "FR | page.some | Quand tu veux",
                "FR | page.some | Vous serez averti(e)",
                "ES | notice.some | Alerta",
                "ES | notice.some | Es URGENTE",
                "ES | notice.some | Hay un peligro",
                "ES | notice.some | Una amenaza",
                "ES | notice.some | Las víctimas",
                "ES | notice.some | ¡Mire ahora",
                "ES | notice.some | No se preocupe",
                "ES | notice.discreet.body | Algo nuevo en un foro",
                "ES | page.some | No hay resultados",
                "ES | page.some | Todo está bien",
                "ES | page.some | La página fue retirada",
                "ES | page.some | Usted está a salvo",
                "ES | page.some | Fue por su culpa",
                "ES | page.some | Cuando tú quieras",
                "ES | page.some | Otro/a usuario/a"
            })
    @Covers({"R1.23", "R1.25"})
    void refusesInTheOtherLanguagesWhatEnglishMayNotSayEither(
            Language language, String key, String text) {
        assertThat(WordsLint.check(language, key, text)).isNotEmpty();
    }

    @Test
    void refusesAFrenchChoiceThatWouldSayOneOfNothing() {
        assertThat(WordsLint.check(Language.FR, "page.some", "{0|Une chose|# choses}")).hasSize(1);
        assertThat(WordsLint.check(Language.FR, "page.some", "{0|# chose|# choses}")).isEmpty();
        assertThat(WordsLint.check(Language.ES, "page.some", "{0|Una cosa|# cosas}")).isEmpty();
        assertThat(WordsLint.check(Language.EN, "page.some", "{0|one|two|# things}")).hasSize(1);
    }

    @Test
    void namesWhatATranslationLacksOrAsksForBeyondWhatIsGiven() {
        Map<String, String> english =
                Map.of("a", "One", "b", "{0} of {1}", "c", "{0|one|# things}", "d", "In {0}");

        assertThat(
                        WordsLint.compare(
                                english,
                                Map.of("b", "de {1}", "c", "{0}", "d", "{0|un|#}", "e", "Extra")))
                .containsExactlyInAnyOrder(
                        "a: is missing",
                        "e: is not in the English bundle",
                        "b: has other details: [0, 1], [1]",
                        "d: chooses by what may be no number");
    }

    @ParameterizedTest
    @CsvSource({
        "FR,adresse,2", "FR,choses,1", "FR,le,1", "FR,réel,2", "FR,regarder,3", "FR,guillemets,3",
        "ES,guía,2", "ES,aunque,2", "ES,correo,3", "ES,ciudad,2", "ES,y,1", "ES,soy,1"
    })
    void countsSyllables(Language language, String word, int syllables) {
        assertThat(
                        language == Language.FR
                                ? ReadingEase.frenchSyllables(word)
                                : ReadingEase.spanishSyllables(word))
                .isEqualTo(syllables);
    }

    @Test
    @Covers("R1.24")
    void refusesInTheOtherLanguagesASentenceThatIsHardToRead() {
        assertThat(
                        WordsLint.check(
                                Language.FR,
                                "page.some",
                                "Nonobstant les considérations administratives antérieures, la"
                                        + " configuration demeure modifiable ultérieurement."))
                .hasSize(1)
                .first()
                .asString()
                .contains("ease");
        assertThat(
                        WordsLint.check(
                                Language.ES,
                                "page.some",
                                "No obstante las consideraciones administrativas precedentes, la"
                                        + " configuración permanecerá modificable."))
                .hasSize(1)
                .first()
                .asString()
                .contains("ease");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alert: there is more",
                "This is URGENT",
                "We found a match",
                "You have three hits",
                "We watch for you",
                "Look now!",
                "Something new \uD83D\uDD14",
                "Don’t worry",
                "A page was removed",
                "Quietbell has a note",
                "act now"
            })
    void refusesInANoticeWhatWouldFrightenOrTell(String text) {
        assertThat(WordsLint.check("notice.some", text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All clear",
                "No results",
                "Nothing was found",
                "You are safe",
                "It was removed from the internet",
                "The page was removed",
                "revenge porn",
                "2 hits",
                "You should have told us"
            })
    void refusesEverywhereWhatIsUntrueOrUnkind(String text) {
        assertThat(WordsLint.check("page.some", text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Revenge Porn Helpline",
                "Which way is all right for you?",
                "No longer listed there",
                "The channel was switched off",
                "White pages"
            })
    void letsPassOnAPageWhatIsMeantWell(String text) {
        assertThat(WordsLint.check("page.some", text)).isEmpty();
    }

    @Test
    void refusesANumberOrAKindInADiscreetNotice() {
        assertThat(WordsLint.check("notice.discreet.body", "There are 3 notes")).isNotEmpty();
        assertThat(WordsLint.check("notice.discreet.body", "Hello {0}")).isNotEmpty();
        assertThat(WordsLint.check("notice.discreet.body", "A new forum post")).hasSize(2);
    }

    @Test
    void refusesASentenceThatIsHardToRead() {
        assertThat(
                        WordsLint.check(
                                "page.some",
                                "Notwithstanding preceding administrative considerations, the"
                                        + " individual may reconsider configuration."))
                .hasSize(1)
                .first()
                .asString()
                .contains("grade");
        assertThat(WordsLint.check("page.some", "You can look at this when you like.")).isEmpty();
    }

    private static List<String> keys(Language language) throws IOException {
        return text(language)
                .lines()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
    }

    private static Map<String, String> bundle(Language language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new java.io.StringReader(text(language))) {
            properties.load(reader);
        }
        Map<String, String> bundle = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> bundle.put(key, properties.getProperty(key)));
        return bundle;
    }

    private static String text(Language language) throws IOException {
        String name =
                language == Language.EN
                        ? "Messages.properties"
                        : "Messages_" + language.tag() + ".properties";
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(name));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            java.io.StringWriter all = new java.io.StringWriter();
            reader.transferTo(all);
            return all.toString();
        }
    }
}
