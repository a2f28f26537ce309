package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.source.Sources;
import org.quietbell.source.Type;
import org.quietbell.words.Words;

/// The pages of the first visit, once there is a passphrase: how to hear, then whom to look for
/// ([WhomRoom]), then where (R1.1). Safe for many threads.
final class FirstVisit {
    private static final int STEPS = 4;

    private final Desk desk;
    private final Rooms rooms;
    private final FeedRoom feeds;

    FirstVisit(Desk desk, Rooms rooms, FeedRoom feeds) {
        this.desk = desk;
        this.rooms = rooms;
        this.feeds = feeds;
    }

    private Words words() {
        return desk.words();
    }

    void hear(Context context) {
        rooms.show(
                context,
                (inside, now) -> {
                    HearSheet sheet = hearSheet(inside, Typed.NOTHING);
                    return hear(rooms.frame(context, inside, now, FirstSteps.HEAR), sheet);
                });
    }

    private HearSheet hearSheet(Inside inside, Typed typed) {
        Optional<Hearing> before =
                inside.changes().own().flatMap(own -> inside.hearings().of(own.id()));
        return new HearSheet(words(), before, inside.zone(), typed);
    }

    private Views.Sheets hear(Frame frame, HearSheet sheet) {
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(new Sheet.Say(words().say("page.first.hear.about")));
        fields.addAll(sheet.first());
        Views.Sheets page =
                page(
                        frame,
                        "page.first.hear",
                        1,
                        sheet.problems(),
                        List.of(
                                new Sheet(
                                        FirstSteps.HEAR, words().say("page.first.go-on"), fields)),
                        FirstSteps.NAME);
        List<Views.Way> ways = new ArrayList<>(page.ways());
        ways.add(new Views.Way(HelperRoom.PATH, words().say("page.helper")));
        return new Views.Sheets(
                frame, page.heading(), page.step(), page.problems(), page.sheets(), ways);
    }

    void keepHear(Context context) {
        rooms.show(
                context,
                (inside, now) -> {
                    HearSheet sheet = hearSheet(inside, Typed.of(context));
                    Optional<Hearing> chosen = sheet.read(false);
                    Frame frame = rooms.frame(context, inside, now, FirstSteps.HEAR);
                    if (chosen.isEmpty()) {
                        context.status(HttpStatus.BAD_REQUEST);
                        return hear(frame, sheet);
                    }
                    if (!(inside.changes().hear(chosen.get(), Optional.empty())
                            instanceof Changes.Outcome.Kept)) {
                        return rooms.to(context, "/pace"); // more than before: asked for there
                    }
                    boolean sends = chosen.get().how() == How.FIXED_TIMES;
                    boolean lacksWay = chosen.get().channels().isEmpty();
                    return rooms.to(
                            context,
                            sends && lacksWay ? "/ways" : FirstSteps.after(inside, words()));
                });
    }

    /// The places that need no account, each with what it learns (R2.10).
    void places(Context context) {
        rooms.show(
                context,
                (inside, now) ->
                        places(
                                rooms.frame(context, inside, now, FirstSteps.PLACES),
                                Typed.NOTHING));
    }

    private Views.Sheets places(Frame frame, Typed typed) {
        List<Sheet.Choice> ready =
                Sources.types().stream()
                        .filter(Type::isReady)
                        .map(type ->
                                Sheet.place(
                                        words(),
                                        type.name(),
                                        typed.isEmpty() || typed.has("place", type.name())))
                        .toList();
        List<Sheet.Field> fields =
                List.of(
                        new Sheet.Say(words().say("page.first.places.about")),
                        new Sheet.Some("place", words().say("page.first.places.which"), ready),
                        line("feed", typed),
                        new Sheet.Say(words().say("page.first.baseline")));
        return page(
                frame,
                "page.first.places",
                4,
                List.of(),
                List.of(new Sheet(FirstSteps.PLACES, words().say("page.first.begin"), fields)),
                "/");
    }

    void keepPlaces(Context context) {
        Typed typed = Typed.of(context);
        rooms.show(
                context,
                (inside, now) -> {
                    Set<String> chosen = new HashSet<>();
                    Sources.types().stream()
                            .filter(Type::isReady)
                            .map(Type::name)
                            .filter(name -> typed.has("place", name))
                            .forEach(chosen::add);
                    inside.changes().add(chosen);
                    inside.changes().look();
                    return typed.text("feed").isEmpty()
                            ? rooms.to(context, "/")
                            : feeds.ask(context, inside, now, typed.text("feed"), "/");
                });
    }

    /// A field of one line.
    Sheet.Line line(String name, Typed typed) {
        return new Sheet.Line(
                name,
                "text",
                words().say("page.first.field." + name),
                words().say("page.first.field." + name + ".about"),
                typed.text(name));
    }

    /// One of the four steps.
    Views.Sheets page(
            Frame frame,
            String heading,
            int step,
            List<String> problems,
            List<Sheet> sheets,
            String skip) {
        return new Views.Sheets(
                frame,
                words().say(heading),
                Optional.of(words().say("page.first.step", step, STEPS)),
                problems,
                sheets,
                List.of(
                        new Views.Way(skip, words().say("page.first.skip")),
                        new Views.Way("/", words().say("page.first.later"))));
    }
}
