package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.SecretFiles;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.json.Json;
import org.quietbell.watch.CaseId;
import org.quietbell.words.Words;

class SourcesTest {
    private final Problems problems = new Problems();

    @Test
    void knowsItsTypesWithTheirIntervals() {
        assertThat(Sources.types())
                .extracting(Type::name, Type::minimumInterval, Type::usualInterval)
                .contains(
                        tuple("feed", Duration.ofMinutes(5), Duration.ofMinutes(30)),
                        tuple("searxng", Duration.ofMinutes(1), Duration.ofHours(6)));
    }

    @Test
    void listsEveryTypeOnce() {
        assertThat(Sources.types())
                .extracting(Type::name)
                .containsExactlyInAnyOrder(
                        "feed",
                        "searxng",
                        "google-alerts",
                        "talkwalker",
                        "google-news",
                        "bing-news",
                        "hackernews",
                        "gdelt",
                        "brave",
                        "mojeek",
                        "kagi",
                        "serper",
                        "serpapi",
                        "tavily",
                        "google-cse",
                        "github",
                        "youtube",
                        "mastodon",
                        "reddit",
                        "lemmy",
                        "fourchan",
                        "bluesky");
    }

    @Test
    @Covers("R2.12")
    void neverPreselectsAPlaceWhereItemsLive() {
        assertThat(Sources.types())
                .filteredOn(Type::isPlace)
                .extracting(Type::name)
                .containsExactlyInAnyOrder(
                        "fourchan",
                        "lemmy",
                        "mastodon",
                        "reddit",
                        "bluesky",
                        "youtube",
                        "hackernews",
                        "github");
        assertThat(Sources.types())
                .filteredOn(Type::isReady)
                .extracting(Type::name)
                .containsExactlyInAnyOrder("google-news", "bing-news", "gdelt", "tavily");
    }

    @Test
    void keepsAKeyAndNotTheNameOfItsFile(@TempDir Path folder) throws Exception {
        Path file = SecretFiles.write(folder.resolve("k"), "key-of-hers\n");
        Json settings =
                Json.object().put("id", "b").put("type", "brave").put("key-file", file).build();

        SourceEntry entry = Sources.entry(Section.of(settings, problems), true).orElseThrow();

        assertThat(entry.settings()).isEqualTo(Json.object().put("key", "key-of-hers").build());
        assertThat(entry.every()).isEqualTo(Duration.ofHours(12));
        assertThat(Sources.build(entry.id(), entry.type(), Section.of(entry.settings(), problems)))
                .isPresent();
    }

    @Test
    void refusesAKeyThatStandsInASettingsFileAndDoesNotRepeatIt() {
        Json settings =
                Json.object().put("id", "b").put("type", "brave").put("key", "key-of-hers").build();

        assertThat(Sources.entry(Section.of(settings, problems), true)).isEmpty();
        assertThat(problems.all()).singleElement().extracting("key").isEqualTo("key");
        assertThat(problems.all().toString()).contains("key-file").doesNotContain("key-of-hers");
    }

    @Test
    void refusesAKeyThatCannotBeSent() {
        Json settings = Json.object().put("key", "two\nlines").build();

        assertThat(Sources.build(new SourceId("b"), "brave", Section.of(settings, problems)))
                .isEmpty();
        assertThat(problems.all()).singleElement().extracting("key").isEqualTo("key");
    }

    @Test
    void hasWordsForEveryType() {
        Words words = Words.of(Locale.ENGLISH);

        for (Type type : Sources.types()) {
            assertThat(words.say("source-type." + type.name())).as(type.name()).isNotBlank();
            for (String key : type.needs()) {
                String ask = key.equals("url") ? "address." + type.name() : "";
                assertThat(words.say("ask.source" + (ask.isEmpty() ? "." + key : "-" + ask)))
                        .as(type.name())
                        .isNotBlank();
            }
        }
    }

