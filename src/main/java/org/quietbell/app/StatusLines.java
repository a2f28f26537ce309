package org.quietbell.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.json.Json;
import org.quietbell.notice.AtOnce;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Flood;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.HelperState;
import org.quietbell.notice.How;
import org.quietbell.notice.NextTelling;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Sentences;
import org.quietbell.pipeline.Coverage;
import org.quietbell.pipeline.Pacing;
import org.quietbell.source.SourceEntry;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Words;

/// How things stand, as lines for a person and as JSON for a script. Ids, times and states only: no
/// name, no recipient, nothing that was found.
final class StatusLines {
    private final Installation installation;
    private final Words words;
    private final ZoneId zone;
    private final Instant now;
    private final Pacing pacing;
    private final SourceLines sourceLines;

    StatusLines(Installation installation, Context context) {
        this.installation = installation;
        this.words = context.words();
        this.zone = context.zone();
        this.now = context.clock().instant();
        this.pacing = installation.rhythm().all();
        this.sourceLines = new SourceLines(pacing, words, zone, now);
    }

    /// Lines for a person.
    List<String> text() {
        List<String> lines = new ArrayList<>(installation.pauseLines());
        Map<CaseId, Coverage> people = people();
        lines.add(coverage(Coverage.of(people.values())));
        for (SourceEntry entry : sources()) {
            lines.add("  " + entry.id() + ": " + sourceLines.line(entry));
            sourceLines.troubles(entry).forEach(trouble -> lines.add("    " + trouble));
        }
        for (WatchedCase watchedCase : cases()) {
            Optional<Hearing> hearing = hearing(watchedCase);
            lines.add(
                    watchedCase.id()
                            + ": "
                            + words.say("line.how." + how(hearing))
                            + next(hearing)
                                    .map(at -> " " + words.say("line.next", hers(at, hearing)))
                                    .orElse(""));
            if (people.size() > 1) {
                lines.add(
                        "  "
                                + places(
                                        people.getOrDefault(
                                                watchedCase.id(), new Coverage(List.of())),
                                        hearing));
            }
            hearing.ifPresent(h -> lines.addAll(pace(watchedCase, h)));
        }
        for (Flood flood : installation.pacing().floods()) {
            lines.add(words.say("line.flood", flood.source(), flood.count()));
        }
        lines.add(words.say("line.owed", installation.store().notices().owedCount()));
        for (NoticeLog.Outgoing letter : installation.store().notices().outbox()) {
            lines.add(
                    words.say(
                            "line.outbox." + letter.state(),
                            letter.letter().channel(),
                            letter.fault().orElse("")));
        }
        return lines;
    }

    /// What else of her pace must be seen: how far a helper is, and which channel is to be
    /// confirmed.
    private List<String> pace(WatchedCase watchedCase, Hearing hearing) {
        List<String> lines = new ArrayList<>();
        if (hearing.how() == How.HELPER_FIRST) {
            HelperState state = installation.store().hearings().helper(watchedCase.id());
            Optional<Instant> looked = state.readyUpTo();
            lines.add(
                    looked.map(at ->
                                    words.say(
                                            "line.helper-looked",
                                            words.moment(at, hearing.zone(), now)))
                            .orElseGet(() -> words.say("line.helper-has-not-looked-at-all")));
            boolean covered = hearing.helper().flatMap(Hearing.Helper::standIn).isPresent();
            away(state.helper(), covered ? "line.helper-away.covered" : "line.helper-away", hearing)
                    .ifPresent(lines::add);
            away(state.standIn(), "line.stand-in-away", hearing)
                    .filter(_ -> covered)
                    .ifPresent(lines::add);
        }
        hearing.wishes().atOnce().ifPresent(rule -> lines.add(atOnce(rule, hearing)));
        for (ChannelEntry entry : installation.store().channels().all()) {
            if (entry.active() && Asking.isStale(entry, List.of(hearing), now)) {
                lines.add(words.say("line.channel-still-right", entry.id()));
            }
        }
        return lines;
    }

    private Optional<String> away(HelperState.One helper, String key, Hearing hearing) {
        return helper.awayUntil()
                .filter(now::isBefore)
                .map(back -> words.say(key, words.moment(back, hearing.zone(), now)));
    }

    private String atOnce(AtOnce rule, Hearing hearing) {
        boolean self = rule.to().equals(RecipientId.SELF);
        String who = self ? words.say("why.you") : rule.to().value();
        String ways =
                rule.channels().stream()
                        .map(tuned -> tuned.channel().value())
                        .collect(Collectors.joining(", "));
        return rule.heard(hearing).isPresent()
                ? words.say("line.at-once", who, ways, rule.ceiling().perDay())
                : words.say("line.at-once-rests");
    }

    /// A moment by the clock of the person it concerns.
    private String hers(Instant at, Optional<Hearing> hearing) {
        return words.moment(at, hearing.map(Hearing::zone).orElse(zone), now);
    }

    private Map<CaseId, Coverage> people() {
        Map<CaseId, Coverage> people = new LinkedHashMap<>();
        cases().forEach(one -> people.put(one.id(), pacing.coverage(one)));
        return people;
    }

