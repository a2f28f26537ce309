package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.action.AskedPage;
import org.quietbell.action.Report;
import org.quietbell.action.ReportEvent.Ended;
import org.quietbell.action.ReportEvent.Sent;
import org.quietbell.action.Route;
import org.quietbell.action.Routes;
import org.quietbell.action.StillListed;
import org.quietbell.hit.HitId;
import org.quietbell.json.Json;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

/// `report add`, `list`, `done` and `text`, as somebody types them.
class ReportCommandsTest {
    private final ReportScene scene = new ReportScene();

    private Report only() {
        return scene.reports.of(ReportScene.CASE).getFirst();
    }

    @Test
    @Covers({"R4.1", "R4.3"})
    void putsARequestTogetherAfterSayingWhatIsSaved() {
        scene.hit("a", "https://forum.example/t/7", "a");

        ReportScene.Ended ended = scene.run(List.of("adult", "yes"), "add", "us-request", "a");

        assertThat(ended.exit()).isEqualTo(Exit.DONE);
        assertThat(ended.said())
                .containsSubsequence(
                        "Saved enough to report? Once it is gone, it cannot be saved any more.",
                        "The whole address: saved for you.",
                        "The account that shows it: only you can note that.");
        assertThat(ended.out())
                .startsWith(only().id() + " is prepared. Nothing was sent.")
                .contains(
                        "Take It Down Act request",
                        "\nhttps://forum.example/t/7\n",
                        "What stands in [ ] only you can fill in.",
                        "[signature, by hand or electronic]");
        assertThat(only().hits()).extracting(Object::toString).containsExactly("a");
        assertThat(only().since()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"EN, skip", "FR, passer", "FR, skip", "ES, saltar"})
    @Covers("R4.3")
    void theQuestionWhatIsSavedMayBeSkipped(Language language, String typed) {
        scene.hit("a", "https://forum.example/t/7", "a");

        scene.speaking(language).run(List.of(typed), "add", "site-form", "a", "--age", "adult");
        scene.run(List.of(), "add", "site-form", "a", "--age", "adult", "--skip-check");

        assertThat(scene.reports.of(ReportScene.CASE)).hasSize(2);
    }

    @Test
    @Covers("R4.3")
    void whoStopsAtThatQuestionHasPreparedNothing() {
        scene.hit("a", "https://forum.example/t/7", "a");

        assertThat(scene.run(List.of("adult", ""), "add", "site-form", "a").out())
                .contains("Nothing was prepared. You can come back when you like.");
        ReportScene.Ended script = scene.script().run(List.of("adult"), "add", "site-form", "a");
        assertThat(script.exit()).isEqualTo(Exit.USAGE);
        assertThat(scene.reports.of(ReportScene.CASE)).isEmpty();
    }

    @Test
    @Covers("R3.12")
    void whereSomebodyMayHaveBeenUnder18ThereAreAddressesAndNothingElse() {
        scene.hit("a", "https://forum.example/t/7", "a");

        ReportScene.Ended ended = scene.run(List.of(""), "add", "cybertip-ca", "a");

        assertThat(ended.out())
                .contains("Do not save, copy, print or send the picture", "forum.example/t/7")
                .doesNotContain("[", "-----", "saved for you");
        assertThat(ended.said()).noneMatch(line -> line.contains("Saved enough"));
        assertThat(only().prepared().young()).isTrue();
        assertThat(scene.run(List.of(), "text", only().id().value()).out())
                .contains("Do not save, copy, print or send the picture")
                .doesNotContain("[", "-----");
        assertThat(scene.run(List.of("not-sure"), "add", "us-request", "a").said())
                .last()
                .asString()
                .contains("this route is not for where somebody was or may have been under 18");
        assertThat(scene.run(List.of("adult"), "add", "ncmec-line", "a").exit())
                .isEqualTo(Exit.USAGE);
        assertThat(scene.reports.of(ReportScene.CASE)).hasSize(1);
    }

