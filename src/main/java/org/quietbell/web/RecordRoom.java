package org.quietbell.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.quietbell.action.Report;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.Kind;
import org.quietbell.hit.HitId;
import org.quietbell.hit.PlaceKind;
import org.quietbell.watch.CaseId;
import org.quietbell.words.Words;

/// The record: a list without a word of what was found, then one entry, then its words (R1.16).
/// Safe for many threads.
final class RecordRoom {
    static final String PATH = "/record";
    private static final int ROWS = 25;
    private static final int READ = 100;
    private static final int MOST_STAYS = 256;

    private static final Set<Kind> LISTED =
            Set.of(Kind.FOUND, Kind.LOGGED, Kind.KEPT_ELSEWHERE, Kind.NOTE);

    private final Desk desk;
    private final Rooms rooms;
    private final Door door;

    /// In which stays which record was looked at: that is noted once for each (R3.9).
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    RecordRoom(Desk desk, Rooms rooms, Door door) {
        this.desk = desk;
        this.rooms = rooms;
        this.door = door;
    }

    private Words words() {
        return desk.words();
    }

    /// Shows an entry, or says that there is none.
    interface Opened {
        Views.View show(Inside inside, Instant now, Binders.Found found);
    }

    void opened(Context context, Opened page) {
        rooms.show(
                context,
                (inside, now) ->
                        new Binders(inside)
                                .entry(context.pathParam("id"))
                                .map(found -> page.show(inside, now, found))
                                .orElseGet(() -> rooms.missing(context, inside, now)));
    }

    void list(Context context) {
        String of = String.valueOf(context.queryParam("of"));
        String before = String.valueOf(context.queryParam("before"));
        rooms.show(
                context,
                (inside, now) -> {
                    inside.record().catchUp();
                    Binders binders = new Binders(inside);
                    Optional<CaseId> chosen = binders.chosen(of);
                    List<Sheet> sheets = new ArrayList<>();
                    List<Views.Way> ways = new ArrayList<>();
                    if (chosen.isPresent()) {
                        int number = binders.cases().indexOf(chosen.get()) + 1;
                        String mine = number > 1 ? "?of=" + number : "";
                        long end =
                                before.matches("[0-9]{1,15}")
                                        ? Long.parseLong(before)
                                        : Long.MAX_VALUE;
                        sheets.add(rows(inside, now, chosen.get(), end, number, ways));
                        ways.add(way(PATH + "/new" + mine, "page.record.new"));
                        ways.add(way(PATH + "/note" + mine, "page.record.note.all"));
                        ways.add(way(PATH + "/out" + mine, "page.record.out"));
                    } else {
                        sheets.add(Sheet.of(new Sheet.Say(words().say("page.record.none"))));
                    }
                    ways.add(way(AskedRoom.PATH, "page.asked"));
                    ways.add(way("/list", "page.item.back"));
                    others(binders, chosen, ways);
                    sheets.add(Sheet.of(Sheet.Folded.help(words())));
                    return sheets(context, inside, now, PATH, "page.record", sheets, ways);
                });
    }

    /// The other records, by number: whose they are stands on no page before one is opened.
    private void others(Binders binders, Optional<CaseId> chosen, List<Views.Way> ways) {
        List<CaseId> cases = binders.cases();
        for (int i = 0; i < cases.size(); i++) {
            if (!chosen.equals(Optional.of(cases.get(i)))) {
                ways.add(
                        new Views.Way(
                                PATH + "?of=" + (i + 1),
                                words().say("page.record.of", cases.get(i))));
            }
        }
    }

    private Sheet rows(
            Inside inside,
            Instant now,
            CaseId caseId,
            long before,
            int number,
            List<Views.Way> ways) {
        List<Entry> found = new ArrayList<>();
        long end = before;
        boolean more = true;
        while (more && found.size() <= ROWS) {
            List<Entry> part = inside.record().log().latest(caseId, end, READ);
            part.stream().filter(RecordRoom::isListed).forEach(found::add);
            more = part.size() == READ;
            end = part.isEmpty() ? end : part.getLast().seq();
        }
        if (before != Long.MAX_VALUE) {
            ways.add(new Views.Way(PATH + "?of=" + number, words().say("page.newest")));
        }
        if (found.size() > ROWS) {
            String address = PATH + "?of=" + number + "&before=" + found.get(ROWS - 1).seq();
            ways.add(new Views.Way(address, words().say("page.older")));
        }
        List<Views.Row> rows =
                found.stream().limit(ROWS).map(entry -> row(inside, now, caseId, entry)).toList();
        return rows.isEmpty()
                ? Sheet.of(new Sheet.Say(words().say("page.record.none")))
                : Sheet.of(
                        new Sheet.Say(words().say("page.record.about")),
                        new Sheet.Say(words().say("page.list.about")),
                        new Sheet.Rows(rows));
    }

    private static boolean isListed(Entry entry) {
        return entry.about().isEmpty()
                && Kind.of(entry.kind()).filter(LISTED::contains).isPresent();
    }

    private Views.Row row(Inside inside, Instant now, CaseId caseId, Entry entry) {
        ZoneId zone = inside.record().zone(caseId);
        String became =
                inside.record().log().about(caseId, entry.id()).stream()
                        .filter(later -> later.is(Kind.UNLISTED) || later.is(Kind.BACK))
                        .reduce((_, last) -> last)
                        .map(last -> EntrySheets.kind(words(), last))
                        .orElse("");
        return new Views.Row(
                PATH + "/" + entry.id(),
                words().day(entry.at().atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate()),
                kind(entry),
                became);
    }

