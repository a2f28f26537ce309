package org.quietbell.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quietbell.hit.HitId;
import org.quietbell.match.Band;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.NextTelling;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.Owed;
import org.quietbell.notice.Pause;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Sentences;
import org.quietbell.pipeline.Coverage;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Words;

/// How things stand, in sentences: what is asked, what waits and why, when she hears next.
final class Standing {
    /// Squares beside each other, as in the calendar.
    private static final int ROW = 7;

    /// Of how much that waits it is said why: a page must not read all of a flood.
    private static final int MOST_EXPLAINED = 100;

    private final Inside inside;
    private final Words words;
    private final Instant now;
    private final List<WatchedCase> cases;
    private final boolean several;

    Standing(Inside inside, Words words, Instant now) {
        this.inside = inside;
        this.words = words;
        this.now = now;
        this.cases = inside.cases().all().stream().filter(WatchedCase::active).toList();
        this.several = cases.size() > 1;
    }

    /// The zone of whoever has chosen one; the machine's where nobody has, or several have.
    ZoneId zone() {
        return cases.size() == 1 ? zone(cases.getFirst().id()) : inside.zone();
    }

    ZoneId zone(CaseId caseId) {
        return inside.hearings().of(caseId).map(Hearing::zone).orElse(inside.zone());
    }

    /// What the places that are asked for her, or for any of them, answered (R1.25).
    String coverage() {
        Coverage places = places();
        boolean news = inside.notices().owesAnything();
        return new Sentences(words, zone())
                .coverage(news, places.answered(), places.asked(), places.last(), now);
    }

    private Coverage places() {
        return Coverage.of(cases.stream().map(inside::coverage).toList());
    }

    /// How each place does that is asked, and what may keep new things there from being seen.
    List<String> places(boolean onlyTroubled) {
        return places().places().stream()
                .filter(place -> !onlyTroubled || place.isTroubled())
                .flatMap(place -> place(place).stream())
                .toList();
    }