    @Test
    @Covers("R3.12")
    void aboutSomebodyUnder18NothingIsWrittenByWhateverRoute() {
        ReportPaper paper =
                new ReportPaper(
                        Words.of(Language.EN), Words.of(Language.EN), LocalDate.of(2027, 3, 1));
        List<AskedPage> pages =
                List.of(
                        new AskedPage(
                                new HitId("a"),
                                Optional.of("https://forum.example/t/7"),
                                ReportScene.NOW));

        for (Route route : Routes.STANDARD.all()) {
            assertThat(paper.lines(route, pages, true))
                    .contains("https://forum.example/t/7")
                    .noneMatch(line -> line.contains("["));
        }
    }

    @Test
    @Covers("R6.9")
    void eachPageWithTheSameTextCanBeListedToo() {
        scene.hit("a", "https://forum.example/t/7", "a");
        scene.hit("b", "https://mirror.example/7", "a");
        scene.hit("c", "https://other.example/", "c");

        assertThat(scene.add("google-images", "a").out())
                .contains("Pages with the same text that stand elsewhere: 1.");
        assertThat(scene.add("google-images", "a", "--same-text").out())
                .contains("https://forum.example/t/7\nhttps://mirror.example/7\n")
                .doesNotContain("other.example", "stand elsewhere");
    }

    @Test
    void refusesInOneLineWhatCannotBeAndKeepsNothing() {
        scene.hit("a", "https://forum.example/t/7", "a");
        scene.hit("b", "https://other.example/", "b");
        scene.erased("e");
        scene.ofSomebodyElse("s");

        assertThat(scene.add("nowhere", "a").said()).last().asString().contains("no such route");
        assertThat(scene.add("site-form", "x").said()).last().asString().contains("nothing has");
        assertThat(scene.add("site-form", "e").said()).last().asString().contains("not kept any");
        assertThat(scene.add("ftc", "a", "s").said()).last().asString().contains("more than one");
        assertThat(scene.add("site-form", "a", "b").said())
                .last()
                .asString()
                .contains("this goes to one site, and these pages are on 2");
        assertThat(scene.run(List.of(), "text", "x").said())
                .last()
                .asString()
                .contains("none with");
        assertThat(scene.reports.of(ReportScene.CASE)).isEmpty();
        assertThat(scene.add("google-images", "a", "b").exit()).isEqualTo(Exit.DONE);
    }

    @Test
    @Covers("R4.4")
    void aCopyrightNoticeSaysWhatItGivesAwayBeforeItsText() {
        scene.hit("a", "https://forum.example/t/7", "a");

        for (String out :
                List.of(
                        scene.add("copyright", "a").out(),
                        scene.run(List.of(), "text", only().id().value()).out())) {
            assertThat(out)
                    .containsSubsequence(
                            "can be passed on to whoever posted it or put in a public list",
                            "an agent or a lawyer",
                            "https://forum.example/t/7",
                            "Notice under 17 U.S.C. 512(c)(3)");
        }
    }

    @Test
    void theLetterIsInTheLanguageOfWhoeverGetsIt() {
        scene.hit("a", "https://forum.example/t/7", "a");

        assertThat(
                        scene.speaking(Language.FR)
                                .run(
                                        List.of("yes"),
                                        "add",
                                        "us-request",
                                        "a",
                                        "--age",
                                        "adult",
                                        "--language",
                                        "en")
                                .out())
                .contains("à remplir par vous", "1. Signature of the person shown");
    }

    @Test
    @Covers("R4.1")
    void theAddressesCanBeHadAlone() {
        scene.hit("a", "https://forum.example/t/7?x=1#y", "a");
        scene.hit("b", "https://other.example/", "b");
        scene.add("google-images", "a", "b");

        assertThat(scene.run(List.of(), "text", only().id().value(), "--addresses").out())
                .isEqualTo("https://forum.example/t/7?x=1#y\nhttps://other.example/\n");
    }

