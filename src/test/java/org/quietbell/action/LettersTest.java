package org.quietbell.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quietbell.Covers;
import org.quietbell.hit.HitId;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

/// What is written to others, and the addresses in it.
class LettersTest {
    private static final Instant SEEN = Instant.parse("2027-03-01T12:00:00Z");
    private static final String ONE = "https://forum.example/t/7?page=2&utm_source=x#post-3";
    private static final String TWO = "https://forum.example/t/8/Zo%C3%AB";
    private static final String RESULTS = "https://www.google.com/search?q=somebody";
    private static final List<AskedPage> PAGES = List.of(page(ONE), page(TWO), page(ONE));

    private static AskedPage page(String address) {
        return new AskedPage(new HitId("h"), Optional.of(address), SEEN);
    }

    private static List<String> letter(Language language, Letter letter) {
        return new Letters(Words.of(language)).write(letter, PAGES);
    }

    private static boolean isGap(String line) {
        return line.startsWith("[") && line.endsWith("]");
    }

    @ParameterizedTest
    @EnumSource(Letter.class)
    @Covers("R4.1")
    void listEachAddressOnceOnALineOfItsOwnToTheLastCharacter(Letter letter) {
        for (Language language : Language.values()) {
            assertThat(letter(language, letter)).containsSubsequence(ONE, TWO);
            assertThat(letter(language, letter)).filteredOn(line -> line.contains(ONE)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Letter.class)
    void sayNothingForHerOutsideTheGaps(Letter letter) {
        for (Language language : Language.values()) {
            Pattern claim =
                    Pattern.compile(
                            switch (language) {
                                case EN ->
                                        "\\b(I|my|we|believe|swear|was shared|without consent|nude|sexual"
                                                + "|intimate|victim)\\b";
                                case FR ->
                                        "\\b(je|j'|mon|mes|nous|crois|jure|a été|sans l'accord|nue?s?"
                                                + "|sexuel|intimes?|victime)\\b";
                                case ES ->
                                        "\\b(yo|mi|mis|creo|juro|se compartió|sin permiso|desnud"
                                                + "|sexual|íntim|víctima)\\b";
                            },
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            List<String> lines =
                    letter(language, letter).stream()
                            .filter(line -> !isGap(line) && !line.startsWith("http"))
                            .toList();
            assertThat(lines).isNotEmpty().noneMatch(line -> claim.matcher(line).find());
        }
    }

    @ParameterizedTest
    @EnumSource(Letter.class)
    void markWhatOnlySheCanFillInOnLinesOfTheirOwn(Letter letter) {
        for (Language language : Language.values()) {
            List<String> lines = letter(language, letter);

            assertThat(lines).anyMatch(LettersTest::isGap);
            assertThat(lines)
                    .filteredOn(line -> line.contains("[") || line.contains("]"))
                    .allMatch(LettersTest::isGap);
            assertThat(lines.getFirst()).isNotBlank();
        }
    }

    @Test
    void theTakeItDownRequestHasItsFourPartsInOrder() {
        assertThat(letter(Language.EN, Letter.TAKE_DOWN))
                .containsSubsequence(
                        "1. Signature of the person shown, or of someone who may act for that"
                                + " person:",
                        "[signature, by hand or electronic]",
                        "2. What it is, and where:",
                        ONE,
                        "3. Statement in good faith about consent:",
                        "4. How to reach the person shown, or who may act for that person:",
                        "[a mail address or phone number]")
                .anyMatch(line -> line.startsWith("[only if it is so: that you believe in good"));
    }

    @Test
    void theNoticesOfTheEuropeanUnionNameTheirArticlesAndHoldWhatThoseAskFor() {
        assertThat(letter(Language.EN, Letter.EU_NOTICE))
                .containsSubsequence(
                        "Why it is illegal content:",
                        "Exact addresses:",
                        "Name and e-mail address:",
                        "Statement in good faith:");
        assertThat(letter(Language.FR, Letter.EU_NOTICE).getFirst()).contains("article 16");
        assertThat(letter(Language.ES, Letter.EU_ERASURE).getFirst()).contains("artículo 17");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @Covers("R4.4")
    void aCopyrightNoticeHasItsSixParts(Language language) {
        List<String> lines = letter(language, Letter.COPYRIGHT);

        for (int part = 1; part <= 6; part++) {
            String number = part + ". ";
            assertThat(lines).filteredOn(line -> line.startsWith(number)).hasSize(1);
        }
    }

    @Test
    void aSearchEngineIsToldPagesAndResultsApart() {
        List<AskedPage> mixed = List.of(page(ONE), page(RESULTS));

        List<String> lines = new Letters(Words.of(Language.EN)).write(Letter.SEARCH, mixed);

        assertThat(lines)
                .containsSubsequence(
                        "Addresses of the pages:",
                        ONE,
                        "Addresses of the search results:",
                        RESULTS,
                        "Search words:");
        assertThat(letter(Language.EN, Letter.SEARCH))
                .contains("[address of the page of results, if you have it]");
        assertThat(new Letters(Words.of(Language.EN)).write(Letter.GONE, List.of(page(RESULTS))))
                .contains("[address of the page that the result leads to]");
    }

    static List<Arguments> odd() {
        return List.of(
                Arguments.of("https://a.example/x y", "https://a.example/x%20y"),
                Arguments.of("https://a.example/x\nStop.", "https://a.example/x%0AStop."),
                Arguments.of("https://a.example/\u2028z", "https://a.example/%E2%80%A8z"),
                Arguments.of("https://a.example/\u202Ez", "https://a.example/%E2%80%AEz"),
                Arguments.of("https://a.example/\u001B[2J", "https://a.example/%1B[2J"),
                Arguments.of("https://a.example/é/日本", "https://a.example/é/日本"),
                Arguments.of("https://a.example/a%20b?c=d#e", "https://a.example/a%20b?c=d#e"));
    }

    @ParameterizedTest
    @MethodSource("odd")
    @Covers({"R2.11", "R2.13"})
    void anAddressIsOneLineWhateverItHolds(String address, String line) {
        assertThat(AddressList.all(List.of(page(address)))).containsExactly(line);
    }

    @Test
    @Covers("R2.13")
    void whatLedToAPageIsLeftOffAndAnErasedAddressIsNotListed() {
        List<AskedPage> pages = new ArrayList<>();
        pages.add(page("https://www.google.com/url?rct=j&url=" + "https://a.example/p&ct=ga"));
        pages.add(new AskedPage(new HitId("x"), Optional.empty(), SEEN));

        assertThat(AddressList.all(pages)).containsExactly("https://a.example/p");
    }

    @Test
    void everyRouteNamesLettersThatThereAreAndNoneIsMadeForChildren() {
        List<Letter> used = new ArrayList<>();
        for (Route route : Routes.STANDARD.all()) {
            used.addAll(route.request().letters());
            if (route.fits(true)) {
                assertThat(route.request().letters()).as(route.id()).isEmpty();
            }
            route.request()
                    .next()
                    .ifPresent(next -> assertThat(Routes.STANDARD.find(next)).isPresent());
        }
        assertThat(used).contains(Letter.values());
    }
}
