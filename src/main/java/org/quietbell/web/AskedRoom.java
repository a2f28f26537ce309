package org.quietbell.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quietbell.action.AddressList;
import org.quietbell.action.AskedPage;
import org.quietbell.action.Letter;
import org.quietbell.action.Letters;
import org.quietbell.action.Report;
import org.quietbell.action.ReportEvent;
import org.quietbell.action.ReportFields;
import org.quietbell.action.Route;
import org.quietbell.action.RouteLines;
import org.quietbell.action.Routes;
import org.quietbell.action.StandingLines;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.source.Finding;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

/// What was asked of whom: a list, how one stands, and its text to be copied. Nothing is opened,
/// filled in or sent (R4.1). Safe for many threads.
final class AskedRoom {
    static final String PATH = "/asked";

    private final Desk desk;
    private final Rooms rooms;

    AskedRoom(Desk desk, Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
    }

    private Words words() {
        return desk.words();
    }

    /// Shows a request.
    interface Opened {
        Views.View show(Inside inside, Instant now, Report report);
    }

    void opened(Context context, Opened page) {
        rooms.show(
                context,
                (inside, now) -> {
                    inside.record().catchUp();
                    return new Binders(inside)
                            .report(context.pathParam("id"))
                            .map(report -> page.show(inside, now, report))
                            .orElseGet(() -> rooms.missing(context, inside, now));
                });
    }

    static Optional<Route> route(Report report) {
        return Routes.STANDARD.find(report.prepared().route());
    }

    static String name(Words words, Report report) {
        return route(report)
                .map(row -> words.say("route." + row.id() + ".name"))
                .orElse(report.prepared().route());
    }

    /// One line of a list: when, where to, and how it stands.
    static Views.Row row(Words words, Inside inside, Instant now, Report report) {
        ZoneId zone = inside.record().zone(report.caseId());
        LocalDate day = LocalDate.ofInstant(report.prepared().at(), zone);
        return new Views.Row(
                PATH + "/" + report.id(),
                words.day(day, LocalDate.ofInstant(now, zone)),
                name(words, report),
                new StandingLines(words, zone).of(report, route(report), now).getFirst());
    }

    void list(Context context) {
        rooms.show(
                context,
                (inside, now) -> {
                    inside.record().catchUp();
                    List<Report> reports = new ArrayList<>();
                    new Binders(inside)
                            .cases()
                            .forEach(
                                    caseId -> reports.addAll(inside.record().reports().of(caseId)));
                    List<Views.Row> rows =
                            reports.reversed().stream()
                                    .map(report -> row(words(), inside, now, report))
                                    .toList();
                    Sheet.Field listed =
                            rows.isEmpty() ? say("page.asked.none") : new Sheet.Rows(rows);
                    return new Views.Sheets(
                            rooms.frame(context, inside, now, PATH),
                            words().say("page.asked"),
                            Optional.empty(),
                            List.of(),
                            List.of(
                                    Sheet.of(say("route.yours"), say("page.asked.about"), listed),
                                    Sheet.of(Sheet.Folded.help(words()))),
                            List.of(
                                    way(TurnRoom.PATH, "page.turn"),
                                    way(RecordRoom.PATH, "page.record")));
                });
    }

    private Sheet.Say say(String key, Object... details) {
        return new Sheet.Say(words().say(key, details));
    }

    private Views.Way way(String address, String key) {
        return new Views.Way(address, words().say(key));
    }

    /// How a request stands, and what happened.
    void one(Context context) {
        opened(
                context,
                (inside, now, report) -> {
                    ZoneId zone = inside.record().zone(report.caseId());
                    List<Sheet.Field> fields = new ArrayList<>();
                    new StandingLines(words(), zone)
                            .of(report, route(report), now)
                            .forEach(line -> fields.add(new Sheet.Say(line)));
                    fields.add(new Sheet.Heading(words().say("page.asked.happened")));
                    for (ReportEvent event : report.events()) {
                        fields.add(
                                say(
                                        "page.record.later",
                                        words().moment(event.at(), zone, now),
                                        words().say("page.asked.event." + word(event))));
                        facts(event).ifPresent(fields::add);
                    }
                    String path = PATH + "/" + report.id();
                    List<Views.Way> ways = new ArrayList<>();
                    ways.add(way(path + "/text", "page.asked.text"));
                    ways.add(way(path + "/sent", "page.asked.sent"));
                    ways.add(way(path + "/answered", "page.asked.answered"));
                    ways.add(way(path + "/ended", "page.asked.ended"));
                    ways.add(way(PATH, "page.asked.back"));
                    return new Views.Sheets(
                            rooms.frame(context, inside, now, path),
                            name(words(), report),
                            Optional.empty(),
                            List.of(),
                            List.of(
                                    Sheet.of(fields.toArray(Sheet.Field[]::new)),
                                    Sheet.of(Sheet.Folded.help(words()))),
                            ways);
                });
    }

