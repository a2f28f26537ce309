package org.quietbell.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.action.Route.Asks;
import org.quietbell.hit.PlaceKind;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

/// Where somebody can turn.
class RoutesTest {
    private static final String ROW =
            """
            id: somewhere
            address: somewhere.example
            verified: 2026-01-01
            """;

    private static List<String> ids(
            Optional<String> country, boolean young, Optional<PlaceKind> place) {
        return Routes.STANDARD.of(new Circumstances(country, young, place)).stream()
                .map(Route::id)
                .toList();
    }

    private static List<String> ids(String country) {
        return ids(Optional.of(country), false, Optional.empty());
    }

    @Test
    @Covers("R4.1")
    void aRowWithoutTheDayItWasNotedIsRefused() {
        assertThatThrownBy(() -> Routes.parse(ROW.replace("verified: 2026-01-01\n", "")))
                .hasMessage("route somewhere: says no day on which it was noted");
        assertThatThrownBy(() -> Routes.parse(ROW + "adress: typo.example\n"))
                .hasMessage("route somewhere: what is adress?");
        assertThatThrownBy(() -> Routes.parse("address: somewhere.example\n"))
                .hasMessageStartingWith("route without an id");
    }

    @Test
    @Covers("R4.1")
    void anAddressIsLookedUpFirstAfterAHundredAndEightyDays() {
        Route route = Routes.parse(ROW).all().getFirst();
        LocalDate noted = LocalDate.parse("2026-01-01");

        assertThat(route.isDoubtful(noted.plusDays(180))).isFalse();
        assertThat(route.isDoubtful(noted.plusDays(181))).isTrue();
        assertThat(Routes.parse(ROW + "checked: no\n").all().getFirst().isDoubtful(noted)).isTrue();
    }

    @Test
    void everyRowHasItsWordsInEachLanguageAndAnIdOfItsOwn() {
        Set<String> ids = new HashSet<>();
        for (Route route : Routes.STANDARD.all()) {
            assertThat(ids.add(route.id())).as(route.id()).isTrue();
            for (Language language : Language.values()) {
                assertThat(Words.of(language).keys())
                        .contains(
                                "route." + route.id() + ".name", "route." + route.id() + ".about");
            }
        }
        assertThat(ids)
                .containsAll(
                        Routes.STANDARD.all().stream().flatMap(r -> r.instead().stream()).toList());
    }

    @Test
    @Covers("R4.2")
    void whoHelpsAndAsksNothingStandsFirstAndAnOathLast() {
        assertThat(Routes.STANDARD.all().stream().map(Route::id))
                .containsSubsequence(
                        "sheltersafe",
                        "stopncii",
                        "esafety",
                        "site-form",
                        "google-images",
                        "police-ca",
                        "copyright");
        assertThat(Routes.STANDARD.all().stream().limit(5).map(Route::asks))
                .containsOnly(Asks.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "ca, sheltersafe, gb-line",
        "ca-bc, bc-tribunal, esafety",
        "ca-bc, sheltersafe, us-request",
        "us, us-request, eu-notice",
        "gb, gb-line, sheltersafe",
        "au, esafety, netsafe",
        "nz, netsafe, ftc",
        "ie, eu-notice, ftc",
        "ie, hotline-ie, gb-line",
        "de, eu-notice, hotline-ie",
        "br, google-images, sheltersafe"
    })
    @Covers("R4.2")
    void fitTheCountry(String country, String there, String notThere) {
        assertThat(ids(country)).contains(there, "stopncii").doesNotContain(notThere);
    }

    @Test
    @Covers("R4.2")
    void aCountrysOwnRowStandsInPlaceOfTheGeneralOne() {
        assertThat(ids("ca")).contains("police-ca").doesNotContain("police", "bc-tribunal");
        assertThat(ids("fr")).contains("police");
        assertThat(ids(Optional.empty(), false, Optional.empty()))
                .contains("police", "stopncii")
                .doesNotContain("police-ca");
    }

    @Test
    @Covers("R4.2")
    void fitTheKindOfPlace() {
        assertThat(ids(Optional.of("us"), false, Optional.of(PlaceKind.SEARCH)))
                .contains("google-gone", "duckduckgo", "google-images")
                .doesNotContain("site-form", "us-request");
        assertThat(ids(Optional.of("us"), false, Optional.of(PlaceKind.FORUM)))
                .contains("site-form", "us-request", "google-images")
                .doesNotContain("google-gone", "duckduckgo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca", "ca-bc", "us", "gb", "au", "nz", "ie", "fr"})
    @Covers("R3.12")
    void whereSomebodyWasOrMayHaveBeenUnder18OnlyWhatIsMadeForItIsShown(String country) {
        Set<String> made =
                Set.of(
                        "ncmec",
                        "ncmec-line",
                        "cybertip-ca",
                        "report-remove",
                        "iwf",
                        "esafety",
                        "police-ca",
                        "police-gb",
                        "police");

        assertThat(ids(Optional.of(country), true, Optional.empty()))
                .isSubsetOf(made)
                .contains("ncmec", "ncmec-line", "iwf");
        assertThat(ids(country)).doesNotContain("ncmec", "ncmec-line", "cybertip-ca", "iwf");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @Covers("R4.4")
    void copyrightSaysWhatItGivesAwayBeforeAnythingElse(Language language) {
        String said = Words.of(language).say("route.copyright.about");

        assertThat(said)
                .containsPattern(
                        switch (language) {
                            case EN -> "passed on.*public list.*name.*agent or a lawyer";
                            case FR -> "liste publique.*nom.*agent ou à un avocat";
                            case ES -> "lista pública.*nombre.*agente o abogado";
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "ca, sheltersafe",
        "ca-bc, sheltersafe",
        "us, ccri-line",
        "gb, gb-line",
        "nz, netsafe",
        "br, programme"
    })
    void supportBeginsWithWhoIsNearest(String country, String first) {
        List<Route> support =
                Routes.STANDARD.support(
                        new Circumstances(Optional.of(country), false, Optional.empty()));

        assertThat(support).extracting(Route::id).startsWith(first).contains("programme");
        assertThat(support).allMatch(route -> route.asks() == Asks.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca", "us", "gb", "fr"})
    @Covers("R3.12")
    void thereIsSupportWhereSomebodyWasUnder18AndAllOfItIsMadeForThat(String country) {
        assertThat(
                        Routes.STANDARD.support(
                                new Circumstances(Optional.of(country), true, Optional.empty())))
                .isNotEmpty()
                .allMatch(route -> route.fits(true));
    }

    @Test
    void aLetterThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> Routes.parse(ROW + "letters: threat\n"))
                .hasMessage("route: no letter threat");
    }
}
