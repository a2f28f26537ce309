package org.quietbell.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Inside inside;
    private final Words words;
    private final Instant now;
    private final Standing standing;

    Reading(Inside inside, Words words, Instant now) {
        this.inside = inside;
        this.words = words;
        this.now = now;
        this.standing = new Standing(inside, words, now);
    }

    /// The list.
    ///
    /// @param page from 0
    Views.Listing listing(Frame frame, Shelf shelf, int page) {
        Map<Shelf, Integer> counts = new EnumMap<>(Shelf.class);
        List<Views.Row> rows = new ArrayList<>();
        inside.hits()
                .each(
                        HitFilter.ALL,
                        hit -> {
                            Shelf its = shelf(hit);
                            int before = counts.merge(its, 1, Integer::sum) - 1;
                            if (its == shelf && before / ROWS == page) {
                                rows.add(row(hit));
                            }
                        });
        List<Views.Tab> tabs = new ArrayList<>();
        for (Shelf each : Shelf.values()) {
            int count = counts.getOrDefault(each, 0);
            if (count > 0 || each == Shelf.FRESH || each == shelf) {
                tabs.add(
                        new Views.Tab(
                                address(each, 0),
                                words.say("page.shelf." + each.word(), count),
                                each == shelf));
            }
        }
        boolean more = counts.getOrDefault(shelf, 0) > (page + 1) * ROWS;
        List<String> lines = new ArrayList<>(List.of(standing.coverage()));
        lines.addAll(standing.places(true));
        lines.addAll(standing.next());
        return new Views.Listing(
                frame,
                lines,
                standing.owed(),
                tabs,
                rows,
                page == 0 ? Optional.empty() : Optional.of(address(shelf, page - 1)),
                more ? Optional.of(address(shelf, page + 1)) : Optional.empty());
    }

    static String address(Shelf shelf, int page) {
        if (shelf == Shelf.FRESH && page == 0) {
            return "/";
        }
        return "/?list=" + shelf.word() + (page == 0 ? "" : "&page=" + page);
    }

    private Shelf shelf(Hit hit) {
        if (hit.label() == Label.NOT_ME) {
            return Shelf.OTHERS;
        }
        if (!hit.band().isAtLeast(Band.LIKELY) && hit.label() != Label.ME) {
            return Shelf.PERHAPS;
        }
        return hit.baseline() ? Shelf.EARLIER : Shelf.FRESH;
    }

    private Views.Row row(Hit hit) {
        return new Views.Row("/n/" + hit.id(), date(hit), kind(hit));
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
    Optional<Views.Item> item(Frame frame, HitId id, int step) {
        return inside.hits()
                .find(id)
                .map(new KeptApart(inside.cases())::shown)
                .map(hit -> item(frame, hit, step));
    }

    private Views.Item item(Frame frame, Hit hit, int step) {
        Optional<Finding> finding = hit.finding();
        boolean more = finding.isPresent() && step < 4;
        return new Views.Item(
                frame,
                step,
                date(hit),
                kind(hit),
                words.say("page.item.likelihood", words.say("band." + hit.band().word())),
                why(hit, step),
                finding.filter(_ -> step >= 2).map(f -> CanonicalRules.site(f.address())),
                finding.filter(_ -> step >= 3).map(f -> titled(f.title())),
                finding.filter(_ -> step >= 3).map(Finding::snippet).filter(s -> !s.isBlank()),
                finding.filter(_ -> step >= 4).map(f -> CanonicalRules.defanged(f.address())),
                more ? Optional.of("/n/" + hit.id() + Routes.STEPS.get(step)) : Optional.empty());
    }

    private String titled(String title) {
        return title.isBlank() ? words.say("page.item.untitled") : title;
    }

    /// What became of it; why it is kept only where its text is shown, since a reason may repeat
    /// words of it.
    private List<String> why(Hit hit, int step) {
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
        if (step >= 3) {
            hit.reasons()
                    .forEach(reason ->
                            lines.add(
                                    words.say(
                                            "reason." + reason.key(), reason.details().toArray())));
        }
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
                standing.places(false));
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