    /// Where it looked, when, and what answered: each place as a square and as a sentence. Empty if
    /// there is no place yet.
    Optional<Views.Looked> looked() {
        List<Coverage.Place> all = places().places();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Strip.Square> squares = new ArrayList<>();
        Map<Shade, Integer> counts = new EnumMap<>(Shade.class);
        for (Coverage.Place place : all) {
            Shade shade = Shade.of(place);
            counts.merge(shade, 1, Integer::sum);
            squares.add(new Strip.Square(shade.number));
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((shade, count) -> parts.add(words.say(shade.key, count)));
        Strip strip = new Strip(ROW, squares, String.join(" ", parts));
        return Optional.of(new Views.Looked(strip, all.stream().map(this::looked).toList()));
    }

    /// How a place stands in the picture.
    private enum Shade {
        ANSWERED(2, "page.looked.answered"),
        SILENT(3, "page.looked.silent"),
        NOT_YET(1, "page.looked.not-yet");

        private final int number;
        private final String key;

        Shade(int number, String key) {
            this.number = number;
            this.key = key;
        }

        static Shade of(Coverage.Place place) {
            if (!place.wasAsked()) {
                return NOT_YET;
            }
            return place.isTroubled() ? SILENT : ANSWERED;
        }
    }

    private String looked(Coverage.Place place) {
        String name = place.source().value();
        String state = words.say("state." + place.state());
        Optional<String> last = place.lastAnswer().map(this::moment);
        if (!place.wasAsked()) {
            return words.say("page.place", name, state);
        }
        if (place.isTroubled() && place.answered()) {
            return String.join(" ", place(place));
        }
        if (place.answered()) {
            return last.map(at -> words.say("page.looked.place", name, at))
                    .orElseGet(() -> words.say("page.place", name, state));
        }
        String since =
                place.since()
                        .map(at -> words.say("page.looked.since", name, state, moment(at)))
                        .orElseGet(() -> words.say("page.place", name, state) + ".");
        return since
                + " "
                + last.map(at -> words.say("page.places.answered", at))
                        .orElseGet(() -> words.say("page.looked.never"));
    }

    private String moment(Instant at) {
        return words.moment(at, zone(), now);
    }

    private List<String> place(Coverage.Place place) {
        List<String> lines = new ArrayList<>();
        if (place.answered() && place.isTroubled()) {
            if (place.waitsToMove()) {
                lines.add(words.say("page.place.moved", place.source()));
            }
            place.habits()
                    .emptySince()
                    .ifPresent(since ->
                            lines.add(
                                    words.say(
                                            "page.place.emptied",
                                            place.source(),
                                            words.moment(since, zone(), now))));
        }
        if (lines.isEmpty()) {
            lines.add(words.say("page.place", place.source(), words.say("state." + place.state())));
        }
        return lines;
    }

    /// When she hears next.
    List<String> next() {
        return cases.stream().map(each -> of(each, next(each))).toList();
    }

    private String next(WatchedCase watchedCase) {
        Optional<Hearing> hearing = inside.hearings().of(watchedCase.id());
        if (hearing.isEmpty()) {
            return words.say("page.next.not-chosen");
        }
        List<Pause> pauses = holding(watchedCase);
        if (pauses.stream().anyMatch(pause -> pause.until().isEmpty())) {
            return words.say("page.next.paused");
        }
        How how = hearing.get().how();
        boolean byTheClock =
                how == How.FIXED_TIMES
                        || (how == How.HELPER_FIRST && !hearing.get().times().isEmpty());
        if (!byTheClock) {
            boolean sends = how == How.AS_IT_HAPPENS || how == How.HELPER_FIRST;
            return words.say(
                    sends && !pauses.isEmpty() ? "page.next.paused" : "page.next." + how.word());
        }
        Instant from =
                pauses.stream()
                        .flatMap(pause -> pause.until().stream())
                        .max(Instant::compareTo)
                        .map(until -> until.minusNanos(1))
                        .orElse(now);
        return NextTelling.after(hearing.get(), from)
                .map(at -> words.say("page.next.time", words.moment(at, hearing.get().zone(), now)))
                .orElseGet(() -> words.say("page.next.none"));
    }

    private List<Pause> holding(WatchedCase watchedCase) {
        return inside.hearings().pauses().stream()
                .filter(pause -> pause.holdsAt(now))
                .filter(pause ->
                        watchedCase.watches().stream().allMatch(watch -> pause.covers(watch.id())))
                .toList();
    }

    /// What waits to be told, and why: one sentence for each cause.
    List<String> owed() {
        List<String> lines = new ArrayList<>();
        for (WatchedCase watchedCase : cases) {
            Map<String, Integer> why = new LinkedHashMap<>();
            List<Owed> owed =
                    inside.notices()
                            .owed(
                                    watchedCase.id(),
                                    RecipientId.SELF,
                                    band(watchedCase),
                                    MOST_EXPLAINED);
            Map<HitId, List<NoticeLog.HeldFor>> held =
                    inside.notices().heldOf(owed.stream().map(Owed::hit).toList());
            Sentences sentences = inside.sentences(watchedCase.id());
            for (Owed one : owed) {
                why.merge(
                        cause(held.getOrDefault(one.hit(), List.of()), sentences), 1, Integer::sum);
            }
            why.forEach((cause, count) ->
                    lines.add(of(watchedCase, words.say("page.owed", count, cause))));
            if (owed.size() == MOST_EXPLAINED) {
                lines.add(of(watchedCase, words.say("page.owed.more")));
            }
        }
        return lines;
    }

    private String cause(List<NoticeLog.HeldFor> held, Sentences sentences) {
        return held.stream()
                .filter(each -> each.recipient().equals(RecipientId.SELF))
                .findFirst()
                .map(each -> sentences.held(each.cause(), each.until(), now))
                .orElseGet(() -> words.say("why.waiting"));
    }

    Band band(WatchedCase watchedCase) {
        return inside.hearings().of(watchedCase.id()).map(Hearing::band).orElse(Band.LIKELY);
    }

    /// What is on its way, or could not be delivered.
    List<String> outbox() {
        return inside.notices().outbox().stream()
                .map(letter ->
                        words.say(
                                "line.outbox." + letter.state(),
                                letter.letter().channel(),
                                letter.fault().orElse("")))
                .toList();
    }

    /// A sentence about one case: named where there are several.
    private String of(WatchedCase watchedCase, String sentence) {
        return several ? words.say("page.case", watchedCase.id(), sentence) : sentence;
    }
}