    private static String word(ReportEvent event) {
        return event instanceof ReportEvent.Ended ended
                ? ended.outcome().word()
                : ReportFields.word(event);
    }

    /// What she wrote with it.
    private Optional<Sheet.Field> facts(ReportEvent event) {
        List<Sheet.Fact> facts =
                switch (event) {
                    case ReportEvent.Sent sent ->
                            List.of(
                                    new Sheet.Fact(words().say("page.asked.to"), sent.to()),
                                    new Sheet.Fact(
                                            words().say("page.asked.reference"), sent.reference()));
                    case ReportEvent.Answered answered ->
                            List.of(
                                    new Sheet.Fact(
                                            words().say("page.asked.said"), answered.words()));
                    case ReportEvent.Ended ended ->
                            List.of(new Sheet.Fact(words().say("page.asked.more"), ended.words()));
                    case ReportEvent.Prepared _, ReportEvent.Unlisted _, ReportEvent.Back _ ->
                            List.of();
                };
        List<Sheet.Fact> said = facts.stream().filter(fact -> !fact.text().isEmpty()).toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(new Sheet.Facts("", said));
    }

    /// A page as a request asks about it.
    static AskedPage page(Hit hit) {
        return new AskedPage(
                hit.id(),
                hit.finding().map(Finding::address).filter(address -> !address.isBlank()),
                hit.firstSeen());
    }

    private static List<AskedPage> pages(Inside inside, Report report) {
        return report.hits().stream()
                .map((HitId id) ->
                        inside.hits()
                                .find(id)
                                .map(AskedRoom::page)
                                .orElseGet(() ->
                                        new AskedPage(
                                                id, Optional.empty(), report.prepared().at())))
                .toList();
    }

    /// The addresses and the letters, whole, to be copied. Where somebody was or may have been
    /// under 18 there is no letter (R3.12).
    void text(Context context) {
        Language theirs = language(context.queryParam("in"));
        opened(
                context,
                (inside, now, report) -> {
                    boolean young = report.prepared().young();
                    List<AskedPage> pages = pages(inside, report);
                    List<Sheet.Field> fields = new ArrayList<>();
                    ZoneId zone = inside.record().zone(report.caseId());
                    RouteLines lines = new RouteLines(words(), LocalDate.ofInstant(now, zone));
                    route(report)
                            .ifPresent(row ->
                                    lines.of(row).forEach(l -> fields.add(new Sheet.Say(l))));
                    fields.add(say(young ? "route.before.young" : "route.yours"));
                    List<String> addresses = AddressList.all(pages);
                    fields.add(
                            new Sheet.Copy(
                                    "addresses",
                                    words().say("report.addresses", addresses.size()),
                                    String.join("\n", addresses),
                                    "zxx"));
                    List<Letter> letters =
                            young
                                    ? List.of()
                                    : route(report)
                                            .map(row -> row.request().letters())
                                            .orElse(List.of());
                    if (!letters.isEmpty()) {
                        fields.add(
                                new Sheet.Heading(words().say("report.letters", letters.size())));
                        fields.add(say("report.blanks"));
                    }
                    Letters writes = new Letters(Words.of(theirs));
                    for (Letter letter : letters) {
                        fields.add(
                                new Sheet.Copy(
                                        letter.word(),
                                        words().say("page.asked.letter." + letter.word()),
                                        String.join("\n", writes.write(letter, pages)),
                                        theirs.tag()));
                    }
                    String path = PATH + "/" + report.id();
                    return new Views.Sheets(
                            rooms.frame(context, inside, now, path + "/text"),
                            words().say("page.asked.text"),
                            Optional.empty(),
                            List.of(),
                            List.of(
                                    Sheet.of(fields.toArray(Sheet.Field[]::new)),
                                    Sheet.of(Sheet.Folded.help(words()))),
                            ways(path, letters, theirs));
                });
    }

    private List<Views.Way> ways(String path, List<Letter> letters, Language shown) {
        List<Views.Way> ways = new ArrayList<>();
        if (!letters.isEmpty()) {
            for (Language other : Language.values()) {
                if (other != shown) {
                    ways.add(way(path + "/text?in=" + other.tag(), "page.asked.in." + other.tag()));
                }
            }
        }
        ways.add(way(path + "/sent", "page.asked.sent"));
        ways.add(way(path, "page.asked.stands"));
        return ways;
    }

    private Language language(@Nullable String tag) {
        return Optional.ofNullable(tag).flatMap(Language::of).orElseGet(words()::language);
    }
}
