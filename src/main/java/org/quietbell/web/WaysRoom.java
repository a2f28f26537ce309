package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.channel.Questions;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Notice;
import org.quietbell.words.Words;

/// The ways in which notices go out: added, looked at word for word, confirmed, taken away. Safe
/// for many threads.
final class WaysRoom {
    /// First those that can be set up without a file on the machine.
    private static final List<String> OFFERED =
            List.of(
                    "email",
                    "ntfy",
                    "private-feed",
                    "signal",
                    "telegram",
                    "matrix",
                    "gotify",
                    "pushover",
                    "mattermost",
                    "slack",
                    "discord",
                    "webhook",
                    "apprise",
                    "file");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Desk desk;
    private final Rooms rooms;

    WaysRoom(Desk desk, Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
    }

    private Words words() {
        return desk.words();
    }

    void show(Context context) {
        rooms.show(context, (inside, now) -> all(context, inside, now));
    }

    private Views.View all(Context context, Inside inside, Instant now) {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(Sheet.of(new Sheet.Say(words().say("page.ways.about"))));
        for (ChannelEntry entry : inside.channels().all()) {
            if (entry.active()) {
                sheets.add(entry(inside, entry, now));
            }
        }
        List<Sheet.Choice> types =
                OFFERED.stream()
                        .map(type ->
                                new Sheet.Choice(
                                        type,
                                        words().say("channel-type." + type),
                                        words().say("channel-needs." + type)
                                                + " "
                                                + words().say("channel-reads." + type),
                                        type.equals(OFFERED.getFirst())))
                        .toList();
        sheets.add(
                new Sheet(
                        "/ways/type",
                        words().say("page.first.go-on"),
                        List.of(
                                new Sheet.Heading(words().say("page.ways.new")),
                                new Sheet.One("type", words().say("page.ways.which"), types))));
        return new Views.Sheets(
                rooms.frame(context, inside, now, "/ways"),
                words().say("page.ways"),
                Optional.empty(),
                List.of(),
                sheets,
                List.of(
                        new Views.Way(PushRoom.PATH, words().say("page.browser")),
                        new Views.Way(
                                FirstSteps.after(inside, words()), words().say("page.note.back"))));
    }

    private Sheet entry(Inside inside, ChannelEntry entry, Instant now) {
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(
                new Sheet.Heading(entry.id() + ": " + words().say("channel-type." + entry.type())));
        fields.add(new Sheet.Say(words().say(state(inside, entry, now))));
        if (entry.byFile()) {
            fields.add(new Sheet.Say(words().say("page.by-file")));
            return Sheet.of(fields.toArray(Sheet.Field[]::new));
        }
        fields.add(new Sheet.Kept("id", entry.id().value()));
        return new Sheet("/ways/open", words().say("page.ways.open"), fields);
    }

    private static String state(Inside inside, ChannelEntry entry, Instant now) {
        Optional<Instant> confirmed = entry.confirmed();
        if (confirmed.isEmpty()) {
            return "page.ways.waits";
        }
        boolean isStale =
                inside.cases().all().stream()
                        .flatMap(each -> inside.hearings().of(each.id()).stream())
                        .flatMap(Hearing::allChannels)
                        .anyMatch(tuned ->
                                tuned.channel().equals(entry.id())
                                        && tuned.isStale(confirmed.get(), now));
        return isStale ? "page.ways.asked" : "page.ways.confirmed";
    }

    /// From a choice to its page: both are named in the form, not in addresses.
    void choose(Context context) {
        String type = String.valueOf(context.formParam("type"));
        boolean isOffered = OFFERED.contains(type);
        context.redirect(isOffered ? "/ways/new/" + type : "/ways", HttpStatus.SEE_OTHER);
    }

    void open(Context context) {
        String id = String.valueOf(context.formParam("id"));
        boolean isSound = ID.matcher(id).matches();
        context.redirect(isSound ? "/ways/one/" + id : "/ways", HttpStatus.SEE_OTHER);
    }

    void ask(Context context) {
        rooms.show(
                context,
                (inside, now) ->
                        ask(
                                rooms.frame(context, inside, now, "/ways"),
                                inside,
                                context.pathParam("type"),
                                Typed.NOTHING,
                                List.of()));
    }

    private Views.View ask(
            Frame frame, Inside inside, String type, Typed typed, List<String> problems) {
        if (!OFFERED.contains(type)) {
            return new Views.Note(frame, words().say("page.missing"));
        }
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(new Sheet.Say(words().say("channel-needs." + type)));
        fields.add(new Sheet.Say(words().say("channel-reads." + type)));
        for (Questions.Question question : Questions.of(type)) {
            fields.add(
                    new Sheet.Line(
                            question.key(),
                            "text",
                            words().say("ask." + type + "." + question.key()),
                            "",
                            typed.text(question.key())));
        }
        if (isRaising(inside)) {
            fields.add(PaceRoom.passphrase(words()));
        }
        return new Views.Sheets(
                frame,
                words().say("channel-type." + type),
                Optional.empty(),
                problems,
                List.of(new Sheet("/ways/new/" + type, words().say("page.ways.see"), fields)),
                List.of(new Views.Way("/ways", words().say("page.ways.back"))));
    }

