package org.quietbell.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.config.Problem;

class WrongSettingsTest {
    private static final String PERSON =
            """
            sources: [{ id: news, type: feed, url: "http://feeds.example/a.xml" }]
            channels:
              - { id: post, type: file, path: a.jsonl }
              - { id: log, type: file, path: b.jsonl }
            cases:
              - id: c
                consent: { given: 2026-11-01, by: self, sources: [news], channels: [post] }
                watch: { name: Jane Doe, handles: [jdoe] }
                hear: { HEAR }
            """;

    @TempDir Path folder;

    @Test
    @Covers("F65")
    void tellsAllThatIsWrongAtOnceByLineAndRepeatsNoValue() throws IOException {
        String yaml =
                """
                profile: zzz
                colour: zzz
                store: { url: "jdbc:postgresql://zzz/zzz", password: zzz, key: file }
                web: { listen: "0.0.0.0:8417", zzz: 1 }
                fetch:
                  deadline: 30 zzz
                  max-body: 10MBzzz
                  concurrency: zzz
                  typo: zzz
                sources:
                  - { id: news, type: feed, url: zzz, every: 30 }
                  - { id: news, type: zzz, url: "http://a.example/", budget: zzz }
                  - { type: feed, url: "http://a.example/", case: zzz }
                  - zzz
                channels:
                  - { id: post, type: email, to: zzz, from: zzz, host: zzz, port: zzz }
                  - { id: "zzz zzz", type: file, path: zzz, token: zzz }
                cases:
                  - id: one
                    consent: { given: zzz, by: self, sources: [zzz], channels: [zzz] }
                    watch: { name: zzz, handles: ["@zzz zzz"], alias: zzz, details: { phone: 1 } }
                    hear:
                      how: zzz
                      times: ["25:00"]
                      days: [zzz]
                      zone: zzz
                      level: zzz
                      channels: [zzz]
                      band: possible
                      quiet: [zzz]
                      no-contact: [zzz]
                      ceiling: zzz
                      helper: { hold: zzz }
                  - id: two
                """;

        List<Problem> problems = problems(yaml);

        assertThat(problems)
                .map(p -> p.line() + " " + p.key())
                .containsExactly(
                        "1 profile",
                        "2 colour",
                        "3 store.url",
                        "3 store.password",
                        "3 store.key-file",
                        "4 web.listen",
                        "4 web.zzz",
                        "6 fetch.deadline",
                        "7 fetch.max-body",
                        "8 fetch.concurrency",
                        "9 fetch.typo",
                        "11 sources[0].every",
                        "11 sources[0].url",
                        "12 sources[1].id",
                        "12 sources[1].type",
                        "12 sources[1].budget",
                        "13 sources[2].id",
                        "13 sources[2].case",
                        "14 sources[3]",
                        "16 channels[0].port",
                        "17 channels[1].id",
                        "17 channels[1].token",
                        "20 cases[0].consent.given",
                        "20 cases[0].consent.sources[0]",
                        "20 cases[0].consent.channels[0]",
                        "21 cases[0].watch.handles[0]",
                        "21 cases[0].watch.details.phone",
                        "21 cases[0].watch.alias",
                        "23 cases[0].hear.how",
                        "24 cases[0].hear.times[0]",
                        "25 cases[0].hear.days[0]",
                        "26 cases[0].hear.zone",
                        "27 cases[0].hear.level",
                        "28 cases[0].hear.channels[0].id",
                        "29 cases[0].hear.band",
                        "30 cases[0].hear.quiet[0]",
                        "31 cases[0].hear.no-contact[0]",
                        "32 cases[0].hear.ceiling",
                        "33 cases[0].hear.helper.id",
                        "33 cases[0].hear.helper.hold",
                        "33 cases[0].hear.helper.channels",
                        "34 cases[1].consent",
                        "34 cases[1].watch");
        assertThat(problems)
                .allSatisfy(problem -> {
                    assertThat(problem.file()).endsWith("quietbell.yaml");
                    assertThat(problem.what()).isNotBlank().doesNotContain("zzz");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "how: fixed-times, zone: UTC, channels: [post] | times | one to three",
                "how: fixed-times, zone: UTC, channels: [post], times: ['01:00', '02:00', '03:00',"
                        + " '04:00'] | times | one to three",
                "how: fixed-times, times: ['18:00'], channels: [post] | zone | is missing",
                "how: as-it-happens, channels: [post], quiet: ['21:00-08:00'] | zone | is missing",
                "how: as-it-happens, channels: [post], days: [mon] | zone | is missing",
                "how: as-it-happens, channels: [post], no-contact: [2027-02-14] | zone | is missing",
                "how: as-it-happens | channels | is missing",
                "how: as-it-happens, channels: [] | channels | is missing",
                "how: as-it-happens, channels: [log] | channels[0].id | not among the channels",
                "how: as-it-happens, channels: [post, post] | channels[1].id | twice",
                "how: as-it-happens, channels: [{ id: post, loud: 1 }] | channels[0].loud | not a"
                        + " key",
                "how: as-it-happens, channels: [{ level: detail }] | channels[0].id | is missing",
                "how: as-it-happens, channels: [{ id: post, level: all }] | channels[0].level |"
                        + " silent or discreet or outline or summary or detail",
                "how: fixed-times, zone: UTC, channels: [post], times: ['18:00'], days: [] | days |"
                        + " must name a day",
                "how: fixed-times, zone: '+02:00', channels: [post], times: ['18:00'] | zone |"
                        + " America/Halifax",
                "how: fixed-times, zone: UTC, channels: [post], times: ['6 pm'] | times[0] |"
                        + " time of day",
                "how: fixed-times, zone: UTC, channels: [post], times: ['24:00'] | times[0] |"
                        + " time of day",
                "how: only-when-opened, zone: UTC, quiet: ['21-08'] | quiet[0] | two times",
                "how: only-when-opened, zone: UTC, no-contact: ['14.2.2027'] | no-contact[0] |"
                        + " must be a date",
                "how: only-when-opened, band: possible | band | likely or certain",
                "how: only-when-opened, band: unlikely | band | likely or certain",
                "how: only-when-opened, ceiling: 0/day | ceiling | 3/day",
                "how: only-when-opened, ceiling: 3/hour | ceiling | 3/day",
                "how: helper-first | helper | is missing",
                "how: helper-first, helper: { id: self, channels: [post] } | helper.id | not the"
                        + " word self",
                "how: helper-first, helper: { id: h1 } | helper.channels | is missing",
                "how: not-now, cover: { subject: x, body: Something on doe } | cover.body | name",
                "how: not-now, cover: { subject: JDOE, body: x } | cover.subject | handle",
                "how: not-now, cover: { subject: x, body: 'see https://x.example' } | cover.body |"
                        + " link",
                "how: not-now, cover: { subject: x } | cover.body | is missing",
            })
    void refusesAWayToHearThatCannotBe(String hear, String key, String what) throws IOException {
        assertThat(problems(PERSON.replace("HEAR", hear.replace('\'', '"'))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.key()).isEqualTo("cases[0].hear." + key);
                    assertThat(problem.what()).contains(what);
                    assertThat(problem.line()).isEqualTo(9);
                });
    }

