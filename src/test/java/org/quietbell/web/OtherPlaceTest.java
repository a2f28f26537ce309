package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.json.Json;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.Sources;
import org.quietbell.source.Type;

/// Places that need an address or a key, or where items live, are added in steps.
class OtherPlaceTest {
    private final OpenPages pages = new OpenPages();
    private final FakeInside inside = pages.inside;

    @AfterEach
    void close() {
        pages.close();
    }

    private HttpResponse<String> send(String... pairs) {
        pages.page("/places");
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return pages.send("/places/other", fields);
    }

    @Test
    @Covers({"R2.10", "R2.12"})
    void aPlaceWhereItemsLiveTakesASecondStepAndSaysWhatItCostsAndLearnsFirst() {
        assertThat(send("type", "lemmy").body())
                .contains("that server learns the names", "It costs nothing", "no card")
                .contains("Nothing of it stands on a bill")
                .doesNotContain("type=\"password\"");
        String who = send("type", "lemmy", "step", "who", "url", "https://lemmy.example/").body();
        assertThat(who).contains("asks lemmy.example again and again", "itself a place");
        assertThat(inside.places.added).isEmpty();

        send("type", "lemmy", "step", "yes", "url", "https://lemmy.example/");
        assertThat(inside.places.added).containsExactly("lemmy{url=https://lemmy.example/}");
        assertThat(inside.changes.deeds).contains("look");
    }

    @Test
    @Covers("R2.10")
    void aKeyIsAskedForLastAndNeverShownAgain() {
        assertThat(send("type", "brave").body())
                .contains("What the bill says is not known", "It asks for a card")
                .doesNotContain("type=\"password\"");
        assertThat(send("type", "brave", "step", "who").body())
                .contains("type=\"password\"", "asks brave.example")
                .doesNotContain("itself a place");

        HttpResponse<String> none = send("type", "brave", "step", "yes");
        assertThat(none.statusCode()).isEqualTo(400);
        HttpResponse<String> bad = send("type", "brave", "step", "yes", "key", "bad key");
        assertThat(bad.body()).contains("a sign that no key has").doesNotContain("bad key");
        assertThat(inside.places.added).isEmpty();
        send("type", "brave", "step", "yes", "key", "k1");
        assertThat(inside.places.added).containsExactly("brave{key=k1}");
    }

    @Test
    void whatCannotBeAnAddressStaysInTheFieldAndNothingIsKept() {
        for (String typed : List.of("", "שלום", "🌿", "x".repeat(10_000))) {
            HttpResponse<String> answer = send("type", "mastodon", "step", "who", "url", typed);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Jsoup.parse(answer.body()).select("input[name=url]").val()).isEqualTo(typed);
        }
        assertThat(send("type", "feed").statusCode()).isEqualTo(303);
        assertThat(send("type", "nothing").statusCode()).isEqualTo(303);
        assertThat(inside.places.added).isEmpty();
    }

    /// No kind is offered that cannot be shown and added, with all that it needs.
    @Test
    @Covers("R2.10")
    void everyKindHasItsTermsAndItsQuestions() {
        for (Type type : Sources.types()) {
            if (type.isReady() || type.name().equals("feed")) {
                continue;
            }
            assertThat(pages.page("/places")).contains("value=\"" + type.name() + "\"");
            Map<String, String> fields = new HashMap<>(Map.of("type", type.name(), "step", "who"));
            type.needs().forEach(key -> fields.put(key, "https://" + key + ".example/"));
            assertThat(send("type", type.name()).body()).contains("bill");
            HttpResponse<String> who = pages.send("/places/other", fields);
            assertThat(who.statusCode()).as(type.name()).isEqualTo(200);
            assertThat(who.body().contains("itself a place")).isEqualTo(type.isPlace());
        }
    }

    @Test
    void howOftenAndWhatIsLeftIsSaidInWords() {
        inside.sources.add(
                new SourceEntry(
                        new SourceId("news"),
                        "brave",
                        Optional.empty(),
                        Json.object().build(),
                        Duration.ofHours(6),
                        List.of(),
                        false,
                        true));
        inside.places.tempo = List.of("It may be asked more now.");

        assertThat(pages.page("/places")).contains("It may be asked more now.");
    }
}