    /// Nothing is looked for yet on the first visit, so nothing can be told either.
    private static boolean isRaising(Inside inside) {
        return inside.changes().own().filter(own -> !own.watches().isEmpty()).isPresent();
    }

    void add(Context context) {
        Typed typed = Typed.of(context);
        String type = context.pathParam("type");
        rooms.show(
                context,
                (inside, now) -> {
                    List<String> problems = new ArrayList<>();
                    Map<String, String> settings = settings(type, typed, problems);
                    if (problems.isEmpty() && OFFERED.contains(type)) {
                        problems.addAll(
                                refusal(
                                        inside.changes()
                                                .addChannel(type, settings, typed.passphrase())));
                    }
                    if (problems.isEmpty()) {
                        return rooms.to(context, newest(inside));
                    }
                    context.status(HttpStatus.BAD_REQUEST);
                    return ask(
                            rooms.frame(context, inside, now, "/ways"),
                            inside,
                            type,
                            typed,
                            problems);
                });
    }

    private static String newest(Inside inside) {
        return inside.channels().all().stream()
                .filter(entry -> entry.active() && entry.confirmed().isEmpty())
                .reduce((_, last) -> last)
                .map(entry -> "/ways/one/" + entry.id())
                .orElse("/ways");
    }

    private Map<String, String> settings(String type, Typed typed, List<String> problems) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Questions.Question question : Questions.of(type)) {
            String value = typed.text(question.key());
            if (!value.isEmpty()) {
                settings.put(question.key(), value);
            } else if (question.needed()) {
                problems.add(
                        words().say(
                                        "page.wrong.missing",
                                        words().say("ask." + type + "." + question.key())));
            }
            if (value.length() > Typed.LONGEST) {
                problems.add(words().say("page.wrong.long", Typed.LONGEST));
            }
        }
        return settings;
    }

    private List<String> refusal(Changes.Outcome outcome) {
        return switch (outcome) {
            case Changes.Outcome.Kept _ -> List.of();
            case Changes.Outcome.AsksPassphrase _ ->
                    List.of(words().say("page.wrong.passphrase-needed"));
            case Changes.Outcome.WrongPassphrase _ -> List.of(words().say("page.door.wrong"));
            case Changes.Outcome.Refused(String sentence) -> List.of(sentence);
        };
    }

    /// One way: its words, exactly as they go out (R1.4).
    void one(Context context) {
        rooms.show(
                context,
                (inside, now) -> one(context, inside, now, context.pathParam("id"), List.of()));
    }

    private Views.View one(
            Context context, Inside inside, Instant now, String id, List<String> problems) {
        Frame frame = rooms.frame(context, inside, now, "/ways");
        Optional<ChannelEntry> entry = found(inside, id);
        if (entry.isEmpty()) {
            context.status(HttpStatus.NOT_FOUND);
            return new Views.Note(frame, words().say("page.missing"));
        }
        Notice.Letter letter = inside.changes().preview(entry.get().id());
        String path = "/ways/one/" + id;
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(
                Sheet.of(
                        new Sheet.Say(words().say("page.ways.words")),
                        new Sheet.Letter(letter.subject(), letter.body()),
                        new Sheet.Say(words().say(state(inside, entry.get(), now)))));
        sheets.add(new Sheet(path + "/try", words().say("page.ways.try"), List.of()));
        List<Sheet.Field> fields = new ArrayList<>();
        if (isRaising(inside)) {
            fields.add(PaceRoom.passphrase(words()));
        }
        sheets.add(new Sheet(path + "/right", words().say("page.ways.right"), fields));
        sheets.add(new Sheet(path + "/away", words().say("page.ways.away"), List.of()));
        return new Views.Sheets(
                frame,
                words().say("channel-type." + entry.get().type()),
                Optional.empty(),
                problems,
                sheets,
                List.of(new Views.Way("/ways", words().say("page.ways.back"))));
    }

    private static Optional<ChannelEntry> found(Inside inside, String id) {
        return inside.channels().all().stream()
                .filter(entry -> entry.active() && !entry.byFile())
                .filter(entry -> entry.id().value().equals(id))
                .findFirst();
    }

    void pretend(Context context) {
        on(
                context,
                (inside, id) ->
                        List.of(
                                words().say(
                                                inside.changes().pretend(id)
                                                        ? "line.pretend-sent"
                                                        : "line.pretend-failed")));
    }

    void right(Context context) {
        Typed typed = Typed.of(context);
        on(
                context,
                (inside, id) ->
                        isRaising(inside) && typed.passphrase().isEmpty()
                                ? List.of(words().say("page.wrong.passphrase-needed"))
                                : refusal(inside.changes().confirm(id, typed.passphrase())));
    }

    /// In one step (R1.6).
    void away(Context context) {
        on(
                context,
                (inside, id) -> {
                    inside.changes().remove(id);
                    return List.of();
                });
    }

    private interface Deed {
        List<String> on(Inside inside, ChannelId id);
    }

    private void on(Context context, Deed deed) {
        rooms.show(
                context,
                (inside, now) -> {
                    String id = context.pathParam("id");
                    Optional<ChannelEntry> entry = found(inside, id);
                    List<String> said =
                            entry.isEmpty() ? List.of() : deed.on(inside, entry.get().id());
                    return said.isEmpty()
                            ? rooms.to(context, "/ways")
                            : one(context, inside, now, id, said);
                });
    }
}
