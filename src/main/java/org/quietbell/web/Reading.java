package org.quietbell.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.quietbell.hit.CanonicalRules;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitFilter;
import org.quietbell.hit.HitId;
import org.quietbell.hit.KeptApart;
import org.quietbell.hit.Label;
import org.quietbell.hit.PlaceKind;
import org.quietbell.match.Band;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.NoticeId;
import org.quietbell.source.Finding;
import org.quietbell.web.Views.Shelf;
import org.quietbell.words.Words;

/// Reads what a page shows, and no more: a step's view never holds what a later step shows (R1.16).
final class Reading {
    private static final int ROWS = 25;
    private static final int LATELY = 200;
    private static final int MOST_SENT = 10;
    private static final int WEEK = 7;
    private static final int WEEKS = 5;

    private final Inside inside;
    private final Words words;
    private final Instant now;
    private final Standing standing;
    private final Shelves shelves;

    Reading(Inside inside, Words words, Instant now) {
        this.inside = inside;
        this.words = words;
        this.now = now;
        this.standing = new Standing(inside, words, now);
        this.shelves = new Shelves(inside.hits());
    }

    /// The one calm page.
    Views.Today today(Frame frame, List<Views.Way> steps) {
        return new Views.Today(
                frame,
                steps,
                news(),
                standing.next(),
                standing.coverage(),
                standing.places(true),
                standing.looked());
    }

    /// The lists in which there is something; never how much.
    private List<Views.Way> news() {
        List<Views.Way> ways = new ArrayList<>();
        for (Shelf shelf : List.of(Shelf.FRESH, Shelf.CHANGED, Shelf.AGAIN, Shelf.EARLIER)) {
            if (!isEmpty(shelf)) {
                ways.add(
                        new Views.Way(
                                Shelves.address(shelf, Optional.empty()),
                                words.say("page.today." + shelf.word())));
            }
        }
        return ways;
    }

    private boolean isEmpty(Shelf shelf) {
        return shelves.read(shelf, Optional.empty(), 1).hits().isEmpty();
    }

    /// A list.
    ///
    /// @param after the item before its first; empty: from the newest on
    Views.Listing listing(Frame frame, Shelf shelf, Optional<HitId> after) {
        Shelves.Part part = shelves.read(shelf, after, ROWS);
        List<Views.Tab> tabs = new ArrayList<>();
        for (Shelf each : Shelf.values()) {
            if (each != shelf && each != Shelf.FRESH && isEmpty(each)) {
                continue;
            }
            tabs.add(
                    new Views.Tab(
                            Shelves.address(each, Optional.empty()),
                            words.say("page.shelf." + each.word()),
                            each == shelf));
        }
        return new Views.Listing(
                frame,
                tabs,
                words.say("page.shelf." + shelf.word()),
                part.hits().stream().map(this::row).toList(),
                after.map(_ -> Shelves.address(shelf, Optional.empty())),
                part.after().map(last -> Shelves.address(shelf, Optional.of(last))));
    }

    private Views.Row row(Hit hit) {
        String label =
                hit.label() == Label.NOT_SURE ? "" : words.say("state." + hit.label().word());
        return new Views.Row("/n/" + hit.id(), date(hit), kind(hit), label);
    }

    private String date(Hit hit) {
        ZoneId zone = standing.zone(hit.caseId());
        LocalDate today = now.atZone(zone).toLocalDate();
        return words.day(hit.firstSeen().atZone(zone).toLocalDate(), today);
    }

    private String kind(Hit hit) {
        return hit.finding()
                .map(finding -> words.say(PlaceKind.of(finding.address()).key()))
                .orElseGet(() -> words.say("line.erased"));
    }

    /// One item, opened as far as that step; empty: there is no such item.
    ///
    /// @param step 1 to 4
    /// @param was the label it had before it was just given another, as commands name it
    /// @param wording how what was found is worded
    Optional<Views.Item> item(
            Frame frame, HitId id, int step, Optional<String> was, Wording wording) {
        return inside.hits()
                .find(id)
                .map(new KeptApart(inside.cases())::shown)
                .map(hit -> item(frame, hit, step, was, wording));
    }

    private Views.Item item(Frame frame, Hit hit, int step, Optional<String> was, Wording wording) {
        Optional<Finding> finding = hit.finding();
        boolean more = finding.isPresent() && step < 4;
        String path = "/n/" + hit.id();
        Optional<String> site =
                finding.filter(_ -> step >= 2)
                        .map(f -> wording.of(CanonicalRules.site(f.address())));
        Optional<String> title = finding.filter(_ -> step >= 3).map(f -> titled(f.title()));
        Optional<String> text =
                finding.filter(_ -> step >= 3).map(Finding::snippet).filter(s -> !s.isBlank());
        Optional<String> address =
                finding.filter(_ -> step >= 4).map(f -> wording.ofAddress(f.address()));
        List<String> reasons = reasons(hit, step).stream().map(wording::of).toList();
        Optional<String> shownTitle = title.map(wording::of);
        Optional<String> shownText = text.map(wording::of);
        return new Views.Item(
                frame,
                path,
                step,
                date(hit),
                kind(hit),
                words.say("page.item.likelihood", words.say("band." + hit.band().word())),
                group(hit),
                reasons,
                became(hit),
                finding.isPresent() ? labels(hit) : List.of(),
                was.flatMap(word -> undo(hit, word)),
                recorded(hit),
                site,
                shownTitle,
                shownText,
                address,
                wording.way(frame),
                more ? Optional.of(path + Routes.STEPS.get(step)) : Optional.empty(),
                shelves.following(hit).map(next -> "/n/" + next + Routes.STEPS.get(step - 1)));
    }

