package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.notice.Notice;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Tuned;
import org.quietbell.words.Words;

/// Somebody who hears first, and somebody who stands in for her: named in two steps, the second of
/// which shows the words that go out and asks for the passphrase; ended in one (R1.4, R1.6, R1.19).
/// Safe for many threads.
final class HelperRoom {
    static final String PATH = "/pace/helper";

    private static final String STAND_IN = "stand-in";
    private static final int USUAL_DAYS = (int) Hearing.Helper.USUAL_HOLD.toDays();
    private static final int MOST_DAYS = 60;

    private final Desk desk;
    private final Rooms rooms;

    HelperRoom(Desk desk, Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
    }

    private Words words() {
        return desk.words();
    }

    private String say(String key, Object... details) {
        return words().say(key, details);
    }

    void show(Context context) {
        rooms.show(context, (inside, now) -> all(context, inside, now, Typed.NOTHING, List.of()));
    }

    private static Optional<Hearing.Helper> present(Inside inside) {
        return inside.changes()
                .own()
                .flatMap(own -> inside.hearings().of(own.id()))
                .filter(hearing -> hearing.how() == How.HELPER_FIRST)
                .flatMap(Hearing::helper);
    }

    private Views.View all(
            Context context, Inside inside, Instant now, Typed typed, List<String> problems) {
        Frame frame = rooms.frame(context, inside, now, PATH);
        if (PaceRoom.isByFile(inside)) {
            return page(frame, List.of(), List.of(Sheet.of(new Sheet.Say(say("page.by-file")))));
        }
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(Sheet.of(new Sheet.Say(say("page.helper.about"))));
        Optional<Hearing.Helper> helper = present(inside);
        boolean standsIn = typed.text("place").equals(STAND_IN);
        helper.ifPresent(one -> sheets.add(named(one.id(), "", "page.helper.now")));
        helper.flatMap(Hearing.Helper::standIn)
                .ifPresent(
                        one -> sheets.add(named(one.id(), STAND_IN, "page.helper.stand-in.now")));
        if (ways(inside).isEmpty()) {
            sheets.add(Sheet.of(new Sheet.Say(say("page.helper.no-way"))));
            return page(frame, problems, sheets);
        }
        sheets.add(ask(inside, "", standsIn ? Typed.NOTHING : typed));
        if (helper.isPresent()) {
            sheets.add(ask(inside, STAND_IN, standsIn ? typed : Typed.NOTHING));
        }
        return page(frame, problems, sheets);
    }

    private Views.View page(Frame frame, List<String> problems, List<Sheet> sheets) {
        return new Views.Sheets(
                frame,
                say("page.helper"),
                Optional.empty(),
                problems,
                sheets,
                List.of(
                        new Views.Way("/pace", say("page.door-to.pace")),
                        new Views.Way("/ways", say("page.door-to.ways"))));
    }

    private Sheet named(RecipientId id, String place, String key) {
        return new Sheet(
                PATH + "/away",
                say(place.isEmpty() ? "page.helper.end" : "page.helper.stand-in.end"),
                List.of(new Sheet.Say(say(key, id)), new Sheet.Kept("place", place)));
    }

    private static List<ChannelEntry> ways(Inside inside) {
        return inside.channels().all().stream().filter(ChannelEntry::active).toList();
    }

    private Sheet ask(Inside inside, String place, Typed typed) {
        boolean standsIn = place.equals(STAND_IN);
        List<Sheet.Choice> ways =
                ways(inside).stream()
                        .map(entry ->
                                new Sheet.Choice(
                                        entry.id().value(),
                                        entry.id() + ": " + say("channel-type." + entry.type()),
                                        "",
                                        typed.has("way", entry.id().value())))
                        .toList();
        String field = standsIn ? "other" : "who";
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(new Sheet.Heading(say(standsIn ? "page.helper.stand-in" : "page.helper.name")));
        fields.add(new Sheet.Kept("place", place));
        fields.add(
                new Sheet.Line(
                        field,
                        "text",
                        say("page.helper.who"),
                        say("page.helper.who.about"),
                        typed.text(field)));
        fields.add(new Sheet.Some("way", say("page.helper.ways"), ways));
        if (!standsIn) {
            fields.add(
                    new Sheet.Line(
                            "days",
                            "number",
                            say("page.helper.days"),
                            say("page.helper.days.about"),
                            typed.isEmpty() ? String.valueOf(USUAL_DAYS) : typed.text("days")));
        }
        return new Sheet(PATH, say("page.first.go-on"), fields);
    }