    @Test
    void readsAnEntryOfTheSettings() {
        Json settings =
                Json.object()
                        .put("id", "meta")
                        .put("type", "searxng")
                        .put("url", "http://127.0.0.1:8888")
                        .put("every", "6h")
                        .put("budget", "60/day")
                        .put("case", "case-17")
                        .put("safe-search", "off")
                        .build();

        SourceEntry entry = Sources.entry(Section.of(settings, problems), true).orElseThrow();

        assertThat(entry.id()).isEqualTo(new SourceId("meta"));
        assertThat(entry.every()).isEqualTo(Duration.ofHours(6));
        assertThat(entry.budgets()).containsExactly(new Budget(60, Duration.ofDays(1)));
        assertThat(entry.caseId()).contains(new CaseId("case-17"));
        assertThat(entry.byFile()).isTrue();
        assertThat(entry.settings().members()).containsOnlyKeys("url", "safe-search");
        assertThat(Sources.build(entry.id(), entry.type(), Section.of(entry.settings(), problems)))
                .isPresent();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void keepsASecretAddressAndNotTheNameOfItsFile(@TempDir Path folder) throws Exception {
        Path file = SecretFiles.write(folder.resolve("u"), "https://n.example/f/1\n");
        Json settings =
                Json.object().put("id", "a").put("type", "feed").put("url-file", file).build();

        SourceEntry entry = Sources.entry(Section.of(settings, problems), true).orElseThrow();

        assertThat(entry.settings())
                .isEqualTo(Json.object().put("url", "https://n.example/f/1").build());
        assertThat(entry.every()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void raisesAnIntervalBelowTheMinimumUnlessTheAddressIsPrivate() {
        assertThat(every("https://news.example.org/f", "1s")).isEqualTo(Duration.ofMinutes(5));
        assertThat(every("http://127.0.0.1:18080/f", "1s")).isEqualTo(Duration.ofSeconds(1));
    }

    private Duration every(String url, String every) {
        Json settings =
                Json.object()
                        .put("id", "a")
                        .put("type", "feed")
                        .put("url", url)
                        .put("every", every)
                        .build();
        return Sources.entry(Section.of(settings, problems), false).orElseThrow().every();
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        Json settings =
                Json.object()
                        .put("id", "a b")
                        .put("type", "feed")
                        .put("url", "gopher://x.example")
                        .put("every", "often")
                        .put("budget", "many")
                        .put("colour", "red")
                        .build();

        Optional<SourceEntry> entry = Sources.entry(Section.of(settings, problems), true);

        assertThat(entry).isEmpty();
        assertThat(problems.all())
                .extracting("key")
                .containsExactlyInAnyOrder("id", "url", "every", "budget", "colour");
    }

    @Test
    void namesTheTypesThereAreWhenOneIsUnknown() {
        Json settings =
                Json.object().put("id", "a").put("type", "altavista").put("url", "x").build();

        assertThat(Sources.entry(Section.of(settings, problems), true)).isEmpty();
        assertThat(problems.all().getFirst().what()).startsWith("must be one of feed, searxng");
    }

    @Test
    void readsSeveralBudgetsAtOnce() {
        Json settings =
                Json.object()
                        .put("id", "a")
                        .put("type", "feed")
                        .put("url", "http://127.0.0.1/")
                        .put("budget", List.of("30/min", "60/day", "1000/month"))
                        .build();

        SourceEntry entry = Sources.entry(Section.of(settings, problems), true).orElseThrow();

        assertThat(entry.budgets())
                .containsExactly(
                        new Budget(30, Duration.ofMinutes(1)),
                        new Budget(60, Duration.ofDays(1)),
                        new Budget(1000, Duration.ofDays(30)));
        assertThat(entry.settings().members()).containsOnlyKeys("url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "0/day", "-1/day", "60/week", "60 per day", "1/day/x", ""})
    void refusesABudgetItCannotRead(String text) {
        Json settings =
                Json.object()
                        .put("id", "a")
                        .put("type", "feed")
                        .put("url", "http://127.0.0.1/")
                        .put("budget", text)
                        .build();

        assertThat(Sources.entry(Section.of(settings, problems), true)).isEmpty();
        assertThat(problems.all()).singleElement().extracting("key").isEqualTo("budget");
    }
}
