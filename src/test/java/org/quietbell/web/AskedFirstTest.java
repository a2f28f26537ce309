package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.words.Language;
import org.quietbell.words.Speech;

/// What is asked or said before a page does it.
class AskedFirstTest {
    private static final String FEED = "https://forum.example.org/new.xml";

    private final OpenPages pages = new OpenPages();
    private final FakeChanges changes = pages.inside.changes;

    @AfterEach
    void close() {
        pages.close();
    }

    private String feed(String path, String back) {
        pages.page(back);
        return pages.send(path, Map.of("feed", FEED)).body();
    }

    private String sure(String how) {
        return pages.send("/places/feed", Map.of("feed", FEED, "back", "/places", "sure", how))
                .body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/places/add", "/first/places"})
    @Covers("R2.12")
    void aFeedIsNotLookedAtBeforeSheWasToldWhomThatContacts(String path) {
        String asked = feed(path, "/places");

        assertThat(asked)
                .contains("forum.example.org again and again", "Do not give the page where an item")
                .doesNotContain("https://forum.example.org/new.xml</a>");
        assertThat(changes.deeds).noneMatch(deed -> deed.contains("feed") || deed.contains(FEED));

        sure("look");

        assertThat(changes.deeds).contains("look at " + FEED, "feed " + FEED);
    }

    @Test
    void whatIsNoFeedIsAddedOnlyAfterOneMoreYes() {
        changes.answers = new Changes.Look.IsNone();
        feed("/places/add", "/places");

        assertThat(sure("look")).contains("What answered is not a feed", "all the same");
        assertThat(changes.deeds).doesNotContain("feed " + FEED);
        sure("all");
        assertThat(changes.deeds).contains("feed " + FEED);
    }

    @Test
    @Covers("R2.12")
    void ofAPageThatNamesFeedsOneIsChosenAndAskedAboutLikeAnyOther() {
        changes.answers = new Changes.Look.Names(List.of("https://elsewhere.example/a.xml"));
        feed("/places/add", "/places");

        assertThat(sure("look")).contains("https://elsewhere.example/a.xml");
        assertThat(
                        pages.send(
                                        "/places/feed",
                                        Map.of("feed", "https://elsewhere.example/a.xml"))
                                .body())
                .contains("elsewhere.example again and again");
        assertThat(changes.deeds).noneMatch(deed -> deed.startsWith("feed"));
    }

    @Test
    void whatDoesNotAnswerOrIsNoAddressIsSaidAndKept() {
        changes.answers = new Changes.Look.Silent();
        feed("/places/add", "/places");
        assertThat(sure("look")).contains("It did not answer").contains(FEED);

        String wrong = pages.send("/places/add", Map.of("feed", "forum example")).body();
        assertThat(wrong).contains("must be a web address", "value=\"forum example\"");
        assertThat(pages.send("/places/feed", Map.of("feed", "x", "sure", "look")).statusCode())
                .isEqualTo(400);
    }

    private String name(Map<String, String> more) {
        Map<String, String> fields = new java.util.HashMap<>(more);
        fields.put("agreed", "yes");
        fields.put("name", "Jane Doe");
        fields.put("context", "Halifax");
        pages.page("/first/name");
        return pages.send("/first/name", fields).body();
    }

    @Test
    void whatAChangedNameDoesToWhatIsSavedIsShownBeforeAnythingIsKept() {
        changes.effect = Optional.of(new Changes.Effect(2, 1));

        String shown = name(Map.of());

        assertThat(shown)
                .contains("2 saved pages would become likely, one would no longer be.")
                .contains("name=\"context\" value=\"Halifax\"", "Leave it as it was");
        assertThat(changes.deeds).isEmpty();
        name(Map.of("sure", "yes", "tell", "no"));
        assertThat(changes.deeds).containsExactly("person");
    }

    @Test
    void whatBecomesLikelyIsToldOnlyAfterAYes() {
        changes.effect = Optional.of(new Changes.Effect(2, 0));

        name(Map.of("sure", "yes", "tell", "yes"));

        assertThat(changes.deeds).containsExactly("person, told");
    }

    @Test
    void waysToWriteTheNameAreAskedAboutLikeTheName() {
        changes.effect = Optional.of(new Changes.Effect(0, 3));
        pages.page("/first/check");

        assertThat(pages.send("/first/check", Map.of("context", "Halifax")).body())
                .contains("3 would no longer be")
                .doesNotContain("name=\"tell\"");
        assertThat(changes.deeds).isEmpty();
    }

    @Test
    void aChosenLanguageIsSpokenAtOnce() {
        pages.page("/places");
        assertThat(pages.send("/speak", Map.of("language", "fr")).statusCode()).isEqualTo(303);

        assertThat(pages.page("/places")).contains("lang=\"fr\"", "Où cela cherche");
    }

    @Test
    void aLanguageThatTheSettingsFileHoldsIsSaidToBeHeldThere() {
        changes.tongue = _ -> {};
        pages.page("/places");

        assertThat(pages.send("/speak", Map.of("language", "fr")).body())
                .contains("The settings file says");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                ";",
                ";;q=1",
                "*",
                "q=1",
                "zz-ZZ-zz",
                "fr;q=9",
                "fr;q=0",
                "fr;q=x",
                "x-<script>",
                "-",
                "en-US-u-co-phonebk-",
                "i-klingon",
                "!!!!",
                "de;q=0.9,,;q=",
                "fr_FR",
                "\u00e9\u00e8",
                "a-very-long-tag-that-no-browser-would-ever-send-at-all"
            })
    void aHeaderOfNonsenseOpensTheDoorInOneOfItsLanguages(String header) {
        pages.desk.speech = new Speech(Optional.of(Language.ES));
        try (Visitor other = pages.another()) {
            String door =
                    other.send("GET", "/enter", Map.of(), Map.of("Accept-Language", header)).body();

            assertThat(door)
                    .containsPattern("<html lang=\"(en|fr|es)\">")
                    .contains("name=\"passphrase\"")
                    .doesNotContain("page.door", "script>");
        }
    }

    @Test
    void aHeaderOfAnyLengthIsNotTakenApart() {
        pages.desk.speech = new Speech(Optional.of(Language.ES));
        try (Visitor other = pages.another()) {
            String header = "fr;q=0.5,".repeat(600);

            assertThat(
                            other.send("GET", "/enter", Map.of(), Map.of("Accept-Language", header))
                                    .body())
                    .contains("<html lang=\"es\">");
        }
    }
}