    void name(Context context) {
        Typed typed = Typed.of(context);
        rooms.show(
                context,
                (inside, now) -> {
                    if (PaceRoom.isByFile(inside)) {
                        return all(context, inside, now, Typed.NOTHING, List.of());
                    }
                    List<String> problems = new ArrayList<>();
                    Optional<Hearing.Helper> read = read(inside, typed, problems);
                    if (read.isEmpty()) {
                        context.status(HttpStatus.BAD_REQUEST);
                        return all(context, inside, now, typed, problems);
                    }
                    return typed.text("sure").equals("yes")
                            ? keep(context, inside, now, typed, read.get())
                            : sure(context, inside, now, typed, read.get(), List.of());
                });
    }

    private Optional<Hearing.Helper> read(Inside inside, Typed typed, List<String> problems) {
        boolean standsIn = typed.text("place").equals(STAND_IN);
        Optional<RecipientId> id = id(typed.text(standsIn ? "other" : "who"), problems);
        List<Tuned> ways =
                ways(inside).stream()
                        .map(ChannelEntry::id)
                        .filter(way -> typed.has("way", way.value()))
                        .map(way -> new Tuned(way, Level.DISCREET))
                        .toList();
        if (ways.isEmpty()) {
            problems.add(say("page.wrong.helper.way"));
        }
        Optional<Duration> hold =
                standsIn ? present(inside).map(Hearing.Helper::hold) : days(typed, problems);
        if (standsIn && hold.isEmpty()) {
            problems.add(say("page.wrong.helper.first"));
        }
        return id.isPresent() && hold.isPresent() && problems.isEmpty()
                ? Optional.of(new Hearing.Helper(id.get(), hold.get(), ways))
                : Optional.empty();
    }

    private Optional<RecipientId> id(String typed, List<String> problems) {
        try {
            return Optional.of(RecipientId.ofHelper(typed));
        } catch (IllegalArgumentException _) {
            problems.add(say("page.wrong.helper"));
            return Optional.empty();
        }
    }

    private Optional<Duration> days(Typed typed, List<String> problems) {
        String text = typed.text("days");
        int days = text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 0;
        if (days < 1 || days > MOST_DAYS) {
            problems.add(say("page.wrong.helper.days", MOST_DAYS));
            return Optional.empty();
        }
        return Optional.of(Duration.ofDays(days));
    }

    /// The second step: the words, exactly as they go out, and the passphrase.
    private Views.View sure(
            Context context,
            Inside inside,
            Instant now,
            Typed typed,
            Hearing.Helper helper,
            List<String> problems) {
        boolean standsIn = typed.text("place").equals(STAND_IN);
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(
                new Sheet.Say(
                        standsIn
                                ? say("page.helper.stand-in.sure", helper.id())
                                : say("page.helper.sure", helper.id(), helper.hold().toDays())));
        for (Tuned way : helper.channels()) {
            ChannelId id = way.channel();
            Notice.Letter letter = inside.helperChanges().preview(id);
            fields.add(new Sheet.Say(say("page.helper.words", id)));
            fields.add(new Sheet.Letter(letter.subject(), letter.body()));
            fields.add(new Sheet.Kept("way", id.value()));
        }
        for (String name : List.of("place", "who", "other", "days")) {
            fields.add(new Sheet.Kept(name, typed.text(name)));
        }
        fields.add(new Sheet.Kept("sure", "yes"));
        fields.add(PaceRoom.passphrase(words()));
        return new Views.Sheets(
                rooms.frame(context, inside, now, PATH),
                say("page.helper"),
                Optional.empty(),
                problems,
                List.of(new Sheet(PATH, say("page.helper.yes"), fields)),
                List.of(new Views.Way(PATH, say("page.helper.no"))));
    }

    private Views.View keep(
            Context context, Inside inside, Instant now, Typed typed, Hearing.Helper helper) {
        boolean standsIn = typed.text("place").equals(STAND_IN);
        String problem =
                switch (inside.helperChanges().name(helper, standsIn, typed.passphrase())) {
                    case Changes.Outcome.Kept _ -> "";
                    case Changes.Outcome.AsksPassphrase _ -> say("page.wrong.passphrase-needed");
                    case Changes.Outcome.WrongPassphrase _ -> say("page.door.wrong");
                    case Changes.Outcome.Refused(String sentence) -> sentence;
                };
        if (problem.isEmpty()) {
            boolean isFirstVisit =
                    inside.changes().own().filter(own -> !own.watches().isEmpty()).isEmpty();
            return rooms.to(context, isFirstVisit ? FirstSteps.after(inside, words()) : PATH);
        }
        context.status(HttpStatus.BAD_REQUEST);
        return sure(context, inside, now, typed, helper, List.of(problem));
    }

    /// Ends it, in one step and at once.
    void end(Context context) {
        boolean standsIn = Typed.of(context).text("place").equals(STAND_IN);
        rooms.show(
                context,
                (inside, now) -> {
                    inside.helperChanges().end(standsIn);
                    return rooms.to(context, PATH);
                });
    }
}
