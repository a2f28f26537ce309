package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.evidence.Draft;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.Kind;
import org.quietbell.evidence.LeftOut;
import org.quietbell.hit.HitId;
import org.quietbell.people.PageWishes;
import org.quietbell.watch.CaseId;

/// The pages of the record.
class RecordPagesTest {
    private static final String LONG = "a".repeat(RecordForms.LONGEST);
    private static final String HEBREW = "\u05e9\u05dc\u05d5\u05dd \u202eabc";

    private final OpenPages pages = new OpenPages();
    private final FakeRecord record = pages.inside.record;

    @SuppressWarnings("NullAway.Init")
    private HitId item;

    @BeforeEach
    void find() {
        item =
                pages.inside.add(
                        "b", "CanaryTitle", "CanaryText", "https://forum.canary.example/t/9");
    }

    @AfterEach
    void close() {
        pages.close();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private Entry put(String age) {
        pages.page("/n/" + item + "/record");
        pages.send("/n/" + item + "/record", Map.of("under-18", age));
        return record.log.entryOf(item).orElseThrow();
    }

    private HttpResponse<String> note(Entry entry, String text) {
        return pages.send("/record/" + entry.id() + "/note", Map.of("text", text));
    }

    @Test
    @Covers({"R1.16", "R1.17", "R1.26"})
    void aListShowsKindAndDateAnEntryWhenAndItsWordsOnlyOnceAsked() {
        Entry entry = put("");
        note(entry, "CanaryNote");
        String[] words = {"CanaryTitle", "CanaryText", "canary", "CanaryNote"};
        String path = "/record/" + entry.id();

        assertThat(pages.page("/record"))
                .contains(path, "on a forum", "22 November", "sheltersafe.ca")
                .doesNotContain(words);
        assertThat(pages.page(path))
                .contains("In the record since", "First found", "a note", "sheltersafe.ca")
                .contains("The program was running then.", path + "/words", "/turn?of=" + item)
                .doesNotContain(words);
        assertThat(pages.page(path + "/words"))
                .contains("CanaryTitle", "CanaryText", "CanaryNote", "hxxps://forum[.]canary[.]")
                .doesNotContain("https://forum", "href=\"http");
    }

    @Test
    @Covers("R1.17")
    void wordsThatSheWouldRatherNotReadAreReplacedButInWhatSheWrote() {
        Entry entry = put("");
        note(entry, "CanaryText, in my own words");
        pages.inside.wishes =
                new PageWishes(
                        List.of(new PageWishes.Replaced("canarytext", Optional.of("violets"))),
                        OptionalInt.empty(),
                        false,
                        Optional.empty());
        String path = "/record/" + entry.id() + "/words";

        assertThat(pages.page(path))
                .contains("violets", "CanaryText, in my own words", path + "?as=found")
                .containsOnlyOnce("CanaryText");
        assertThat(pages.page(path + "?as=found"))
                .contains("<bdi>CanaryText</bdi>")
                .doesNotContain("violets", path + "?as=found");
    }

    @Test
    @Covers("R3.9")
    void thatItsWordsWereLookedAtIsNotedOnceInAStay() {
        Entry entry = put("");
        pages.page("/record/" + entry.id());
        assertThat(record.kinds()).containsExactly("found");

        pages.page("/record/" + entry.id() + "/words");
        pages.page("/record/" + entry.id() + "/words");

        assertThat(record.kinds()).containsExactly("found", "custody");
        pages.visitor.get("/leave");
        pages.visitor.enter(FakeDesk.PASSPHRASE);
        pages.page("/record/" + entry.id() + "/words");
        assertThat(record.kinds()).containsExactly("found", "custody", "custody");
    }

    @Test
    @Covers("R3.12")
    void howOldSomebodyWasIsAskedBeforeAnItemIsPutThereAndIsNotedWithIt() {
        assertThat(pages.page("/n/" + item + "/record"))
                .contains("under 18?", "I do not know", "are then erased", "use one they cannot");
        Entry entry = put("not-sure");

        assertThat(record.log.about(FakeInside.CASE, entry.id()).getFirst().text("under-18"))
                .contains("not-sure");
        assertThat(pages.page("/record/" + entry.id())).contains("do not save, copy, print");
        assertThat(location(pages.visitor.get("/n/" + item + "/record")))
                .isEqualTo("/record/" + entry.id());
        // the same form from another tab
        pages.send("/n/" + item + "/record", Map.of("under-18", "not-sure"));
        assertThat(record.kinds()).containsExactly("found", "note");
    }

    @Test
    @Covers("R3.2")
    void aNoteIsAddedOnceHoweverOftenTheSameFormIsSent() {
        Entry entry = put("");
        String path = "/record/" + entry.id() + "/note";
        assertThat(pages.page(path)).contains("What stands there already stays as it is");

        assertThat(location(note(entry, "It was up.\r\nOn Monday."))).endsWith("" + entry.id());
        note(entry, "It was up.\nOn Monday.");
        note(entry, "It was up on Tuesday.");
        pages.desk.clock.advance(Duration.ofMinutes(11));
        pages.visitor.enter(FakeDesk.PASSPHRASE);
        pages.page(path);
        note(entry, "It was up on Tuesday.");

        assertThat(record.log.about(FakeInside.CASE, entry.id()))
                .extracting(each -> each.text("text").orElseThrow())
                .containsExactly(
                        "It was up.\nOn Monday.", "It was up on Tuesday.", "It was up on Tuesday.");
    }

    @Test
    void whatCannotBeKeptIsShownAgainAsItWasTyped() {
        Entry entry = put("");
        String path = "/record/" + entry.id() + "/note";

        HttpResponse<String> nothing = pages.send(path, Map.of("text", " ", "under-18", "7"));
        HttpResponse<String> tooLong =
                pages.send(path, Map.of("text", LONG + "b", "witnesses", "Ann", "under-18", "yes"));

        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.body()).contains("Nothing is written yet.");
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body())
                .contains("That is too long.", LONG + "b</textarea>", "Ann</textarea>")
                .containsPattern("value=\"yes\" checked");
        assertThat(record.kinds()).containsExactly("found");
        assertThat(note(entry, LONG).statusCode()).isEqualTo(303);
        assertThat(note(entry, HEBREW).statusCode()).isEqualTo(303);
        assertThat(pages.page("/record/" + entry.id() + "/words"))
                .contains(LONG, "<bdi>" + HEBREW + "</bdi>");
    }

    @Test
    void somethingThatIsNotOnTheWebIsAddedAsItIsToldOnceOnly() {
        Map<String, String> call =
                Map.of("way", "a call", "text", "CanaryCall", "witnesses", "", "nonsense", "x");
        assertThat(pages.page("/record/new")).contains("A mail, a text, a call, a threat.");
        assertThat(pages.send("/record/new", Map.of("way", "a call")).body())
                .contains("Please say what happened", "a call</textarea>");

        String where = location(pages.send("/record/new", call));

        assertThat(location(pages.send("/record/new", call))).isEqualTo(where);
        assertThat(record.kinds()).containsExactly("logged");
        assertThat(pages.page("/record"))
                .contains("something that happened")
                .doesNotContain("CanaryCall");
        assertThat(pages.page(where)).doesNotContain("CanaryCall");
        assertThat(pages.page(where + "/words")).contains("CanaryCall");
        assertThat(record.log.entries.getFirst().digests()).doesNotContainKey("nonsense");
    }

    @Test
    @Covers({"R3.7", "R3.8", "R2.5"})
    void theFileHasAnEmptyNameAndIsMadeOnlyForARightPassphrase() {
        Map<String, String> form = Map.of("by", "A. A.", "recipient", "Police", "without", "notes");
        assertThat(pages.page("/record/out")).contains("Nothing is in the record yet");
        put("");
        assertThat(pages.page("/record/out"))
                .contains("notes.zip", "puts downloads", "12 characters", "use one they cannot");

        for (String[] typed :
                new String[][] {
                    {"", ""}, {"short one", "short one"}, {"four quiet words", "four"}
                }) {
            Map<String, String> all = new HashMap<>(form);
            all.put("passphrase", typed[0]);
            all.put("again", typed[1]);
            HttpResponse<String> refused = pages.send("/record/out", all);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body())
                    .contains("value=\"Police\"")
                    .containsPattern("value=\"notes\" checked")
                    .containsPattern("12 letters or more|not the same")
                    .doesNotContain("short one", "four quiet");
        }
        assertThat(record.handed).isEmpty();
        Map<String, String> all = new HashMap<>(form);
        all.put("passphrase", "four quiet words");
        all.put("again", "four quiet words");
        HttpResponse<String> given = pages.send("/record/out", all);

        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.body()).isEqualTo("a pack");
        assertThat(given.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"notes.zip\"");
        assertThat(given.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(record.handed)
                .containsExactly(
                        new OwnRecord.Handing("", "A. A.", "Police", "", Set.of(LeftOut.NOTES)));
        assertThat(pages.page("/record/out")).contains("Handed on before", "It ends at:");
    }

    @Test
    void anEntryOfNobodyHereIsMissed() {
        Entry entry = put("");
        for (String id : new String[] {"aaaaaaaaaaaaaaaa", "x", "../list"}) {
            assertThat(pages.visitor.get("/record/" + id).statusCode()).isEqualTo(404);
            assertThat(pages.visitor.get("/record/" + id + "/words").statusCode()).isEqualTo(404);
            assertThat(pages.visitor.get("/asked/" + id).statusCode()).isEqualTo(404);
        }
        pages.inside.isClosed = true;

        assertThat(pages.visitor.get("/record/" + entry.id()).statusCode()).isEqualTo(404);
        assertThat(pages.send("/record/" + entry.id() + "/note", Map.of("text", "x")).statusCode())
                .isEqualTo(404);
        assertThat(pages.page("/record")).contains("Nothing is in the record yet");
        assertThat(record.kinds()).containsExactly("found");
    }

    @Test
    void aLongRecordHasPagesAndLosesNothing() {
        for (int i = 0; i < 60; i++) {
            record.byHand(FakeInside.CASE, Map.of("text", "n" + i));
            record.viewed(FakeInside.CASE);
            record.viewed(FakeInside.CASE);
            record.viewed(FakeInside.CASE);
        }
        Set<String> seen = new HashSet<>();
        String page = pages.page("/record");
        for (int i = 0; i < 3; i++) {
            Pattern.compile("href=\"/record/([a-z2-7]{16})\"")
                    .matcher(page)
                    .results()
                    .forEach(row -> seen.add(row.group(1)));
            Matcher older = Pattern.compile("<a href=\"([^\"]{1,80})\">Older</a>").matcher(page);
            assertThat(older.find()).isEqualTo(i < 2);
            page = pages.page(i < 2 ? older.group(1).replace("&amp;", "&") : "/record");
        }

        assertThat(seen).hasSize(60);
    }

    @Test
    @Covers({"R2.3", "R2.5", "F1"})
    void noPageHasATopicInItsTitleALinkElsewhereOrATagOfWhatWasTyped() {
        String bad = "\"></textarea><script>x</script><img src=x onerror=x>";
        HitId hit = pages.inside.add("c", bad, bad, "https://forum.example.org/" + bad);
        RecordScene scene = RecordScene.in(pages.inside, pages.desk, hit, bad);

        for (String path : scene.paths(hit, item)) {
            String page = pages.page(path);
            assertThat(page.toLowerCase(Locale.ROOT))
                    .as(path)
                    .contains("<title>notes</title>", "href=\"/leave\"", "id=\"pause\"")
                    .doesNotContain("quietbell", "jane", "case-17")
                    .doesNotContainPattern("<(img|script|iframe|object|embed|video|audio)")
                    .doesNotContainPattern("(href|src|action)=\"(?!/|#)");
            assertThat(page.indexOf("<a href=\"/leave\"")).isEqualTo(page.indexOf("<a "));
        }
    }

    @Test
    void oneRecordOfSeveralIsChosenByNumber() {
        pages.inside.second = Optional.of(new CaseId("case-18"));
        record.log.append(
                FakeInside.CASE,
                List.of(Draft.of(Kind.LOGGED, Optional.empty(), Map.of("text", "x"))),
                pages.desk.clock.instant());

        assertThat(pages.page("/record")).contains("/record?of=2", "The record of case-18");
        assertThat(pages.page("/record?of=2"))
                .contains("/record/new?of=2", "/record/out?of=2", "/record?of=1");
        assertThat(pages.page("/record/new?of=2")).contains("name=\"of\" value=\"2\"");
    }
}