    private String coverage(Coverage places) {
        boolean news = installation.store().notices().owedCount() > 0;
        return new Sentences(words, zone)
                .coverage(news, places.answered(), places.asked(), places.last(), now);
    }

    /// What came of the places that are asked for one of several people.
    private String places(Coverage places, Optional<Hearing> hearing) {
        return places.last()
                .map(at ->
                        words.say(
                                "line.coverage",
                                places.answered(),
                                places.asked(),
                                hers(at, hearing)))
                .orElseGet(() -> words.say("line.coverage.none", places.asked()));
    }

    private static Json json(Coverage places) {
        return Json.object()
                .put("asked", places.asked())
                .put("answered", places.answered())
                .put("last", places.last())
                .put(
                        "troubled",
                        places.places().stream()
                                .filter(Coverage.Place::isTroubled)
                                .map(place -> place.source().value())
                                .toList())
                .build();
    }

    /// One object for a script.
    Json json() {
        Map<CaseId, Coverage> people = people();
        List<Json> watches = new ArrayList<>();
        for (WatchedCase watchedCase : installation.store().cases().all()) {
            Optional<Hearing> hearing = hearing(watchedCase);
            watchedCase
                    .watches()
                    .forEach(watch ->
                            watches.add(
                                    Json.object()
                                            .put("id", watch.id())
                                            .put("case", watchedCase.id())
                                            .put("active", watchedCase.active())
                                            .put("by_file", watchedCase.byFile())
                                            .put("how", how(hearing))
                                            .put("next", next(hearing))
                                            .put(
                                                    "places",
                                                    Optional.ofNullable(
                                                                    people.get(watchedCase.id()))
                                                            .map(StatusLines::json))
                                            .put(
                                                    "at_once",
                                                    hearing.flatMap(h ->
                                                                    h.wishes()
                                                                            .atOnce()
                                                                            .flatMap(r ->
                                                                                    r.heard(h)))
                                                            .isPresent())
                                            .put(
                                                    "waits_for_confirmation",
                                                    installation
                                                            .store()
                                                            .hearings()
                                                            .waiting(watchedCase.id())
                                                            .isPresent())
                                            .build()));
        }
        Set<PauseScope> byLink = installation.store().linkUses().madeByLink();
        return Json.object()
                .put("watches", watches)
                .put("sources", sources().stream().map(sourceLines::json).toList())
                .put(
                        "pauses",
                        installation.store().hearings().pauses().stream()
                                .filter(pause -> pause.holdsAt(now))
                                .map(pause -> pause(pause, byLink))
                                .toList())
                .put(
                        "floods",
                        installation.pacing().floods().stream().map(StatusLines::flood).toList())
                .put("to_confirm", toConfirm())
                .put("next_telling", installation.pacing().nextTelling(now))
                .put("owed", installation.store().notices().owedCount())
                .put(
                        "outbox",
                        installation.store().notices().outbox().stream()
                                .map(StatusLines::letter)
                                .toList())
                .put("coverage", coverage(Coverage.of(people.values())))
                .build();
    }

    private static Json pause(Pause pause, Set<PauseScope> byLink) {
        return Json.object()
                .put("watch", pause.watch())
                .put("channel", channel(pause))
                .put("source", source(pause))
                .put("since", pause.since())
                .put("until", pause.until())
                .put("stop_looking", pause.stopsLooking())
                .put("by_link", byLink.contains(pause.scope()))
                .build();
    }

    private List<ChannelId> toConfirm() {
        List<Hearing> hearings = cases().stream().flatMap(each -> hearing(each).stream()).toList();
        return installation.store().channels().all().stream()
                .filter(entry -> entry.active() && Asking.isStale(entry, hearings, now))
                .map(ChannelEntry::id)
                .toList();
    }

    private static Json flood(Flood flood) {
        return Json.object().put("source", flood.source()).put("count", flood.count()).build();
    }

    private static Optional<ChannelId> channel(Pause pause) {
        return pause.scope() instanceof PauseScope.OneChannel(ChannelId channel)
                ? Optional.of(channel)
                : Optional.empty();
    }

    private static Optional<String> source(Pause pause) {
        return pause.scope() instanceof PauseScope.OneSource(String source)
                ? Optional.of(source)
                : Optional.empty();
    }

    private static Json letter(NoticeLog.Outgoing letter) {
        return Json.object()
                .put("notice", letter.notice())
                .put("case", letter.caseId())
                .put("recipient", letter.recipient())
                .put("channel", letter.letter().channel())
                .put("state", letter.state())
                .put("attempts", letter.attempts())
                .put("next", letter.nextTry())
                .put("fault", letter.fault())
                .build();
    }

    private static String how(Optional<Hearing> hearing) {
        return hearing.map(h -> h.how().word()).orElse("not-chosen");
    }

    private Optional<Instant> next(Optional<Hearing> hearing) {
        return hearing.flatMap(h -> NextTelling.after(h, now));
    }

    private Optional<Hearing> hearing(WatchedCase watchedCase) {
        return installation.store().hearings().of(watchedCase.id());
    }

    private List<WatchedCase> cases() {
        return installation.store().cases().all().stream().filter(WatchedCase::active).toList();
    }

    private List<SourceEntry> sources() {
        return installation.store().sources().all().stream().filter(SourceEntry::active).toList();
    }
}
