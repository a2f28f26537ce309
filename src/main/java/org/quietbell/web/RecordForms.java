package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.EntryId;
import org.quietbell.evidence.Kind;
import org.quietbell.evidence.Notes;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.watch.CaseId;
import org.quietbell.words.Words;

/// What is put into the record: an item, something that is not on the web, a note. Nothing before
/// is changed by any of it. What cannot be kept is shown again as it was typed. Safe for many
/// threads.
final class RecordForms {
    /// Of one text, in characters.
    static final int LONGEST = 10_000;

    /// The same form within that time is one that was sent twice.
    static final Duration TWICE = Duration.ofMinutes(10);

    private static final List<String> ANSWERS = List.of("no", "yes", "not-sure");

    private final Desk desk;
    private final Rooms rooms;
    private final RecordRoom record;

    RecordForms(Desk desk, Rooms rooms, RecordRoom record) {
        this.desk = desk;
        this.rooms = rooms;
        this.record = record;
    }

    private Words words() {
        return desk.words();
    }

    /// Asks before an item is put into the record: what that is, and how old somebody was (R3.12).
    /// One that is there already leads to its entry.
    void askPut(Context context) {
        rooms.show(
                context,
                (inside, now) ->
                        item(context, inside)
                                .map(hit -> asked(context, inside, now, hit))
                                .orElseGet(() -> rooms.missing(context, inside, now)));
    }

    private static Optional<Hit> item(Context context, Inside inside) {
        return Optional.of(context.pathParam("id"))
                .filter(Rooms::isId)
                .flatMap(id -> inside.hits().find(new HitId(id)));
    }

    private Views.View asked(Context context, Inside inside, Instant now, Hit hit) {
        Optional<Binders.Found> entry = new Binders(inside).entryOf(hit.id());
        if (entry.isPresent()) {
            return rooms.to(context, RecordRoom.PATH + "/" + entry.get().entry().id());
        }
        if (hit.finding().isEmpty()) {
            return rooms.missing(context, inside, now);
        }
        String path = "/n/" + hit.id();
        return page(
                context,
                inside,
                now,
                path + "/record",
                "page.item.record",
                List.of(),
                new Sheet(
                        path + "/record",
                        words().say("page.item.record"),
                        List.of(
                                say("page.item.record.about"),
                                say("setup.device"),
                                age(Typed.NOTHING))),
                path);
    }

    private Sheet.Say say(String key, Object... details) {
        return new Sheet.Say(words().say(key, details));
    }

    private Sheet.Field age(Typed typed) {
        List<Sheet.Choice> choices = new ArrayList<>();
        String chosen = typed.text(Notes.UNDER_18);
        choices.add(
                new Sheet.Choice(
                        "", words().say("page.record.age.open"), "", !ANSWERS.contains(chosen)));
        for (String answer : ANSWERS) {
            choices.add(
                    new Sheet.Choice(
                            answer,
                            words().say("page.record.age." + answer),
                            answer.equals("no") ? "" : words().say("page.record.age.erases"),
                            answer.equals(chosen)));
        }
        return new Sheet.One(Notes.UNDER_18, words().say("page.record.age"), choices);
    }

    private static Map<String, String> age(String answer) {
        return ANSWERS.contains(answer) ? Map.of(Notes.UNDER_18, answer) : Map.of();
    }

    /// Puts an item into the record (R3.1).
    void put(Context context) {
        String answer = Typed.of(context).text(Notes.UNDER_18);
        rooms.show(
                context,
                (inside, now) -> {
                    Optional<Hit> hit = item(context, inside);
                    if (hit.isEmpty() || !inside.changes().record(hit.get().id())) {
                        context.status(HttpStatus.BAD_REQUEST);
                        return new Views.Note(
                                rooms.frame(context, inside, now, "/"),
                                words().say("page.refused"));
                    }
                    CaseId caseId = hit.get().caseId();
                    new Binders(inside)
                            .entryOf(hit.get().id())
                            .ifPresent(found ->
                                    note(
                                            inside,
                                            now,
                                            caseId,
                                            Optional.of(found.entry()),
                                            age(answer)));
                    return rooms.to(context, "/n/" + hit.get().id() + Rooms.step(context));
                });
    }

