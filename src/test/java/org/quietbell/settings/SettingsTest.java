package org.quietbell.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.config.Problem;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.match.Band;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.notice.QuietHours;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Tuned;
import org.quietbell.settings.Settings.CaseSettings;
import org.quietbell.settings.Settings.Profile;
import org.quietbell.source.Budget;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Consent;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Variant;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Language;

class SettingsTest {
    private static final String CHANNELS_AND_SOURCES =
            """
            sources:
              - { id: news, type: feed, url: "http://feeds.example/a.xml" }
            channels:
              - { id: post, type: email, to: a@example.org, from: b@example.org, host: mail.example }
              - { id: log, type: file, path: ./notices.jsonl }
            """;

    @TempDir Path folder;

    @Test
    void readsWhereThingsAreKeptAndServed() throws IOException {
        Settings settings = everyKey();

        assertThat(settings.profile()).isEqualTo(Profile.AGENCY);
        assertThat(settings.data()).contains(folder.resolve("data"));
        assertThat(settings.store())
                .isEqualTo(new StoreSettings(Optional.of(folder.resolve("house-key"))));
        assertThat(settings.web())
                .isEqualTo(
                        new WebSettings(
                                InetAddress.ofLiteral("0.0.0.0"),
                                0,
                                Optional.of(URI.create("https://notes.example.org")),
                                List.of(
                                        InetAddress.ofLiteral("172.18.0.2"),
                                        InetAddress.ofLiteral("::1")),
                                false));
        assertThat(Section.of(settings.fetch(), new Problems()).number("concurrency", 0, 0, 99))
                .isEqualTo(8);
    }

    @Test
    void readsSourcesAndKeepsTheKeysOfTheirType() throws IOException {
        SourceEntry meta = everyKey().sources().get(1);

        assertThat(meta)
                .isEqualTo(
                        new SourceEntry(
                                new SourceId("meta"),
                                "searxng",
                                Optional.of(new CaseId("case-17")),
                                meta.settings(),
                                Duration.ofSeconds(1),
                                List.of(new Budget(60, Duration.ofDays(1))),
                                true,
                                true));
        assertThat(meta.settings().members().keySet())
                .containsExactlyInAnyOrder("url", Section.FOLDER);
    }

    @Test
    void readsChannelsUnconfirmedAndKeepsTheKeysOfTheirType() throws IOException {
        ChannelEntry log = everyKey().channels().get(1);

        assertThat(log)
                .isEqualTo(
                        new ChannelEntry(
                                new ChannelId("log"),
                                "file",
                                log.settings(),
                                true,
                                Optional.empty(),
                                true));
        assertThat(Section.of(log.settings(), new Problems()).path("path"))
                .contains(folder.resolve("notices.jsonl"));
    }

    @Test
    void readsWhomToLookForAndWithWhatConsent() throws IOException {
        WatchedCase person = everyKey().cases().getFirst().watchedCase();
        CaseId id = new CaseId("case-17");

        assertThat(person.id()).isEqualTo(id);
        assertThat(person.byFile()).isTrue();
        assertThat(person.active()).isTrue();
        assertThat(person.consent())
                .isEqualTo(
                        new Consent(
                                "self",
                                LocalDate.of(2026, 11, 1),
                                Optional.of(Instant.parse("2027-11-01T03:00:00Z")),
                                Set.of("news", "meta"),
                                Set.of("post", "log"),
                                Map.of()));
        assertThat(person.watches())
                .containsExactly(
                        new Watch(
                                new WatchId("case-17"),
                                id,
                                "Jane Doe",
                                List.of("Jane Roe"),
                                List.of(
                                        new Handle(Optional.empty(), "janedoe"),
                                        new Handle(Optional.of("github.com"), "jdoe")),
                                List.of("Halifax", "Dalhousie University"),
                                List.of("footballer"),
                                List.of("Jane Poe"),
                                Set.of(Variant.NICKNAMES, Variant.RUN_TOGETHER),
                                new Details(
                                        List.of("1 Elm Street"),
                                        List.of("555 0100"),
                                        List.of("jane@example.org"))));
    }