    private Optional<String> recorded(Hit hit) {
        ZoneId zone = standing.zone(hit.caseId());
        return inside.changes()
                .recorded(hit.id())
                .map(at -> words.say("page.item.recorded", words.moment(at, zone, now)));
    }

    /// One thing posted in many places is one group (R6.9).
    private Optional<String> group(Hit hit) {
        int places = inside.hits().groupSize(hit.group());
        return places > 1
                ? Optional.of(words.say("page.item.group", places - 1))
                : Optional.empty();
    }

    private List<Views.Said> labels(Hit hit) {
        return Stream.of(Label.ME, Label.NOT_ME, Label.NOT_SURE)
                .map(label -> said(label, hit.label() == label))
                .toList();
    }

    private Views.Said said(Label label, boolean holds) {
        return new Views.Said(label.word(), words.say("page.label." + label.word()), holds);
    }

    private Optional<Views.Said> undo(Hit hit, String word) {
        return Stream.of(Label.values())
                .filter(label -> label.word().equals(word) && label != hit.label())
                .map(label -> said(label, false))
                .findFirst();
    }

    private String titled(String title) {
        return title.isBlank() ? words.say("page.item.untitled") : title;
    }

    /// Why it is kept: only where its text is shown, since a reason may repeat words of it.
    private List<String> reasons(Hit hit, int step) {
        return step < 3
                ? List.of()
                : hit.reasons().stream()
                        .map(reason ->
                                words.say("reason." + reason.key(), reason.details().toArray()))
                        .toList();
    }

    private List<String> became(Hit hit) {
        List<String> lines = new ArrayList<>();
        if (hit.finding().isEmpty()) {
            lines.add(words.say("page.item.erased"));
        }
        Band band = inside.hearings().of(hit.caseId()).map(Hearing::band).orElse(Band.LIKELY);
        lines.addAll(
                inside.sentences(hit.caseId())
                        .why(
                                hit,
                                band,
                                inside.notices().told(hit.id()),
                                inside.notices().held(hit.id()),
                                now));
        return lines;
    }

    /// What waits to be told and what was sent.
    Views.Waiting waiting(Frame frame) {
        return new Views.Waiting(
                frame,
                standing.next(),
                standing.owed(),
                standing.outbox(),
                sent(),
                standing.places(false),
                calendar());
    }

    /// Five weeks of days, those marked on which something likely was found that had not stood
    /// there before. Never how much.
    private Optional<Strip> calendar() {
        LocalDate today = now.atZone(standing.zone()).toLocalDate();
        LocalDate first = today.with(DayOfWeek.MONDAY).minusWeeks(WEEKS - 1);
        List<LocalDate> days =
                first.datesUntil(today.plusDays(1))
                        .filter(day ->
                                inside.hits()
                                        .anyFresh(
                                                begins(day), begins(day.plusDays(1)), Band.LIKELY))
                        .toList();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        List<Strip.Square> squares =
                first.datesUntil(today.plusDays(1))
                        .map(day -> new Strip.Square(days.contains(day) ? 2 : 1))
                        .toList();
        String said = String.join(", ", days.stream().map(day -> words.day(day, today)).toList());
        return Optional.of(new Strip(WEEK, squares, words.say("page.calendar.days", said)));
    }

    private Instant begins(LocalDate day) {
        return day.atStartOfDay(standing.zone()).toInstant();
    }

    /// The latest notices, as the latest items tell of them.
    private List<String> sent() {
        List<HitId> latest =
                inside.hits().page(HitFilter.ALL, Optional.empty(), LATELY).stream()
                        .filter(hit -> !hit.baseline())
                        .map(Hit::id)
                        .toList();
        record Letter(NoticeId notice, String channel) {}
        Map<Letter, Instant> letters = new LinkedHashMap<>();
        inside.notices()
                .toldOf(latest)
                .values()
                .forEach(told ->
                        told.forEach(each ->
                                each.at()
                                        .ifPresent(at ->
                                                letters.put(
                                                        new Letter(
                                                                each.notice(),
                                                                each.channel().value()),
                                                        at))));
        return letters.entrySet().stream()
                .sorted(Map.Entry.<Letter, Instant>comparingByValue().reversed())
                .limit(MOST_SENT)
                .map(entry ->
                        words.say(
                                "page.sent",
                                entry.getKey().channel(),
                                words.moment(entry.getValue(), standing.zone(), now)))
                .toList();
    }
}
