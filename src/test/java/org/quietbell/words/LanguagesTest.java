package org.quietbell.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;

/// What differs from language to language besides the sentences.
class LanguagesTest {
    private static final Instant NOW = Instant.parse("2027-04-30T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 4, 30);
    private static final ZoneId HERS = ZoneId.of("America/Halifax");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | 0 | 0 things wait to be told.",
                "EN | 1 | One thing waits to be told.",
                "EN | 2 | 2 things wait to be told.",
                "FR | 0 | 0 chose attend de partir.",
                "FR | 1 | 1 chose attend de partir.",
                "FR | 2 | 2 choses attendent de partir.",
                "ES | 0 | 0 cosas esperan para ser enviadas.",
                "ES | 1 | Una cosa espera para ser enviada.",
                "ES | 2 | 2 cosas esperan para ser enviadas."
            })
    void choosesByANumberAsTheLanguageDoes(Language language, long number, String said) {
        assertThat(Words.of(language).say("line.owed", number)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | 3 May | 1 January 2028 | 18:00 | 22:30 on 3 May | 01:05 on 1 May",
                "FR | 3 mai | 1er janvier 2028 | à 18:00 | le 3 mai à 22:30 | le 1er mai à 01:05",
                "ES | 3 de mayo | 1 de enero de 2028 | a las 18:00 | el 3 de mayo a las 22:30"
                        + " | el 1 de mayo a la 1:05"
            })
    void writesDaysAndMomentsAsTheLanguageDoes(
            Language language, String day, String far, String today, String later, String one) {
        Words words = Words.of(language);

        assertThat(words.day(LocalDate.of(2027, 5, 3), TODAY)).isEqualTo(day);
        assertThat(words.day(LocalDate.of(2028, 1, 1), TODAY)).isEqualTo(far);
        assertThat(words.moment(Instant.parse("2027-04-30T21:00:00Z"), HERS, NOW)).isEqualTo(today);
        assertThat(words.moment(Instant.parse("2027-05-04T01:30:00Z"), HERS, NOW)).isEqualTo(later);
        assertThat(words.moment(Instant.parse("2027-05-01T04:05:00Z"), HERS, NOW)).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | 09:00 | Paused until 3 May. Still saving what it finds.",
                "FR | 09:00 | En pause, reprise le 3 mai. Ce qui est trouvé reste gardé.",
                "ES | 9:00 | En pausa, sigue el 3 de mayo. Se guarda lo que se encuentra."
            })
    @Covers("R1.11")
    void aDayInASentenceHasWhatTheLanguagePutsBeforeIt(
            Language language, String nine, String pause) {
        Words words = Words.of(language);

        assertThat(words.time(LocalTime.of(9, 0))).isEqualTo(nine);
        assertThat(words.say("pause.looking", words.dayInSentence(LocalDate.of(2027, 5, 3), TODAY)))
                .isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource({
        "EN,9999,9999",
        "EN,1234567,1234567",
        "FR,9999,9999",
        "FR,10000,10\u202F000",
        "FR,-1234567,-1\u202F234\u202F567",
        "ES,9999,9999",
        "ES,10000,10.000",
        "ES,-1234567,-1.234.567",
        "ES,-123456,-123.456"
    })
    void writesNumbersAsTheLanguageDoes(Language language, long number, String written) {
        assertThat(Words.of(language).number(number)).isEqualTo(written);
    }

    @Test
    void theWordsOfEachLanguageAreItsOwnWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRENCH);

            assertThat(Words.of(Language.EN).say("page.pause.open")).isEqualTo("Until I say");
            assertThat(Words.of(Language.ES).say("page.pause.open")).isEqualTo("Hasta que yo diga");
            assertThat(Words.of(Locale.CANADA_FRENCH).language()).isEqualTo(Language.FR);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "fr | FR",
                "fr-CA,fr;q=0.9,en;q=0.8 | FR",
                "de,es;q=0.7,fr;q=0.5 | ES",
                "en;q=0.1, es-MX;q=0.2 | ES",
                "de-DE,de;q=0.9 | none",
                "fr;q=0 | none",
                "fr;q=much, en;q=0.1 | EN",
                ", ;;=, *;q=0.5 | none"
            })
    void readsWhatABrowserWishesFor(String header, Language wished) {
        assertThat(Language.wished(header)).isEqualTo(Optional.ofNullable(wished));
    }

    @Test
    void doesNotReadALongWish() {
        assertThat(Language.wished("fr," + "x".repeat(300))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es-MX,es;q=0.9", "en"})
    @Covers("R1.5")
    void whereNobodyHasChosenItIsEnglishWhateverABrowserWishes(String header) {
        assertThat(Speech.NOT_CHOSEN.words().language()).isEqualTo(Language.EN);
        assertThat(Speech.NOT_CHOSEN.atTheDoor(header).language()).isEqualTo(Language.EN);
    }

    @Test
    void atTheDoorTheBrowserIsHeardAndElseWhatWasChosenHolds() {
        Speech french = new Speech(Optional.of(Language.FR));

        assertThat(french.atTheDoor("es").language()).isEqualTo(Language.ES);
        assertThat(french.atTheDoor("de").language()).isEqualTo(Language.FR);
        assertThat(french.atTheDoor(null).language()).isEqualTo(Language.FR);
    }
}
