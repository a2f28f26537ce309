package org.quietbell.app;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.quietbell.evidence.Cells;
import org.quietbell.hit.CanonicalRules;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.hit.PlaceKind;
import org.quietbell.json.Json;
import org.quietbell.notice.NoticeLog;
import org.quietbell.source.Finding;
import org.quietbell.words.Words;

/// Hits as lines: kind and date for a person, all of it as JSON or as a table for a script.
///
/// Streams: never holds more than a few hundred.
final class HitLines {
    private static final int AT_ONCE = 200;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    private final PrintWriter out;
    private final NoticeLog notices;
    private final Words words;
    private final ZoneId zone;

    HitLines(PrintWriter out, NoticeLog notices, Words words, ZoneId zone) {
        this.out = out;
        this.notices = notices;
        this.words = words;
        this.zone = zone;
    }

    /// Hands hits on, one after the other.
    interface Stream {
        void each(Consumer<Hit> consumer);
    }

    /// One line a hit: id, date, kind of place.
    void plain(Stream hits) {
        int[] count = {0};
        hits.each(hit -> {
            count[0]++;
            out.println(
                    hit.id()
                            + "  "
                            + DAY.format(hit.firstSeen().atZone(zone))
                            + "  "
                            + kind(hit)
                            + "  "
                            + words.say("state." + hit.state()));
        });
        if (count[0] == 0) {
            out.println(words.say("line.nothing-kept"));
        }
    }

    private String kind(Hit hit) {
        return hit.finding()
                .map(finding -> words.say(PlaceKind.of(finding.address()).key()))
                .orElseGet(() -> words.say("line.erased"));
    }

    /// All of one hit, for a person who asked for it. The address is defanged.
    void opened(Hit hit) {
        out.println(words.say("line.found-on", DAY.format(hit.firstSeen().atZone(zone))));
        out.println(kind(hit));
        hit.finding()
                .ifPresent(finding -> {
                    out.println(words.say("line.site", CanonicalRules.site(finding.address())));
                    out.println(words.say("line.title", finding.title()));
                    out.println(words.say("line.snippet", finding.snippet()));
                    out.println(
                            words.say("line.address", CanonicalRules.defanged(finding.address())));
                });
        hit.listing()
                .latest()
                .ifPresent(latest -> out.println(words.say("line.now-titled", latest.title())));
        became(hit, words, zone).forEach(out::println);
        reasons(hit).forEach(reason -> out.println(words.say("line.because", reason)));
    }

    /// What has become of a hit where it was found; nothing for most.
    static List<String> became(Hit hit, Words words, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        if (!hit.listing().isListed()) {
            lines.add(words.say("line.unlisted", DAY.format(hit.lastSeen().atZone(zone))));
        }
        hit.listing()
                .back()
                .ifPresent(at -> lines.add(words.say("line.back", DAY.format(at.atZone(zone)))));
        hit.listing()
                .changed()
                .ifPresent(at -> lines.add(words.say("line.changed", DAY.format(at.atZone(zone)))));
        return lines;
    }

    private List<String> reasons(Hit hit) {
        return hit.reasons().stream()
                .map(reason -> words.say("reason." + reason.key(), reason.details().toArray()))
                .toList();
    }

    /// One JSON array.
    void json(Stream hits) {
        out.print("[");
        boolean[] first = {true};
        inBatches(
                hits,
                batch -> {
                    List<HitId> ids = batch.stream().map(Hit::id).toList();
                    Map<HitId, List<NoticeLog.Told>> told = notices.toldOf(ids);
                    Map<HitId, List<NoticeLog.HeldFor>> held = notices.heldOf(ids);
                    for (Hit hit : batch) {
                        out.print(first[0] ? "\n" : ",\n");
                        first[0] = false;
                        json(
                                        hit,
                                        told.getOrDefault(hit.id(), List.of()),
                                        held.getOrDefault(hit.id(), List.of()))
                                .writeTo(out);
                    }
                });
        out.println("]");
    }

    private void inBatches(Stream hits, Consumer<List<Hit>> consumer) {
        List<Hit> batch = new ArrayList<>();
        hits.each(hit -> {
            batch.add(hit);
            if (batch.size() == AT_ONCE) {
                consumer.accept(List.copyOf(batch));
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            consumer.accept(List.copyOf(batch));
        }
    }

    private Json json(Hit hit, List<NoticeLog.Told> told, List<NoticeLog.HeldFor> held) {
        Optional<Finding> finding = hit.finding();
        return Json.object()
                .put("id", hit.id())
                .put("case", hit.caseId())
                .put("watch", hit.watch())
                .put("item", finding.map(Finding::item))
                .put("band", hit.band().word())
                .put("score", hit.score())
                .put("state", hit.state())
                .put("baseline", hit.baseline())
                .put("first_seen", hit.firstSeen())
                .put("published", finding.flatMap(Finding::published))
                .put("source", hit.source())
                .put("site", finding.map(f -> CanonicalRules.site(f.address())))
                .put("title", finding.map(Finding::title))
                .put("address", finding.map(Finding::address))
                .put("reasons", reasons(hit))
                .put("told", told.stream().map(HitLines::json).toList())
                .put("held", held.stream().map(HitLines::json).toList())
                .put("group", hit.group())
                .build();
    }

    private static Json json(NoticeLog.Told told) {
        return Json.object()
                .put("recipient", told.recipient())
                .put("channel", told.channel())
                .put("at", told.at())
                .put("notice", told.notice())
                .build();
    }

    private static Json json(NoticeLog.HeldFor held) {
        return Json.object()
                .put("recipient", held.recipient())
                .put("cause", held.cause())
                .put("until", held.until())
                .build();
    }

    /// A table with a head line. Cells that a spreadsheet would take for a formula are quoted.
    void table(Stream hits) {
        out.println(
                "id,case,watch,item,band,score,state,baseline,first_seen,published,source,site,"
                        + "title,address,reasons");
        hits.each(hit -> {
            Optional<Finding> finding = hit.finding();
            List<Object> cells =
                    List.of(
                            hit.id(),
                            hit.caseId(),
                            hit.watch(),
                            finding.map(Finding::item).orElse(""),
                            hit.band().word(),
                            hit.score(),
                            hit.state(),
                            hit.baseline(),
                            hit.firstSeen(),
                            finding.flatMap(Finding::published).map(Instant::toString).orElse(""),
                            hit.source(),
                            finding.map(f -> CanonicalRules.site(f.address())).orElse(""),
                            finding.map(Finding::title).orElse(""),
                            finding.map(Finding::address).orElse(""),
                            String.join("; ", reasons(hit)));
            out.println(String.join(",", cells.stream().map(Cells::cell).toList()));
        });
    }
}