    @Test
    void readsHowAPersonWantsToHear() throws IOException {
        Tuned post = new Tuned(new ChannelId("post"), Level.DISCREET);

        assertThat(everyKey().cases().getFirst().hearing())
                .contains(
                        new Hearing(
                                How.FIXED_TIMES,
                                List.of(LocalTime.of(9, 30), LocalTime.of(18, 0)),
                                Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.SATURDAY),
                                ZoneId.of("America/Halifax"),
                                List.of(post, new Tuned(new ChannelId("log"), Level.OUTLINE)),
                                Band.CERTAIN,
                                List.of(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0))),
                                Set.of(LocalDate.of(2027, 2, 14)),
                                new Ceiling(2),
                                Optional.of(
                                        new Hearing.Helper(
                                                new RecipientId("h1"),
                                                Duration.ofDays(3),
                                                List.of(post))),
                                Optional.of(
                                        new Hearing.Cover(
                                                "Reminder", "The library book is due."))));
    }

    @Test
    void hasADefaultForEveryKeyThatMayBeLeftOut() throws IOException {
        Settings settings =
                right(
                        CHANNELS_AND_SOURCES
                                + """
                                cases:
                                  - id: c
                                    consent: { given: 2026-11-01, by: self, sources: [news] }
                                    watch: { name: No }
                                    hear: { how: only-when-opened }
                                """);

        assertThat(settings.profile()).isEqualTo(Profile.PERSONAL);
        assertThat(settings.data()).isEmpty();
        assertThat(settings.store()).isEqualTo(new StoreSettings(Optional.empty()));
        assertThat(settings.web())
                .isEqualTo(
                        new WebSettings(
                                InetAddress.ofLiteral("127.0.0.1"),
                                8417,
                                Optional.empty(),
                                List.of(),
                                false));
        SourceEntry news = settings.sources().getFirst();
        assertThat(news.every()).isEqualTo(Duration.ofMinutes(30));
        assertThat(news.budgets()).isEmpty();
        assertThat(news.caseId()).isEmpty();
        CaseSettings person = settings.cases().getFirst();
        assertThat(person.watchedCase().consent().end()).isEmpty();
        assertThat(person.watchedCase().consent().channels()).isEmpty();
        assertThat(person.watchedCase().watches().getFirst().name()).isEqualTo("No");
        assertThat(person.watchedCase().watches().getFirst().details()).isEqualTo(Details.none());
        assertThat(person.hearing())
                .contains(
                        new Hearing(
                                How.ONLY_WHEN_OPENED,
                                List.of(),
                                EnumSet.allOf(DayOfWeek.class),
                                ZoneOffset.UTC,
                                List.of(),
                                Band.LIKELY,
                                List.of(),
                                Set.of(),
                                new Ceiling(3),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void readsTheLanguageAndRefusesOthersByLine() throws IOException {
        assertThat(right("profile: personal\nlanguage: fr\n").language()).contains(Language.FR);
        assertThat(
                        Settings.read(
                                        file("profile: personal\nlanguage: deutsch\n"),
                                        new FakeOwnKeys())
                                .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.key()).isEqualTo("language");
                    assertThat(problem.what()).contains("en or fr or es");
                });
    }

    @Test
    void isTheDefaultWhereAFileSetsNothing() throws IOException {
        Settings settings = right("profile: personal\n");

        assertThat(settings.language()).isEmpty();
        assertThat(settings)
                .usingRecursiveComparison()
                .ignoringFields("fetch")
                .isEqualTo(Settings.DEFAULT);
        assertThat(Section.of(settings.fetch(), new Problems()).isEmpty()).isTrue();
        assertThat(Section.of(Settings.DEFAULT.fetch(), new Problems()).isEmpty()).isTrue();
    }

    @Test
    void choosesNothingForAPersonWhoSetsNothingToHear() throws IOException {
        Settings settings =
                right(
                        CHANNELS_AND_SOURCES
                                + """
                                cases:
                                  - id: c
                                    consent: { given: 2026-11-01, by: self, sources: [news] }
                                    watch: { name: Jane Doe }
                                """);

        assertThat(settings.cases().getFirst().hearing()).isEmpty();
    }

    @Test
    void givesAHelperSevenDaysAndTheLevelOfThePerson() throws IOException {
        Settings settings =
                right(
                        CHANNELS_AND_SOURCES
                                + """
                                cases:
                                  - id: c
                                    consent: { given: 2026-11-01, by: self, sources: [news],
                                               channels: [post] }
                                    watch: { name: Jane Doe }
                                    hear: { how: helper-first, level: outline,
                                            helper: { id: h1, channels: post } }
                                """);

        assertThat(settings.cases().getFirst().hearing().orElseThrow().helper())
                .contains(
                        new Hearing.Helper(
                                new RecipientId("h1"),
                                Duration.ofDays(7),
                                List.of(new Tuned(new ChannelId("post"), Level.OUTLINE))));
    }

    @Test
    @Covers("R5.1")
    void endsAConsentThatAnotherSignedAfterNinetyDaysUnlessItSays() throws IOException {
        String consent =
                """
                cases:
                  - id: c
                    consent:
                      given: 2026-11-01
                      by: an advocate
                      sources: [news]
                      client-ref: c-17
                      purpose: to know of new pages
                      kept: until the consent ends
                      services-do-not-depend: true
                      right-to-withdraw: true
                      language: English, no interpreter
                      signed-how: on paper
                      witness: none was there
                      text-version: 2026-1
                      not-the-person-causing-harm: true
                    watch: { name: Jane Doe }
                """;

        Consent usual = consent(CHANNELS_AND_SOURCES + consent);
        Consent longer =
                consent(
                        CHANNELS_AND_SOURCES
                                + consent.replace("by: an", "end: 2027-06-01\n      by: an"));

        assertThat(usual.end()).contains(Instant.parse("2027-01-30T00:00:00Z"));
        assertThat(usual.record().keySet()).containsExactlyInAnyOrderElementsOf(Consent.FIELDS);
        assertThat(longer.end()).contains(Instant.parse("2027-06-01T00:00:00Z"));
        for (String field : Consent.FIELDS) {
            List<Problem> problems =
                    problems(
                            CHANNELS_AND_SOURCES + consent.replaceAll("\n +" + field + ": .*", ""));
            assertThat(problems)
                    .extracting(Problem::key, Problem::what)
                    .containsExactly(tuple("cases[0].consent." + field, "is missing"));
        }
    }

    @Test
    @Covers("F66")
    void refusesAFileWithNamesOrRecipientsThatOthersMayRead() throws IOException {
        Path file = file("profile: personal\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(Settings.read(file, new FakeOwnKeys()).problems()).isEmpty();

        for (String holding :
                List.of(
                        CHANNELS_AND_SOURCES,
                        "channels: { id: p, type: ntfy, url: \"https://ntfy.example\","
                                + " topic: t }\n",
                        "cases: []\n")) {
            Files.writeString(file, holding);
            assertThat(Settings.read(file, new FakeOwnKeys()).problems())
                    .map(Problem::toString)
                    .containsExactly(
                            file
                                    + ": holds names or recipients and is open to others than its"
                                    + " owner: run chmod 600 "
                                    + file);
        }
    }

    @Test
    void keepsASourceAddressThatIsASecretOutOfTheSettings() throws IOException {
        ownersAlone("alert", "https://alerts.example/feeds/123\n");

        Settings settings = right("sources: { id: a, type: feed, url-file: alert }\n");

        assertThat(settings.sources().getFirst().settings().line())
                .doesNotContain("alerts.example");
    }

    private Settings everyKey() throws IOException {
        ownersAlone("house-key", "ab".repeat(32) + "\n");
        try (InputStream yaml = getClass().getResourceAsStream("every-key.yaml")) {
            return right(new String(Objects.requireNonNull(yaml).readAllBytes(), UTF_8));
        }
    }

    private Consent consent(String yaml) throws IOException {
        return right(yaml).cases().getFirst().watchedCase().consent();
    }

    private Settings right(String yaml) throws IOException {
        Settings.Reading reading = Settings.read(file(yaml), new FakeOwnKeys());
        assertThat(reading.problems()).isEmpty();
        return reading.settings().orElseThrow();
    }

    private List<Problem> problems(String yaml) throws IOException {
        return Settings.read(file(yaml), new FakeOwnKeys()).problems();
    }

    private Path file(String yaml) throws IOException {
        return ownersAlone("quietbell.yaml", yaml);
    }

    private Path ownersAlone(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