    @Test
    @Covers("R3.3")
    void whatSheNotesIsKeptAndTheClockIsSaid() {
        scene.hit("a", "https://forum.example/t/7", "a");
        scene.add("us-request", "a");
        String id = only().id().value();

        assertThat(
                        scene.run(
                                        List.of(
                                                "2027-03-01T08:30",
                                                "2027-03-01T09:00",
                                                "The forum, by its form",
                                                "No. 17"),
                                        "done",
                                        id,
                                        "sent")
                                .out())
                .isEqualTo(
                        "Noted.\nTime to act: 48 hours after they got it. That is at 09:00 on 3"
                                + " March.\n");
        assertThat(only().since())
                .containsExactly(
                        new Sent(
                                only().id(),
                                ReportScene.NOW,
                                Instant.parse("2027-03-01T12:30:00Z"),
                                Optional.of(Instant.parse("2027-03-01T13:00:00Z")),
                                "The forum, by its form",
                                "No. 17"));
        scene.clock.advance(Duration.ofDays(4));
        assertThat(scene.run(List.of(), "list").out())
                .contains(
                        "  2027-03-01  Take It Down Act request",
                        "The 48 hours were over at",
                        "What you can do next: FTC complaint.");
        scene.run(List.of("They say no"), "done", id, "answered");
        assertThat(scene.run(List.of("refused", "Enough"), "done", id).out()).contains("said no");
        assertThat(only().since().getLast()).isInstanceOf(Ended.class);
    }

    @Test
    void refusesMomentsThatCannotBe() {
        scene.hit("a", "https://forum.example/t/7", "a");
        scene.add("ftc", "a");
        String id = only().id().value();

        assertThat(scene.script().run(List.of("2031-01-01"), "done", id, "sent").exit())
                .isEqualTo(Exit.USAGE);
        assertThat(scene.run(List.of("soon"), "done", id, "sent").exit()).isEqualTo(Exit.USAGE);
        assertThat(scene.run(List.of("", "2020-01-01"), "done", id, "sent").exit())
                .isEqualTo(Exit.USAGE);
        assertThat(scene.run(List.of(), "done", id, "removed").said())
                .last()
                .asString()
                .contains("there is no such step: write sent, answered");
        assertThat(only().since()).isEmpty();
    }

    @Test
    @Covers({"R3.3", "R6.11"})
    void fromFoundToReportedToNoLongerListedToBack() {
        scene.hit("a", "https://forum.example/t/7", "a");
        scene.add("google-images", "a");
        String id = only().id().value();
        scene.run(List.of("", "", "", ""), "done", id, "sent");

        scene.clock.advance(Duration.ofDays(3));
        scene.listed("a", false);
        scene.look();
        assertThat(scene.run(List.of(), "list").out())
                .contains("No longer listed there: 1 of 1. It may still be on the site itself.");
        scene.run(List.of(""), "done", id, "unlisted");
        scene.clock.advance(Duration.ofDays(3));
        scene.listed("a", true);
        scene.look();

        assertThat(scene.run(List.of(), "list").out())
                .contains("Listed there again since", "You can ask once more.")
                .doesNotContain("removed", "No longer listed");
        assertThat(StillListed.events(only(), scene::find, scene.clock.instant())).isEmpty();
    }

    @Test
    void isAlsoOneArrayForPrograms() throws Exception {
        assertThat(scene.run(List.of(), "list").out()).isEqualTo("No report is kept here.\n");
        scene.hit("a", "https://forum.example/t/7", "a");
        scene.add("us-request", "a");
        String id = only().id().value();
        scene.run(List.of("", "2027-03-01T10:00", "", ""), "done", id, "sent");
        scene.run(List.of("", "", "", ""), "done", id, "sent");

        Json report = Json.read(scene.run(List.of(), "list", "--json").out()).items().getFirst();

        assertThat(report.at("id").text()).contains(id);
        assertThat(report.at("state").text()).contains("waiting");
        assertThat(report.at("due").text()).contains("2027-03-03T14:00:00Z");
        assertThat(report.at("due_from_receipt").truth()).contains(true);
        assertThat(report.at("events").items().get(1).at("event").text()).contains("sent");
        assertThat(scene.run(List.of(), "list", "--watch", "other").out())
                .isEqualTo("No report is kept here.\n");
    }
}