    /// A form for a note about an entry.
    void askNote(Context context) {
        record.opened(
                context,
                (inside, now, found) ->
                        noteForm(
                                context,
                                inside,
                                now,
                                Optional.of(found.entry()),
                                Typed.NOTHING,
                                List.of()));
    }

    /// A form for a note about all of it.
    void askNoteOfAll(Context context) {
        rooms.show(
                context,
                (inside, now) ->
                        noteForm(context, inside, now, Optional.empty(), of(context), List.of()));
    }

    /// Which record a form is about, as its page's address said.
    private static Typed of(Context context) {
        return new Typed(Map.of("of", List.of(String.valueOf(context.queryParam("of")))));
    }

    void note(Context context) {
        record.opened(
                context,
                (inside, now, found) ->
                        note(context, inside, now, found.caseId(), Optional.of(found.entry())));
    }

    void noteOfAll(Context context) {
        rooms.show(
                context,
                (inside, now) ->
                        new Binders(inside)
                                .chosen(Typed.of(context).text("of"))
                                .map(caseId -> note(context, inside, now, caseId, Optional.empty()))
                                .orElseGet(() -> rooms.missing(context, inside, now)));
    }

    private Views.View note(
            Context context, Inside inside, Instant now, CaseId caseId, Optional<Entry> about) {
        Typed typed = Typed.of(context);
        Map<String, String> said = new TreeMap<>(said(typed, Notes.ASKED));
        if (about.filter(entry -> entry.is(Kind.FOUND)).isPresent()) {
            said.putAll(age(typed.text(Notes.UNDER_18)));
        }
        Optional<String> problem = problem(said);
        if (problem.isPresent()) {
            context.status(HttpStatus.BAD_REQUEST);
            return noteForm(context, inside, now, about, typed, List.of(problem.get()));
        }
        note(inside, now, caseId, about, said);
        return rooms.to(
                context,
                about.map(entry -> RecordRoom.PATH + "/" + entry.id()).orElse(RecordRoom.PATH));
    }

    private static void note(
            Inside inside,
            Instant now,
            CaseId caseId,
            Optional<Entry> about,
            Map<String, String> said) {
        Optional<EntryId> id = about.map(Entry::id);
        boolean isSentTwice =
                id
                        .map(entry -> inside.record().log().about(caseId, entry).reversed())
                        .orElseGet(() -> latest(inside, caseId))
                        .stream()
                        .filter(entry -> entry.is(Kind.NOTE) && entry.about().equals(id))
                        .findFirst()
                        .filter(last -> isJust(last, now) && Binders.saysThe(last, said))
                        .isPresent();
        if (!isSentTwice) {
            inside.record().note(caseId, id, said);
        }
    }

    private static List<Entry> latest(Inside inside, CaseId caseId) {
        return inside.record().log().latest(caseId, Long.MAX_VALUE, 20);
    }

    private static boolean isJust(Entry entry, Instant now) {
        return now.isBefore(entry.at().plus(TWICE));
    }

    private static Map<String, String> said(Typed typed, List<String> names) {
        Map<String, String> said = new TreeMap<>();
        for (String name : names) {
            String text = typed.text(name).replace("\r\n", "\n");
            if (!text.isBlank()) {
                said.put(name, text);
            }
        }
        return said;
    }

    private Optional<String> problem(Map<String, String> said) {
        if (said.isEmpty()) {
            return Optional.of(words().say("page.record.nothing"));
        }
        return said.values().stream().anyMatch(text -> text.length() > LONGEST)
                ? Optional.of(words().say("page.record.long", LONGEST))
                : Optional.empty();
    }

