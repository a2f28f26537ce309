package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.How;

/// What the forms of the pages keep, and what they do not.
class FormsTest {
    private final FakeDesk desk = new FakeDesk();
    private final FakeInside inside = desk.inside;
    private final WebServer server =
            WebServer.start(
                    Site.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), desk);
    private final Visitor visitor = new Visitor(server.address());

    @BeforeEach
    void enter() {
        visitor.enter(FakeDesk.PASSPHRASE);
        visitor.get("/");
    }

    @AfterEach
    void close() {
        visitor.close();
        server.close();
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("token", visitor.token());
        return visitor.post(path, all);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    @Covers("F32")
    void noFormIsTakenWithoutTheTokenOfTheStay() {
        List<Endpoint> forms =
                server.endpoints().stream()
                        .filter(route -> route.method.equals(HandlerType.POST))
                        .filter(route -> !route.path.startsWith("/q/"))
                        .toList();
        assertThat(forms).hasSizeGreaterThan(10);
        for (Endpoint route : forms) {
            String path = route.path.replace("{id}", "aaaaaaaaaaaaaaaa").replace("{type}", "email");

            assertThat(visitor.post(path, Map.of("passphrase", "x")).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(inside.changes.deeds).isEmpty();
        assertThat(inside.changes.labels).isEmpty();
        assertThat(inside.changes.recorded).isEmpty();
    }

    @Test
    @Covers("R6.4")
    void aLabelCanBeTakenBack() {
        HitId id = inside.add("b", "T", "S", "https://forum.example.org/t/1");
        String where = location(post("/n/" + id + "/label", Map.of("label", "me", "step", "3")));

        assertThat(where).isEqualTo("/n/" + id + "/text?was=not-sure");
        assertThat(inside.changes.labels).containsEntry(id, Label.ME);
        assertThat(visitor.get(where).body()).contains("Undo: not sure");
        post("/n/" + id + "/label", Map.of("label", "not-sure", "step", "3"));
        assertThat(inside.changes.labels).containsEntry(id, Label.NOT_SURE);
    }

    @Test
    void anItemIsPutIntoTheRecordOnceAndThePageSaysSo() {
        HitId id = inside.add("b", "T", "S", "https://forum.example.org/t/1");
        assertThat(visitor.get("/n/" + id).body()).contains("Put it in the record");

        HttpResponse<String> answer = post("/n/" + id + "/record", Map.of("step", "3"));

        assertThat(location(answer)).isEqualTo("/n/" + id + "/text");
        assertThat(inside.changes.recorded).containsOnlyKeys(id);
        assertThat(visitor.get("/n/" + id).body())
                .contains("In the record since")
                .doesNotContain("Put it in the record");
        assertThat(post("/n/aaaaaaaaaaaaaaaa/record", Map.of()).statusCode()).isEqualTo(400);
        assertThat(post("/n/none/record", Map.of()).statusCode()).isEqualTo(400);
        assertThat(inside.changes.recorded).containsOnlyKeys(id);
    }

    @Test
    @Covers({"R6.4", "R6.5"})
    void someoneElseIsAskedAboutFirstAndARuleIsNeverAppliedByItself() {
        HitId id = inside.add("b", "T", "S", "https://forum.example.org/t/1");
        HttpResponse<String> answer = post("/n/" + id + "/label", Map.of("label", "not-me"));

        assertThat(location(answer)).isEqualTo("/n/" + id + "/other");
        assertThat(inside.changes.labels).isEmpty();
        assertThat(visitor.get("/n/" + id + "/other").body())
                .contains("All pages on forum.example.org", "erased")
                .doesNotContain("checked");
        assertThat(location(post("/n/" + id + "/other", Map.of()))).isEqualTo("/list");
        assertThat(inside.changes.labels).containsEntry(id, Label.NOT_ME);
        assertThat(inside.changes.deeds).isEmpty();
    }

    @Test
    @Covers("R1.6")
    void moreThanBeforeNeedsThePassphraseAndKeepsWhatWasTyped() {
        inside.changes.asksPassphrase = true;
        Map<String, String> form =
                Map.of(
                        "how",
                        "fixed-times",
                        "times",
                        "9:00, 18:00",
                        "day",
                        "1",
                        "zone",
                        "America/Halifax",
                        "ceiling",
                        "2",
                        "kept",
                        "2027-02-14");
        HttpResponse<String> answer = post("/pace", form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("type your passphrase", "9:00, 18:00", "2027-02-14");
        assertThat(inside.hearing).isEmpty();
        Map<String, String> with = new HashMap<>(form);
        with.put("passphrase", "another");
        assertThat(post("/pace", with).body()).contains("not the passphrase");
        assertThat(inside.hearing).isEmpty();
        with.put("passphrase", FakeDesk.PASSPHRASE);
        assertThat(location(post("/pace", with))).isEqualTo("/pace?kept=yes");
        assertThat(inside.hearing.orElseThrow().how()).isEqualTo(How.FIXED_TIMES);
        assertThat(inside.hearing.orElseThrow().ceiling().perDay()).isEqualTo(2);
        assertThat(visitor.get("/pace").body()).contains("Kept free: 14");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "times | 25:00 | one to three times",
                "times | 1:00, 2:00, 3:00, 4:00 | one to three times",
                "zone | Nowhere | time zone",
                "quiet | 21:00 | Quiet hours are written",
                "kept | soon | A day kept free",
                "ceiling | 0 | from 1 to 24",
                "ceiling | 999 | from 1 to 24",
                "day | 9 | choose a day"
            })
    void whatCannotBeReadIsSaidAndNothingIsHalfKept(String field, String value, String said) {
        Map<String, String> form =
                new HashMap<>(
                        Map.of(
                                "how",
                                "fixed-times",
                                "times",
                                "18:00",
                                "day",
                                "1",
                                "zone",
                                "America/Halifax",
                                "ceiling",
                                "3"));
        form.put(field, value);
        HttpResponse<String> answer = post("/pace", form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(said);
        assertThat(inside.hearing).isEmpty();
    }

    @Test
    @Covers("R2.17")
    void aNameIsKeptOnlyWithAnAgreement() {
        inside.changes.own = Optional.empty();
        HttpResponse<String> answer =
                post("/first/name", Map.of("name", "Zo\u00eb", "handles", "not a handle"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("agreement", "not an account name", "value=\"Zo\u00eb\"");
        assertThat(inside.changes.own).isEmpty();
        assertThat(location(post("/first/name", Map.of("name", "Zo\u00eb", "agreed", "yes"))))
                .isEqualTo("/first/check");
        assertThat(inside.changes.own.orElseThrow().watches().getFirst().name())
                .isEqualTo("Zo\u00eb");
    }

    @Test
    @Covers("R6.7")
    void aWayToWriteTheNameThatIsTakenAwayDoesNotCount() {
        assertThat(visitor.get("/first/check").body()).contains("the surname first", "Doe, Jane");
        post("/first/check", Map.of("way", "initials", "context", "Halifax"));

        assertThat(inside.changes.own.orElseThrow().watches().getFirst().without())
                .contains(org.quietbell.watch.Variant.ORDER)
                .doesNotContain(org.quietbell.watch.Variant.INITIALS);
    }

    @Test
    @Covers("R2.10")
    void placesSayWhatTheyLearnAndOnlyThoseChosenAreAsked() {
        assertThat(visitor.get("/first/places").body()).contains("Google learns the names");
        post("/first/places", Map.of("place", "gdelt"));

        assertThat(inside.changes.deeds).containsExactly("add gdelt", "look");
    }

    @Test
    @Covers({"R1.4", "R1.6"})
    void aWayIsLookedAtWordForWordBeforeItIsConfirmedWithThePassphrase() {
        ChannelId id = new ChannelId("post");
        inside.channels.add(
                new ChannelEntry(id, "ntfy", Json.object().build(), false, Optional.empty(), true));
        inside.changes.asksPassphrase = true;

        assertThat(visitor.get("/ways/one/post").body())
                .contains("Your notes are saved for you.", "Nothing goes out this way until");
        assertThat(post("/ways/one/post/right", Map.of()).body()).contains("your passphrase");
        assertThat(inside.changes.deeds).isEmpty();
        post("/ways/one/post/right", Map.of("passphrase", FakeDesk.PASSPHRASE));
        assertThat(inside.changes.deeds).containsExactly("confirm post");
        assertThat(post("/ways/one/post/away", Map.of()).statusCode()).isEqualTo(303);
        assertThat(inside.changes.deeds).contains("remove post");
    }

    @Test
    void whatAWayNeedsIsAskedForOnceMore() {
        HttpResponse<String> answer = post("/ways/new/ntfy", Map.of("url", "https://ntfy.example"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Please answer this too", "https://ntfy.example");
        assertThat(inside.changes.deeds).isEmpty();
    }

    @Test
    @Covers("R1.26")
    void helpLinesStandWhereItemsAre() {
        HitId id = inside.add("b", "T", "S", "https://forum.example.org/t/1");
        for (String path : List.of("/", "/list", "/n/" + id, "/n/" + id + "/text")) {
            assertThat(visitor.get(path).body()).contains("People to talk to", "0345 6000 459");
        }
    }
}