    @Test
    @Covers({"R2.16"})
    void letsAPersonalInstallationLookForThreePeopleAndNotForFour() throws IOException {
        StringBuilder yaml = new StringBuilder("sources: []\ncases:\n");
        for (int i = 1; i <= 4; i++) {
            yaml.append(
                    """
                      - id: person-%d
                        consent: { given: 2026-11-01, by: self, sources: [] }
                        watch: { name: Person }
                    """
                            .formatted(i));
        }
        String four = yaml.toString();
        String three = four.substring(0, four.indexOf("  - id: person-4"));

        assertThat(problems(three)).isEmpty();
        assertThat(problems(four))
                .extracting(Problem::line, Problem::key)
                .containsExactly(tuple(12, "cases[3]"));
        assertThat(problems("profile: agency\n" + four)).isEmpty();
    }

    @Test
    @Covers("R2.17")
    void looksForNobodyWithoutTheirAgreement() throws IOException {
        assertThat(problems("cases: [{ id: c, watch: { name: Jane Doe } }]\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.key()).isEqualTo("cases[0].consent");
                    assertThat(problem.what()).contains("nobody is looked for without it");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "given: 2026-11-01, by: self | sources | is missing",
                "by: self, sources: [] | given | is missing",
                "given: 2026-11-01, sources: [] | by | is missing",
                "given: 2026-11-01, by: self, sources: [other] | sources[0] | another case",
                "given: 2026-11-01, by: self, sources: [none] | sources[0] | no source",
                "given: 2026-11-01, by: self, sources: [], channels: [none] | channels[0] | no"
                        + " channel",
                "given: 2026-11-01, by: self, sources: [], end: 2026-11-01 | end | after given",
                "given: 1 November, by: self, sources: [] | given | must be a date",
            })
    void refusesAConsentThatSaysTooLittleOrTooMuch(String consent, String key, String what)
            throws IOException {
        String yaml =
                """
                sources: [{ id: other, type: feed, url: "http://a.example/", case: d }]
                cases:
                  - { id: c, watch: { name: Jane Doe }, consent: { CONSENT } }
                  - { id: d, watch: { name: Jo Roe },
                      consent: { given: 2026-11-01, by: self, sources: [other] } }
                """;

        List<Problem> problems = problems(yaml.replace("CONSENT", consent));

        assertThat(problems.getFirst().key()).isEqualTo("cases[0].consent." + key);
        assertThat(problems.getFirst().what()).contains(what);
    }

    @Test
    @Covers("R5.1")
    void refusesAConsentThatDeniesWhatItMustState() throws IOException {
        String consent =
                """
                cases:
                  - id: c
                    watch: { name: Jane Doe }
                    consent: { given: 2026-11-01, by: another, sources: [], client-ref: c,
                               purpose: p, kept: k, services-do-not-depend: true,
                               right-to-withdraw: No, language: en, signed-how: s, witness: w,
                               text-version: 1, not-the-person-causing-harm: false }
                """;

        assertThat(problems(consent))
                .extracting(Problem::key)
                .containsExactly(
                        "cases[0].consent.right-to-withdraw",
                        "cases[0].consent.not-the-person-causing-harm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "listen: 127.0.0.1:0 | -",
                "listen: localhost:8417 | -",
                "listen: '[::1]:8417' | -",
                "listen: 0.0.0.0:8417, trusted-proxies: [172.18.0.2] | -",
                "listen: 0.0.0.0:8417, published: loopback | -",
                "listen: 0.0.0.0:8417 | listen",
                "listen: 192.168.1.5:8417 | listen",
                "listen: '[::]:8417' | listen",
                "listen: 0.0.0.0:8417, base-url: 'https://notes.example' | listen",
                "listen: 0.0.0.0:8417, trusted-proxies: [] | listen",
                "listen: 0.0.0.0:8417, published: everywhere | published",
                "listen: 0.0.0.0:8417, trusted-proxies: [proxy.example] | trusted-proxies[0]",
                "listen: notes.example:8417 | listen",
                "listen: 127.0.0.1 | listen",
                "listen: ':8417' | listen",
                "listen: 127.0.0.1:65536 | listen",
                "listen: 999.0.0.1:80 | listen",
                "base-url: notes.example | base-url",
                "port: 8417 | port",
            })
    @Covers("F66")
    void listensBeyondThisMachineOnlyBehindADeclaredProxyOrAPortPublishedOnLoopback(
            String web, String key) throws IOException {
        assertThat(problems("web: { " + web.replace('\'', '"') + " }\n"))
                .extracting(Problem::key)
                .containsExactlyElementsOf(key.equals("-") ? List.of() : List.of("web." + key));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "key: passphrase | - | -",
                "key: file, key-file: good | - | -",
                "key-file: good | - | -",
                "url: embedded | - | -",
                "url: jdbc:postgresql://db/quietbell, user: u, password-file: good | url | not"
                        + " available in this version",
                "key: file | key-file | is missing",
                "key: passphrase, key-file: good | key-file | does not go with",
                "key: magic | key | passphrase or file",
                "key: file, key-file: short | key-file | 64 hexadecimal digits",
                "key: file, key-file: open | key-file | chmod 600",
                "key: file, key-file: none | key-file | no such file",
                "pasword-file: good | pasword-file | not a key known here",
            })
    @Covers("F66")
    void takesAHouseKeyFromAPassphraseOrAFileOfItsOwnersAlone(String store, String key, String what)
            throws IOException {
        file("good", "ab".repeat(32));
        file("short", "ab");
        Files.setPosixFilePermissions(
                file("open", "ab".repeat(32)), PosixFilePermissions.fromString("rw-r-----"));

        List<Problem> problems = problems("store: { " + store + " }\n");

        assertThat(problems)
                .extracting(Problem::key)
                .containsExactlyElementsOf(key.equals("-") ? List.of() : List.of("store." + key));
        assertThat(problems).allSatisfy(problem -> assertThat(problem.what()).contains(what));
    }

