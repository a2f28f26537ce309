package org.quietbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.hit.HitId;
import org.quietbell.hit.PlaceKind;
import org.quietbell.match.Band;
import org.quietbell.words.Words;

class WordingTest {
    private static final Optional<Hearing.Cover> NO_COVER = Optional.empty();

    private final Wording wording = new Wording(Words.of(Locale.ENGLISH));

    private static Glimpse never(HitId hit) {
        throw new AssertionError("was opened: " + hit);
    }

    private static List<Owed> hits(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Scene.owed(i, Scene.WATCH, Scene.NOON.plusSeconds(i)))
                .toList();
    }

    private Notice.Letter letter(Level level, List<Owed> told, Function<HitId, Glimpse> glimpses) {
        return wording.letter(Scene.POST, level, NO_COVER, told, glimpses);
    }

    private static Function<HitId, Glimpse> glimpse(String title, String address) {
        return _ -> new Glimpse(PlaceKind.FORUM, Optional.of(title), Optional.of(address));
    }

    @Test
    @Covers({"R1.12", "R1.14", "F63"})
    void aDiscreetNoticeIsTheSameForOneAndForTenThousandAndOpensNothing() {
        Notice.Letter one = letter(Level.DISCREET, hits(1), WordingTest::never);
        Notice.Letter many = letter(Level.DISCREET, hits(10_000), WordingTest::never);

        assertThat(many).isEqualTo(one);
        assertThat(one.subject()).isEqualTo("Your notes");
        assertThat(one.body())
                .isEqualTo(
                        "Your notes are saved for you. You can look when you like."
                                + " You can leave this, too.");
    }

    @Test
    @Covers("R1.4")
    void whatIsShownBeforehandIsWhatIsSent() {
        Optional<Hearing.Cover> cover =
                Optional.of(new Hearing.Cover("Choir", "Practice as usual.\nBring the music."));

        assertThat(wording.discreet(Scene.POST, cover))
                .isEqualTo(
                        wording.letter(
                                Scene.POST, Level.DISCREET, cover, hits(3), WordingTest::never))
                .isEqualTo(
                        new Notice.Letter(
                                Scene.POST,
                                Level.DISCREET,
                                "Choir",
                                "Practice as usual.\nBring the music."));
    }

    @Test
    @Covers("F11")
    void herCoverCannotBreakASubjectAndABlankOneIsNotUsed() {
        Optional<Hearing.Cover> broken =
                Optional.of(new Hearing.Cover("Choir\r\nBcc: x@example.org", " "));

        Notice.Letter letter = wording.discreet(Scene.POST, broken);

        assertThat(letter.subject()).isEqualTo("Choir\uFFFD\uFFFDBcc: x@example.org");
        assertThat(letter.body()).startsWith("Your notes");
    }

    @ParameterizedTest
    @Covers("R1.15")
    @CsvSource({"1, one", "2, a few", "9, a few", "10, many", "10000, many"})
    void anOutlineSaysOneAFewOrManyAndOpensNothing(int count, String said) {
        Notice.Letter letter = letter(Level.OUTLINE, hits(count), WordingTest::never);

        assertThat(letter.body()).contains(" " + said + " ").doesNotContainPattern("[0-9]");
        assertThat(letter.subject()).isEqualTo("Something new, when you are ready");
    }

    @Test
    @Covers("R6.9")
    void oneThingInManyPlacesIsOneThing() {
        List<Owed> mirrors =
                hits(200).stream()
                        .map(owed ->
                                new Owed(
                                        owed.hit(),
                                        owed.watch(),
                                        owed.source(),
                                        owed.band(),
                                        owed.firstSeen(),
                                        "same",
                                        Optional.empty()))
                        .toList();

        assertThat(letter(Level.OUTLINE, mirrors, WordingTest::never).body())
                .contains("one new thing");
        assertThat(
                        letter(Level.DETAIL, mirrors, glimpse("T", "hxxps://a[.]example"))
                                .body()
                                .lines()
                                .filter(line -> line.startsWith("- ")))
                .hasSize(1);
    }

    @Test
    @Covers("R1.15")
    void aSummarySaysKindsOfPlaceAndLikelihoodButNoTitleAndNoAddress() {
        List<Owed> told = new java.util.ArrayList<>(hits(3));
        told.add(
                new Owed(
                        new HitId("sure"),
                        Scene.WATCH,
                        "news",
                        Band.CERTAIN,
                        Scene.NOON,
                        "sure",
                        Optional.empty()));

        String body =
                letter(
                                Level.SUMMARY,
                                told,
                                hit ->
                                        new Glimpse(
                                                hit.value().equals("sure")
                                                        ? PlaceKind.VIDEO
                                                        : PlaceKind.FORUM,
                                                Optional.of("Canary title"),
                                                Optional.of("hxxps://canary[.]example")))
                        .body();

        assertThat(body)
                .isEqualTo(
                        """
                        There is something new to look at when you are ready:
                        - on a forum: a few, likely the right person, may be someone else
                        - on a video site: one, very likely the right person
                        You can leave this. It stays saved for you.\
                        """);
    }

    @Test
    @Covers("R1.15")
    void aDetailSaysTitlesAndDefangedAddresses() {
        String body =
                letter(Level.DETAIL, hits(1), glimpse("Old choir", "hxxps://a[.]example/x")).body();

        assertThat(body)
                .isEqualTo(
                        """
                        There is something new to look at when you are ready:
                        What is on a forum:
                        - Old choir (likely the right person, may be someone else)
                          hxxps://a[.]example/x
                        You can leave this. It stays saved for you.\
                        """);
    }

    @Test
    @Covers({"F9", "F10", "F11", "R2.13"})
    void hostileTextSteersNothingAndIsNoLink() {
        String title =
                "a\r\nBcc: v@evil.example\u202Etxt\u0007 {0} ${jndi:x} https://evil.example/x"
                        + " www.evil.example mailto:a@evil.example";
        Notice.Letter letter =
                letter(Level.DETAIL, hits(1), glimpse(title, "https://evil.example/a\u001B[2J"));

        assertThat(letter.subject()).isEqualTo("Something new, when you are ready");
        assertThat(letter.body().lines()).hasSize(5);
        assertThat(letter.body())
                .contains("a\uFFFD\uFFFDBcc: v@evil[.]example\uFFFDtxt\uFFFD {0} ${jndi:x}")
                .contains("https[:]//evil[.]example/x www[.]evil[.]example mailto[:]a@evil")
                .contains("hxxps://evil[.]example/a\uFFFD[2J")
                .doesNotContain("http://", "https://", "evil.example");
    }

    private String detail(int count, int titleLength) {
        return letter(
                        Level.DETAIL,
                        hits(count),
                        hit ->
                                new Glimpse(
                                        PlaceKind.OTHER,
                                        Optional.of(hit.value() + "x".repeat(titleLength)),
                                        Optional.empty()))
                .body();
    }

    @ParameterizedTest
    @Covers({"R1.12", "R1.15"})
    @CsvSource({
        "21, 'And one more, which is saved for you.'",
        "32, 'And 12 more, which are saved for you.'",
        "120, 'And 100 more, which are saved for you.'",
        "121, 'And many more, which are saved for you.'",
        "10000, 'And many more, which are saved for you.'"
    })
    void aDetailListsTheNewestAndSaysHowManyMoreThereAre(int count, String more) {
        String body = detail(count, 0);

        assertThat(body.lines()).hasSize(Wording.LISTED + 4);
        assertThat(body).contains("- hit" + (count - 1) + " (", more);
    }

    @Test
    void aDetailOfLongTitlesStaysShortEnoughForMostServicesAndSaysHowManyMoreThereAre() {
        String body = detail(20, 150);

        assertThat(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSizeLessThan(3000);
        assertThat(body).containsPattern("And [0-9]+ more, which are saved for you\\.");
    }

    @Test
    @Covers({"R1.15", "R6.9"})
    void aDetailIsFoldedByRepostGroupAndKindOfPlace() {
        List<Owed> told = new java.util.ArrayList<>();
        for (Owed owed : hits(6)) {
            boolean repost = told.size() >= 3;
            told.add(
                    new Owed(
                            owed.hit(),
                            owed.watch(),
                            owed.source(),
                            owed.band(),
                            owed.firstSeen(),
                            repost ? "repost" : owed.group(),
                            Optional.empty()));
        }

        String body =
                letter(
                                Level.DETAIL,
                                told,
                                hit ->
                                        new Glimpse(
                                                hit.value().equals("hit1")
                                                        ? PlaceKind.FORUM
                                                        : PlaceKind.VIDEO,
                                                Optional.of(hit.value()),
                                                Optional.empty()))
                        .body();

        assertThat(body)
                .isEqualTo(
                        """
                        There is something new to look at when you are ready:
                        What is on a forum:
                        - hit1 (likely the right person, may be someone else)
                        What is on a video site:
                        - hit5 (likely the right person, may be someone else; in a few places)
                        - hit2 (likely the right person, may be someone else)
                        - hit0 (likely the right person, may be someone else)
                        You can leave this. It stays saved for you.\
                        """);
    }

    @Test
    void anErasedHitHasNoTitle() {
        assertThat(
                        letter(
                                        Level.DETAIL,
                                        hits(1),
                                        _ ->
                                                new Glimpse(
                                                        PlaceKind.SEARCH,
                                                        Optional.empty(),
                                                        Optional.empty()))
                                .body())
                .contains("What is in a search result:\n- no title (likely");
    }

    @Test
    void silenceSaysNothing() {
        assertThatThrownBy(() -> letter(Level.SILENT, hits(1), WordingTest::never))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
