package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quietbell.Covers;
import org.quietbell.hit.HitId;
import org.quietbell.words.Language;
import org.quietbell.words.Speech;

/// Where somebody can turn, as a page.
class TurnTest {
    private final OpenPages pages = new OpenPages();

    @AfterEach
    void close() {
        pages.close();
    }

    private String answer(String age, String country, String kind) {
        pages.page("/turn");
        return pages.send("/turn", Map.of("age", age, "country", country, "kind", kind)).body();
    }

    @Test
    @Covers("R4.2")
    void isLedToFromTodayAndFromAnItemWhoseKindOfPlaceItKnows() {
        HitId id = pages.inside.add("b", "T", "S", "https://forum.example.org/t/1");

        assertThat(pages.page("/")).contains("<a href=\"/turn\">");
        assertThat(pages.page("/n/" + id)).contains("<a href=\"/turn?of=" + id + "\">");
        assertThat(pages.page("/turn?of=" + id))
                .containsPattern("value=\"FORUM\" checked")
                .doesNotContain("forum.example.org");
    }

    @Test
    @Covers({"R4.1", "R4.2", "R4.4"})
    void showsWhatIsOfUseByCountryAgeAndKindAsTextAlone() {
        String canada = answer("adult", "ca-bc", "");

        assertThat(canada)
                .contains("Nothing here is sent for you.", "Before you write to anyone")
                .contains("support.google.com/websearch/answer/6302812", "civilresolutionbc.ca")
                .contains("may pass them on")
                .doesNotContain(
                        "takeitdown.ncmec.org", "href=\"http", "href=\"//", "tel:", "mailto:");
        assertThat(answer("adult", "gb", "")).doesNotContain("civilresolutionbc.ca");
    }

    @Test
    @Covers("R3.12")
    void forSomebodyUnder18OrNotSureOnlyWhatIsMadeForThatIsShown() {
        for (String age : new String[] {"under-18", "not-sure"}) {
            assertThat(answer(age, "ca", ""))
                    .contains(
                            "Do not save, copy, print or send the picture", "takeitdown.ncmec.org")
                    .doesNotContain("support.google.com/websearch/answer/6302812");
        }
    }

    @Test
    void asksForTheAgeAndBelievesNoOtherAnswer() {
        pages.page("/turn");
        assertThat(pages.send("/turn", Map.of("country", "ca")).statusCode()).isEqualTo(400);
        assertThat(pages.send("/turn", Map.of("age", "7", "country", "<x>")).body())
                .contains("Please say how old")
                .doesNotContain("<x>", "ncmec");
        assertThat(answer("adult", "<x>", "<y>")).doesNotContain("<x>", "<y>");
    }

    @Test
    @Covers("R4.1")
    void anAddressThatWasNotedLongAgoIsToBeLookedUpFirst() {
        pages.desk.clock.advance(Duration.ofDays(400));
        pages.visitor.enter(FakeDesk.PASSPHRASE);

        assertThat(answer("adult", "ca", "")).contains("Check this address first.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void namesCountriesInTheLanguageOfThePage(Language language) {
        pages.desk.speech = new Speech(java.util.Optional.of(language));

        assertThat(pages.page("/turn"))
                .contains(
                        switch (language) {
                            case EN -> "United Kingdom";
                            case FR -> "Royaume-Uni";
                            case ES -> "Reino Unido";
                        })
                .doesNotContain("page.turn");
    }
}