    /// The kind of place, or what else it is.
    String kind(Entry entry) {
        return entry.text("address")
                .map(address -> words().say(PlaceKind.of(address).key()))
                .orElseGet(() -> EntrySheets.kind(words(), entry));
    }

    /// One entry: what was kept and when, and what came after. None of its words.
    void one(Context context) {
        opened(
                context,
                (inside, now, found) -> {
                    inside.record().catchUp();
                    Entry entry = found.entry();
                    String path = PATH + "/" + entry.id();
                    List<Sheet> sheets = new ArrayList<>();
                    sheets.add(kept(inside, now, found));
                    later(inside, now, found).ifPresent(sheets::add);
                    Optional<HitId> hit = entry.text("hit").map(HitId::new);
                    hit.flatMap(id -> asked(inside, now, found.caseId(), id))
                            .ifPresent(sheets::add);
                    sheets.add(Sheet.of(Sheet.Folded.help(words())));
                    List<Views.Way> ways = new ArrayList<>();
                    ways.add(way(path + "/words", "page.record.words"));
                    ways.add(way(path + "/note", "page.record.note"));
                    hit.ifPresent(id -> ways.add(way(TurnRoom.PATH + "?of=" + id, "page.turn")));
                    ways.add(way(PATH, "page.record.back"));
                    return new Views.Sheets(
                            rooms.frame(context, inside, now, path),
                            kind(entry),
                            Optional.empty(),
                            List.of(),
                            sheets,
                            ways);
                });
    }

    private Sheet kept(Inside inside, Instant now, Binders.Found found) {
        Entry entry = found.entry();
        ZoneId zone = inside.record().zone(found.caseId());
        List<Sheet.Field> fields = new ArrayList<>();
        Optional<Instant> first = entry.text("first-seen").map(Instant::parse);
        first.ifPresent(
                seen -> fields.add(say("page.record.first-seen", words().moment(seen, zone, now))));
        first.ifPresent(seen ->
                fields.add(
                        say(
                                inside.record().ran().ranAt(seen)
                                        ? "page.record.ran"
                                        : "page.record.ran.not")));
        fields.add(say("page.item.recorded", words().moment(entry.at(), zone, now)));
        if (entry.is(Kind.FOUND)) {
            fields.add(say("page.record.machine"));
        }
        if (inside.record().isYoung(found.caseId(), entry.id())) {
            fields.add(say("page.record.young"));
        }
        return Sheet.of(fields.toArray(Sheet.Field[]::new));
    }

    private Sheet.Say say(String key, Object... details) {
        return new Sheet.Say(words().say(key, details));
    }

    /// What was entered of it since: each is an entry of its own.
    private Optional<Sheet> later(Inside inside, Instant now, Binders.Found found) {
        ZoneId zone = inside.record().zone(found.caseId());
        List<Sheet.Field> fields = new ArrayList<>();
        for (Entry later : inside.record().log().about(found.caseId(), found.entry().id())) {
            fields.add(
                    say(
                            "page.record.later",
                            words().moment(later.at(), zone, now),
                            EntrySheets.kind(words(), later)));
        }
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        fields.addFirst(new Sheet.Heading(words().say("page.record.since")));
        return Optional.of(Sheet.of(fields.toArray(Sheet.Field[]::new)));
    }

    private Optional<Sheet> asked(Inside inside, Instant now, CaseId caseId, HitId hit) {
        List<Report> reports = new Binders(inside).reportsAbout(caseId, hit);
        return reports.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Sheet.of(
                                new Sheet.Heading(words().say("page.asked")),
                                new Sheet.Rows(
                                        reports.stream()
                                                .map(report ->
                                                        AskedRoom.row(words(), inside, now, report))
                                                .toList())));
    }

    /// All that an entry says, and what was noted of it.
    void words(Context context) {
        opened(
                context,
                (inside, now, found) -> {
                    view(context, inside, found.caseId());
                    boolean asFound = "found".equals(context.queryParam("as"));
                    Wording wording = Wording.of(inside.pageChoices().find(), asFound);
                    EntrySheets shown =
                            new EntrySheets(
                                    words(), inside.record().zone(found.caseId()), now, wording);
                    List<Sheet> sheets = new ArrayList<>(shown.of(found.entry()));
                    inside.record().log().about(found.caseId(), found.entry().id()).stream()
                            .map(shown::of)
                            .forEach(sheets::addAll);
                    sheets.add(Sheet.of(Sheet.Folded.help(words())));
                    String path = PATH + "/" + found.entry().id();
                    Frame frame = rooms.frame(context, inside, now, path + "/words");
                    List<Views.Way> ways = new ArrayList<>();
                    wording.way(frame).ifPresent(ways::add);
                    ways.add(way(path, "page.record.fewer"));
                    ways.add(way(path + "/note", "page.record.note"));
                    ways.add(way(PATH, "page.record.back"));
                    return new Views.Sheets(
                            frame, kind(found.entry()), Optional.empty(), List.of(), sheets, ways);
                });
    }

    private void view(Context context, Inside inside, CaseId caseId) {
        if (seen.size() > MOST_STAYS) { // most of those are over
            seen.clear();
        }
        String stay = door.session(context).map(Session::id).orElse("");
        if (seen.add(stay + " " + caseId)) {
            inside.record().viewed(caseId);
        }
    }

    private Views.Way way(String address, String key) {
        return new Views.Way(address, words().say(key));
    }

    Views.View sheets(
            Context context,
            Inside inside,
            Instant now,
            String here,
            String heading,
            List<Sheet> sheets,
            List<Views.Way> ways) {
        return new Views.Sheets(
                rooms.frame(context, inside, now, here),
                words().say(heading),
                Optional.empty(),
                List.of(),
                sheets,
                ways);
    }
}
