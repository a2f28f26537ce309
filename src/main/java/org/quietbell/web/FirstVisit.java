package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.match.Matching;
import org.quietbell.match.VariantExamples;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.source.Sources;
import org.quietbell.source.Type;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Variant;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Words;

/// The pages of the first visit, once there is a passphrase: how to hear, then whom to look for,
/// then where (R1.1). Safe for many threads.
final class FirstVisit {
    private static final int STEPS = 4;
    private static final int MANY = 20;

    private final Desk desk;
    private final Rooms rooms;

    FirstVisit(Desk desk, Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
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
        return page(
                frame,
                "page.first.hear",
                1,
                sheet.problems(),
                List.of(new Sheet(FirstSteps.HEAR, words().say("page.first.go-on"), fields)),
                FirstSteps.NAME);
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

    void name(Context context) {
        rooms.show(
                context,
                (inside, now) ->
                        name(
                                rooms.frame(context, inside, now, FirstSteps.NAME),
                                typedOf(inside),
                                List.of()));
    }

    /// What is kept already, as if it had been typed.
    private static Typed typedOf(Inside inside) {
        return present(inside)
                .map(watch ->
                        new Typed(
                                Map.of(
                                        "agreed", List.of("yes"),
                                        "name", List.of(watch.name()),
                                        "aliases", List.of(String.join(", ", watch.aliases())),
                                        "handles",
                                                List.of(
                                                        String.join(
                                                                ", ",
                                                                watch.handles().stream()
                                                                        .map(FirstVisit::written)
                                                                        .toList())),
                                        "context", List.of(String.join(", ", watch.context())),
                                        "exclude", List.of(String.join(", ", watch.exclude())))))
                .orElse(Typed.NOTHING);
    }

    private static String written(Handle handle) {
        return handle.site().map(site -> site + "/").orElse("@") + handle.name();
    }

    private static Optional<Watch> present(Inside inside) {
        return inside.changes().own().map(WatchedCase::watches).orElse(List.of()).stream()
                .findFirst();
    }

    private Views.Sheets name(Frame frame, Typed typed, List<String> problems) {
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(
                new Sheet.Some(
                        "agreed",
                        words().say("page.first.agreed.about"),
                        List.of(
                                new Sheet.Choice(
                                        "yes",
                                        words().say("page.first.agreed"),
                                        "",
                                        typed.has("agreed", "yes")))));
        fields.add(line("name", typed));
        fields.add(line("aliases", typed));
        fields.add(line("handles", typed));
        fields.add(line("context", typed));
        return page(
                frame,
                "page.first.name",
                2,
                problems,
                List.of(new Sheet(FirstSteps.NAME, words().say("page.first.go-on"), fields)),
                FirstSteps.PLACES);
    }

    private Sheet.Line line(String name, Typed typed) {
        return new Sheet.Line(
                name,
                "text",
                words().say("page.first.field." + name),
                words().say("page.first.field." + name + ".about"),
                typed.text(name));
    }

    void keepName(Context context) {
        Typed typed = Typed.of(context);
        rooms.show(
                context,
                (inside, now) -> {
                    List<String> problems = new ArrayList<>();
                    Optional<Watch> watch = watch(inside, typed, problems);
                    if (watch.isPresent()) {
                        switch (inside.changes().person(watch.get())) {
                            case Changes.Outcome.Refused(String sentence) -> problems.add(sentence);
                            case Changes.Outcome.Kept _,
                                    Changes.Outcome.AsksPassphrase _,
                                    Changes.Outcome.WrongPassphrase _ -> {
                                return rooms.to(context, FirstSteps.CHECK);
                            }
                        }
                    }
                    context.status(HttpStatus.BAD_REQUEST);
                    return name(
                            rooms.frame(context, inside, now, FirstSteps.NAME), typed, problems);
                });
    }

    private Optional<Watch> watch(Inside inside, Typed typed, List<String> problems) {
        if (!typed.has("agreed", "yes")) {
            problems.add(words().say("page.wrong.agreed"));
        }
        if (typed.text("name").isEmpty()) {
            problems.add(words().say("page.wrong.name"));
        }
        if (typed.isTooLong("name", "aliases", "handles", "context")) {
            problems.add(words().say("page.wrong.long", Typed.LONGEST));
        }
        List<Handle> handles = new ArrayList<>();
        for (String handle : typed.list("handles")) {
            try {
                handles.add(Handle.parse(handle));
            } catch (IllegalArgumentException _) {
                problems.add(words().say("page.wrong.handle", handle));
            }
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        Optional<Watch> present = present(inside);
        return Optional.of(
                new Watch(
                        inside.changes().watchId(),
                        inside.changes().ownId(),
                        typed.text("name"),
                        typed.list("aliases"),
                        handles,
                        typed.list("context"),
                        present.map(Watch::exclude).orElse(List.of()),
                        present.map(Watch::former).orElse(List.of()),
                        present.map(Watch::without).orElse(Set.of()),
                        present.map(Watch::details).orElse(Details.none())));
    }

    /// The ways to write the name, which can be switched off (R6.7), and how much noise to expect
    /// (R6.3).
    void check(Context context) {
        rooms.show(
                context,
                (inside, now) -> {
                    Optional<Watch> watch = present(inside);
                    return watch.isEmpty()
                            ? rooms.to(context, FirstSteps.NAME)
                            : check(
                                    rooms.frame(context, inside, now, FirstSteps.CHECK),
                                    watch.get());
                });
    }

    private Views.Sheets check(Frame frame, Watch watch) {
        List<Sheet.Field> fields = new ArrayList<>();
        Map<Variant, String> examples = VariantExamples.of(watch);
        List<Sheet.Choice> ways = new ArrayList<>();
        for (Variant variant : Variant.values()) {
            boolean isOn = !watch.without().contains(variant);
            if (examples.containsKey(variant) || !isOn) {
                ways.add(
                        new Sheet.Choice(
                                variant.word(),
                                words().say("variant." + variant.word()),
                                examples.getOrDefault(variant, ""),
                                isOn));
            }
        }
        if (!ways.isEmpty()) {
            fields.add(new Sheet.Some("way", words().say("page.first.ways"), ways));
        }
        boolean isCommon = Matching.lacksContext(watch);
        fields.add(
                new Sheet.Say(
                        words().say(
                                        isCommon
                                                ? "page.first.noise.much"
                                                : "page.first.noise.some",
                                        MANY)));
        Typed present =
                new Typed(
                        Map.of(
                                "context", List.of(String.join(", ", watch.context())),
                                "exclude", List.of(String.join(", ", watch.exclude()))));
        fields.add(line("context", present));
        fields.add(line("exclude", present));
        return page(
                frame,
                "page.first.check",
                3,
                List.of(),
                List.of(new Sheet(FirstSteps.CHECK, words().say("page.first.go-on"), fields)),
                FirstSteps.PLACES);
    }

    void keepCheck(Context context) {
        Typed typed = Typed.of(context);
        rooms.show(
                context,
                (inside, now) -> {
                    Optional<Watch> watch = present(inside);
                    if (watch.isEmpty() || typed.isTooLong("context", "exclude")) {
                        return rooms.to(
                                context, watch.isEmpty() ? FirstSteps.NAME : FirstSteps.CHECK);
                    }
                    Watch was = watch.get();
                    Set<Variant> shown = new HashSet<>(VariantExamples.of(was).keySet());
                    shown.addAll(was.without());
                    Set<Variant> off = EnumSet.noneOf(Variant.class);
                    shown.stream()
                            .filter(variant -> !typed.has("way", variant.word()))
                            .forEach(off::add);
                    inside.changes()
                            .person(
                                    new Watch(
                                            was.id(),
                                            was.caseId(),
                                            was.name(),
                                            was.aliases(),
                                            was.handles(),
                                            typed.list("context"),
                                            typed.list("exclude"),
                                            was.former(),
                                            off,
                                            was.details()));
                    return rooms.to(context, FirstSteps.after(inside, words()));
                });
    }

    /// The places that need no account, each with what it learns (R2.10).
    void places(Context context) {
        rooms.show(
                context,
                (inside, now) ->
                        places(
                                rooms.frame(context, inside, now, FirstSteps.PLACES),
                                Typed.NOTHING,
                                List.of()));
    }

    private Views.Sheets places(Frame frame, Typed typed, List<String> problems) {
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
                problems,
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
                    if (!typed.text("feed").isEmpty()
                            && inside.changes().addFeed(typed.text("feed"))
                                    instanceof Changes.Outcome.Refused(String sentence)) {
                        context.status(HttpStatus.BAD_REQUEST);
                        return places(
                                rooms.frame(context, inside, now, FirstSteps.PLACES),
                                typed,
                                List.of(sentence));
                    }
                    inside.changes().add(chosen);
                    inside.changes().look();
                    return rooms.to(context, "/");
                });
    }

    private Views.Sheets page(
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