    @Test
    void usesEveryIdOnceAmongItsKind() throws IOException {
        List<Problem> problems =
                problems(
                        """
                        channels:
                          - { id: same, type: file, path: a }
                          - { id: same, type: file, path: b }
                        sources:
                          - { id: same, type: feed, url: "http://a.example/" }
                        cases:
                          - { id: c, watch: { name: A }, consent: { given: 2026-11-01, by: self,
                              sources: [same] } }
                          - { id: c, watch: { name: B }, consent: { given: 2026-11-01, by: self,
                              sources: [same] } }
                        """);

        assertThat(problems)
                .map(p -> p.line() + " " + p.key() + ": " + p.what())
                .containsExactly(
                        "3 channels[1].id: is used already on line 2: choose another",
                        "9 cases[1].id: is used already on line 7: choose another");
    }

    @Test
    void goesNoFurtherWithAFileThatIsNotYaml() throws IOException {
        Settings.Reading reading =
                Settings.read(file("quietbell.yaml", "a: [\n"), new FakeOwnKeys());

        assertThat(reading.settings()).isEmpty();
        assertThat(reading.problems()).hasSize(1);
    }

    private List<Problem> problems(String yaml) throws IOException {
        return Settings.read(file("quietbell.yaml", yaml), new FakeOwnKeys()).problems();
    }

    private Path file(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
