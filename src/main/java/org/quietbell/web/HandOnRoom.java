package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.config.Secret;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.Kind;
import org.quietbell.evidence.LeftOut;
import org.quietbell.evidence.Pack;
import org.quietbell.watch.CaseId;
import org.quietbell.words.Words;

/// Hands the record on as a file that the browser keeps: encrypted, under a name that says nothing,
/// and written nowhere else (R3.7, R3.8). Safe for many threads.
final class HandOnRoom {
    static final String PATH = RecordRoom.PATH + "/out";

    /// Says nothing about what is in it (R2.5).
    static final String FILE = "notes.zip";

    private static final int LONGEST_PASSPHRASE = 1024;
    private static final int SHOWN = 5;
    private static final int READ = 100;
    private static final List<String> ASKED = List.of("whose", "by", "recipient", "purpose");

    private final Desk desk;
    private final Rooms rooms;

    HandOnRoom(Desk desk, Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
    }

    private Words words() {
        return desk.words();
    }

    void ask(Context context) {
        String of = String.valueOf(context.queryParam("of"));
        rooms.show(
                context,
                (inside, now) ->
                        new Binders(inside)
                                .chosen(of)
                                .map(caseId ->
                                        form(
                                                context,
                                                inside,
                                                now,
                                                caseId,
                                                Typed.NOTHING,
                                                of,
                                                List.of()))
                                .orElseGet(() -> rooms.missing(context, inside, now)));
    }

    /// Gives the file, or the form again.
    void give(Context context) {
        Typed typed = Typed.of(context);
        Optional<Inside> inside = desk.inside();
        Optional<CaseId> whose = inside.flatMap(open -> new Binders(open).chosen(typed.text("of")));
        Optional<Secret> passphrase = typed.passphrase();
        if (inside.isEmpty()
                || whose.isEmpty()
                || passphrase.isEmpty()
                || problem(inside.get(), whose.get(), typed).isPresent()) {
            again(context, typed);
            return;
        }
        context.contentType("application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + FILE + "\"");
        try {
            inside.get()
                    .record()
                    .handOn(whose.get(), handing(typed), passphrase.get(), context.outputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("handing the record on", e);
        }
    }

    private void again(Context context, Typed typed) {
        rooms.show(
                context,
                (inside, now) -> {
                    Optional<CaseId> whose = new Binders(inside).chosen(typed.text("of"));
                    if (whose.isEmpty()) {
                        return rooms.missing(context, inside, now);
                    }
                    context.status(HttpStatus.BAD_REQUEST);
                    return form(
                            context,
                            inside,
                            now,
                            whose.get(),
                            typed,
                            typed.text("of"),
                            problem(inside, whose.get(), typed).stream().toList());
                });
    }

    /// Why nothing is handed on; empty: it can be.
    private Optional<String> problem(Inside inside, CaseId caseId, Typed typed) {
        int length = typed.passphrase().map(secret -> secret.reveal().length()).orElse(0);
        if (inside.record().log().head(caseId).isEmpty()) {
            return Optional.of(words().say("page.record.none"));
        }
        if (typed.isTooLong(ASKED.toArray(String[]::new))) {
            return Optional.of(words().say("page.record.long", Typed.LONGEST));
        }
        if (length < Pack.SHORTEST_PASSPHRASE || length > LONGEST_PASSPHRASE) {
            return Optional.of(words().say("page.begin.short", Pack.SHORTEST_PASSPHRASE));
        }
        return typed.isRepeated()
                ? Optional.empty()
                : Optional.of(words().say("page.begin.differ"));
    }

    private static OwnRecord.Handing handing(Typed typed) {
        Set<LeftOut> leftOut = EnumSet.noneOf(LeftOut.class);
        typed.all("without").forEach(word -> LeftOut.of(word).ifPresent(leftOut::add));
        return new OwnRecord.Handing(
                typed.text("whose"),
                typed.text("by"),
                typed.text("recipient"),
                typed.text("purpose"),
                leftOut);
    }

    private Sheet.Say say(String key, Object... details) {
        return new Sheet.Say(words().say(key, details));
    }

    private Views.View form(
            Context context,
            Inside inside,
            Instant now,
            CaseId caseId,
            Typed typed,
            String of,
            List<String> problems) {
        List<Sheet> sheets = new ArrayList<>();
        boolean isEmpty = inside.record().log().head(caseId).isEmpty();
        sheets.add(isEmpty ? Sheet.of(say("page.record.none")) : questions(typed, of));
        before(inside, now, caseId).ifPresent(sheets::add);
        return new Views.Sheets(
                rooms.frame(context, inside, now, PATH),
                words().say("page.record.out"),
                Optional.empty(),
                problems,
                sheets,
                List.of(new Views.Way(RecordRoom.PATH, words().say("page.record.leave"))));
    }

    private Sheet questions(Typed typed, String of) {
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(say("page.record.out.about"));
        fields.add(say("page.record.out.file", FILE));
        fields.add(say("setup.device"));
        fields.add(say("page.record.out.empty"));
        for (String name : ASKED) {
            fields.add(
                    new Sheet.Line(
                            name,
                            "text",
                            words().say("page.record.out." + name),
                            "",
                            typed.text(name)));
        }
        fields.add(
                new Sheet.Some(
                        "without",
                        words().say("page.record.without"),
                        Arrays.stream(LeftOut.values())
                                .map(part ->
                                        new Sheet.Choice(
                                                part.word(),
                                                words().say("page.record.without." + part.word()),
                                                "",
                                                typed.has("without", part.word())))
                                .toList()));
        fields.add(say("line.evidence-passphrase", Pack.SHORTEST_PASSPHRASE));
        fields.add(
                new Sheet.Line(
                        "passphrase", "password", words().say("page.begin.passphrase"), "", ""));
        fields.add(new Sheet.Line("again", "password", words().say("page.begin.again"), "", ""));
        fields.add(new Sheet.Kept("of", of));
        return new Sheet(PATH, words().say("page.record.out.button"), fields);
    }

    /// When it was handed on before, and where the record ended then: who keeps that apart can show
    /// later that nothing before it was changed.
    private Optional<Sheet> before(Inside inside, Instant now, CaseId caseId) {
        ZoneId zone = inside.record().zone(caseId);
        List<Sheet.Field> fields = new ArrayList<>();
        for (Entry entry : inside.record().log().latest(caseId, Long.MAX_VALUE, READ)) {
            boolean isExport =
                    entry.is(Kind.CUSTODY) && entry.text("what").equals(Optional.of("export"));
            if (isExport && fields.size() < 2 * SHOWN) {
                fields.add(say("page.record.out.at", words().moment(entry.at(), zone, now)));
                fields.add(say("line.evidence-head", entry.head().text()));
            }
        }
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        fields.addFirst(new Sheet.Heading(words().say("page.record.out.before")));
        fields.add(1, say("page.record.out.apart"));
        return Optional.of(Sheet.of(fields.toArray(Sheet.Field[]::new)));
    }
}