    private Views.View noteForm(
            Context context,
            Inside inside,
            Instant now,
            Optional<Entry> about,
            Typed typed,
            List<String> problems) {
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(say("page.record.note.about"));
        fields.add(say("line.evidence-facts"));
        fields.addAll(fields(List.of(Notes.TEXT), typed));
        if (about.filter(entry -> entry.is(Kind.FOUND)).isPresent()) {
            fields.add(age(typed));
        }
        fields.addAll(
                fields(
                        Notes.ASKED.stream().filter(name -> !name.equals(Notes.TEXT)).toList(),
                        typed));
        fields.add(new Sheet.Kept("of", typed.text("of")));
        String path =
                about.map(entry -> RecordRoom.PATH + "/" + entry.id()).orElse(RecordRoom.PATH);
        return page(
                context,
                inside,
                now,
                path + "/note",
                about.isPresent() ? "page.record.note" : "page.record.note.all",
                problems,
                new Sheet(path + "/note", words().say("page.record.add"), fields),
                path);
    }

    private List<Sheet.Field> fields(List<String> names, Typed typed) {
        return names.stream()
                .map(name ->
                        (Sheet.Field)
                                new Sheet.Lines(
                                        name,
                                        words().say("ask.evidence." + name),
                                        "",
                                        typed.text(name)))
                .toList();
    }

    /// A form for something that is not on the web: a mail, a text, a call, a threat.
    void askByHand(Context context) {
        rooms.show(
                context, (inside, now) -> byHandForm(context, inside, now, of(context), List.of()));
    }

    void byHand(Context context) {
        Typed typed = Typed.of(context);
        rooms.show(
                context,
                (inside, now) ->
                        new Binders(inside)
                                .chosen(typed.text("of"))
                                .map(caseId -> byHand(context, inside, now, caseId, typed))
                                .orElseGet(() -> rooms.missing(context, inside, now)));
    }

    private Views.View byHand(
            Context context, Inside inside, Instant now, CaseId caseId, Typed typed) {
        Map<String, String> said = said(typed, Notes.ASKED_BY_HAND);
        Optional<String> problem =
                said.containsKey(Notes.TEXT)
                        ? problem(said)
                        : Optional.of(words().say("page.record.new.nothing"));
        if (problem.isPresent()) {
            context.status(HttpStatus.BAD_REQUEST);
            return byHandForm(context, inside, now, typed, List.of(problem.get()));
        }
        Optional<Entry> twice =
                latest(inside, caseId).stream()
                        .filter(entry -> entry.is(Kind.LOGGED))
                        .findFirst()
                        .filter(last -> isJust(last, now) && Binders.saysThe(last, said));
        Entry entry = twice.orElseGet(() -> inside.record().byHand(caseId, said));
        return rooms.to(context, RecordRoom.PATH + "/" + entry.id());
    }

    private Views.View byHandForm(
            Context context, Inside inside, Instant now, Typed typed, List<String> problems) {
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(say("page.record.new.about"));
        fields.add(say("line.evidence-facts"));
        fields.addAll(fields(Notes.ASKED_BY_HAND, typed));
        fields.add(new Sheet.Kept("of", typed.text("of")));
        return page(
                context,
                inside,
                now,
                RecordRoom.PATH + "/new",
                "page.record.new",
                problems,
                new Sheet(RecordRoom.PATH + "/new", words().say("page.record.add"), fields),
                RecordRoom.PATH);
    }

    private Views.View page(
            Context context,
            Inside inside,
            Instant now,
            String here,
            String heading,
            List<String> problems,
            Sheet sheet,
            String back) {
        return new Views.Sheets(
                rooms.frame(context, inside, now, here),
                words().say(heading),
                Optional.empty(),
                problems,
                List.of(sheet, Sheet.of(Sheet.Folded.help(words()))),
                List.of(new Views.Way(back, words().say("page.record.leave"))));
    }
}
